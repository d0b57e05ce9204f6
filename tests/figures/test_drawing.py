"""Bars are as long as their values, silence has no bar, and no words overlap."""

from functools import partial
from itertools import combinations

import matplotlib.colors
import pandas as pd
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Text

from analysis.codebook.charts import charts
from analysis.codebook.forms import applicants, asked_in, by_applicant
from analysis.figures import bars, city, comparison, quality, trends
from analysis.figures.selection import narrow
from analysis.figures.style import ORANGE, VERMILLION

CITY = [city.states, city.channels, city.requests, city.appeals, city.responses, city.capacity]
CITY_SINCE_2019 = [
    city.states, city.applicants, city.request_flow, city.outcomes, city.appeals_by_group,
    city.documents, city.activity,
]  # fmt: skip
COMPARISON = [
    *(partial(comparison.shares, chart=chart, kind=kind)
      for chart in ("leading_shares", "other_shares") for kind in ("stated_total", "sum_of_parts")),
    comparison.who_states_what,
    *(partial(comparison.totals, chart=chart) for chart in ("requests", "appeals")),
    *(partial(comparison.made_of, chart=chart) for chart in ("routes", "replies")),
    *(partial(comparison.rates, chart=chart) for chart in ("on_time", "appeal_rates")),
]  # fmt: skip
TRENDS = [partial(trends.over_years, chart=chart) for chart in charts().trends]
REQUESTS_SINCE_2019 = [
    comparison.by_applicant,
    partial(comparison.made_of, chart="handled"),
    partial(comparison.rates, chart="appeal_rates_since_2019"),
]
LONG = [
    "积石山保安族东乡族撒拉族自治县",
    "双江拉祜族佤族布朗族傣族自治县",
    "黑龙江省农垦总局哈尔滨管理局",
]


def drawn(status, value=None, lower=None, upper=None):
    """Widths of the bars of one mark: what is certain, and what the words allow."""
    axes = Figure().subplots()
    row = {"item": "share.weibo", "status": status, "text": "x"}
    ends = {"value": value, "lower": lower, "upper": upper}
    nothing = float("nan")
    row |= {name: nothing if end is None else end for name, end in ends.items()}
    bars.mark(axes, 0, row, reach=100)
    return [(round(bar.get_width(), 6), bool(bar.get_hatch())) for bar in axes.patches]


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        (("exact", 30, 30, 30), [(30, False)]),
        (("interval", None, 20, 50), [(20, False), (30, True)]),
        (("conflict", None, 20, 50), [(20, False), (30, True)]),
        (("conflict", None, 20, None), [(20, False), (7, True)]),
        (("at_least", None, 20, None), [(20, False), (7, True)]),
        (("at_most", None, None, 40), [(0, False), (40, True)]),
        (("about", 30, None, None), [(0, False), (30, True)]),
        (("not_stated",), [(0, False)]),
        (("part_only",), [(0, False)]),
        (("other_denominator",), [(0, False)]),
    ],
)
def test_certain_part_is_solid_the_rest_hatched(known, expected):
    assert drawn(*known) == expected


def test_shares_have_the_colour_of_their_channel(one):
    axes = city.channels(one("甲市")).figure.axes[0]
    colours = [matplotlib.colors.to_hex(bar.get_facecolor()).upper() for bar in axes.patches]
    assert colours[2:4] == [ORANGE, VERMILLION]


def test_bars_of_a_chart_are_the_values_of_its_table(one):
    chart = city.channels(one("甲市"))
    widths = [bar.get_width() for axes in chart.figure.axes for bar in axes.patches]
    assert widths == [60, 15, 10, 5, 5, 20] * 2
    assert list(chart.table["数值"]) == [60, 15, 10, 5, 5, 20] * 2


def test_a_missing_value_is_words_in_the_table_and_never_a_zero(one):
    table = city.channels(one("乙市")).table
    gazette = table.loc["政府公报"].iloc[0]
    assert tuple(gazette[["所示", "数值", "下限", "上限"]]) == ("未说明", "", "", "")


@pytest.fixture(scope="module", params=[5, 50], ids=["5 bodies", "50 bodies"])
def many(request, make):
    """Bodies with long and short names that state different things."""
    made, report = make
    names = [*LONG, *(f"第{number}市" for number in range(3, request.param))]
    shares = ["website", "weibo", "wechat", "gazette", "other"]
    stated = {
        name: [
            ("disclosure.total", 1000 + number, 1000 + number, 1000 + number + 90 * (number % 3)),
            *((f"channel.{one}", 100 + number) for one in shares[: number % 6]),
            ("request.received", 7 * number),
            ("request.received_online", 5 * number, 5 * number, 6 * number),
            ("reply.total", 6 * number, 6 * number, 6 * number + 9 * (number % 2)),
            ("reply.granted", 2 * number),
            ("reconsideration.total", number % 4),
        ]
        for number, name in enumerate(names)
        if number % 7 != 6
    }
    english = {name: f"Autonomous County of {number}" for number, name in enumerate(names)}
    frames = made(stated, [report(name, english[name]) for name in names])
    return lambda language: narrow(frames, names, [2016], language)


