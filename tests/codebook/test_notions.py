"""Every form finds its example, and what frames ask for is what notions say."""

import bracex
import pytest

from analysis.codebook.frames import frames
from analysis.codebook.notions import notions, words
from analysis.facts.lexing import tokens
from analysis.facts.view import view

LEVELS = ["prefecture", "county", "department", "province", "township", "national"]
FORMS = [(name, form) for name, notion in notions().items() for form in notion.forms]


def values(facet):
    return {name.split(".", 1)[1] for name in notions() if name.startswith(f"{facet}.")}


def folded(text):
    return view(text, 0, len(text)).text


@pytest.mark.parametrize(("name", "form"), FORMS)
def test_each_form_is_met_in_its_example_and_means_the_notion_there(name, form):
    example = folded(notions()[name].forms[form])
    forms = set(bracex.expand(form, limit=5000))
    facet, value = name.split(".", 1)
    heard = [
        token
        for level in LEVELS
        for token in tokens(example, level)
        if example[token.start : token.end] in forms
    ]
    assert any(token.has(facet, value) for token in heard)


def test_no_brace_is_mistyped():
    assert [word for word in words() if not word or set(word) & set("{}")] == []


def test_every_word_can_be_met_in_a_folded_text():
    assert [word for word in words() if folded(word) != word] == []


@pytest.mark.parametrize("topic", frames())
def test_every_topic_is_a_notion(topic):
    assert topic in values("topic")


def test_every_notion_of_a_topic_has_a_frame():
    assert values("topic") == set(frames())


@pytest.mark.parametrize("topic", frames())
def test_facets_that_frames_read_are_said_by_notions(topic):
    frame = frames()[topic]
    for facet in {*frame.facets, *frame.implied_by}:
        assert values(facet)
    for notion in (*frame.not_with, *frame.implied_without):
        assert notion in notions() or values(notion)
    for facet in frame.facets:
        assert frame.accepted(facet) <= values(facet)
    for entry in frame.together:
        assert {*entry.values, *entry.others} <= values(entry.facet)
    assert set(frame.needs) <= set(notions())


@pytest.mark.parametrize("facet", ["route", "timing", "outcome", "ground", "employment", "channel"])
def test_values_that_notions_say_tell_rows_apart_in_some_frame(facet):
    told = {v for frame in frames().values() for v in frame.accepted(facet)}
    entries = [entry for frame in frames().values() for entry in frame.together]
    joined = {v for e in entries if e.facet == facet for v in (*e.values, *e.others)}
    assert values(facet) == told | joined
