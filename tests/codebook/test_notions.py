"""Every notion finds its example, and what frames ask for is what notions say."""

import pytest

from analysis.codebook.frames import frames
from analysis.codebook.notions import notions, words
from analysis.facts.view import view


def values(facet):
    return {name.split(".", 1)[1] for name in notions() if name.startswith(f"{facet}.")}


def folded(text):
    return view(text, 0, len(text)).text


def spoken(name):
    """The words of a notion that stand in its example."""
    said = folded(notions()[name].example)
    return [word for word, names in words().items() if name in names and word in said]


@pytest.mark.parametrize("name", notions())
def test_the_example_holds_one_of_the_forms(name):
    assert spoken(name)


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
    for facet in {*frame.facets, *frame.implied_by, *frame.not_with}:
        assert values(facet)
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
