"""What the end-to-end tests share: the program, a small register, and trees of files as values."""

import os
import pathlib
import shutil
import subprocess
import tempfile

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]

# The register that the examples of rules are laid over; `ropa site` stops at reading faults, and it has none.
SOUND = ROOT / "Tests/RopaKitTests/Fixtures/sound"
SMALL_REGISTER = {str(path.relative_to(SOUND)): path.read_text() for path in sorted(SOUND.rglob("*.yaml"))}

# What a site leaves for the next run: fingerprints under a key of its own, so it differs from run to run.
MANIFEST = ".ropa-manifest"

# Tests change the folder and run it in others, so a relative path is resolved once, here.
PROGRAM = pathlib.Path(os.environ.get("ROPA", ROOT / ".build/release/ropa")).resolve()

# The day on which the sound register is sound.
DAY = "2026-11-21"


def program():
    """The built program: named by ROPA, or the release build of this folder."""
    assert PROGRAM.exists(), f"{PROGRAM} is not built: run `swift build -c release --product ropa`"
    return str(PROGRAM)


def ropa(*arguments, cwd=None, before=(), environment=None):
    """Runs the program to its end. `before` is put in front of it, such as a tracer."""
    # git is out of reach: it would be traced and killed as well, and its commit would be on the pages.
    clean = {"PATH": "/nonexistent", "HOME": "/nonexistent", **(environment or {})}
    return subprocess.run(
        [*before, program(), *map(str, arguments)],
        cwd=cwd, env=clean, capture_output=True, text=True, timeout=600, stdin=subprocess.DEVNULL)


def site(register, output, *more, **options):
    """Runs `ropa site` on one thread and a fixed day."""
    return ropa("site", "--registry", register, "--output", output, "--jobs", "1", "--as-of", DAY,
                *more, **options)


def write_register(folder, files):
    """Makes a folder hold these files and no others."""
    shutil.rmtree(folder, ignore_errors=True)
    for name, text in files.items():
        path = pathlib.Path(folder) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def tree(folder):
    """Every path below a folder but a manifest, with the bytes of files or None for folders; None where there is no folder."""
    folder = pathlib.Path(folder)
    if not folder.exists():
        return None
    return {
        str(path.relative_to(folder)): path.read_bytes() if path.is_file() else None
        for path in sorted(folder.rglob("*")) if path != folder / MANIFEST
    }


def stamps(folder):
    """What shows whether somebody wrote to a file or folder, for each path below a folder and the folder itself."""
    return {path: (path.lstat().st_ino, path.lstat().st_mtime_ns) for path in [folder, *folder.rglob("*")]}


@pytest.fixture
def register(tmp_path):
    folder = tmp_path / "registry"
    write_register(folder, SMALL_REGISTER)
    return folder


@pytest.fixture
def mounted():
    """Mounts for one test: `mounted(folder, *arguments of mount)`. Skips where that is not permitted."""
    done = []

    def mount(folder, *arguments):
        folder.mkdir(parents=True, exist_ok=True)
        if os.geteuid() != 0 or shutil.which("mount") is None:
            pytest.skip("mounting needs root")
        result = subprocess.run(["mount", *map(str, arguments), str(folder)], capture_output=True, text=True)
        if result.returncode != 0:
            pytest.skip(f"mounting is not permitted here: {result.stderr.strip()}")
        done.append(folder)

    yield mount
    for folder in reversed(done):
        subprocess.run(["umount", "-l", str(folder)], check=False)


class Nobody:
    """A user without rights, with a folder of its own in which the program lies too."""

    def __init__(self, folder):
        self.folder = folder
        self.before = []
        if os.geteuid() == 0:
            self.before = [shutil.which("setpriv"), "--reuid", "65534", "--regid", "65534", "--clear-groups"]

    def run(self, *arguments):
        return subprocess.run([*self.before, self.folder / "ropa", *map(str, arguments)], capture_output=True, text=True,
                              cwd=self.folder, timeout=120, env={"PATH": "/nonexistent"}, stdin=subprocess.DEVNULL)


@pytest.fixture
def nobody():
    if os.geteuid() == 0 and shutil.which("setpriv") is None:
        pytest.skip("the tests run as root, and there is no setpriv to become another user")
    # Not below pytest's own folder, which is closed to others.
    with tempfile.TemporaryDirectory(prefix="ropa-test-") as folder:
        os.chmod(folder, 0o755)
        shutil.copy(program(), pathlib.Path(folder) / "ropa")
        user = Nobody(pathlib.Path(folder))
        if user.run("--version").returncode != 0:
            pytest.skip("another user cannot run the program here")
        yield user
