"""Folders that are made to break a walk, registers whose records go in circles, and disks that refuse."""

import json
import os
import pathlib
import shutil
import socket
import stat
import subprocess
import sys
import tempfile
import threading

import pytest
from conftest import DAY, SMALL_REGISTER, ropa, site, tree, write_register
from limits import IS_LONG, checked, limited

SECRET = "the words of a file that nobody handed over"


def test_links_out_of_the_register_and_in_circles(tmp_path, register):
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.yaml").write_text(f"title: {SECRET}\n")
    people = register / "people"
    links = {
        "absolute.yaml": outside / "secret.yaml", "relative.yaml": "../../outside/secret.yaml", "proc.yaml": "/proc/self/environ",
        "self.yaml": "self.yaml", "one.yaml": "two.yaml", "two.yaml": "one.yaml", "nowhere.yaml": "nothing.yaml",
        "up.yaml": "..", "here": ".", "parent": "..", "root": "/", "away": outside, "far.yaml": "away/secret.yaml",
        "through.yaml": "../../registry/../outside/secret.yaml",
    }
    for name, target in links.items():
        (people / name).symlink_to(target)
    for number in range(60):
        (people / f"chain-{number}.yaml").symlink_to(f"chain-{number + 1}.yaml")
    (people / "chain-60.yaml").write_text("title: End\n")
    (people / "inside.yaml").symlink_to("chain-60.yaml")
    # Texts of notices are read as well, and reach the public.
    (register / "notices" / "secret.md").symlink_to(outside / "secret.yaml")
    notice = register / "notices" / "customer-notice.yaml"
    notice.write_text(notice.read_text() + "  - {heading: More, file: secret.md}\n")
    run = checked(register)
    assert SECRET not in run.stdout
    assert run.rules("notices/secret.md") == {"link-leaves-registry"}
    expected = {
        "absolute.yaml": "link-leaves-registry", "relative.yaml": "link-leaves-registry", "far.yaml": "link-leaves-registry",
        "proc.yaml": "link-leaves-registry", "through.yaml": "link-leaves-registry", "self.yaml": "broken-link",
        "one.yaml": "broken-link", "two.yaml": "broken-link", "nowhere.yaml": "broken-link", "up.yaml": "link-to-folder",
        "here": "link-to-folder", "parent": "link-to-folder", "chain-0.yaml": "broken-link",
    }
    for name, rule in expected.items():
        assert run.rules(f"people/{name}") == {rule}, name
    # A link to another record of the register is read like that record.
    assert not run.rules("people/inside.yaml") & {"broken-link", "link-leaves-registry"}
    assert {"link-leaves-registry", "link-to-folder"} & run.rules("people/away")


def test_pipes_sockets_and_devices_are_no_records(register):
    people = register / "people"
    os.mkfifo(people / "pipe.yaml")
    (people / "folder.yaml").mkdir()
    expected = ["pipe.yaml", "folder.yaml"]
    # The name of a socket may not be long.
    old = os.getcwd()
    os.chdir(people)
    try:
        with socket.socket(socket.AF_UNIX) as listener:
            listener.bind("socket.yaml")
            expected.append("socket.yaml")
            try:
                # This device never ends.
                os.mknod("device.yaml", 0o666 | stat.S_IFCHR, os.makedev(1, 5))
                expected.append("device.yaml")
            except PermissionError:
                pass
            run = checked(register)
    finally:
        os.chdir(old)
    for name in expected:
        assert run.rules(f"people/{name}") == {"not-a-regular-file"}, name


def test_files_that_may_not_be_read(nobody):
    register = nobody.folder / "registry"
    write_register(register, SMALL_REGISTER)
    (register / "people/dpo.yaml").chmod(0)
    (register / "systems").chmod(0)
    result = nobody.run("check", "--registry", "registry", "--as-of", DAY, "--format", "json")
    try:
        found = {(finding["rule"], finding["path"]) for finding in json.loads(result.stdout)["findings"]}
        assert result.returncode == 1
        assert {("file-unreadable", "registry/people/dpo.yaml"), ("file-unreadable", "registry/systems")} <= found
        register.chmod(0)
        result = nobody.run("check", "--registry", "registry")
        assert (result.returncode, result.stdout) == (2, "") and "'registry'" in result.stderr
    finally:
        register.chmod(0o755)
        (register / "systems").chmod(0o755)


