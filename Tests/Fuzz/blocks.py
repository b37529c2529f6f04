"""Garbles the blocks of the course and has the real command answer them.

    python3 Tests/Fuzz/blocks.py [--rounds N] [--seed S] [--minutes M] [--unroller PATH]

Each round makes a course of garbled pages and runs `unroller check` on it. What must never happen: an
exit code but 0 and 1, a block that brings its worker down, one that outlasts its limits. Such pages are
kept in `.unroller/fuzz`, and the exit code is 1. The same seed garbles the same way everywhere.
"""

import argparse
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
PAGES = 40
LIMITS = "limits: { steps: 200000, values: 2000000, seconds: 4, memory-megabytes: 1024 }"
BAD = ("brought its process down", "does not end within", "no block can run")
NUMBERS = [
    "0", "1", "-1", "2", "3", "7", "100", "1000", "100000", "1000000000", "2.5", "-0.0", "1e9", "1e308",
    "1e-320", "9223372036854775807", "-9223372036854775807 - 1", "0.0 / zero", "1 / zero", "Double.pi",
    "0x7fffffff", "nil", "true", '"x"', "[]", "[1]", "[0.0 / zero]", "[[1.0], [2.0, 3.0]]",
]
SPICE = [
    "!", "??", "?", "&", "self", "Any", "try", "in", "..<", "...", "[0...]", "[...]", "[Int]()", "[]", "[:]",
    "{}", "()", "$1", "$0", "return", "let", "var", "\\", '"', ".", "<", "->", "func", "struct", "switch",
    "case", "mutating", "if", "else", "while true {", "for", "(" * 40, "[" * 9, "{" * 40, "a<" * 30,
    "-" * 60, "\\(", "//", "/*", "\u0000", "é", "🧠", "\u202e", ".map { $0 }", ".size(width: 1e9)",
]
WORD = re.compile(r"[A-Za-z_][A-Za-z_0-9]*")
NUMBER = re.compile(r"(?<![\w.])\d[\d_]*(?:\.\d+)?(?:e-?\d+)?")


def corpus():
    """Every block of the course with those above it on its page, and the compiler's test programs."""
    programs = []
    for path in sorted((ROOT / "content").rglob("*.md")):
        blocks = re.findall(r"^```swift-rnn\n(.*?)^```", path.read_text(), re.S | re.M)
        lines = ["\n".join(line for line in block.split("\n") if not line.startswith("//|"))
                 for block in blocks]
        programs += ["\n".join(lines[max(0, end - 3):end]) for end in range(1, len(lines) + 1)]
    programs += [path.read_text() for path in sorted((ROOT / "Tests/BlockPrograms").glob("*.swift"))]
    return [program for program in programs if program.strip()]


def found():
    """What was answered badly once: each round begins with it as it is."""
    return [path.read_text() for path in sorted((ROOT / "Tests/Fuzz/found").glob("*.swift"))]


def garble(program, words, dice):
    for _ in range(dice.choice([1, 1, 1, 2, 3, 5])):
        kind = dice.randrange(10)
        numbers, names = list(NUMBER.finditer(program)), list(WORD.finditer(program))
        if kind < 4 and numbers:
            program = replaced(program, dice.choice(numbers), dice.choice(NUMBERS))
        elif kind < 6 and names:
            program = replaced(program, dice.choice(names), dice.choice(words))
        elif kind < 7:
            place = dice.randrange(len(program) + 1)
            program = program[:place] + dice.choice(SPICE) + program[place:]
        elif kind < 8:
            lines = program.split("\n")
            start, count = dice.randrange(len(lines)), dice.randrange(1, 4)
            part = lines[start:start + count]
            if dice.random() < 0.5:
                del lines[start:start + count]
            lines[dice.randrange(len(lines) + 1):0] = part
            program = "\n".join(lines)
        elif kind < 9:
            start = dice.randrange(len(program) + 1)
            program = program[:start] + program[start + dice.randrange(1, 12):]
        else:
            program = program[:dice.randrange(len(program) + 1)]
    return program.replace("```", "")[:16000]


def replaced(text, match, new):
    return text[:match.start()] + new + text[match.end():]


def run(round_seed, programs, words, unroller, keep):
    """The bad answers of one round."""
    dice = random.Random(round_seed)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "content").mkdir()
        pages = [f"page-{number}.md" for number in range(PAGES)]
        (folder / "content/course.yml").write_text(
            f"title: Fuzz\n{LIMITS}\nparts:\n  - title: All\n    pages: [{', '.join(pages)}]\n")
        known = found()
        for number, page in enumerate(pages):
            program = garble(dice.choice(programs), words, dice)
            if number < len(known):
                program = known[number]
            elif dice.random() < 0.3:
                program = "let zero = 0.0\n" + program
            (folder / "content" / page).write_text(f"# Page\n\n```swift-rnn\n{program}\n```\n")
        done = subprocess.run(
            [unroller, "check"], cwd=folder, capture_output=True, text=True, errors="replace",
            timeout=PAGES * 20)
        bad = [line for line in done.stderr.split("\n") if any(words in line for words in BAD)]
        if done.returncode not in (0, 1):
            bad.append(f"exit code {done.returncode}")
        for line in bad:
            keep.mkdir(parents=True, exist_ok=True)
            page = re.match(r"content/(page-\d+\.md)", line)
            sources = [page[1]] if page else pages
            for source in sources:
                shutil.copy(folder / "content" / source, keep / f"{round_seed}-{source}")
    return bad


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--rounds", type=int, default=3)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--minutes", type=float, default=None, help="go on for so long instead")
    arguments.add_argument("--unroller", default=str(ROOT / ".build/release/unroller"))
    options = arguments.parse_args()
    programs = corpus()
    words = sorted({match[0] for program in programs for match in WORD.finditer(program)})
    end = None if options.minutes is None else time.monotonic() + 60 * options.minutes
    number, found = 0, 0
    while number < options.rounds if end is None else time.monotonic() < end:
        bad = run(options.seed + number, programs, words, options.unroller, ROOT / ".unroller/fuzz")
        for line in bad:
            print(f"seed {options.seed + number}: {line}", flush=True)
        found += len(bad)
        number += 1
    print(f"{number * PAGES} garbled pages, {found} answered badly")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
