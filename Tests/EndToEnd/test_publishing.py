"""What `ropa site` refuses, leaves alone, and does when the disk is full."""

import fcntl
import os

from conftest import DAY, MANIFEST, SMALL_REGISTER, ropa, site, stamps, tree, write_register


def refused(result, *words):
    assert result.returncode == 2, result.stdout + result.stderr
    assert result.stdout == ""
    for word in words:
        assert word in result.stderr, result.stderr
    assert "\x1b" not in result.stderr


def test_foreign_folder_is_refused(tmp_path, register):
    output = tmp_path / "site" / "build"
    output.mkdir(parents=True)
    (output / "thesis.txt").write_text("years of work")
    refused(site(register, output), str(output), "not made by ropa site")
    assert tree(output) == {"thesis.txt": b"years of work"}


def test_empty_folder_is_taken(tmp_path, register):
    output = tmp_path / "site" / "build"
    output.mkdir(parents=True)
    assert site(register, output).returncode == 0
    assert (output / ".ropa-site").is_file()


def test_link_is_refused(tmp_path, register):
    (tmp_path / "elsewhere").mkdir()
    output = tmp_path / "build"
    output.symlink_to(tmp_path / "elsewhere")
    refused(site(register, output), "link")
    assert output.is_symlink() and tree(tmp_path / "elsewhere") == {}


def test_link_with_slash_is_refused(tmp_path, register):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "build").symlink_to(tmp_path / "elsewhere")
    refused(site(register, f"{tmp_path}/build/"), "link")


def test_file_is_refused(tmp_path, register):
    output = tmp_path / "build"
    output.write_text("mine")
    refused(site(register, output), "not a folder")
    assert output.read_text() == "mine"


def test_mounted_disk_is_refused(tmp_path, register, mounted):
    output = tmp_path / "build"
    mounted(output, "-t", "tmpfs", "tmpfs")
    refused(site(register, output), "mounted")


def test_bind_mount_of_the_same_disk_is_refused(tmp_path, register, mounted):
    (tmp_path / "source").mkdir()
    output = tmp_path / "build"
    mounted(output, "--bind", tmp_path / "source")
    refused(site(register, output), "mounted")


def test_registry_and_ancestors_are_refused(tmp_path):
    register = tmp_path / "work" / "registry"
    write_register(register, SMALL_REGISTER)
    before = tree(tmp_path)
    for output in [register, tmp_path / "work", register / "build", tmp_path / "work" / ".." / "work"]:
        refused(site(register, output), "registry")
    assert tree(tmp_path) == before
    # Also where the folder says that it is a site.
    (tmp_path / "work" / ".ropa-site").write_text("")
    refused(site(register, tmp_path / "work"), "registry")
    assert (register / "registry.yaml").exists()


def test_names_that_are_no_folder_of_their_own_are_refused(tmp_path, register):
    for output in [".", "..", "/", f"{tmp_path}/.."]:
        refused(site(register, output, cwd=tmp_path), "--output")


def test_foreign_staging_folder_is_refused(tmp_path, register):
    staging = tmp_path / "site" / ".build.ropa-staging"
    staging.mkdir(parents=True)
    (staging / "mine.txt").write_text("mine")
    refused(site(register, tmp_path / "site" / "build"), ".build.ropa-staging", "move it away")
    assert tree(staging) == {"mine.txt": b"mine"}


def test_second_run_at_the_same_time_is_refused(tmp_path, register):
    (tmp_path / "site").mkdir()
    lock = os.open(tmp_path / "site", os.O_RDONLY)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        refused(site(register, tmp_path / "site" / "build"), "another ropa site")
    finally:
        os.close(lock)
    assert site(register, tmp_path / "site" / "build").returncode == 0


def test_unchanged_site_is_not_touched(tmp_path, register):
    output = tmp_path / "site" / "build"
    assert site(register, output).returncode == 0
    before, parent = stamps(output), (tmp_path / "site").stat().st_mtime_ns
    assert len(before) > 5
    assert site(register, output).returncode == 0
    assert stamps(output) == before
    assert (tmp_path / "site").stat().st_mtime_ns == parent


def test_changed_site_keeps_the_files_that_are_the_same(tmp_path, register):
    output = tmp_path / "site" / "build"
    assert site(register, output).returncode == 0
    before = stamps(output)
    (register / "people/service-lead.yaml").write_text("title: Head of all services\n")
    assert site(register, output).returncode == 0
    after = stamps(output)
    files = [path for path in before if path.is_file()]
    assert any(after.get(path) != before[path] for path in files)
    assert any(after.get(path) == before[path] for path in files)


