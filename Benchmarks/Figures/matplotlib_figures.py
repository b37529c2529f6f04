"""The same three pictures by matplotlib (Agg): matplotlib_figures.py [COUNT]; CPU ms and kB each."""

import io
import statistics
import sys
import time

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import Circle, FancyBboxPatch


def line(fig, number):
    ax = fig.subplots()
    x = np.arange(200)
    ax.plot(x, np.exp(-x / (40 + number)) + 0.02 * np.abs(np.sin(x)), label="SimpleRNN")
    ax.plot(x, np.exp(-x / (90 + number)) + 0.01, label="LSTM")
    ax.set(yscale="log", title=f"Gradient norm by time step {number}")
    ax.set(xlabel="time step", ylabel="|dL/dh|")
    ax.grid(True, alpha=0.3)
    ax.legend()


def heat(fig, number):
    ax = fig.subplots()
    unit, step = np.mgrid[0:64, 0:200]
    values = np.tanh(np.sin(unit * 0.3 + number) * np.cos(step * 0.07))
    image = ax.imshow(values, aspect="auto", interpolation="nearest")
    ax.set(title=f"Hidden state {number}", xlabel="time step", ylabel="unit")
    fig.colorbar(image)


def diagram(fig, number):
    ax = fig.add_axes((0, 0, 1, 1))
    ax.set(xlim=(0, 16), ylim=(0, 9))
    ax.axis("off")
    ax.text(8, 8.4, f"Unrolled network {number}", ha="center", fontsize=14)

    def arrow(start, end):
        ax.annotate("", end, start, arrowprops=dict(arrowstyle="-|>", lw=1.2))

    for column in range(8):
        x = 1.1 + 1.95 * column
        for y, name, colour in ((1.2, "x", "#cde"), (4.0, "A", "#dec"), (6.8, "y", "#edc")):
            corner = (x - 0.5, y - 0.4)
            style = "round,pad=.05"
            ax.add_patch(FancyBboxPatch(corner, 1, 0.8, boxstyle=style, fc=colour, ec="#333"))
            ax.text(x, y, f"{name}{column}", ha="center", va="center")
        ax.add_patch(Circle((x, 5.4), 0.25, fc="w", ec="#333"))
        ax.text(x, 5.4, f"h{column}", ha="center", va="center", fontsize=7)
        arrow((x, 1.65), (x, 3.55))
        arrow((x, 4.45), (x, 5.15))
        arrow((x, 5.65), (x, 6.35))
        if column < 7:
            arrow((x + 0.55, 4), (x + 1.4, 4))


count = int(sys.argv[1]) if len(sys.argv) > 1 else 21
print("| picture | matplotlib ms | kB |\n|---|--:|--:|")
for draw in (line, heat, diagram):
    times, size = [], 0
    for number in range(count):
        start = time.process_time()
        figure = Figure(figsize=(8, 4.5), dpi=200)
        FigureCanvasAgg(figure)
        draw(figure, number)
        file = io.BytesIO()
        figure.savefig(file)
        times.append((time.process_time() - start) * 1e3)
        size = len(file.getvalue())
    print(f"| {draw.__name__} | {statistics.median(times):.1f} | {size / 1024:.1f} |")
