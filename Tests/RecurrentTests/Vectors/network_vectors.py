"""Writes network.json: an embedding, a stack that reads both ways, a linear layer, in doubles."""

import json
import pathlib

import torch

torch.set_default_dtype(torch.float64)


class Network(torch.nn.Module):
    def __init__(self, cell, tokens, size, units, layers, outputs):
        super().__init__()
        self.embedding = torch.nn.Embedding(tokens, size)
        self.rnn = cell(size, units, num_layers=layers, bidirectional=True, batch_first=True)
        self.head = torch.nn.Linear(2 * units, outputs)

    def forward(self, x, last):
        y, state = self.rnn(self.embedding(x))
        if last:
            h = state[0] if isinstance(state, tuple) else state
            y = torch.cat([h[-2], h[-1]], dim=1).unsqueeze(1)
        return self.head(y)


def array(tensor):
    return {"shape": list(tensor.shape), "data": tensor.detach().flatten().tolist()}


def case(name, cell, seed, layers, last):
    torch.manual_seed(seed)
    network = Network(cell, tokens=6, size=3, units=4, layers=layers, outputs=2)
    x = torch.randint(0, 6, (3, 5))
    target = torch.randn(3, 1 if last else 5, 2)
    y = network(x, last)
    loss = torch.nn.functional.mse_loss(y, target)
    loss.backward()
    named = dict(network.named_parameters())
    return {
        "name": name, "last": last, "layers": layers, "tokens": 6, "size": 3, "units": 4,
        "params": {key: array(value) for key, value in named.items()},
        "x": array(x.to(torch.float64)), "target": array(target), "y": array(y),
        "loss": loss.item(), "grads": {key: array(value.grad) for key, value in named.items()},
    }


cases = [
    case("lstm", torch.nn.LSTM, 11, 2, False),
    case("lstm", torch.nn.LSTM, 12, 1, True),
    case("gru", torch.nn.GRU, 13, 2, True),
]
path = pathlib.Path(__file__).with_name("network.json")
path.write_text(json.dumps({"version": 1, "cases": cases}) + "\n")
