"""Values copied from the query. The cases are those of `tests/unit/model-copying.test.ts`."""

import json

import pytest

from evaluate.copying import Passages, ValueWatch, pick

QUERY = "electric car charger Montreal free of charge"


@pytest.mark.parametrize(
    ("value", "shares", "expected"),
    [
        ("", {"umb": 0.7, "Mont": 0.2, " ": 0.1}, "Mont"),
        ("Mont", {"ana": 0.4, "real free": 0.2, "real": 0.4}, "real"),
        ("", {"umb": 0.985, "Mont": 0.015}, "umb"),
        ("", {"THB": 0.8, "real": 0.2}, "THB"),
        ("Montreal", {'e"': 0.5, '"}}': 0.3, " free": 0.2}, '"}}'),
        ("Mont", {'"': 0.6, "ana": 0.2, "real": 0.2}, "real"),
        ("charger", {' "': 0.6, " Mont": 0.3}, " Mont"),
        ("Mumb", {"ai": 0.6, "real": 0.4}, "ai"),
        ("", {"\ufffd": 0.8, "free": 0.2}, "\ufffd"),
        ("", {"Oslo": 0.6, '"': 0.4}, "Oslo"),
        (None, {"umb": 0.7, "Mont": 0.3}, "umb"),
    ],
)
def test_a_passage_is_taken_if_it_is_likely_enough(value: str | None, shares: dict[str, float], expected: str) -> None:
    texts = list(shares)
    assert texts[pick(Passages(QUERY), value, list(shares.values()), texts.__getitem__)] == expected


def test_quotes_are_copied_as_json_writes_them() -> None:
    passages = Passages('say "hi" twice')
    assert passages.hold("say \\", '"hi')
    assert passages.hold('say \\"hi', '\\"')
    assert not passages.hold("say", ' "hi')
    assert not passages.hold("say", ' hi"')


def test_an_open_value_is_known_at_every_cut() -> None:
    text = json.dumps({"a": 'x "y" \\', "list": ["one", {"b": "c"}, 2], "flag": True, "d": ""})
    watch = ValueWatch()
    opened = []
    for character in text:
        before = watch.open
        watch.read(character)
        if before is not None and watch.open is None:
            opened.append(json.loads(f'"{before}"'))
    assert opened == ['x "y" \\', "one", "c", ""]
