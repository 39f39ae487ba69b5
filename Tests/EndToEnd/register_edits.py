"""Random changes to what a site is made from and to the site itself: the moves of the differential test of `ropa site`."""

import datetime
import os
import re
import shutil

SCALAR = re.compile(r"^(\s*(?:- )?[a-z0-9-]+: )([^\s\[{|>&*].*)$")


class Desk:
    """A register, a theme, the options of a run and the published site, with moves that change one of them."""

    def __init__(self, random, register, theme, output, day):
        self.random, self.register, self.theme, self.output = random, register, theme, output
        self.first_day = self.day = datetime.date.fromisoformat(day)
        self.is_strict = self.has_theme = False
        self.count = 0

    def options(self):
        """The arguments of a run, but registry and output."""
        return ["--as-of", self.day.isoformat(), *(["--strict"] if self.is_strict else []),
                *(["--theme", self.theme] if self.has_theme else [])]

    def saved(self):
        """The records, to be put back by `restore`."""
        return {path: path.read_text() for path in self.records()}

    def restore(self, saved):
        for path in self.records():
            if path not in saved:
                path.unlink()
        for path, text in saved.items():
            path.parent.mkdir(exist_ok=True)
            path.write_text(text)

    def records(self):
        return sorted(self.register.rglob("*.yaml"))

    def pages(self):
        return sorted(path for path in self.output.rglob("*") if path.is_file() and path.parent != self.output)

    def next(self):
        self.count += 1
        return self.count

    def line(self):
        """A record file, its lines, and the number of one that holds a plain value."""
        path = self.random.choice(self.records())
        lines = path.read_text().splitlines(keepends=True)
        places = [number for number, line in enumerate(lines) if SCALAR.match(line)]
        return path, lines, self.random.choice(places) if places else None

    # Moves on the records.

    def change_value(self):
        path, lines, number = self.line()
        if number is None:
            return
        start, value = SCALAR.match(lines[number]).groups()
        if value in ("true", "false"):
            value = "false" if value == "true" else "true"
        elif re.fullmatch(r"\d{4}-\d\d-\d\d", value):
            value = (datetime.date.fromisoformat(value) - datetime.timedelta(self.random.randint(1, 400))).isoformat()
        else:
            value = f"{value} {self.next()}" if " " in value else self.random.choice([value, f"other-{self.next()}"])
        lines[number] = f"{start}{value}\n"
        path.write_text("".join(lines))

    def remove_line(self):
        path, lines, number = self.line()
        if number is not None:
            del lines[number]
            path.write_text("".join(lines))

    def add_comment(self):
        path = self.random.choice(self.records())
        path.write_text(f"# Looked at again, {self.next()}\n" + path.read_text())

    def add_record(self):
        path = self.random.choice([path for path in self.records() if path.parent != self.register])
        shutil.copyfile(path, path.with_name(f"added-{self.next()}.yaml"))

    def remove_record(self):
        self.random.choice([path for path in self.records() if path.parent != self.register]).unlink()

    def rename_record(self):
        """With everything that mentions it, or so that the mentions lead nowhere."""
        path = self.random.choice([path for path in self.records() if path.parent != self.register])
        name = f"renamed-{self.next()}"
        if self.random.random() < 0.7:
            for other in self.records():
                text = re.sub(rf"(?<![\w-]){re.escape(path.stem)}(?![\w-])", name, other.read_text())
                other.write_text(text)
        path.rename(path.with_name(name + ".yaml"))

    def touch_records(self):
        """New times and new files, the same bytes."""
        for path in self.records():
            copied = path.with_name("copy")
            shutil.copyfile(path, copied)
            copied.rename(path)

    # Moves on the options of a run.

    def change_theme(self):
        self.has_theme = self.random.random() < 0.8
        for name in ("style.css", "icon.svg"):
            if self.random.random() < 0.5:
                (self.theme / name).write_text(f"/* {self.next()} */\n")
            else:
                (self.theme / name).unlink(missing_ok=True)

    def change_day(self):
        self.day = self.first_day + datetime.timedelta(self.random.randint(-700, 700))

    def be_strict(self):
        """Until the end of the round: with an error in force nearly every strict run withholds something."""
        self.is_strict = True

    # Moves on the site.

    def delete_page(self):
        self.random.choice(self.pages()).unlink()

    def delete_folder(self):
        shutil.rmtree(self.random.choice(sorted({path.parent for path in self.pages()})))

    def add_to_page(self):
        with open(self.random.choice(self.pages()), "ab") as file:
            file.write(b"<p>More</p>")

    def overwrite_page(self):
        """Other bytes, as many as before."""
        path = self.random.choice(self.pages())
        path.write_bytes(bytes(byte ^ 1 for byte in path.read_bytes()))

    def empty_page(self):
        self.random.choice(self.pages()).write_bytes(b"")

    def exchange_pages(self):
        one, other = self.random.sample(self.pages(), 2)
        aside = self.output / "aside"
        one.rename(aside)
        other.rename(one)
        aside.rename(other)

    def copy_page(self):
        """The same bytes and times in another file."""
        path = self.random.choice(self.pages())
        copied = path.with_name("copy")
        shutil.copy2(path, copied)
        copied.rename(path)

    def link_page(self):
        path = self.random.choice(self.pages())
        path.unlink()
        path.symlink_to("index.html")

    def page_as_folder(self):
        path = self.random.choice(self.pages())
        path.unlink()
        path.mkdir()

    def add_strange_file(self):
        folder = self.random.choice(sorted({path.parent for path in self.pages()} | {self.output}))
        (folder / f"strange-{self.next()}.html").write_text("strange")

    def add_strange_folder(self):
        (self.output / "register" / f"strange-{self.next()}").mkdir()

    def forbid_page(self):
        self.random.choice(self.pages()).chmod(0o400)

    def delete_site(self):
        shutil.rmtree(self.output)

    def move_site(self):
        """To another folder and back by copies: every file is another one."""
        shutil.copytree(self.output, self.output.with_name("moved"))
        shutil.rmtree(self.output)
        self.output.with_name("moved").rename(self.output)

    def delete_manifest(self):
        (self.output / ".ropa-manifest").unlink(missing_ok=True)

    def damage_manifest(self):
        path = self.output / ".ropa-manifest"
        if path.exists():
            data = bytearray(path.read_bytes())
            data[self.random.randrange(len(data))] ^= 1 << self.random.randrange(7)
            path.write_bytes(bytes(data[:self.random.choice([len(data), self.random.randrange(len(data))])]))


RECORD_MOVES = ["change_value", "remove_line", "add_comment", "add_record", "remove_record", "rename_record", "touch_records"]
OPTION_MOVES = ["change_theme", "change_day", "be_strict"]
SITE_MOVES = [
    "delete_page", "delete_folder", "add_to_page", "overwrite_page", "empty_page", "exchange_pages", "copy_page", "link_page",
    "page_as_folder", "add_strange_file", "add_strange_folder", "forbid_page", "delete_site", "move_site", "delete_manifest",
    "damage_manifest",
]
