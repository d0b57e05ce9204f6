"""Every scope word finds its example at the levels it is for, and every shape its name."""

import bracex
import pytest

from analysis.codebook.scopes import Scopes, scope_words, scopes
from analysis.facts.lexing import tokens
from analysis.facts.view import view

LEVELS = ["national", "province", "prefecture", "county", "township", "department"]
CASES = [(group, form) for group in scopes().words for form in group.forms]


def folded(text):
    return view(text, 0, len(text)).text


@pytest.mark.parametrize(("group", "form"), CASES)
def test_each_form_stands_in_its_example_and_means_its_scope_at_some_level(group, form):
    text = folded(group.forms[form])
    forms = set(bracex.expand(form, limit=5000))
    heard = [
        t
        for level in group.levels or LEVELS
        for t in tokens(text, level)
        if text[t.start : t.end] in forms
    ]
    assert any(t.values("scope") == (group.scope,) for t in heard)


@pytest.mark.parametrize("level", LEVELS)
def test_no_brace_is_mistyped_and_every_word_can_be_met(level):
    words = scope_words(level)
    assert [word for word in words if not word or set(word) & set("{}")] == []
    assert [word for word in words if folded(word) != word] == []


def test_levels_exist():
    assert {level for group in scopes().words for level in group.levels} <= set(LEVELS)


@pytest.mark.parametrize(
    "name", ["short_offices", "signs_of_levels", "signs_of_parts", "of_nobody", "members"]
)
def test_short_names_stand_in_their_examples(name):
    words = getattr(scopes(), name)
    assert [word for word, example in words.items() if word not in folded(example)] == []


def test_words_of_accounts_can_be_met():
    words = [*scopes().accounts_of_others, *scopes().trades, *scopes().supervisors]
    assert [word for word in words if not word or folded(word) != word] == []


SHAPES = sorted(
    Scopes.model_fields.keys()
    - {"words", "short_offices", "signs_of_levels", "accounts_of_others", "trades", "supervisors"}
    - {"of_nobody", "members", "signs_of_parts"}
)


@pytest.mark.parametrize("name", SHAPES)
def test_shapes_match_their_examples_and_end_as_said(name):
    shape = getattr(scopes(), name)
    match = shape.pattern.search(folded(shape.example))
    assert match
    assert [*shape.ends_in.finditer(match.group())][-1].end() == len(match.group())


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("offices", "全市公开信息"),
        ("offices", "举办培训班"),
        ("portals", "各级政府网站"),
        ("places", "受理申请"),
    ],
)
def test_shapes_do_not_match_other_words(name, text):
    assert getattr(scopes(), name).pattern.search(text) is None
