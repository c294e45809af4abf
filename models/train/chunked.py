"""Attention over a packed row on a CPU: chunks of rows, each of which reads only columns that one of its rows may see.

Most of a packed row's square of scores is masked. Cut into chunks, and without copies of the key/value heads, forward
and backward of one layer take 0.4 of the time of the whole square (1,150 tokens, one core).
"""

from __future__ import annotations

import dataclasses

import torch
from transformers import AttentionInterface

NAME = "chunked"
"""What `attn_implementation` is called."""

ROWS = 128
"""Rows at once: fewer waste fewer columns, more make better matrix products."""

HIDDEN = -30000.0


@dataclasses.dataclass(frozen=True)
class Chunk:
    """Rows `begin` to `end` read these spans' columns; from the `masked`-th of them on, `hidden` says which not."""

    begin: int
    end: int
    spans: list[tuple[int, int]]
    masked: int
    hidden: torch.Tensor

    def columns(self, tensor: torch.Tensor) -> torch.Tensor:
        """What these rows read of keys or values (G, T, D)."""
        parts = [tensor[:, first:end] for first, end in self.spans]
        return parts[0] if len(parts) == 1 else torch.cat(parts, 1)


def _spans(used: torch.Tensor) -> list[tuple[int, int]]:
    """The runs of true values."""
    edges = torch.cat([used.new_zeros(1), used, used.new_zeros(1)]).int().diff().nonzero()[:, 0].tolist()
    return list(zip(edges[::2], edges[1::2], strict=True))


def plan(visible: torch.Tensor) -> list[Chunk]:
    """Chunks for a row of T tokens; `visible` (T, T): whether row sees column."""
    chunks = []
    for begin in range(0, len(visible), ROWS):
        rows = visible[begin : begin + ROWS]
        used = rows.any(0)
        seen = rows[:, used]
        partly = (~seen.all(0)).nonzero()
        masked = int(partly[0]) if len(partly) else seen.shape[1]
        chunks.append(Chunk(begin, begin + len(rows), _spans(used), masked, ~seen[:, masked:]))
    return chunks


_current: list[Chunk] = []


def use(chunks: list[Chunk]) -> None:
    """Let the next forward pass follow a plan. Given as an argument, each plan would have the layers compiled anew."""
    _current[:] = chunks


@torch.compiler.disable
def attend(
    module: torch.nn.Module,
    query: torch.Tensor,
    key: torch.Tensor,
    value: torch.Tensor,
    attention_mask: torch.Tensor | None,
    scaling: float,
    **_: object,
) -> tuple[torch.Tensor, None]:
    """Transformers' attention interface: query (1, H, T, D), key and value (1, G, T, D) to (1, T, H, D)."""
    _, heads, tokens, width = query.shape
    groups = key.shape[1]
    each = heads // groups
    query = (query * scaling).view(groups, each, tokens, width)
    key, value = key[0], value[0]
    parts = []
    for chunk in _current:
        rows = chunk.end - chunk.begin
        asked = query[:, :, chunk.begin : chunk.end].reshape(groups, each * rows, width)
        scores = asked @ chunk.columns(key).transpose(1, 2)
        scores.view(groups, each, rows, -1)[..., chunk.masked :].masked_fill_(chunk.hidden, HIDDEN)
        read = scores.softmax(-1) @ chunk.columns(value)
        parts.append(read.view(groups, each, rows, width))
    return torch.cat(parts, 2).view(1, heads, tokens, width).transpose(1, 2), None


AttentionInterface.register(NAME, attend)
