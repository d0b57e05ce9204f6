"""Every pattern around digits matches its example, and not its counter-example."""

import re

import pytest

from analysis.codebook.kinds import kinds
from analysis.facts.kinds import find_kinds
from analysis.facts.view import view

COUNTER_EXAMPLES = [rule for rule in kinds() if rule.counter_example]


def marked(example):
    text = view(str(example), 0, len(str(example))).text
    return {m.kind: text[m.start : m.end] for m in find_kinds(text)}


@pytest.mark.parametrize("rule", kinds(), ids=lambda rule: str(rule.example))
def test_the_example_is_of_its_kind(rule):
    found = marked(rule.example)
    assert rule.kind in found
    assert any(char.isdigit() for char in found[rule.kind])


@pytest.mark.parametrize("rule", kinds(), ids=lambda rule: str(rule.example))
def test_the_pattern_itself_matches_its_example(rule):
    text = view(str(rule.example), 0, len(str(rule.example))).text
    match = re.search(rule.pattern, text)
    assert match
    assert re.match(f"[{rule.begins}]", match.group())


@pytest.mark.parametrize("rule", COUNTER_EXAMPLES, ids=lambda rule: rule.counter_example)
def test_the_counter_example_is_not(rule):
    assert rule.kind not in marked(rule.counter_example)
