"""Exit codes, messages of the command line, and the files built into the program."""

import os
import pathlib

import pytest
from conftest import ROOT, program, ropa

EMBEDDED = ["site/theme", "Sources/RopaKit/Law/Tables", "Sources/RopaKit/Notices/Messages"]


def test_help_and_version_are_answers():
    for argument in ["--help", "--version", "help"]:
        result = ropa(argument)
        assert (result.returncode, result.stderr) == (0, "") and result.stdout


@pytest.mark.parametrize("arguments, words", [
    (["nosuch"], "nosuch"),
    (["check", "--nosuch"], "--nosuch"),
    (["check", "--jobs", "0"], "1 or more"),
    (["check", "--jobs", "many"], "1 or more"),
    (["check", "--as-of", "2026-02-29"], "--as-of 2026-03-31"),
    (["check", "--as-of", "yesterday"], "--as-of 2026-03-31"),
    (["check", "--format", "xml"], "text"),
    (["check", "--output", "xml=a"], "text, json"),
    (["check", "--output", "json"], "json=findings.json"),
    (["check", "--output", "json=a", "--output", "text=a"], "path of its own"),
    (["check", "--fail-on", "sometimes"], "never"),
    (["check", "--color", "blue"], "always"),
    (["check", "--registry", "nothere"], "--registry DIR"),
    (["site", "--registry", "nothere"], "--registry DIR"),
    (["site", "--output", ""], "--output needs a folder"),
    (["check", "nothere"], "no registry folder 'nothere'"),
    (["site", "nothere"], "no registry folder 'nothere'"),
    (["check", ""], "needs a folder"),
    (["check", "a", "--registry", "b"], "named twice"),
])
def test_wrong_usage_exits_with_2_and_says_what_to_do(tmp_path, arguments, words):
    result = ropa(*arguments, cwd=tmp_path)
    assert result.returncode == 2
    assert result.stdout == ""
    assert words in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_registry_that_is_a_file_is_refused(tmp_path):
    (tmp_path / "registry").write_text("")
    result = ropa("check", cwd=tmp_path)
    assert result.returncode == 2 and "not a folder" in result.stderr


def test_the_registry_is_named_with_and_without_an_option(tmp_path, register):
    common = ["--as-of", "2026-11-21", "--fail-on", "never", "--format", "json"]
    named = ropa("check", "--registry", register, *common)
    assert (named.returncode, named.stderr) == (0, "")
    assert ropa("check", register, *common).stdout == named.stdout
    inside = ropa("check", ".", *common, cwd=register)
    assert inside.returncode == 0 and inside.stdout == named.stdout.replace(f"{register}/", "./")
    built = ropa("site", register, "--output", tmp_path / "build", "--as-of", "2026-11-21")
    assert built.returncode == 0 and (tmp_path / "build/register/index.html").exists()


def test_inside_a_register_the_way_to_name_it_is_told(register):
    result = ropa("check", cwd=register)
    assert result.returncode == 2 and "ropa check ." in result.stderr


def test_a_leap_day_is_a_day(tmp_path, register):
    assert ropa("check", "--registry", register, "--as-of", "2024-02-29", "--fail-on", "never").returncode == 0


def test_strange_files_neither_stop_nor_hang_the_check(tmp_path, register):
    folder = register / "processors"
    os.mkfifo(folder / "pipe.yaml")
    (folder / "outside.yaml").symlink_to("/etc/passwd")
    (folder / "loop.yaml").symlink_to("loop.yaml")
    (folder / "nothing.yaml").symlink_to("nothing")
    (folder / "up").symlink_to("..")
    (folder / "large.yaml").write_bytes(b"#" * (1024 * 1024 + 1))
    (folder / "old.yml").write_text("title: Old\n")
    (folder / os.fsdecode(b"\xff.yaml")).write_text("title: Odd\n")
    result = ropa("check", "--registry", register, "--fail-on", "never")
    said = result.stdout + result.stderr
    for name in ["pipe.yaml", "outside.yaml", "loop.yaml", "nothing.yaml", "up", "large.yaml", "old.yml"]:
        assert f"processors/{name}" in said
    assert "root:" not in said


@pytest.mark.parametrize("folder", EMBEDDED)
def test_every_file_of_the_folder_is_built_in_as_it_is_now(folder):
    built = pathlib.Path(program()).read_bytes()
    files = [path for path in (ROOT / folder).iterdir() if path.suffix in {".yaml", ".css", ".svg", ".js"}]
    assert files
    for path in files:
        assert path.read_bytes() in built, f"{path} is missing or stale: add it to Sources/CResources/Resources.c"