def test_strange_things_in_an_old_site_are_removed(tmp_path, register):
    output = tmp_path / "site" / "build"
    assert site(register, output).returncode == 0
    whole = tree(output)
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "mine.txt").write_text("mine")
    (output / "register" / "link").symlink_to(outside)
    (output / "empty").mkdir()
    os.mkfifo(output / "pipe")
    (output / os.fsdecode(b"not-\xff-text")).write_text("x")
    assert site(register, output).returncode == 0
    assert tree(output) == whole
    assert tree(outside) == {"mine.txt": b"mine"}
    assert [path.name for path in (tmp_path / "site").iterdir()] == ["build"]


def test_page_replaced_by_a_link_is_written_anew(tmp_path, register):
    output = tmp_path / "site" / "build"
    assert site(register, output).returncode == 0
    whole = tree(output)
    page = next(path for path in output.rglob("*.html"))
    (tmp_path / "copy").write_bytes(page.read_bytes())
    page.unlink()
    page.symlink_to(tmp_path / "copy")
    assert site(register, output).returncode == 0
    assert tree(output) == whole and not page.is_symlink()


def test_full_disk_keeps_the_old_site(tmp_path, register, mounted):
    disk = tmp_path / "disk"
    mounted(disk, "-t", "tmpfs", "-o", "size=64m", "tmpfs")
    output = disk / "build"
    assert site(register, output).returncode == 0
    old = tree(output)
    for path in register.rglob("*.yaml"):
        path.write_text(path.read_text().replace("title: ", "title: Another "))
    free = os.statvfs(disk)
    (disk / "filler").write_bytes(bytes(free.f_bavail * free.f_frsize - 8192))
    refused(site(register, output), "No space left", "free some space")
    assert tree(output) == old
    assert sorted(path.name for path in disk.iterdir()) == ["build", "filler"]
    (disk / "filler").unlink()
    assert site(register, output).returncode == 0
    assert tree(output) != old


def test_files_and_folders_have_ordinary_permissions(tmp_path, register):
    output = tmp_path / "site" / "build"
    old = os.umask(0o027)
    try:
        assert site(register, output).returncode == 0
    finally:
        os.umask(old)
    # The manifest holds a key.
    assert (output / MANIFEST).stat().st_mode & 0o777 == 0o600
    (output / MANIFEST).unlink()
    assert {path.stat().st_mode & 0o777 for path in output.rglob("*") if path.is_file()} == {0o640}
    assert {path.stat().st_mode & 0o777 for path in [output, *output.rglob("*")] if path.is_dir()} == {0o750}


def test_reading_fault_keeps_the_old_site(tmp_path, register):
    output = tmp_path / "site" / "build"
    assert site(register, output).returncode == 0
    before = stamps(output)
    (register / "people/dpo.yaml").write_text("title: Another title\ntilte: A third one\n")
    result = site(register, output)
    assert result.returncode == 1
    assert "people/dpo.yaml:2:1: error: " in result.stdout and "[unknown-key]" in result.stdout
    assert "Nothing was published" in result.stderr
    assert stamps(output) == before
    assert [path.name for path in (tmp_path / "site").iterdir()] == ["build"]
    # Nor is there a first site.
    assert site(register, tmp_path / "other" / "build").returncode == 1
    assert not (tmp_path / "other" / "build").exists()


def test_dangling_reference_does_not_stop_the_site(tmp_path, register):
    output = tmp_path / "site" / "build"
    (register / "people/dpo.yaml").unlink()
    result = site(register, output)
    assert result.returncode == 0 and "error" in result.stderr
    assert "dpo" in (output / "register/organisations/example-care.html").read_text()


def public_notices(output):
    return {path.parent.name for path in (output / "public").glob("*/en.html")}


