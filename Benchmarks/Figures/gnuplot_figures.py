"""The same three pictures by gnuplot (pngcairo): gnuplot_figures.py [COUNT]; CPU ms and kB each.

What starting gnuplot costs is taken off: COUNT + 1 pictures in one process less one picture.
"""

import math
import os
import pathlib
import resource
import shutil
import subprocess
import sys
import tempfile

HEAD = "set terminal pngcairo size 1600,900 fontscale 1.6\n"


def line(number):
    return (
        f"set logscale y\nset grid\nset title 'Gradient norm by time step {number}'\n"
        "set xlabel 'time step'\nset ylabel '|dL/dh|'\nset samples 200\n"
        f"plot [0:199] exp(-x/{40 + number})+.02*abs(sin(x)) lw 2 title 'SimpleRNN',"
        f" exp(-x/{90 + number})+.01 lw 2 title 'LSTM'\n"
    )


def heat(number):
    def value(unit, step):
        return math.tanh(math.sin(unit * 0.3 + number) * math.cos(step * 0.07))

    rows = [" ".join(f"{value(u, t):.4g}" for t in range(200)) for u in range(64)]
    return (
        "$d << E\n" + "\n".join(rows) + f"\nE\nset title 'Hidden state {number}'\n"
        "set xlabel 'time step'\nset ylabel 'unit'\n"
        "plot [-.5:199.5][-.5:63.5] $d matrix with image notitle\n"
    )


def diagram(number):
    text = f"unset border\nunset tics\nunset key\nset title 'Unrolled network {number}'\n"
    for column in range(8):
        x = 1.1 + 1.95 * column
        for y, name in ((1.2, "x"), (4.0, "A"), (6.8, "y")):
            text += f"set object rectangle center {x},{y} size 1,.8 fc rgb '#ccddee'\n"
            text += f"set label '{name}{column}' at {x},{y} center\n"
        text += f"set object circle center {x},5.4 size .25\n"
        text += f"set label 'h{column}' at {x},5.4 center\n"
        for start, end in ((1.65, 3.55), (4.45, 5.15), (5.65, 6.35)):
            text += f"set arrow from {x},{start} to {x},{end}\n"
        if column < 7:
            text += f"set arrow from {x + 0.55},4 to {x + 1.4},4\n"
    return text + "plot [0:16][0:9] -1\n"


def seconds(draw, count, folder):
    job = HEAD
    for number in range(count):
        job += f"reset\nset output '{folder}/{number}.png'\n" + draw(number)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(["gnuplot"], input=job, text=True, check=True, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if not shutil.which("gnuplot"):
    sys.exit("gnuplot is not installed; install the package 'gnuplot-nox' for its numbers")
count = int(sys.argv[1]) if len(sys.argv) > 1 else 20
print("| picture | gnuplot ms | kB |\n|---|--:|--:|")
for draw in (line, heat, diagram):
    with tempfile.TemporaryDirectory() as folder:
        first = seconds(draw, 1, folder)
        each = (seconds(draw, count + 1, folder) - first) / count * 1000
        size = os.path.getsize(pathlib.Path(folder) / "0.png") / 1024
        print(f"| {draw.__name__} | {each:.1f} | {size:.1f} |")
