"""Lines over the years: joined only where figures mean the same and no year is silent."""

import pytest

from analysis.codebook.charts import charts
from analysis.figures import trends

NEW = ("request.new", "total")


def figures(**values):
    """Statements from ids with two underscores for the point."""
    return [
        (
            name.replace("__", "."),
            value,
            "total" if name.startswith(("request__n", "outcome")) else "",
        )
        for name, value in values.items()
    ]


def rows_of(page, chart):
    return trends.trends(page, charts().trends[chart])


def segments(page, chart, item):
    rows = rows_of(page, chart)
    rows = rows[(rows["indicator"] == item) & rows["value"].notna()]
    return dict(zip(rows["year"], rows["segment"], strict=True))


def test_ids_of_two_forms_are_two_lines(years):
    stated = {2018: figures(request__received=64), 2019: figures(request__new=72)}
    rows = rows_of(years(stated), "requests")
    lines = rows[rows["panel"] == 0].groupby("indicator")["year"].apply(list).to_dict()
    assert lines == {"request.received": [2018], "request.new": [2019]}


def test_a_line_is_cut_where_a_year_is_silent_or_has_no_report(years):
    stated = {year: figures(request__new=50 + year % 10) for year in (2019, 2020, 2022, 2023, 2025)}
    stated[2024] = figures(outcome__granted=1)
    page = years(dict(sorted(stated.items())))
    found = segments(page, "requests", "request.new")
    assert found == {2019: 2019, 2020: 2019, 2022: 2022, 2023: 2022, 2025: 2025}
    rows = rows_of(page, "requests").query("indicator == 'request.new' and year == 2024")
    assert list(rows["text"]) == ["未说明"]


def test_a_line_is_cut_where_an_id_means_something_else(years):
    stated = {year: figures(reconsideration__total=5) for year in (2017, 2018, 2019, 2020)}
    found = segments(years(stated), "appeals", "reconsideration.total")
    assert found == {2017: 2017, 2018: 2017, 2019: 2019, 2020: 2019}


@pytest.mark.parametrize(
    ("items", "since"),
    [
        ({"request.received", "request.new"}, {2019: "break"}),
        ({"request.carried_out"}, {2019: "begins"}),
        ({"disclosure.total"}, {2019: "ends"}),
        ({"disclosure.normative_documents_issued", "normative_documents.made"}, {2019: "break", 2021: "break"}),
        ({"outcome.granted"}, {2019: "begins"}),
    ],
)  # fmt: skip
def test_breaks_are_where_the_form_or_its_meaning_changes(items, since):
    assert trends.breaks(items, [2016, 2022]) == since


def test_lines_join_the_points_of_a_segment_only(years):
    stated = {2018: figures(reconsideration__total=5), 2019: figures(reconsideration__total=6)}
    stated |= {
        2020: figures(reconsideration__total=7),
        2022: figures(reconsideration__total=(9, 9, 10)),
    }
    axes = trends.over_years(years(stated), "appeals").figure.axes[0]
    drawn = [list(line.get_xdata()) for line in axes.lines if line.get_marker() == "o"]
    assert [one for one in drawn if one] == [[2018], [2019, 2020], [2022]]
    ((interval,),) = [c.get_segments() for c in axes.collections]
    assert interval.tolist() == [[2022, 9], [2022, 10]]


def test_a_panel_that_no_form_of_the_years_asks_for_is_left_out(years):
    page = years({2021: figures(request__new=5), 2022: figures(request__new=6)})
    assert set(rows_of(page, "disclosure")["panel"]) == {1, 2}


@pytest.mark.parametrize("first", [2008, 2019, 2021])
def test_every_chart_has_a_panel_for_reports_of_any_form(years, first):
    page = years({first: figures(staff__total=1), first + 1: figures(staff__total=2)})
    for chart in charts().trends:
        assert len(rows_of(page, chart)) > 0


def test_a_year_without_a_report_says_so(years):
    page = years({2016: figures(request__received=5), 2018: figures(request__received=6)})
    axes = trends.over_years(page, "requests").figure.axes[-1]
    assert [tick.get_text() for tick in axes.get_xticklabels()] == ["2016", "2017", "2018"]
    assert [text.xy for text in axes.texts if text.get_text() == "无报告"] == [(2017, 0)]
    assert trends.over_years(page, "requests").figure.texts[0].get_text() == (
        "甲市 2016–2018 年 · 依申请公开"
    )


