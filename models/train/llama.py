"""A Llama for training on a CPU: blocks of few lengths, and one compiled layer.

A CPU's matrix kernels are made anew for each shape, which takes longer than using them once: blocks are padded to
multiples of 64 tokens. The same compiled function serves all layers. Linear layers see one matrix of all blocks' rows.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import torch
from torch.nn.functional import embedding, linear, silu
from transformers import LlamaConfig, LlamaForCausalLM, PretrainedConfig

HIDDEN = -30000.0
"""What is added to a score that a token must not see."""


Block = tuple[int, int, int, int, int, torch.Tensor | None]
"""Rows `begin` to `end` read themselves, causally or with what the last adds to their scores (size, size), and before
that rows `first` to `last` as far as those are not padding (their number is the fifth); for a prefix `first` and `last`
are equal."""


def _norm(rows: torch.Tensor, weight: torch.Tensor, epsilon: float) -> torch.Tensor:
    wide = rows.float()
    return (wide * torch.rsqrt(wide.square().mean(-1, keepdim=True) + epsilon)).to(rows.dtype) * weight


def _turn(heads: torch.Tensor, cosine: torch.Tensor, sine: torch.Tensor) -> torch.Tensor:
    """Rotary embedding of (rows, heads, width)."""
    first, second = heads.chunk(2, -1)
    return heads * cosine[:, None] + torch.cat((-second, first), -1) * sine[:, None]


class _Attention(torch.autograd.Function):
    """Attention block by block, so that a block's scores stay in a core's cache.

    Plain matrix products and softmax; what it saves over autograd's own are passes over the scores, which cost more
    than the products do.
    """

    @staticmethod
    def forward(
        ctx: Any, query: torch.Tensor, key: torch.Tensor, value: torch.Tensor, blocks: list[Block]
    ) -> torch.Tensor:
        """Scaled query (rows, H, D), key and value (rows, G, D) to (rows, H x D)."""
        groups, width = key.shape[1:]
        read = torch.empty_like(query)
        saved = []
        for begin, end, first, last, length, own in blocks:
            size, before = end - begin, last - first
            asked = query[begin:end].view(size, groups, -1, width).permute(1, 2, 0, 3).reshape(groups, -1, width)
            keys, values = (_columns(one, begin, end, first, last) for one in (key, value))
            scores = torch.bmm(asked, keys.transpose(1, 2)).view(groups, -1, size, before + size)
            scores[..., before:].add_(causal(size) if own is None else own)
            scores[..., length:before] = HIDDEN
            weights = torch.softmax(scores, -1, out=scores).view(groups, -1, before + size)
            part = torch.bmm(weights, values).view(groups, -1, size, width)
            read[begin:end] = part.permute(2, 0, 1, 3).reshape(size, -1, width)
            saved += [asked, keys, values, weights]
        ctx.save_for_backward(*saved)
        ctx.blocks = blocks
        return read.view(len(query), -1)

    @staticmethod
    def backward(ctx: Any, gradient: torch.Tensor) -> tuple[torch.Tensor | None, ...]:  # type: ignore[override]
        """Gradients of query, key and value."""
        saved = ctx.saved_tensors
        groups, width = saved[1].shape[0], saved[1].shape[2]
        d_query = gradient.new_empty(len(gradient), gradient.shape[1] // width, width)
        d_key, d_value = (gradient.new_zeros(len(gradient), groups, width) for _ in range(2))
        for number, (begin, end, first, last, *_) in enumerate(ctx.blocks):
            asked, keys, values, weights = saved[number * 4 : number * 4 + 4]
            size, before = end - begin, last - first
            out = gradient[begin:end].view(size, groups, -1, width).permute(1, 2, 0, 3).reshape(asked.shape)
            scores = torch.bmm(out, values.transpose(1, 2))
            scores = torch._softmax_backward_data(scores, weights, -1, weights.dtype)
            part = torch.bmm(scores, keys).view(groups, -1, size, width)
            d_query[begin:end] = part.permute(2, 0, 1, 3).reshape(size, -1, width)
            for total, back in (
                (d_key, torch.bmm(scores.transpose(1, 2), asked)),
                (d_value, torch.bmm(weights.transpose(1, 2), out)),
            ):
                rows = back.transpose(0, 1)
                total[first:last] += rows[:before]
                total[begin:end] += rows[before:]
        return d_query, d_key, d_value, None


def _columns(rows: torch.Tensor, begin: int, end: int, first: int, last: int) -> torch.Tensor:
    """Keys or values that a block reads, by group: (G, columns, D)."""
    own = rows[begin:end]
    return (own if first == last else torch.cat((rows[first:last], own))).transpose(0, 1).contiguous()


@functools.cache
def causal(size: int) -> torch.Tensor:
    """What is added to scores, (size, size), so that no row sees a later one."""
    hidden = torch.ones(size, size, dtype=torch.bool).triu(1)
    return torch.zeros(size, size, dtype=torch.bfloat16).masked_fill(hidden, HIDDEN)


def _ask(
    rows: torch.Tensor,
    weights: tuple[torch.Tensor, ...],
    cosine: torch.Tensor,
    sine: torch.Tensor,
    width: int,
    epsilon: float,
) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """The first half of a layer, up to attention: scaled queries, keys, values."""
    before, query, key, value = weights
    seen = _norm(rows, before, epsilon)
    queries, keys, values = (linear(seen, one).view(len(rows), -1, width) for one in (query, key, value))
    return _turn(queries, cosine, sine) * width**-0.5, _turn(keys, cosine, sine), values


def _answer(rows: torch.Tensor, read: torch.Tensor, weights: tuple[torch.Tensor, ...], epsilon: float) -> torch.Tensor:
    """The second half of a layer."""
    output, after, gate, up, down = weights
    rows = rows + linear(read, output)
    seen = _norm(rows, after, epsilon)
    return rows + linear(silu(linear(seen, gate)) * linear(seen, up), down)


PARTS = (
    "input_layernorm",
    "self_attn.q_proj",
    "self_attn.k_proj",
    "self_attn.v_proj",
    "self_attn.o_proj",
    "post_attention_layernorm",
    "mlp.gate_proj",
    "mlp.up_proj",
    "mlp.down_proj",
)
"""The weights of a layer, as Hugging Face names them."""


class Llama:
    """A Llama with tied embeddings, in bfloat16 or float32. Its parameters have Hugging Face's names and order."""

    def __init__(
        self,
        source: Path | LlamaForCausalLM,
        compiled: bool = False,
        frozen: int = 0,
        dtype: torch.dtype = torch.bfloat16,
    ) -> None:
        """Take a Hugging Face folder or model. The first `frozen` layers and the embeddings do not learn."""
        self.compiled, self.dtype = compiled, dtype
        model = LlamaForCausalLM.from_pretrained(source, dtype=dtype) if isinstance(source, Path) else source.to(dtype)
        self.config: PretrainedConfig = model.config
        if not self.config.tie_word_embeddings:
            raise ValueError("only Llamas with tied embeddings are trained here")
        self.weights = {name: torch.nn.Parameter(value.detach().clone()) for name, value in model.named_parameters()}
        self.frozen = frozen
        for name, weight in self.weights.items():
            weight.requires_grad = not frozen or self._layer_of(name) >= frozen
        self._ask, self._answer = (torch.compile(half, dynamic=True) if compiled else half for half in (_ask, _answer))

    def _layer_of(self, name: str) -> int:
        """A weight's layer; the embeddings come before all, the last norm after them."""
        parts = name.split(".")
        return int(parts[2]) if parts[1] == "layers" else -1 if "embed" in name else self.config.num_hidden_layers

    def parameters(self) -> Iterator[torch.nn.Parameter]:
        """The weights that learn."""
        return (weight for weight in self.weights.values() if weight.requires_grad)

    def _angles(self, positions: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        width = self.config.head_dim
        theta = self.config.rope_parameters["rope_theta"]
        speeds = theta ** (-torch.arange(0, width, 2, dtype=torch.float32) / width)
        angles = torch.outer(positions.float(), speeds).repeat(1, 2)
        return angles.cos().to(self.dtype), angles.sin().to(self.dtype)

    def hidden(self, ids: torch.Tensor, positions: torch.Tensor, blocks: list[Block]) -> torch.Tensor:
        """The last layer's output after its norm, (rows, width), for tokens and their positions, both (rows,)."""
        cosine, sine = self._angles(positions)
        width, epsilon = self.config.head_dim, self.config.rms_norm_eps
        rows = embedding(ids, self.weights["model.embed_tokens.weight"])
        for number in range(self.config.num_hidden_layers):
            weights = tuple(self.weights[f"model.layers.{number}.{part}.weight"] for part in PARTS)
            with torch.set_grad_enabled(torch.is_grad_enabled() and number >= self.frozen):
                query, key, value = self._ask(rows, weights[:4], cosine, sine, width, epsilon)
                read = _Attention.apply(query, key, value, blocks)
                rows = self._answer(rows, read, weights[4:], epsilon)
        return _norm(rows, self.weights["model.norm.weight"], self.config.rms_norm_eps)

    def logits(self, hidden: torch.Tensor) -> torch.Tensor:
        """Float32 logits (…, V)."""
        return linear(hidden, self.weights["model.embed_tokens.weight"]).float()

    def save(self, folder: Path) -> None:
        """Write a Hugging Face folder."""
        model = LlamaForCausalLM(LlamaConfig.from_dict(self.config.to_dict())).to(torch.bfloat16)
        model.load_state_dict({name: value.detach() for name, value in self.weights.items()}, strict=False)
        model.tie_weights()
        model.save_pretrained(folder)
