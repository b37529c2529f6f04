"""Times the build of a plain site by Unroller and by Hugo, by turns in the same run.

    python3 Benchmarks/Site/hugo_site.py UNROLLER [--pages 1000] [--rounds 3] [--hugo hugo] [--floor floor]

Both build the same text: sections of fifty pages with headings, lists, a table, links and code in two
languages, a table of contents, links to the pages before and after, a feed and a sitemap. Hugo is timed
with its highlighter and without. Unroller highlights what names its language, so it is timed with the same
text without the names, too; it checks every link in any case. The floor is what the C library that parses
for Unroller would take alone, on one core.
"""

import argparse
import pathlib
import random
import re
import resource
import shutil
import statistics
import subprocess
import tempfile
import time

WORDS = """state gradient step network memory gate cell hidden output input loss weight sequence time batch
learning rate forget update long short layer value number curve half decay keeps opens closes reads
writes multiplies adds sum product a the of to and in is that it for as with on by from""".split()
SECTION = 50

LAYOUT = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title></head>
<body><nav>{{ range .Site.Sections }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
{{ with .CurrentSection }}{{ range .RegularPages }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}{{ end }}
</nav><main><h1>{{ .Title }}</h1>{{ .TableOfContents }}{{ .Content }}
{{ with .PrevInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
{{ with .NextInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</main></body></html>
"""


def sentence(dice):
    words = [dice.choice(WORDS) for _ in range(dice.randint(8, 18))]
    words[dice.randrange(len(words))] = f"**{dice.choice(WORDS)}**"
    return " ".join(words).capitalize() + "."


def paragraph(dice):
    return " ".join(sentence(dice) for _ in range(dice.randint(3, 6)))


def body(number, neighbour, dice):
    rows = "\n".join(f"| {dice.choice(WORDS)} | {dice.randint(1, 99)} |" for _ in range(5))
    items = "\n".join(f"- {sentence(dice)}" for _ in range(4))
    return f"""
{paragraph(dice)} See [the next one]({neighbour}).

## Part one of {number}

{paragraph(dice)}

{items}

```python
def step_{number}(x, h):
    return tanh(w * x + u * h)  # one time-step
```

## Part two of {number}

{paragraph(dice)}

| what | value |
|---|---|
{rows}

```swift
func step(_ x: Double, _ h: Double) -> Double {{ tanh({number} * x + h) }}
```

### Closing {number}

{paragraph(dice)}
"""


def write_sites(folder, count):
    """The same pages for both, each in a folder of its own."""
    ours, theirs = folder / "ours", folder / "theirs"
    parts = []
    for first in range(0, count, SECTION):
        section = f"section-{first // SECTION:03}"
        numbers = range(first, min(first + SECTION, count))
        names = [f"page-{number:05}.md" for number in numbers]
        parts.append((section, names))
        for root in (ours / "content", theirs / "content"):
            (root / section).mkdir(parents=True)
        (theirs / "content" / section / "_index.md").write_text(f"---\ntitle: {section}\n---\n")
        for place, number in enumerate(numbers):
            text = body(number, names[(place + 1) % len(names)], random.Random(number))
            head = f"---\ntitle: Page {number}\ndate: 2026-01-{1 + number % 28:02}\n"
            (ours / "content" / section / names[place]).write_text(f"{head}---\n{text}")
            (theirs / "content" / section / names[place]).write_text(
                f"{head}weight: {place + 1}\n---\n{text}".replace(".md)", ")"))
    (ours / "content/index.md").write_text("---\nkind: home\n---\n# A plain site\n\nWords.\n")
    lists = "".join(
        f"  - title: {section}\n    pages: [{', '.join(f'{section}/{name}' for name in names)}]\n"
        for section, names in parts)
    (ours / "content/course.yml").write_text(
        "title: Plain\nbase-url: https://example.org/\nparts:\n  - title: Home\n    pages: [index.md]\n" + lists)
    for name, highlight in (("hugo", "true"), ("plain", "false")):
        (theirs / f"{name}.toml").write_text(
            'baseURL = "https://example.org/"\ntitle = "Plain"\ndisableKinds = ["taxonomy", "term"]\n'
            f"[markup.highlight]\ncodeFences = {highlight}\n")
    for kind in ("baseof", "single", "list"):
        (theirs / "layouts/_default").mkdir(parents=True, exist_ok=True)
        text = LAYOUT if kind == "baseof" else '{{ define "main" }}{{ end }}'
        (theirs / f"layouts/_default/{kind}.html").write_text(text)
    return ours, theirs


def without_languages(folder):
    """A copy of the site whose listings do not name their language, so that nothing is highlighted."""
    copy = folder.with_name("bare")
    shutil.copytree(folder, copy)
    for page in copy.rglob("*.md"):
        page.write_text(re.sub(r"(?m)^```\w+$", "```", page.read_text()))
    return copy


def remove_site(folder):
    shutil.rmtree(folder / "site", ignore_errors=True)


def remove_floor(folder):
    shutil.rmtree(folder / "site.floor", ignore_errors=True)


def change_a_page(folder):
    with open(folder / "content/section-000/page-00000.md", "a") as page:
        page.write("\nAnd a word more.\n")


def timed(command, folder):
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    after, passed = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter() - start
    return passed, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("unroller", type=lambda path: str(pathlib.Path(path).resolve()))
    arguments.add_argument("--pages", type=int, default=1000)
    arguments.add_argument("--rounds", type=int, default=3)
    arguments.add_argument("--hugo", default="hugo")
    arguments.add_argument("--floor", help="the program made of floor.c")
    options = arguments.parse_args()
    # In memory where there is such a folder: a disk makes files slower where it has just removed some.
    memory = pathlib.Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as name:
        ours, theirs = write_sites(pathlib.Path(name), options.pages)
        bare = without_languages(ours)
        hugo = [options.hugo, "--quiet", "-d", "site", "--config"]
        builds = {
            "Unroller, from nothing": (ours, [options.unroller, "build", "--fresh"], remove_site),
            "Unroller, nothing to highlight": (bare, [options.unroller, "build", "--fresh"], remove_site),
            "Hugo, highlighting": (theirs, [*hugo, "hugo.toml"], remove_site),
            "Hugo, highlighting, one page changed": (theirs, [*hugo, "hugo.toml"], change_a_page),
            "Hugo, without": (theirs, [*hugo, "plain.toml"], remove_site),
            "Hugo, without, one page changed": (theirs, [*hugo, "plain.toml"], change_a_page),
            "Unroller, one page changed": (ours, [options.unroller, "build"], change_a_page),
            "Unroller, nothing changed": (ours, [options.unroller, "build"], lambda folder: None),
        }
        if options.floor:
            builds["The bare C library"] = (ours, [options.floor, "content", "site.floor"], remove_floor)
        times = {build: [] for build in builds}
        # What is remembered comes from a build before: one that is not timed.
        timed([options.unroller, "build"], ours)
        for _ in range(options.rounds):
            for build, (folder, command, prepare) in builds.items():
                prepare(folder)
                times[build].append(timed(command, folder))
    print(f"{options.pages} pages, medians of {options.rounds}: seconds that pass, CPU seconds")
    for build, runs in times.items():
        wall, cpu = (statistics.median(run[kind] for run in runs) for kind in (0, 1))
        print(f"{build:38}{wall:8.2f}{cpu:8.2f}")


if __name__ == "__main__":
    main()
