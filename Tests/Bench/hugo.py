"""The same records as a site for Hugo: a page for each, with all its fields. No checks, no notices, nothing resolved."""

import os
import re

CONFIGURATION = """\
baseURL = "https://example.org/"
uglyurls = true
disableKinds = ["taxonomy", "term", "RSS", "sitemap", "404"]
"""
SINGLE = """\
<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title></head><body><main><h1>{{ .Title }}</h1>
{{ partial "value.html" .Params.record }}</main></body></html>
"""
LIST = """\
<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title></head><body><main><h1>{{ .Title }}</h1>
<ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul></main></body></html>
"""
VALUE = """\
{{- if reflect.IsMap . -}}<dl>{{ range $key, $value := . }}<dt>{{ $key }}</dt><dd>{{ partial "value.html" $value }}</dd>{{ end }}</dl>
{{- else if reflect.IsSlice . -}}<ul>{{ range . }}<li>{{ partial "value.html" . }}</li>{{ end }}</ul>
{{- else -}}{{ . }}{{- end -}}
"""


def records(path):
    """The records of a file of many: id and lines, of which the first may be the value itself."""
    with open(path, encoding="utf-8") as file:
        found = []
        for line in file.read().splitlines():
            if match := re.match(r"([a-z0-9][a-z0-9-]*):(.*)", line):
                found.append((match[1], [match[2]] if match[2].strip() else []))
            elif found:
                found[-1][1].append(line)
        return found


def write_site(register, folder):
    """Writes the sources of the site; `folder` must not exist."""
    def put(path, text):
        full = os.path.join(folder, path)
        os.makedirs(os.path.dirname(full), exist_ok=True)
        with open(full, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)

    def page(kind, identifier, lines):
        put("content/%s/%s.md" % (kind, identifier), "---\ntitle: %s\nrecord:%s\n---\n" % (identifier, "\n".join(lines)))

    put("config.toml", CONFIGURATION)
    put("layouts/_default/single.html", SINGLE)
    put("layouts/_default/list.html", LIST)
    put("layouts/index.html", LIST)
    put("layouts/partials/value.html", VALUE)
    for place, _, names in os.walk(register):
        for name in sorted(names):
            path = os.path.join(place, name)
            stem = name.removesuffix(".yaml")
            if place != register:
                with open(path, encoding="utf-8") as file:
                    page(os.path.basename(place), stem, [""] + ["  " + line for line in file.read().splitlines()])
            elif stem != "registry":
                for identifier, lines in records(path):
                    page(stem, identifier, lines if lines and not lines[0].startswith("  ") else [""] + lines)
