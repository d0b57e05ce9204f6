"""Every wording that announces an area holds in its example, and in no statement."""

import pytest

from analysis.codebook.announcements import announcements, wording_of

CLAUSES = announcements().clauses


@pytest.mark.parametrize("wording", CLAUSES, ids=lambda one: one.example)
def test_each_wording_holds_in_its_example(wording):
    assert wording.pattern.match(wording.example)
    assert wording_of(wording.example, 0, len(wording.example))


def test_the_first_wording_that_fits_counts():
    assert wording_of("三是征地拆迁方面", 0, 8).numbered
    assert not wording_of("三是征地拆迁方面", 2, 8).numbered


@pytest.mark.parametrize(
    "clause", ["全部向社会公开", "2016年共发布国有企业信息14条", "这是重点", "涉及资金21.6亿元"]
)
def test_a_statement_announces_nothing(clause):
    assert wording_of(clause, 0, len(clause)) is None


@pytest.mark.parametrize("phrase", ["高等教育信息", "三等奖信息", "中等职业学校"])
def test_a_grade_ends_no_list(phrase):
    assert announcements().lists.split(phrase) == [phrase]
