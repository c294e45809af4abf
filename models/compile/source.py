"""Where weights come from: a Hugging Face folder or a GGUF file, behind one interface."""

from __future__ import annotations

import abc
import json
import tempfile
from pathlib import Path
from typing import Any

import gguf
import torch
from safetensors import safe_open

from .config import LlamaConfig, UnsupportedModel, from_hugging_face


class Source(abc.ABC):
    """A checkpoint. Weights are asked for by their Hugging Face names (`model.layers.0.mlp.up_proj.weight`)."""

    config: LlamaConfig

    @abc.abstractmethod
    def weight(self, name: str) -> torch.Tensor:
        """The named weight as float32, (out, in) for a projection. Raises KeyError for an unknown name."""

    @abc.abstractmethod
    def tokenizer(self) -> dict[str, Any]:
        """The content of the `tokenizer.json`."""


class HuggingFaceFolder(Source):
    """A folder with `config.json`, `tokenizer.json` and one or more `*.safetensors`."""

    def __init__(self, folder: Path) -> None:
        """Open the folder; raises UnsupportedModel for another architecture, FileNotFoundError for missing files."""
        self.folder = folder
        self.config = from_hugging_face(json.loads((folder / "config.json").read_text()))
        self._files: dict[str, Path] = {}
        for file in sorted(folder.glob("*.safetensors")):
            with safe_open(file, "pt") as tensors:
                self._files.update(dict.fromkeys(tensors.keys(), file))
        if not self._files:
            raise FileNotFoundError(f"no *.safetensors in {folder}")

    def weight(self, name: str) -> torch.Tensor:
        """See Source.weight."""
        with safe_open(self._files[name], "pt") as tensors:
            return tensors.get_tensor(name).to(torch.float32)

    def tokenizer(self) -> dict[str, Any]:
        """See Source.tokenizer."""
        return json.loads((self.folder / "tokenizer.json").read_text())


_GGUF_NAMES = {
    "model.embed_tokens.weight": "token_embd.weight",
    "model.norm.weight": "output_norm.weight",
    "lm_head.weight": "output.weight",
    "input_layernorm": "attn_norm",
    "post_attention_layernorm": "ffn_norm",
    "self_attn.q_proj": "attn_q",
    "self_attn.k_proj": "attn_k",
    "self_attn.v_proj": "attn_v",
    "self_attn.o_proj": "attn_output",
    "mlp.gate_proj": "ffn_gate",
    "mlp.up_proj": "ffn_up",
    "mlp.down_proj": "ffn_down",
}


class GgufFile(Source):
    """A GGUF file of the architecture `llama`, of any quantization that the `gguf` package can read."""

    def __init__(self, file: Path) -> None:
        """Open the file; raises UnsupportedModel for another architecture."""
        self.file = file
        reader = gguf.GGUFReader(file)
        self._tensors = {tensor.name: tensor for tensor in reader.tensors}
        self._fields = reader.fields
        self.config = self._read_config()

    def _field(self, name: str, default: Any = None) -> Any:
        field = self._fields.get(name)
        return default if field is None else field.contents()

    def _read_config(self) -> LlamaConfig:
        if self._field("general.architecture") != "llama":
            raise UnsupportedModel(f"architecture {self._field('general.architecture')!r} is not a Llama")
        if "rope_freqs.weight" in self._tensors:
            raise UnsupportedModel(
                "this GGUF holds Llama 3's RoPE scaling as a table of factors; convert from the Hugging Face folder"
            )
        heads = self._field("llama.attention.head_count")
        hidden = self._field("llama.embedding_length")
        eos = self._field("tokenizer.ggml.eos_token_id")
        return LlamaConfig(
            hidden=hidden,
            intermediate=self._field("llama.feed_forward_length"),
            layers=self._field("llama.block_count"),
            heads=heads,
            kv_heads=self._field("llama.attention.head_count_kv", heads),
            head_dim=self._field("llama.attention.key_length", hidden // heads),
            vocabulary=int(self._tensors["token_embd.weight"].shape[1]),
            rope_theta=float(self._field("llama.rope.freq_base", 10000.0)),
            # The file holds a float32; the decimal that was meant is the shorter one.
            rms_eps=float(f"{self._field('llama.attention.layer_norm_rms_epsilon'):.6g}"),
            tied="output.weight" not in self._tensors,
            bos_token_id=self._field("tokenizer.ggml.bos_token_id"),
            eos_token_ids=() if eos is None else (eos,),
        )

    def weight(self, name: str) -> torch.Tensor:
        """See Source.weight."""
        tensor = self._tensors[_gguf_name(name)]
        values = torch.from_numpy(gguf.quants.dequantize(tensor.data, tensor.tensor_type).copy()).to(torch.float32)
        if "self_attn.q_proj" in name:
            return _unpermute(values, self.config.heads)
        if "self_attn.k_proj" in name:
            return _unpermute(values, self.config.kv_heads)
        return values

    def tokenizer(self) -> dict[str, Any]:
        """See Source.tokenizer; transformers turns the GGUF's lists into a `tokenizer.json`."""
        from transformers import AutoTokenizer

        with tempfile.TemporaryDirectory() as folder:
            AutoTokenizer.from_pretrained(self.file.parent, gguf_file=self.file.name).save_pretrained(folder)
            return json.loads((Path(folder) / "tokenizer.json").read_text())


def _gguf_name(name: str) -> str:
    if name in _GGUF_NAMES:
        return _GGUF_NAMES[name]
    _, _, layer, part = name.split(".", 3)
    return f"blk.{layer}.{_GGUF_NAMES[part.removesuffix('.weight')]}.weight"


def _unpermute(weights: torch.Tensor, heads: int) -> torch.Tensor:
    """Undo llama.cpp's order of the rows of a head, which pairs neighbours instead of halves for RoPE."""
    rows, columns = weights.shape
    return weights.reshape(heads, rows // heads // 2, 2, columns).swapaxes(1, 2).reshape(rows, columns)


def open_source(path: Path) -> Source:
    """Open a Hugging Face folder, a GGUF file, or a folder that holds a single GGUF file."""
    if path.is_file():
        return GgufFile(path)
    if (path / "config.json").exists():
        return HuggingFaceFolder(path)
    files = sorted(path.glob("*.gguf"))
    if len(files) != 1:
        raise FileNotFoundError(f"{path} holds neither a config.json nor exactly one *.gguf")
    return GgufFile(files[0])
