"""The training loop: workers that share one model in memory, each with a core of its own (or one with a GPU).

Weights are one flat tensor that all workers see, in bfloat16 or, where that is asked for, in float32; each worker adds
up gradients of the micro-batches that it takes from a common queue, then updates its share of the weights (float32
masters, AdamW). Two single-threaded workers beat two threads in one: these collapse as soon as anything else wants a
core.
"""

from __future__ import annotations

import abc
import dataclasses
import json
import math
import shutil
import signal
import sys
import time
from collections.abc import Callable
from multiprocessing.synchronize import Barrier
from pathlib import Path
from typing import Any, Generic, TypeVar

import torch
import torch.multiprocessing as mp

from compile.config import GROUP
from compile.quantize import rounded

from .llama import Llama
from .packs import Batch


@dataclasses.dataclass(frozen=True)
class Options:
    """What a run needs. `steps` counts updates; the last `decay` of them lower the learning rate to a twentieth.

    `quantized`: what is read are the weights as 4 bits leave them, while their masters stay as they are (the
    straight-through estimator of Bengio et al. 2013): so the model learns to live with what the page computes with.
    `frozen`: so many of the first layers, and the embeddings, do not learn. `float32`: compute in that, which is faster
    on processors without instructions for bfloat16.
    """

    start: Path
    out: Path
    steps: int
    rate: float
    warmup: int = 20
    decay: float = 0.3
    clip: float = 1.0
    weight_decay: float = 0.01
    workers: int = 2
    compiled: bool = False
    quantized: bool = False
    frozen: int = 0
    float32: bool = False
    save_every: int = 50
    validate_every: int = 50

    @property
    def dtype(self) -> torch.dtype:
        """What weights, activations and gradients are kept in."""
        return torch.float32 if self.float32 else torch.bfloat16

    def rate_at(self, step: int) -> float:
        """The learning rate of a step: a rise, a plateau, a straight fall. A longer run can continue the plateau."""
        fall = max(1, round(self.steps * self.decay))
        left = (self.steps - step) / fall
        return self.rate * min(1.0, (step + 1) / self.warmup, max(0.05, left))


Micro = TypeVar("Micro")
"""What is read at once."""


class Task(abc.ABC, Generic[Micro]):
    """What is learnt: the micro-batches of each step, and the loss on one."""

    figures: tuple[str, ...]
    """The names of the figures that `loss` and `measure` may give."""

    @abc.abstractmethod
    def micro_batches(self, step: int) -> list[Micro]:
        """The same for every worker, the longest first."""

    @abc.abstractmethod
    def loss(self, model: Llama, micro: Micro, step: int) -> tuple[torch.Tensor, dict[str, float]]:
        """The micro-batch's part of the step's loss, and figures to add up over the step."""

    @abc.abstractmethod
    def validation(self) -> list[Micro]:
        """Micro-batches to measure by; may be none."""

    @abc.abstractmethod
    def measure(self, model: Llama, micro: Micro) -> dict[str, float]:
        """Figures to add up over the validation."""


def answer_logits(model: Llama, batch: Batch) -> torch.Tensor:
    """Float32 logits (A, V) where the answers' tokens are asked for; the head sees no other position."""
    return model.logits(model.hidden(batch.ids, batch.positions, batch.blocks)[batch.at])


@dataclasses.dataclass
class Shared:
    """What the workers see in common."""

    weights: torch.Tensor
    gradients: torch.Tensor
    figures: torch.Tensor
    norms: torch.Tensor
    queue: Any
    barrier: Barrier

    def take(self) -> int:
        """The number of the next micro-batch that nobody has."""
        with self.queue.get_lock():
            number = self.queue.value
            self.queue.value += 1
        return number


def flatten(model: Llama, weights: torch.Tensor, gradients: torch.Tensor) -> None:
    """Make the parameters and their gradients views of two flat tensors."""
    at = 0
    for parameter in model.parameters():
        count = parameter.numel()
        parameter.data = weights[at : at + count].view_as(parameter)
        parameter.grad = gradients[at : at + count].view_as(parameter)
        at += count