def test_output_that_may_not_be_written(nobody):
    register, parent = nobody.folder / "registry", nobody.folder / "site"
    write_register(register, SMALL_REGISTER)
    parent.mkdir()
    parent.chmod(0o777)
    arguments = ["site", "--registry", "registry", "--output", "site/build", "--as-of", DAY]
    parent.chmod(0o555)
    result = nobody.run(*arguments)
    assert result.returncode == 2 and "site" in result.stderr and "allow writing there" in result.stderr
    assert list(parent.iterdir()) == []
    parent.chmod(0o777)
    assert nobody.run(*arguments).returncode == 0
    whole = tree(parent / "build")
    (register / "people/service-lead.yaml").write_text("title: Head of all services\n")
    parent.chmod(0o555)
    result = nobody.run(*arguments)
    assert result.returncode == 2 and "allow writing there" in result.stderr
    assert tree(parent / "build") == whole and [path.name for path in parent.iterdir()] == ["build"]
    parent.chmod(0o777)
    result = nobody.run("check", "--registry", "registry", "--output", "json=/nothere.json")
    assert result.returncode == 2 and "/nothere.json" in result.stderr and "--output" in result.stderr


def test_disk_that_is_mounted_for_reading_only(tmp_path, register, mounted):
    disk = tmp_path / "disk"
    mounted(disk, "-t", "tmpfs", "-o", "ro", "tmpfs")
    result = site(register, disk / "build")
    assert result.returncode == 2 and "Read-only" in result.stderr and "--output" in result.stderr


def test_disk_without_room_for_names(tmp_path, register, mounted):
    disk = tmp_path / "disk"
    mounted(disk, "-t", "tmpfs", "-o", "nr_inodes=100", "tmpfs")
    result = site(register, disk / "build")
    assert result.returncode == 2 and "No space left" in result.stderr and "free some space" in result.stderr
    assert tree(disk) == {}


def test_report_on_a_full_disk(tmp_path, register, mounted):
    disk = tmp_path / "disk"
    mounted(disk, "-t", "tmpfs", "-o", "size=4k", "tmpfs")
    (disk / "filler").write_bytes(bytes(4096))
    run = limited("check", "--registry", register, "--output", f"json={disk / 'report.json'}")
    assert run.code == 2 and "No space left" in run.stderr and "report.json" in run.stderr


def test_folders_in_folders_in_folders(register):
    """Deeper than a path may be long: the walk goes on, and nothing recurses."""
    old = os.getcwd()
    try:
        os.chdir(register)
        for _ in range(2_000):
            os.mkdir("deep")
            os.chdir("deep")
        pathlib.Path("record.yaml").write_text("title: Deep\n")
        os.chdir(old)
        run = checked(register, seconds=20)
        assert {"file-unreadable", "unknown-kind"} & {finding["rule"] for finding in run.findings()}
    finally:
        os.chdir(register)
        for _ in range(2_000):
            os.chdir("deep")
        if os.path.exists("record.yaml"):
            os.unlink("record.yaml")
        for _ in range(2_000):
            os.chdir("..")
            os.rmdir("deep")
        os.chdir(old)


def changing(path, stop):
    """Makes a file short, long, broken, a link, a folder and nothing in turn, as fast as it goes."""
    texts = [b"title: A\n", b"title: " + b"a" * 900_000 + b"\n", b"title: [\n", b"", b"#" * 1_100_000, b"title: \xff\n"]
    number = 0
    while not stop.is_set():
        number += 1
        try:
            if number % 7 == 5:
                path.unlink()
                path.symlink_to("/etc/hostname")
            elif number % 7 == 6:
                path.unlink()
                path.mkdir()
            else:
                if path.is_dir() and not path.is_symlink():
                    path.rmdir()
                elif path.is_symlink():
                    path.unlink()
                # Cut and written over in place: a reader may see any part of either.
                with open(path, "r+b" if path.exists() else "wb") as file:
                    file.write(texts[number % len(texts)])
                    file.truncate()
        except OSError:
            pass


def test_file_that_changes_while_it_is_read(tmp_path, register):
    stop = threading.Event()
    threads = [threading.Thread(target=changing, args=(register / f"people/p{number}.yaml", stop)) for number in range(4)]
    for thread in threads:
        thread.start()
    try:
        for _ in range(5):
            for finding in checked(register).findings():
                assert finding["message"]
            result = site(register, tmp_path / "site" / "build")
            assert result.returncode in (0, 1), result.stderr
    finally:
        stop.set()
        for thread in threads:
            thread.join()
    hostname = pathlib.Path("/etc/hostname")
    if hostname.is_file() and hostname.read_text().strip() and (tmp_path / "site/build").exists():
        name = hostname.read_bytes().strip()
        assert not any(b"title: " + name in content for content in tree(tmp_path / "site" / "build").values() if content)


def test_register_that_is_removed_while_it_is_read(tmp_path, register):
    for _ in range(3):
        folder = tmp_path / "registry"
        write_register(folder, {**SMALL_REGISTER, **{f"people/p{n}.yaml": "title: P\n" for n in range(2_000)}})
        thread = threading.Thread(target=lambda: write_register(folder, {}))
        thread.start()
        limited("check", "--registry", folder, "--as-of", DAY)
        thread.join()