def test_bodies_have_axes_of_their_own_with_one_scale(bodies):
    stated = {
        "甲市": {2021: figures(request__new=300), 2022: figures(request__new=200)},
        "乙市": {2022: figures(request__new=10)},
    }
    chart = trends.over_years(bodies(stated), "requests")
    first, second = chart.figure.axes[:2]
    assert first.get_ylim() == second.get_ylim() == (-90, 510)  # 300, and room for words
    legends = [axes.get_legend() for axes in (first, second)]
    assert [legend.get_title().get_text() for legend in legends] == ["甲市", "乙市"]
    assert [[text.get_text() for text in one.texts] for one in legends] == [["新收申请"]] * 2
    assert [text.xy for text in second.texts if text.get_text() == "无报告"] == [(2021, 0)]
    assert list(chart.table.index[:3]) == ["甲市", "甲市", "乙市"]


def test_an_indicator_has_one_colour_for_all_bodies(bodies):
    stated = {
        "甲市": {2018: figures(request__received=64), 2019: figures(request__new=72)},
        "乙市": {2019: figures(request__new=10)},
    }
    axes = trends.over_years(bodies(stated), "requests").figure.axes[:2]
    looks = [
        {line.get_label(): (line.get_color(), line.get_marker()) for line in one.get_lines()}
        for one in axes
    ]
    assert looks[0]["新收申请"] == looks[1]["新收申请"]
    assert looks[0]["新收申请"] != looks[0]["收到申请"]


def test_a_line_never_leads_from_one_body_to_another(bodies):
    stated = {
        "甲市": {2021: figures(request__new=5)},
        "乙市": {2022: figures(request__new=6)},
    }
    rows = rows_of(bodies(stated), "requests").query("indicator == 'request.new'")
    assert list(zip(rows["body"], rows["segment"], strict=True)) == [("甲市", 2021), ("乙市", 2022)]


def test_of_many_bodies_the_first_are_drawn_and_all_are_in_the_table(bodies):
    stated = {f"第{n}市": {2022: figures(request__new=n)} for n in range(1, 8)}
    chart = trends.over_years(bodies(stated), "requests")
    assert len(chart.figure.axes) == 3 * trends.MOST
    assert "图中为前 5 个机关，共 7 个" in chart.figure.texts[2].get_text().replace("\n", "")
    assert chart.table.index.nunique() == 7


def test_rates_of_two_forms_are_two_lines_and_few_requests_are_said(years):
    # 1 of 8 requests received: 12.5 per hundred; 3 of 60 new requests: 5
    stated = {
        2018: figures(request__received=8, reconsideration__total=1),
        2019: figures(request__new=60, reconsideration__total=3),
    }
    rows = rows_of(years(stated), "rates").query("panel == 0")
    assert dict(zip(rows["year"], rows["text"], strict=True)) == {
        2018: "12.50（n = 8）",
        2019: "5.00",
    }
    assert list(rows["segment"]) == [2018, 2019]


def test_what_is_carried_into_a_year_is_compared_with_what_the_year_before_carried_out(years):
    stated = {
        2020: figures(request__carried_out=4),
        2021: figures(request__carried_in=3),
        2022: figures(request__new=3),
    }
    asked = [[(n, v, "total") for n, v, _ in of] for of in stated.values()]
    asked[0].append(("request.carried_out", 4, "natural_person"))
    asked[1].append(("request.carried_in", 4, "natural_person"))
    table = trends.carried(years(dict(zip(stated, asked, strict=True))))
    shown = table[["规则", "申请人", "结果", "算式"]].reset_index().to_numpy().tolist()
    assert shown == [["甲市 2021", "结转自上年与上年报告的结转下年", "总计", "不符", "4 = 4 ≠ 3"]]


def test_what_agrees_is_shown_for_all_applicants_together(years):
    asking = ("total", "natural_person")
    stated = {
        2020: [("request.carried_out", 4, one) for one in asking],
        2021: [("request.carried_in", 4, one) for one in asking],
    }
    table = trends.carried(years(stated))
    assert table[["申请人", "结果"]].to_numpy().tolist() == [["总计", "相符"]]


def test_without_two_years_in_a_row_nothing_is_carried(years):
    page = years({2019: figures(request__new=5), 2021: figures(request__new=6)})
    assert trends.carried(page).empty


@pytest.mark.parametrize("chart", charts().trends)
def test_reports_that_state_nothing_are_drawn_as_stating_nothing(years, chart):
    drawn = trends.over_years(years({2018: [], 2019: []}), chart)
    assert set(drawn.table["状态"]) == {"未说明"}
