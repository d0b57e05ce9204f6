"""Every wording that announces an area holds in its example, and in no statement."""

import pytest

from analysis.codebook.announcements import announcements

CLAUSES = announcements().clauses


@pytest.mark.parametrize("wording", CLAUSES, ids=lambda one: one.example)
def test_each_wording_holds_in_its_example(wording):
    assert wording.pattern.search(wording.example)


@pytest.mark.parametrize(
    "clause", ["全部向社会公开", "2016年共发布国有企业信息14条", "这是重点", "涉及资金21.6亿元"]
)
def test_a_statement_announces_nothing(clause):
    assert not any(wording.pattern.search(clause) for wording in CLAUSES)


@pytest.mark.parametrize("phrase", ["高等教育信息", "三等奖信息", "中等职业学校"])
def test_a_grade_ends_no_list(phrase):
    assert announcements().lists.split(phrase) == [phrase]