def chained(count):
    """Processors whose sub-processors lead back to them: one circle through all, one by each pair, and short cuts."""
    files = dict(SMALL_REGISTER)
    for number in range(count):
        below = sorted({(number + 1) % count, (number ^ 1) % count, (number * 7 + 3) % count} - {number})
        files[f"processors/c{number}.yaml"] = (
            f"title: Chain {number}\ncountry: {['GB', 'US', 'IN'][number % 3]}\nowner: service-lead\n"
            f"sub-processors: [{', '.join(f'c{other}' for other in below)}]\n")
    activity = files["activities/appointment-messages.yaml"]
    for number in range(3):
        files[f"activities/chained-{number}.yaml"] = activity + "x-more: chained\n"
        files[f"systems/chained-{number}.yaml"] = f"title: Chained\noperator: c{number}\nhosting: GB\n"
        files[f"activities/chained-{number}.yaml"] = "".join(
            f"systems: chained-{number}\n" if line.startswith("systems:") else line for line in activity.splitlines(keepends=True))
    return files


def test_two_thousand_circles_of_sub_processors(tmp_path):
    write_register(tmp_path / "registry", chained(2_000))
    run = checked(tmp_path / "registry", seconds=60, mebibytes=800)
    assert any("c1999" in record for finding in run.findings() for record in finding["records"])
    built = limited("site", "--registry", tmp_path / "registry", "--output", tmp_path / "site" / "build", "--as-of", DAY,
                    seconds=120, mebibytes=1_000)
    assert built.code == 0 and (tmp_path / "site/build/register/processors/c1999.html").is_file()


@pytest.mark.skipif(shutil.which("git") is None, reason="there is no git")
def test_repository_hidden_among_the_records_runs_nothing(tmp_path, register):
    """Files that a pull request may add can look like a repository, with a program for git to run in its settings."""
    trap = tmp_path / "trap"
    environment = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "GIT_CONFIG_NOSYSTEM": "1"}

    def git(*arguments, **more):
        return subprocess.run(["git", *map(str, arguments)], env={**environment, **more}, capture_output=True, text=True)

    assert git("init", "-q", "--bare", register).returncode == 0
    (register / ".gitattributes").write_text("*.yaml filter=trap\n")
    inside = {"GIT_DIR": str(register), "GIT_WORK_TREE": str(register)}
    git("add", "people", ".gitattributes", **inside)
    git("-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-qm", "All", **inside)
    with open(register / "config", "a") as config:
        config.write(f'[core]\nbare = false\nworktree = {register}\n[filter "trap"]\nclean = touch {trap}; cat\n')
    path = register / "people/dpo.yaml"
    path.write_text(path.read_text().replace("officer", "Officer"))
    git("-C", register, "status")
    if not trap.exists():
        pytest.skip("this git does not fall into the trap")
    trap.unlink()
    for command in (["site", "--output", tmp_path / "site" / "build"], ["check", "--fail-on", "never"]):
        result = ropa(*command, "--registry", register, "--as-of", DAY, environment=environment)
        assert result.returncode == 0, result.stdout + result.stderr
        assert not trap.exists(), command


def test_names_of_the_site_are_names_everywhere(tmp_path, register):
    assert site(register, tmp_path / "site" / "build").returncode == 0
    names = [path for path in tree(tmp_path / "site" / "build") if path != ".ropa-site"]
    devices = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}
    for path in names:
        for part in path.split("/"):
            assert part == part.lower() and part.strip(" .") == part and len(part) < 120, path
            assert not set(part) - set("abcdefghijklmnopqrstuvwxyz0123456789-."), path
            assert part.split(".")[0] not in devices, path


@pytest.mark.skipif(not IS_LONG, reason="takes a minute and 2 GB of memory; set ROPA_LONG_TESTS=1")
def test_a_quarter_of_a_million_files():
    count = 250_000
    memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    with tempfile.TemporaryDirectory(prefix="ropa-test-", dir=memory) as folder:
        register = pathlib.Path(folder) / "registry"
        write_register(register, SMALL_REGISTER)
        people = os.open(register / "people", os.O_RDONLY)
        for number in range(count):
            file = os.open(f"p{number}.yaml", os.O_WRONLY | os.O_CREAT, dir_fd=people)
            os.write(file, b"title: A person\n")
            os.close(file)
        os.close(people)
        run = limited("check", "--registry", register, "--as-of", DAY, "--fail-on", "never", "--timings",
                      seconds=60, mebibytes=3_000)
        assert run.code == 0 and f"in {count + len(SMALL_REGISTER)} files" in run.stdout
        print(f"{run.elapsed:.1f} s, {run.mebibytes:.0f} MiB", file=sys.stderr)
