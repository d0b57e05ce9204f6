"""Every rule about topics finds its example, and no example names another topic."""

import pytest

from analysis.codebook.topics import named_in, opened_by, topics
from analysis.facts.view import view

KNOWN = topics().topics
HEADINGS = [(n, p, e) for n, t in KNOWN.items() for p, e in t.headings.items()]
OPENINGS = [(n, p, e) for n, t in KNOWN.items() for p, e in t.openings.items()]
CUES = [(n, c, e) for n, t in KNOWN.items() for c, e in t.cues.items()]
SEVERAL = {"七、存在问题和2014年打算", "八、不足与计划"}  # problems and plans in one


def folded(words):
    return view(words, 0, len(words)).text


@pytest.mark.parametrize(("name", "pattern", "example"), HEADINGS)
def test_headings(name, pattern, example):
    assert pattern.search(folded(example))
    expected = {"plans", "problems"} if example in SEVERAL else {name}
    assert named_in(folded(example), True) == expected


@pytest.mark.parametrize(("name", "pattern", "example"), OPENINGS)
def test_openings(name, pattern, example):
    assert pattern.match(folded(example))
    assert opened_by(folded(example)) == {name}


@pytest.mark.parametrize(("name", "cue", "example"), CUES)
def test_cues(name, cue, example):
    assert cue in folded(example)


@pytest.mark.parametrize("shape", [*topics().inline, topics().bracketed], ids=lambda s: s.example)
def test_shapes(shape):
    assert named_in(shape.pattern.match(folded(shape.example))["words"])


@pytest.mark.parametrize(
    "words",
    [
        "2017年政府信息公开工作要点落实情况",  # of everything
        "2、推进规划计划信息公开",  # plans that are published, not plans of the office
        "3、围绕深化改革推进管理和服务公开",
    ],
)
def test_headings_that_name_no_topic(words):
    assert named_in(words) == frozenset()


@pytest.mark.parametrize(
    "words",
    [
        "推进政府信息公开。按照要求",  # of everything
        "2017年公开扶贫信息168条。",  # a figure: no heading
        "根据群众要求,增设了查阅点。",
        "未发生行政复议。",  # a fact
    ],
)
def test_beginnings_that_name_no_topic(words):
    assert opened_by(words) == frozenset()


def test_a_chapter_of_overview_is_none_below_another():
    assert named_in("(一)总体情况", True) == {"overview"}
    assert named_in("(一)总体情况") == frozenset()


def test_topics_named_by_rules_exist():
    assert topics().otherwise in KNOWN
    assert {name for topic in KNOWN.values() for name in topic.before} <= set(KNOWN)
