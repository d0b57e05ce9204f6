"""Words of claims, periods and outlines: each stands in its own sentence, and is understood there."""

import pytest

from analysis.codebook.claims import claims, expanded
from analysis.codebook.outline import outline
from analysis.codebook.periods import periods
from analysis.facts.claims import find_claims
from analysis.facts.cutting import sentences
from analysis.facts.view import view

BOOK = claims()
GROUPS = {
    "share": BOOK.share, "up": BOOK.up, "down": BOOK.down, "behind": BOOK.behind, "then": BOOK.then,
    "since": BOOK.since, "until": BOOK.until, "equals": BOOK.equals, "part": BOOK.part, "rest": BOOK.rest,
    "sum": BOOK.sum, "closed": BOOK.closed, "running": BOOK.running, "several": BOOK.several, "first": BOOK.first,
    "ever": BOOK.ever, "narrowing": BOOK.narrowing, "units": BOOK.units, "below": BOOK.below, "naming": BOOK.naming, "marks": BOOK.marks, "series": BOOK.series, "recent": BOOK.recent, "against": BOOK.against, "about": BOOK.about, "kin": BOOK.kin,
    "doubled": {word: one.example for word, one in BOOK.doubled.items()},
    "pair": {word: one.example for word, one in BOOK.pair.items()},
    "whole": BOOK.whole, "period": periods().words, "published": periods().published,
    "subject": outline().subjects, "unit": outline().units, "attached": outline().attached,
}  # fmt: skip
WORDS = [(group, word, said) for group, words in GROUPS.items() for word, said in words.items()]


@pytest.mark.parametrize(("group", "word", "said"), WORDS, ids=lambda one: str(one)[:20])
def test_every_word_stands_in_its_sentence(group, word, said):
    assert any(one in said for one in expanded([word]))


def kinds(said, year=2016):
    text = view(said, 0, len(said)).text
    return {part.kind for part in find_claims(sentences(text, "prefecture"), {}, year)}


@pytest.mark.parametrize("said", [one.example for one in BOOK.rates.values()])
def test_every_rate_is_read_in_its_sentence(said):
    assert kinds(said) == {"share"}


@pytest.mark.parametrize("said", [one.example for one in BOOK.doubled.values()])
def test_every_word_of_what_doubled_is_read_in_its_sentence(said):
    assert kinds(said) == {"growth"}


@pytest.mark.parametrize("said", [one.example for one in BOOK.pair.values()])
def test_every_pronoun_of_a_share_is_read_in_its_sentence(said):
    assert kinds(said) == {"share"}


@pytest.mark.parametrize(
    "said",
    {*BOOK.units.values(), *BOOK.below.values(), *BOOK.naming.values(), *BOOK.marks.values()},
)
def test_every_word_of_items_is_read_in_its_sentence(said):
    assert kinds(said) == {"items"}


@pytest.mark.parametrize(
    "said", [*BOOK.sum.values(), *BOOK.running.values(), *BOOK.several.values()]
)
def test_every_word_of_a_sum_is_read_in_its_sentence(said):
    assert "list" in kinds(said)
