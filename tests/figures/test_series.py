"""Lines over the years: joined only where figures mean the same and no year is silent."""

import pytest

from analysis.codebook.charts import charts
from analysis.figures import series

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


def segments(page, chart, item):
    rows = series.series(page, chart)
    rows = rows[(rows["indicator"] == item) & rows["value"].notna()]
    return dict(zip(rows["year"], rows["segment"], strict=True))


def test_ids_of_two_forms_are_two_lines(years):
    stated = {2018: figures(request__received=64), 2019: figures(request__new=72)}
    rows = series.series(years(stated), "requests")
    lines = rows[rows["panel"] == 0].groupby("indicator")["year"].apply(list).to_dict()
    assert lines == {"request.received": [2018], "request.new": [2019]}


def test_a_line_is_cut_where_a_year_is_silent_or_has_no_report(years):
    stated = {year: figures(request__new=50 + year % 10) for year in (2019, 2020, 2022, 2023, 2025)}
    stated[2024] = figures(outcome__granted=1)
    page = years(dict(sorted(stated.items())))
    found = segments(page, "requests", "request.new")
    assert found == {2019: 2019, 2020: 2019, 2022: 2022, 2023: 2022, 2025: 2025}
    rows = series.series(page, "requests").query("indicator == 'request.new' and year == 2024")
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
    assert series.breaks(items, [2016, 2022]) == since


def test_lines_join_the_points_of_a_segment_only(years):
    stated = {2018: figures(reconsideration__total=5), 2019: figures(reconsideration__total=6)}
    stated |= {
        2020: figures(reconsideration__total=7),
        2022: figures(reconsideration__total=(9, 9, 10)),
    }
    axes = series.over_years(years(stated), "appeals").figure.axes[0]
    drawn = [list(line.get_xdata()) for line in axes.lines if line.get_marker() == "o"]
    assert [one for one in drawn if one] == [[2018], [2019, 2020], [2022]]
    ((interval,),) = [c.get_segments() for c in axes.collections]
    assert interval.tolist() == [[2022, 9], [2022, 10]]


def test_a_panel_that_no_form_of_the_years_asks_for_is_left_out(years):
    page = years({2021: figures(request__new=5), 2022: figures(request__new=6)})
    assert set(series.series(page, "disclosure")["panel"]) == {1, 2}


@pytest.mark.parametrize("first", [2008, 2019, 2021])
def test_every_chart_has_a_panel_for_reports_of_any_form(years, first):
    page = years({first: figures(staff__total=1), first + 1: figures(staff__total=2)})
    for chart in charts().series:
        assert len(series.series(page, chart)) > 0


def test_a_year_without_a_report_says_so(years):
    page = years({2016: figures(request__received=5), 2018: figures(request__received=6)})
    axes = series.over_years(page, "requests").figure.axes[-1]
    assert [tick.get_text() for tick in axes.get_xticklabels()] == ["2016", "2017\n无报告", "2018"]
    assert series.over_years(page, "requests").figure.texts[0].get_text() == (
        "甲市 2016–2018 年 · 依申请公开"
    )
