"""Pruning: any text survives, every kept token stays reachable."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from bundled import BUNDLED
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer

from compile.chat_config import special_tokens
from compile.prune import growth, read_corpus, split
from compile.vocabulary import UnsupportedTokenizer, all_ids, count_tokens, merges, prune, read_selection

MODELS = Path(__file__).parent.parent
LIMIT = 16384


@cache
def bundled() -> Tokenizer:
    """The tokenizer that the app downloads, as Hugging Face's library reads it."""
    return Tokenizer.from_file(str(BUNDLED / "tokenizer.json"))


@given(st.text())
@settings(max_examples=500, deadline=None)
@example("🙂")
@example("👩‍👩‍👧‍👦 family")
@example("مرحبا بالعالم שלום")
@example("天気予報 东京 서울")
@example("\x00\x01\x04\x06\x13\x1d\x7f\u200f\u202e")
@example("\U0004f000\U000a0000\U0010ffff")
@example('{"tool_name": "Weather.SkyCast.Forecast", "parameters": {"city": "Oslo"}}')
@example("  two spaces\n\n\ttabs  ")
def test_any_text_survives(text: str) -> None:
    ids = bundled().encode(text, add_special_tokens=False).ids
    assert bundled().decode(ids, skip_special_tokens=False) == text


def test_size_and_special_tokens(pruned_tokenizer: dict[str, Any]) -> None:
    ids = all_ids(pruned_tokenizer)
    assert sorted(ids.values()) == list(range(len(ids)))
    assert len(ids) <= LIMIT
    assert all(token in ids for token in special_tokens("chatml"))


def test_every_token_is_reached_by_its_own_text(
    smollm_tokenizer: dict[str, Any], pruned_tokenizer: dict[str, Any]
) -> None:
    special = {token["content"] for token in pruned_tokenizer["added_tokens"]}
    # Without the splitting into words, which keeps some tokens (" a b") from any text.
    tokenizer = json.loads(json.dumps(pruned_tokenizer))
    tokenizer["pre_tokenizer"] = None
    tokenizer["added_tokens"] = []
    reader = Tokenizer.from_str(json.dumps(tokenizer))
    tokens = [token for token in pruned_tokenizer["model"]["vocab"] if token not in special]
    lost = [token for token in tokens if reader.encode(token, add_special_tokens=False).tokens != [token]]
    assert lost == []
    assert {tuple(pair) for pair in pruned_tokenizer["model"]["merges"]} <= set(merges(smollm_tokenizer))


def test_kept_tokens_mean_the_same(smollm_tokenizer: dict[str, Any], pruned_tokenizer: dict[str, Any]) -> None:
    selection = read_selection(MODELS / "configs/smollm2-16k.vocabulary.json")
    names = {number: token for token, number in all_ids(smollm_tokenizer).items()}
    ids = all_ids(pruned_tokenizer)
    assert all(ids[names[old]] == new for new, old in enumerate(selection.kept))
    assert len(selection.rows) == len(ids)


CORPUS = MODELS / ".cache/corpus.jsonl"


@pytest.mark.skipif(not CORPUS.exists(), reason="no corpus: run `npx tsx models/dataset/corpus.ts` first")
@pytest.mark.parametrize("part", ["openapi", "toolbench", "prompt"])
def test_held_out_domain_text_grows_by_less_than_three_percent(
    part: str, smollm_tokenizer: dict[str, Any], pruned_tokenizer: dict[str, Any]
) -> None:
    _, held_out = split(read_corpus(CORPUS).get(part, []))
    before, after = growth(smollm_tokenizer, pruned_tokenizer, held_out)
    assert after <= 1.03 * before


def test_everyday_questions_grow_little(smollm_tokenizer: dict[str, Any], pruned_tokenizer: dict[str, Any]) -> None:
    """Rarer words of general English are what pruning costs; the domain's own text is measured by compile.prune."""
    questions = [
        "Will it rain in Lisbon tomorrow afternoon, or can I leave the umbrella at home?",
        "Find me a cheap flight from Berlin to New York on the 3rd of June, only carry-on luggage.",
        "Send a text to my sister that dinner is at eight.",
        "How many euros do I get for 250 US dollars today?",
        "I'd like a vegetarian recipe with lentils that is ready in half an hour.",
    ]
    before = count_tokens(smollm_tokenizer, questions).total()
    assert count_tokens(pruned_tokenizer, questions).total() < 1.15 * before


def test_other_tokenizers_are_refused(smollm_tokenizer: dict[str, Any]) -> None:
    from compile.vocabulary import BytePairs

    with pytest.raises(UnsupportedTokenizer):
        BytePairs({**smollm_tokenizer, "pre_tokenizer": {"type": "Metaspace"}})
    with pytest.raises(UnsupportedTokenizer):
        BytePairs({**smollm_tokenizer, "model": {"type": "Unigram"}})


def test_pruning_to_everything_changes_nothing(smollm_tokenizer: dict[str, Any]) -> None:
    from compile.vocabulary import Selection

    same = prune(smollm_tokenizer, Selection(sorted(all_ids(smollm_tokenizer).values()), {}))
    assert all_ids(same) == all_ids(smollm_tokenizer)
    assert merges(same) == merges(smollm_tokenizer)
