"""A model that answers: from a Hugging Face folder, or from a folder of the page with its 4-bit weights."""

from __future__ import annotations

import json
from pathlib import Path

import torch
from transformers import AutoTokenizer, LlamaForCausalLM, PreTrainedTokenizerBase, PreTrainedTokenizerFast

from compile.config import from_hugging_face
from compile.reference import load_model
from train.packs import ChatTokens

from .constraint import Constraint, Vocabulary
from .decode import Reader, greedy
from .prompts import Prompt

END = "<|im_end|>"


class Answering:
    """A model with its tokenizer, and the form of its answers ("call" or "fit-call")."""

    def __init__(self, model: LlamaForCausalLM, tokenizer: PreTrainedTokenizerBase, form: str) -> None:
        """Take a loaded model."""
        self.reader, self.form = Reader(model.eval()), form
        self._tokenizer = tokenizer
        self.tokens = ChatTokens(tokenizer)
        self._vocabulary = Vocabulary(tokenizer)

    def prompt_ids(self, prompt: Prompt) -> list[int]:
        """The tokens that the model reads."""
        system, user = (message["content"] for message in prompt.messages)
        return self.tokens.system(system) + self.tokens.user(f"{user}<|im_end|>\n") + self.tokens.header

    def answer(self, prompt: Prompt, constrained: bool) -> str:
        """The text of the model's greedy answer."""
        expected = self.tokens.encode(prompt.answer) + self.tokens.end
        constraint = self.constraint(prompt) if constrained else None
        return self.text(greedy(self.reader, self.prompt_ids(prompt), expected, self.tokens.end[0], constraint))

    def constraint(self, prompt: Prompt) -> Constraint:
        """What an answer to this prompt may be."""
        return Constraint(self._vocabulary, prompt.grammar, prompt.leads, self.form, prompt.query)

    def text(self, answer: list[int]) -> str:
        """The text of an answer's tokens."""
        return self._tokenizer.decode(answer, skip_special_tokens=True)


def load(folder: Path, form: str | None, float32: bool = False) -> Answering:
    """Load a folder. Raises FileNotFoundError for one that holds neither kind of model.

    A folder of the page says its form; for others it is "fit-call" unless given.
    """
    dtype = torch.float32 if float32 else torch.bfloat16
    device = "cuda" if torch.cuda.is_available() else "cpu"
    if (folder / "model.json").exists():
        own = json.loads((folder / "model.json").read_text())
        shape = json.loads((folder / "mlc-chat-config.json").read_text())["model_config"]
        model = load_model(folder, from_hugging_face(shape)).to(dtype)
        tokenizer = PreTrainedTokenizerFast(tokenizer_file=str(folder / "tokenizer.json"), eos_token=END, pad_token=END)
        return Answering(model.to(device), tokenizer, form or own["answerForm"])
    if not (folder / "config.json").exists():
        raise FileNotFoundError(f"{folder} holds neither a model.json nor a config.json")
    model = LlamaForCausalLM.from_pretrained(folder, dtype=dtype)
    return Answering(model.to(device), AutoTokenizer.from_pretrained(folder), form or "fit-call")
