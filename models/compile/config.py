"""What the compiler must know about a Llama: read from Hugging Face's `config.json`, checked once."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import Any

GROUP = 32
"""Weights that share one quantization scale, along a row."""


class UnsupportedModel(ValueError):
    """The checkpoint is not a Llama that this compiler can express."""


@dataclasses.dataclass(frozen=True)
class RopeScaling:
    """Llama 3's stretching of the low RoPE frequencies. Lengths are in tokens."""

    factor: float
    low_freq_factor: float
    high_freq_factor: float
    original_max_position_embeddings: int

    def for_tvm(self) -> dict[str, Any]:
        """The same values under the names that TVM's RoPE kernels look up."""
        return {"rope_type": "llama3", **dataclasses.asdict(self)}


@dataclasses.dataclass(frozen=True)
class LlamaConfig:
    """The shape of one Llama. All sizes count elements."""

    hidden: int
    intermediate: int
    layers: int
    heads: int
    kv_heads: int
    head_dim: int
    vocabulary: int
    rope_theta: float
    rms_eps: float
    tied: bool
    rope_scaling: RopeScaling | None = None
    bos_token_id: int | None = None
    eos_token_ids: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        """Raise UnsupportedModel for a shape that the kernels can't take."""
        for name in ("hidden", "intermediate"):
            if getattr(self, name) % GROUP:
                raise UnsupportedModel(f"{name} = {getattr(self, name)} is no multiple of {GROUP}")
        if self.heads * self.head_dim % GROUP:
            raise UnsupportedModel(f"heads * head_dim is no multiple of {GROUP}")
        if self.heads % self.kv_heads:
            raise UnsupportedModel(f"{self.heads} heads can't share {self.kv_heads} key/value heads evenly")
        if self.head_dim % 8:
            raise UnsupportedModel(f"head_dim = {self.head_dim} is no multiple of 8")

    @property
    def parameters(self) -> int:
        """Number of weights; a tied matrix counts once."""
        attention = self.hidden * self.head_dim * (2 * self.heads + 2 * self.kv_heads)
        layer = attention + 3 * self.hidden * self.intermediate + 2 * self.hidden
        return self.layers * layer + (1 if self.tied else 2) * self.vocabulary * self.hidden + self.hidden

    def for_hugging_face(self) -> dict[str, Any]:
        """The fields of a `config.json`, as `from_hugging_face` reads them."""
        scaling = {"rope_type": "default"} if self.rope_scaling is None else self.rope_scaling.for_tvm()
        return {
            "hidden_size": self.hidden,
            "intermediate_size": self.intermediate,
            "num_hidden_layers": self.layers,
            "num_attention_heads": self.heads,
            "num_key_value_heads": self.kv_heads,
            "head_dim": self.head_dim,
            "vocab_size": self.vocabulary,
            "rope_parameters": {**scaling, "rope_theta": self.rope_theta},
            "rms_norm_eps": self.rms_eps,
            "tie_word_embeddings": self.tied,
        }


def from_hugging_face(raw: dict[str, Any]) -> LlamaConfig:
    """Read the content of a `config.json`.

    Raises UnsupportedModel where the model is not a plain Llama (another activation, biases, another kind
    of RoPE scaling).
    """
    if raw.get("model_type", "llama") != "llama":
        raise UnsupportedModel(f"model_type {raw['model_type']!r} is not a Llama")
    if raw.get("hidden_act", "silu") != "silu":
        raise UnsupportedModel(f"activation {raw['hidden_act']!r}; only silu is compiled")
    for bias in ("attention_bias", "mlp_bias"):
        if raw.get(bias):
            raise UnsupportedModel(f"{bias} is not compiled")
    heads = int(raw["num_attention_heads"])
    # Transformers 5 writes theta and scaling into one object, earlier versions into two fields.
    rope = raw.get("rope_parameters") or {}
    eos = raw.get("eos_token_id")
    return LlamaConfig(
        hidden=int(raw["hidden_size"]),
        intermediate=int(raw["intermediate_size"]),
        layers=int(raw["num_hidden_layers"]),
        heads=heads,
        kv_heads=int(raw.get("num_key_value_heads") or heads),
        head_dim=int(raw.get("head_dim") or raw["hidden_size"] // heads),
        vocabulary=int(raw["vocab_size"]),
        rope_theta=float(rope.get("rope_theta") or raw.get("rope_theta") or 10000.0),
        rms_eps=float(raw.get("rms_norm_eps", 1e-6)),
        tied=bool(raw.get("tie_word_embeddings", False)),
        rope_scaling=_rope_scaling(raw.get("rope_scaling") or rope),
        bos_token_id=raw.get("bos_token_id"),
        eos_token_ids=tuple(eos) if isinstance(eos, list) else () if eos is None else (int(eos),),
    )


def _rope_scaling(raw: dict[str, Any]) -> RopeScaling | None:
    kind = raw.get("rope_type") or raw.get("type") or "default"
    if kind == "default":
        return None
    if kind != "llama3":
        raise UnsupportedModel(f"RoPE scaling {kind!r}; only Llama 3's is compiled")
    return RopeScaling(
        factor=float(raw["factor"]),
        low_freq_factor=float(raw["low_freq_factor"]),
        high_freq_factor=float(raw["high_freq_factor"]),
        original_max_position_embeddings=int(raw["original_max_position_embeddings"]),
    )


@dataclasses.dataclass(frozen=True)
class BuildConfig:
    """Our own choices for one model: `models/configs/<id>.json`. Lengths are in tokens."""

    id: str
    name: str
    kind: str
    summary: str
    license: str
    origin: str
    promptFormat: int
    answerForm: str
    contextWindow: int
    prefillChunk: int
    chatTemplate: str = "chatml"
    vocabulary: str | None = None
    prefillKernel: str = "tile8x4"
    decodeKernel: str = "split8x8"
    ropeScaling: dict[str, Any] | None = None

    def __post_init__(self) -> None:
        """Raise ValueError for a value outside its few choices."""
        if self.kind not in ("base", "personalized"):
            raise ValueError(f"kind {self.kind!r}")
        if self.answerForm not in ("call", "fit-call"):
            raise ValueError(f"answerForm {self.answerForm!r}")
        if not 0 < self.prefillChunk <= self.contextWindow:
            raise ValueError("prefillChunk must lie between 1 and contextWindow")


def read_build_config(path: Path) -> BuildConfig:
    """Read a build configuration; `vocabulary` is taken relative to the file. Raises TypeError for unknown fields."""
    config = BuildConfig(**json.loads(path.read_text()))
    if config.vocabulary is None:
        return config
    return dataclasses.replace(config, vocabulary=str(path.parent / config.vocabulary))
