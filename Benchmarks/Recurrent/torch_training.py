"""Times a training in Unroller and in PyTorch, one after the other in the same run.

One update (forwards, backwards, Adam; float32, 8 features, one output at every time-step) of each
cell, size, batch and length, the least of three medians by turns; memory; the adding problem;
gradient norms. Prints Markdown.
"""
import argparse
import itertools
import subprocess
import sys
import time

import torch
from torch import nn

CELLS = {"lstm": (nn.LSTM, 4), "gru": (nn.GRU, 3), "rnn": (nn.RNN, 1)}
SIZES = [16, 64, 256, 512]

parser = argparse.ArgumentParser(description="Training beside PyTorch.")
parser.add_argument("program", help="our recurrent-benchmark")
parser.add_argument("--full", action="store_true", help="50 and 1000 time-steps as well")
parser.add_argument("--threads", type=int, nargs="+", default=[1, 2])
parser.add_argument("--turns", type=int, default=3)
parser.add_argument("--cells", nargs="+", choices=CELLS, help="of updates, and nothing else")
parser.add_argument("--hidden", type=int, nargs="+", default=SIZES)
parser.add_argument("--batches", type=int, nargs="+", default=[1, 32])
options = parser.parse_args()
LENGTHS = [50, 200, 1000] if options.full else [200]


def ours(*arguments):
    """What our program says, as numbers."""
    command = [options.program, *map(str, arguments)]
    output = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return [float(word) for word in output.split()]


def median(body, threads):
    """As the Swift side: CPU time with one thread, else the time that passes."""
    clock = time.process_time if threads == 1 else time.perf_counter
    body()
    times = []
    while len(times) < 5 or (sum(times) < 0.5 and len(times) < 500):
        start = clock()
        body()
        times.append(clock() - start)
    return sorted(times)[len(times) // 2] * 1e3


def network(cell, inputs, hidden):
    layer, head = CELLS[cell][0](inputs, hidden), nn.Linear(hidden, 1)
    return layer, head, [*layer.parameters(), *head.parameters()]


def step(cell, hidden, batch, length, threads):
    torch.manual_seed(0)
    torch.set_num_threads(threads)
    layer, head, parameters = network(cell, 8, hidden)
    optimizer = torch.optim.Adam(parameters, lr=1e-3, fused=True)
    x, y = torch.randn(length, batch, 8), torch.randn(length, batch, 1)

    def update():
        optimizer.zero_grad()
        nn.functional.mse_loss(head(layer(x)[0]), y).backward()
        optimizer.step()

    return median(update, threads)


def flop(cell, hidden, batch, length):
    """Of the products: forwards x and h, backwards the weights' gradients and h."""
    gates = CELLS[cell][1]
    return 2 * batch * length * gates * hidden * (2 * (8 + hidden) + hidden)


def product_peak():
    """Gflop/s of a large product in PyTorch's library."""
    torch.set_num_threads(1)
    a, b = torch.randn(1024, 1024), torch.randn(1024, 1024)
    return 2 * 1024**3 / median(lambda: a @ b, 1) / 1e6


def adding(count):
    """Seconds for `count` sequences, without drawing them."""
    torch.set_num_threads(1)
    layer, head, parameters = network("lstm", 2, 16)
    optimizer = torch.optim.Adam(parameters, lr=2e-3, fused=True)
    x, y = torch.randn(100, 1, 2), torch.randn(1, 1)
    start = time.process_time()
    for _ in range(count):
        optimizer.zero_grad()
        nn.functional.mse_loss(head(layer(x)[0][-1]), y).backward()
        nn.utils.clip_grad_norm_(parameters, 1)
        optimizer.step()
    return time.process_time() - start


def norms():
    torch.set_num_threads(1)
    cell = nn.LSTMCell(1, 32)
    x = torch.randn(1001, 1, 1)

    def run():
        h = c = torch.zeros(1, 32)
        states = []
        for t in range(1001):
            h, c = cell(x[t], (h, c))
            states.append(h)
        return [g.norm() for g in torch.autograd.grad(states[-1].sum(), states)]

    return median(run, 1)


def updates(peak, threads, cells):
    """The table of all updates, with some threads."""
    print(f"\n{threads} thread{'s' * (threads > 1)}, milliseconds of an update\n")
    print("| cell | hidden | batch | steps | Unroller | PyTorch | ratio | Gflop/s | of the peak |")
    print("|---|--:|--:|--:|--:|--:|--:|--:|--:|")
    for shape in itertools.product(cells, options.hidden, options.batches, LENGTHS):
        turns = [
            (ours("step", *shape, threads)[0], step(*shape, threads))
            for _ in range(options.turns)]
        mine, theirs = (min(times) for times in zip(*turns))
        speed = flop(*shape) / mine / 1e6
        print(
            f"| {' | '.join(map(str, shape))} | {mine:.3g} | {theirs:.3g} "
            f"| {theirs / mine:.2f} | {speed:.0f} | {speed / peak / threads:.0%} |",
            flush=True)


peak = ours("peak")[0]
print(
    f"A product of {peak:.0f} Gflop/s is the best that our kernels do on one thread; PyTorch "
    f"{torch.__version__} does {product_peak():.0f} with 1024 × 1024 numbers\n")
for threads in options.threads:
    updates(peak, threads, options.cells or CELLS)
if options.cells:
    sys.exit()

print("\nMemory of three updates, megabytes\n")
print("| cell | hidden | batch | steps | must be kept | taken | ratio |")
print("|---|--:|--:|--:|--:|--:|--:|")
for cell in CELLS:
    for hidden, batch, length in [(16, 32, 1000), (512, 1, 200), (64, 32, 1000), (512, 32, 200)]:
        needed, taken = ours("memory", cell, hidden, batch, length)
        print(
            f"| {cell} | {hidden} | {batch} | {length} | {needed:.1f} | {taken:.1f} "
            f"| {taken / needed:.2f} |",
            flush=True)

print("\nAdding problem, 100 time-steps, to the criterion of 1997\n")
print("| seed | sequences | wrong of 2560 | Unroller s | PyTorch s for as many |")
print("|--:|--:|--:|--:|--:|")
each = adding(1000) / 1000
for seed in [1, 2, 3] if not options.full else range(1, 6):
    count, seconds, wrong = ours("adding", seed)
    print(
        f"| {seed} | {count:.0f} | {wrong:.0f} | {seconds:.2f} "
        f"| {each * count:.0f} (from 1000) |",
        flush=True)

mine, theirs = ours("norms")[0], norms()
print(f"\nGradient norms, LSTM, 32 units, 1000 time-steps: {mine:.2f} ms, PyTorch {theirs:.0f} ms")