def boxes(figure):
    """Every word drawn with its place in pixels."""
    canvas = FigureCanvasAgg(figure)
    canvas.draw()
    words = figure.findobj(Text)
    shown = [text for text in words if text.get_text().strip() and text.get_visible()]
    found = [(text.get_text(), text.get_window_extent(canvas.get_renderer())) for text in shown]
    return [(words, box) for words, box in found if box.width > 1]  # spare ticks are not drawn


def overlaps(figure):
    """Pairs of words that share more than two pixels at screen size."""
    found = [(word, box.padded(-1)) for word, box in boxes(figure)]
    return [(a, b) for (a, one), (b, two) in combinations(found, 2) if one.overlaps(two)]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("draw", COMPARISON)
def test_nothing_overlaps_or_is_cut(many, draw, language):
    figure = draw(many(language)).figure
    assert overlaps(figure) == []
    assert cut(figure) == []


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("draw", [quality.checked, quality.silence, quality.least_stated])
def test_nothing_overlaps_or_is_cut_on_the_page_on_quality(many, draw, language):
    figure = draw(many(language)).figure
    assert (overlaps(figure), cut(figure)) == ([], [])


def cut(figure):
    """Words that do not fit on the sheet."""
    width, height = figure.bbox.size
    return [w for w, b in boxes(figure) if b.x0 < 0 or b.y0 < 0 or b.x1 > width or b.y1 > height]


def of_all_rows(year, number=1):
    """A figure for every row of a form, large and small, with one in seven left blank."""
    rows = sorted(asked_in(year))
    kept = [row for i, row in enumerate(rows) if (i + year) % 7]
    asking = [
        (row, 3 * number + i, "total" if row in by_applicant() else "")
        for i, row in enumerate(kept)
    ]
    return [*asking, *(("request.new", 10**i, name) for i, name in enumerate(applicants()[:5]))]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("draw", CITY_SINCE_2019)
@pytest.mark.parametrize("year", [2019, 2021])
def test_nothing_overlaps_or_is_cut_on_a_page_since_2019(years, draw, year, language):
    figure = draw(years({year: of_all_rows(year)}, language)).figure
    assert (overlaps(figure), cut(figure)) == ([], [])


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("draw", REQUESTS_SINCE_2019)
@pytest.mark.parametrize("count", [2, 15])
def test_nothing_overlaps_or_is_cut_where_requests_stand_side_by_side(
    bodies, draw, count, language
):
    names = [*LONG, *(f"第{number}市" for number in range(3, count))][:count]
    stated = {
        name: {year: of_all_rows(year, 30 * number) for year in (2019, 2021)}
        for number, name in enumerate(names, 1)
    }
    figure = draw(bodies(stated, language)).figure
    assert (overlaps(figure), cut(figure)) == ([], [])


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("draw", TRENDS)
def test_nothing_overlaps_or_is_cut_where_bodies_are_drawn_over_the_years(bodies, draw, language):
    stated = {
        name: {year: of_all_rows(year, 37 * (year % 5)) for year in range(2014, 2023) if year % 4}
        for name in LONG
    }
    figure = draw(bodies(stated, language)).figure
    assert (overlaps(figure), cut(figure)) == ([], [])


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("draw", TRENDS)
@pytest.mark.parametrize("first", [2010, 2017, 2021])
def test_nothing_overlaps_or_is_cut_over_the_years(years, draw, first, language):
    span = {year: of_all_rows(year, 37 * (year % 5)) for year in range(first, 2023) if year != 2016}
    figure = draw(years(span, language)).figure
    assert (overlaps(figure), cut(figure)) == ([], [])


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("draw", CITY)
@pytest.mark.parametrize("body", ["甲市", "乙市", "丙县", "丁市"])
def test_nothing_overlaps_on_the_page_of_one_body(one, draw, body, language):
    assert overlaps(draw(one(body, language)).figure) == []


def test_too_many_bodies_leave_top_and_bottom_and_say_how_many_are_between(make):
    made, report = make
    names = [f"第{number}市" for number in range(100)]
    stated = {name: [("request.received", number)] for number, name in enumerate(names)}
    frames = made(stated, [report(name) for name in names])
    chart = comparison.totals(narrow(frames, names, [2016], "zh"), "requests")
    words = [word for word, _ in boxes(chart.figure)]
    assert "⋯ 另有 40 个机关，见表" in words or "… 另有 40 个机关，见表" in words
    assert {"第99市", "第0市"} <= set(words)
    assert "第50市" not in words
    assert chart.table.index.nunique() == 100


def test_offsets_move_bars(one):
    frame = pd.DataFrame({"value": [3.0], "lower": [3.0], "upper": [3.0], "offset": [5.0]})
    assert list(bars.ends(frame)) == [8]
