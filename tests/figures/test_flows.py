"""From request to outcome: bars of both sides end together, groups are added up, silence is shown."""

import pytest

from analysis.codebook.forms import applicants
from analysis.codebook.identities import sums_of
from analysis.figures import city, flows

GIVEN = {
    "outcome.granted": 40, "outcome.partial": 9, "outcome.denied_state_secret": 1,
    "outcome.denied_third_party": 5, "outcome.unable_not_held": 20, "outcome.rejected_repeat": 3,
    "outcome.other": 2,
}  # fmt: skip
ENDS = [
    ("request.new", 78, "total"),
    ("request.carried_in", 4, "total"),
    ("outcome.total", 80, "total"),
    ("request.carried_out", 2, "total"),
]


def outcomes(year, blank=()):
    """Every row of the form, those not given above as zeros."""
    rows = [row for row in sums_of(year)["outcomes"].parts if row not in blank]
    return [*ENDS, *((row, GIVEN.get(row, 0), "total") for row in rows)]


@pytest.fixture(params=[2020, 2022])
def flow(request, years):
    return flows.flow(years({request.param: outcomes(request.param)}), "request_flow")


def test_both_sides_end_together_and_parts_fill_their_total(flow):
    rows = flow.set_index("item")
    ends = rows["offset"] + rows["value"]
    assert ends["request.carried_in"] == ends["request.carried_out"] == 82
    assert rows.loc["request.incoming", "text"] == rows.loc["request.disposed", "text"] == "82"
    assert rows.loc["request.carried_out", "offset"] == rows.loc["outcome.total", "value"] == 80
    assert ends["outcome.other"] == 80


def test_groups_are_added_up_and_start_their_grounds(flow):
    rows = flow.set_index("item")
    assert list(rows.loc[["outcome.denied", "outcome.unable"], "value"]) == [6, 20]
    assert rows.loc["outcome.denied", "offset"] == 40 + 9
    assert rows.loc["outcome.denied_third_party", "offset"] == 40 + 9 + 1
    assert rows.loc["outcome.denied_third_party", "depth"] == 3


def test_other_handling_is_one_row_until_2020_and_a_group_since(years):
    (before, since) = (
        flows.flow(years({year: outcomes(year)}), "request_flow") for year in (2020, 2021)
    )
    added = {"outcome.otherwise", "outcome.other_not_amended", "outcome.other_unpaid"}
    assert set(since["item"]) - set(before["item"]) == added


def test_a_ground_not_stated_is_a_row_and_makes_its_group_a_lower_bound(years):
    page = years({2022: outcomes(2022, blank=["outcome.denied_deliberative"])})
    rows = flows.flow(page, "request_flow").set_index("item")
    silent = rows.loc["outcome.denied_deliberative"]
    assert (silent["status"], silent["text"]) == ("not_stated", "未说明")
    assert (rows.loc["outcome.denied", "status"], rows.loc["outcome.denied", "text"]) == (
        "at_least",
        "≥ 6",
    )
    assert "表中没有小计行" in city.request_flow(page).figure.texts[2].get_text().replace("\n", "")


def test_a_group_of_which_nothing_is_stated_is_not_a_zero(years):
    rows = flows.flow(years({2022: ENDS}), "request_flow").set_index("item")
    assert rows.loc["outcome.unable", ["status", "text"]].tolist() == ["not_stated", "未说明"]
    assert rows.loc["outcome.unable", ["value", "lower", "upper"]].isna().all()


def test_outcomes_are_listed_row_by_row_with_the_sum_of_their_group(years):
    rows = flows.by_ground(years({2022: outcomes(2022, blank=["outcome.rejected_abusive"])}))
    titles = list(dict.fromkeys(rows["block"]))
    assert titles[1] == "不予公开 · 合计 6"
    assert titles[3] == "不予处理 · 合计 ≥ 3"
    assert list(rows["item"]) == list(sums_of(2022)["outcomes"].parts)


def test_applicants_follow_each_other_with_their_share_of_the_total(years):
    kinds = dict(zip(applicants(), [60, 12, 0, 2, 6], strict=False))
    stated = [("request.new", value, name) for name, value in kinds.items()]
    rows = flows.by_applicant(years({2022: [("request.new", 80, "total"), *stated]}))
    assert list(rows["text"]) == [
        "80", "60（75.0%）", "12（15.0%）", "0（0.0%）", "2（2.5%）", "6（7.5%）", "未说明",
    ]  # fmt: skip
    assert list(rows["offset"]) == [0, 0, 60, 72, 72, 74, 80]


def test_few_requests_are_marked_and_without_a_total_there_is_no_share(years):
    few = [("request.new", 8, "total"), ("request.new", 2, "business")]
    assert flows.by_applicant(years({2022: few}))["text"].iloc[2] == "2（25.0%）（n = 8）"
    assert flows.by_applicant(years({2022: few[1:]}))["text"].iloc[2] == "2"


def test_appeals_have_three_groups_with_pending_cases(years):
    stated = [
        (f"reconsideration.{one}", 1, "") for one in ("upheld", "corrected", "other", "pending")
    ]
    rows = flows.flow(
        years({2022: [*stated, ("reconsideration.total", 4, "")]}), "appeals_by_group"
    )
    assert len(rows) == 15
    assert rows.set_index("item").loc["reconsideration.pending", "offset"] == 3


def test_a_chart_shows_only_rows_of_the_form_of_its_year(years):
    shown = {year: set(city.documents(years({year: ENDS})).table.index) for year in (2020, 2022)}
    assert "现行有效规章" in shown[2022] - shown[2020]
    assert "公开规章总数" in shown[2020] - shown[2022]


def test_a_decrease_is_drawn_to_the_left_with_its_number_at_the_right(years):
    page = years(
        {2020: [("licence.items_change", -6, ""), ("licence.items_previous_year", 10, "")]}
    )
    axes = city.activity(page).figure.axes[1]
    assert axes.get_xlim()[0] == -6
    assert -6 in {bar.get_width() for bar in axes.patches}
