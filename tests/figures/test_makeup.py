"""Parts as shares of a total that is stated, report by report, worked out by hand."""

import pytest

from analysis.figures import comparison, makeup

OUTCOMES = [("outcome.total", 40, "total"), ("outcome.granted", 10, "total")]
DENIED = [
    "state_secret", "prohibited_by_law", "security_stability", "third_party", "internal_affairs",
    "deliberative", "enforcement_file", "administrative_query",
]  # fmt: skip


def texts(rows, body="甲市"):
    ours = rows[rows["name"].str.startswith(body)]
    return dict(zip(ours["item"], ours["text"], strict=True))


def test_a_part_is_a_share_of_the_total_with_its_number(bodies):
    rows = makeup.made_of(bodies({"甲市": {2021: OUTCOMES}}), "handled")
    granted = rows.set_index("item").loc["outcome.granted"]
    assert granted[["text", "value", "n", "depth"]].to_list() == ["25.0%（10）", 25, 40, 0]


def test_a_group_is_its_rows_added_up_and_a_lower_bound_where_one_is_silent(bodies):
    stated = [(f"outcome.denied_{one}", 1, "total") for one in DENIED]
    rows = makeup.made_of(bodies({"甲市": {2021: OUTCOMES + stated}}), "handled")
    assert texts(rows)["outcome.denied"] == "20.0%（8）"
    rows = makeup.made_of(bodies({"甲市": {2021: OUTCOMES + stated[1:]}}), "handled")
    assert texts(rows)["outcome.denied"] == "≥ 17.5%（≥ 7）"
    assert texts(rows)["outcome.denied_state_secret"] == "未说明"


def test_without_a_total_there_are_numbers_and_no_shares(bodies):
    rows = makeup.made_of(bodies({"甲市": {2021: OUTCOMES[1:]}}), "handled")
    granted = rows.set_index("item").loc["outcome.granted"]
    assert granted[["status", "text"]].to_list() == ["no_whole", "10"]
    assert granted[["value", "lower", "upper", "n"]].isna().all()
    assert granted["title"] == "甲市\n总数未说明"


def test_what_the_form_of_a_year_does_not_have_is_neither_silent_nor_missing(bodies):
    of_2019 = [("outcome.total", 40, "total"), ("outcome.other", 4, "total")]
    rows = makeup.made_of(bodies({"甲市": {2019: of_2019, 2021: OUTCOMES}}), "handled")
    shown = texts(rows, "甲市 2019")
    assert (shown["outcome.other_unpaid"], shown["outcome.otherwise"]) == ("–", "10.0%（4）")
    assert texts(rows, "甲市 2021")["outcome.other_unpaid"] == "未说明"


def test_an_interval_of_the_total_is_one_of_the_share(bodies):
    stated = [("request.received", (100, 100, 200), ""), ("request.received_online", 50, "")]
    row = makeup.made_of(bodies({"甲市": {2016: stated}}), "routes").set_index("item")
    online = row.loc["request.received_online"]
    assert online[["status", "text"]].to_list() == ["interval", "25.0–50.0%（50）"]


@pytest.mark.parametrize(("n", "title"), [(29, "甲市\nn = 29（少于 30）"), (30, "甲市\nn = 30")])
def test_few_cases_are_said_above_their_shares(bodies, n, title):
    stated = {"甲市": {2016: [("request.received", n, "")]}}
    assert makeup.made_of(bodies(stated), "routes")["title"].iloc[0] == title


def test_reports_stand_in_the_order_of_their_totals_silent_ones_last(bodies):
    totals = {
        "甲市": [("request.received", 5, "")],
        "乙市": [],
        "丙市": [("request.received", 9, "")],
    }
    rows = makeup.made_of(bodies({name: {2016: of} for name, of in totals.items()}), "routes")
    assert list(dict.fromkeys(rows["name"])) == ["丙市", "甲市", "乙市"]
    assert list(dict.fromkeys(rows["block"])) == [0, 1, 2]


def test_kinds_of_applicant_are_shares_of_all_new_requests(bodies):
    stated = [("request.new", 40, "total"), ("request.new", 30, "natural_person")]
    rows = makeup.by_applicant(bodies({"甲市": {2021: stated}}))
    assert texts(rows)["applicant.natural_person"] == "75.0%（30）"
    assert texts(rows)["applicant.business"] == "未说明"


def test_of_many_reports_the_largest_are_drawn_and_all_are_in_the_table(bodies):
    stated = {f"第{n}市": {2016: [("request.received", n, "")]} for n in range(1, 15)}
    chart = comparison.made_of(bodies(stated), "routes")
    titles = [axes.get_title(loc="left") for axes in chart.figure.axes if axes.axison]
    assert len(titles) == comparison.MOST_WHOLES == 12
    assert titles[0].startswith("第14市")
    assert chart.table.index.nunique() == 14