def test_strict_withholds_notices_with_errors_or_without_approval(tmp_path, register):
    output = tmp_path / "site" / "build"
    notice = register / "notices/customer-notice.yaml"
    lines = ropa("approve", "customer-notice", register, "--as-of", DAY).stdout
    content = next(line.split()[1] for line in lines.splitlines() if line.startswith("  content:"))
    notice.write_text(notice.read_text().replace("date: 2026-08-28}", f"date: 2026-08-28, content: {content}}}"))
    assert site(register, output, "--strict").returncode == 0
    assert public_notices(output) == {"customer-notice"}
    whole = notice.read_text()
    for changed, reason in [
        ([line for line in whole.splitlines() if not line.startswith("approved:")], "approval"),
        ([line.replace("owner: dpo", "owner: nobody") for line in whole.splitlines()], "1 open error"),
    ]:
        notice.write_text("\n".join(changed) + "\n")
        assert site(register, output).returncode == 0
        assert public_notices(output) == {"customer-notice"}
        result = site(register, output, "--strict")
        assert result.returncode == 1
        assert "withheld: notices/customer-notice" in result.stderr and reason in result.stderr
        assert public_notices(output) == set()
        assert (output / "register/notices/customer-notice.html").is_file()


def test_no_notice_vanishes_without_a_word(tmp_path, register):
    output = tmp_path / "site" / "build"
    notice = register / "notices/customer-notice.yaml"
    whole = notice.read_text()
    for line, published, words in [
        ("", False, "not published: notices/customer-notice, because it has no effective: day"),
        ("effective: 2027-01-01", False, "not published: notices/customer-notice, because it holds from 2027-01-01 on"),
        ("languages: fr\neffective: 2026-09-01", False, "there are no sentences in its language: fr"),
        ("effective: {unknown: since when}", True, "published without a day: notices/customer-notice, because the day"),
    ]:
        notice.write_text(whole.replace("effective: 2026-09-01", line))
        result = site(register, output)
        assert result.returncode == 0 and words in result.stderr
        assert public_notices(output) == ({"customer-notice"} if published else set())
    # A notice whose day nobody knows is withheld where nothing open may be published.
    assert "withheld: notices/customer-notice" in site(register, output, "--strict").stderr
    assert public_notices(output) == set()


def test_what_the_records_contradict_is_told_each_time(tmp_path, register):
    output = tmp_path / "site" / "build"
    office = register / "systems/office-files.yaml"
    office.write_text(office.read_text().replace("hosting: GB", "hosting: IE"))
    (register / "statements/mail-stays-in-uk.yaml").write_text(
        "kind: claim\nclaim: no-transfer\narea: GB\nabout: {systems: office-files}\ntext: Our files stay in the United Kingdom.\n")
    told = "1 published notice says what the records contradict."
    result = site(register, output)
    assert result.returncode == 0 and told in result.stderr and "--strict" in result.stderr
    assert ("published against the records: notices/customer-notice, because of statements/mail-stays-in-uk "
            "(notice-denies-recorded-transfer)") in result.stderr
    again = site(register, output)
    assert "up to date" in again.stderr and told in again.stderr
    # What is withheld is not published against anything.
    strict = site(register, output, "--strict")
    assert strict.returncode == 1 and "withheld: notices/customer-notice" in strict.stderr and told not in strict.stderr


def test_theme_replaces_single_files(tmp_path, register):
    output, theme = tmp_path / "site" / "build", tmp_path / "theme"
    theme.mkdir()
    assert site(register, output).returncode == 0
    before = tree(output)
    (theme / "style.css").write_text("body { color: black }\n")
    (theme / "notes.txt").write_text("not for publication")
    assert site(register, output, "--theme", theme).returncode == 0
    after = tree(output)
    changed = {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
    assert changed and all(name.endswith(".css") for name in changed)
    assert all(after[name] == b"body { color: black }\n" for name in changed)
    refused(site(register, output, "--theme", tmp_path / "nothere"), "nothere", "style.css")
    assert tree(output) == after


def test_timings_of_the_site(tmp_path, register):
    result = site(register, tmp_path / "build", "--timings")
    assert result.returncode == 0 and "ms  render and publish" in result.stderr and "owner-missing: " in result.stderr


def test_messages_never_go_into_a_page_where_standard_streams_are_closed(tmp_path, register):
    assert site(register, tmp_path / "one" / "build").returncode == 0
    arguments = ["site", "--registry", register, "--output", tmp_path / "two" / "build", "--as-of", DAY, "--timings"]
    result = ropa(*arguments, before=["/bin/sh", "-c", 'exec "$@" <&- >&- 2>&-', "sh"])
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")
    assert tree(tmp_path / "one" / "build") == tree(tmp_path / "two" / "build")