class Worker(Generic[Micro]):
    """One worker of a run."""

    def __init__(self, rank: int, options: Options, task: Task[Micro], shared: Shared) -> None:
        """Take the model's shape from the start folder, its weights from the shared memory."""
        self.rank, self.options, self.task, self.shared = rank, options, task, shared
        self.model = Llama(options.start, options.compiled, options.frozen, options.dtype)
        flatten(self.model, shared.weights, shared.gradients[rank])
        size = shared.weights.numel()
        # Whole groups, each of which has one scale.
        each = -(-size // (options.workers * GROUP)) * GROUP
        self.share = slice(rank * each, min(size, (rank + 1) * each))
        self.master = torch.nn.Parameter(shared.weights[self.share].float())
        self.optimizer = torch.optim.AdamW(
            [self.master], lr=options.rate, betas=(0.9, 0.95), weight_decay=options.weight_decay, fused=True
        )
        self.first = self._resume()
        self._publish()

    def _state_file(self) -> Path:
        return self.options.out / f"state-{self.rank}.pt"

    def _resume(self) -> int:
        if not self._state_file().exists():
            return 0
        state = torch.load(self._state_file(), weights_only=True)
        self.master.data.copy_(state["master"])
        self.optimizer.load_state_dict(state["optimizer"])
        return int(state["step"])

    def _publish(self) -> None:
        """Show the masters of this worker's share to all workers, as the weights that they read."""
        self.shared.weights[self.share] = self.master.data.to(self.options.dtype)
        if not self.options.quantized:
            return
        at = 0
        for parameter in self.model.parameters():
            begin, at = at, at + parameter.numel()
            own = range(max(begin, self.share.start), min(at, self.share.stop))
            if parameter.dim() < 2 or not own:
                continue
            groups = self.master.data[own.start - self.share.start : own.stop - self.share.start].view(-1, GROUP)
            shown = self.shared.weights[own.start : own.stop].view(-1, GROUP)
            # Bit by bit, so that it stays in the core's cache.
            for some, same in zip(groups.split(4096), shown.split(4096), strict=True):
                same.copy_(rounded(some))

    def _save(self, step: int) -> None:
        """Write the state, then the weights: a run that is ended between two steps goes on from here."""
        state = {"step": step, "master": self.master.data, "optimizer": self.optimizer.state_dict()}
        partial = self._state_file().with_suffix(".part")
        torch.save(state, partial)
        self.shared.barrier.wait()
        partial.replace(self._state_file())
        if self.rank == 0:
            self.model.save(self.options.out / "model")
            for file in self.options.start.glob("tokenizer*.json"):
                shutil.copy(file, self.options.out / "model")

    def _all(self, micro: list[Micro], act: Callable[[Micro], dict[str, float]]) -> dict[str, float]:
        """Let the workers share out the micro-batches, and add up their figures."""
        own = dict.fromkeys(self.task.figures, 0.0)
        while (number := self.shared.take()) < len(micro):
            for name, value in act(micro[number]).items():
                own[name] += value
        self.shared.figures[self.rank] = torch.tensor(list(own.values()), dtype=torch.float64)
        self.shared.barrier.wait()
        total = dict(zip(own, self.shared.figures.sum(0).tolist(), strict=True))
        if self.rank == 0:
            self.shared.queue.value = 0
        self.shared.barrier.wait()
        return {name: value for name, value in total.items() if value}

    def _learn(self, micro: Micro, step: int) -> dict[str, float]:
        loss, figures = self.task.loss(self.model, micro, step)
        loss.backward()
        return figures

    def _update(self, step: int) -> tuple[float, float]:
        shared, options = self.shared, self.options
        gradient = shared.gradients[:, self.share].float().sum(0)
        shared.norms[self.rank] = gradient.square().sum().item()
        shared.barrier.wait()
        norm = math.sqrt(float(shared.norms.sum()))
        self.master.grad = gradient.mul_(min(1.0, options.clip / (norm + 1e-6)))
        rate = options.rate_at(step)
        self.optimizer.param_groups[0]["lr"] = rate
        self.optimizer.step()
        self._publish()
        shared.gradients[self.rank].zero_()
        shared.barrier.wait()
        return norm, rate

    def run(self) -> None:
        """All steps that are left."""
        options = self.options
        log = (options.out / "log.jsonl").open("a") if self.rank == 0 else None
        self.shared.barrier.wait()
        for step in range(self.first, options.steps):
            started = time.perf_counter()
            figures = self._all(self.task.micro_batches(step), lambda micro, step=step: self._learn(micro, step))
            norm, rate = self._update(step)
            line: dict[str, Any] = {"step": step + 1, "rate": rate, "norm": norm, **figures}
            line["seconds"] = time.perf_counter() - started
            last = step + 1 == options.steps
            if (step + 1) % options.validate_every == 0 or last:
                line["validation"] = self._validate()
            if (step + 1) % options.save_every == 0 or last:
                self._save(step + 1)
            if log:
                log.write(json.dumps({k: round(v, 6) if isinstance(v, float) else v for k, v in line.items()}) + "\n")
                log.flush()

    @torch.no_grad()
    def _validate(self) -> dict[str, float]:
        return self._all(self.task.validation(), lambda micro: self.task.measure(self.model, micro))


def _work(rank: int, options: Options, make: Callable[[], Task[Any]], shared: Shared) -> None:
    torch.set_num_threads(1)
    torch.manual_seed(rank)
    Worker(rank, options, make(), shared).run()


def train(options: Options, make: Callable[[], Task[Any]], figure_names: tuple[str, ...]) -> None:
    """Run the steps that are left, with as many workers as asked.

    `make` builds the task, with figures of these names, in each worker; it must be picklable. Writes `log.jsonl`, the
    state to go on from, and `model/` into the out folder.
    """
    options.out.mkdir(parents=True, exist_ok=True)
    workers = options.workers
    model = Llama(options.start, frozen=options.frozen, dtype=options.dtype)
    flat = torch.cat([parameter.data.flatten() for parameter in model.parameters()])
    gradients = torch.zeros(workers, flat.numel(), dtype=options.dtype)
    figures = torch.zeros(workers, len(figure_names), dtype=torch.float64)
    norms = torch.zeros(workers, dtype=torch.float64)
    context = mp.get_context("spawn")
    shared = Shared(flat, gradients, figures, norms, context.Value("q", 0), context.Barrier(workers))
    del model
    for tensor in (flat, gradients, figures, norms):
        tensor.share_memory_()
    # An ended run takes its workers with it; without this they would stay, waiting for each other.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("ended"))
    mp.spawn(_work, (options, make, shared), workers, daemon=True)
