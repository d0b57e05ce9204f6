"""Formulae are named with their sources, and none is too short to be told from other words."""

import pytest

from analysis.codebook.headings import headings
from analysis.codebook.reuse import formulae, reuse, topic_of, without_formulae


@pytest.mark.parametrize("name", formulae())
def test_each_formula_has_a_source_and_is_found(name):
    known = formulae()[name]
    assert known.source
    for phrase in known.phrases:
        words = "".join(char for char in phrase if char.isalnum())
        assert len(words) >= 9
        rest, found = without_formulae(words)
        assert rest == "" and found


def test_row_names_of_the_forms_are_formulae_only_where_a_figure_stands():
    assert without_formulae("告知作出更改补充的0件")[1] == ("form_2014",)
    assert without_formulae("告知作出更改补充的做法")[1] == ()


@pytest.mark.parametrize(
    ("said", "rest"),
    [
        ("一是加强培训", "加强培训"),
        ("(二)加强培训", "加强培训"),
        ("3、加强培训", "加强培训"),
        ("第三,加强培训", "加强培训"),
        ("2.5万人参加", "2.5万人参加"),
        ("一是非分明", "非分明"),  # rare, and the same on both sides of a comparison
    ],
)
def test_numbering(said, rest):
    assert reuse().numbering.sub("", said) == rest


def test_returning_sections_are_topics_of_headings():
    assert set(reuse().returning) <= set(headings().topics)
    assert topic_of("四、2018年工作思路") == "plans"
    assert topic_of("三、存在的主要问题") == "problems"
