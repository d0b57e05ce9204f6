"""The page of the method says all that the codebook says, in words."""

import pytest

from analysis.codebook.checks import checks
from analysis.codebook.indicators import indicators
from analysis.codebook.measures import measures
from analysis.publishing.method import parts


@pytest.fixture(scope="module")
def english():
    return {one.id: one.grid.rows for one in parts("en")}


def row(rows, head):
    (found,) = [row for row in rows if row[0] == head]
    return found


def test_every_indicator_stands_once_in_its_group(english):
    listed = [cells[2] for rows in english.values() for cells in rows if len(cells) == 6]
    assert sorted(listed) == sorted(indicators())


def test_an_indicator_has_labels_unit_years_and_a_published_wording(english):
    assert row(english["channels"], "政务微博公开政府信息数")[1:] == [
        "Items disclosed through government Weibo accounts", "channel.weibo", "items", "2014–2018",
        "全市通过各类政务微博公开信息5560条",
    ]  # fmt: skip
    assert row(english["channels"], "其他方式公开政府信息数")[5] == "其他方式公开政府信息数2000条"
    assert row(english["disclosure"], "规章现行有效件数")[4:] == [
        "2021–", "截至2021年底现行有效规章23件",
    ]  # fmt: skip


def test_words_of_approximation_show_what_they_are_read_as(english):
    read = {cells[1]: cells[2] for cells in english["intervals"]}
    assert read["主动公开(更新)政府信息11余万条"] == "110,000–120,000"
    assert read["全年市政府网站公开各类信息近万条"] == "9,000–10,000"
    assert read["全年公开政府信息超过3000条"] == "≥ 3,000"
    assert read["全年受理申请不足20件"] == "≤ 20"
    assert read["全年公开政府信息约3000条"] == "about 3,000"


def test_a_measure_is_written_with_each_of_its_denominators(english):
    formula = row(english["measures"], "Share of Weibo and WeChat")[1]
    assert formula == (
        "(Weibo + WeChat) ÷ Items disclosed, "
        "or (Weibo + WeChat) ÷ (Gazette + Websites + Weibo + WeChat + Other channels)"
    )
    assert len(english["measures"]) == len(measures())


def test_every_kind_of_check_and_every_sum_is_there(english):
    assert [cells[0] for cells in english["checks"]] == [
        one.label.en for one in checks().rules.values()
    ]
    assert row(english["sums"], "Items by channel against items disclosed")[1:] == [
        "Items disclosed ≤ (Gazette + Websites + Weibo + WeChat + Other channels)", "2014–2018",
    ]  # fmt: skip


def test_forms_have_their_years(english):
    assert [cells[1:3] for cells in english["forms"]] == [[2014, 2018], [2019, 2020], [2021, ""]]


def test_scores_are_those_kept(english):
    assert english["accuracy"][0][0] == "five published reports"
    assert english["accuracy"][2][0] == "passages, round 1"
    assert len(english["accuracy"][0]) == 7
