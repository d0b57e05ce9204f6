"""One body over the years: frames of lines, and the charts made of them.

A row is what one report states for one indicator, with the columns of `analysis.figures.marks` and

``panel``    the number of the axes
``row``      the words of its line
``segment``  the same for years that a line joins: it is cut where a year has no figure and where
             figures before and after do not mean the same
"""

from collections.abc import Sequence

import pandas as pd

from analysis.codebook.charts import charts
from analysis.codebook.forms import asked_in
from analysis.codebook.indicators import indicators
from analysis.codebook.words import word
from analysis.figures import lines
from analysis.figures.captions import caption, words
from analysis.figures.listings import listing
from analysis.figures.marks import short, whole
from analysis.figures.selection import Selection
from analysis.figures.style import Chart

TABLE = ["row", "year", "text", "value", "lower", "upper", "unit", "status"]


def series(selection: Selection, chart: str) -> pd.DataFrame:
    """Return what each report states for the lines of a chart, silent years included.

    A report has a row for what the form of its year asks for, and for what it states beyond it.
    """
    panels = charts().series[chart]
    place = {item: number for number, items in enumerate(panels) for item in items}
    years = selection.reports.set_index("report_id")["year"]
    rows = whole(selection, list(place)).assign(year=lambda frame: frame["report_id"].map(years))
    pairs = zip(rows["indicator"], rows["year"], strict=True)
    asked = [item in asked_in(year) for item, year in pairs]
    rows = rows[pd.Series(asked) | (rows["status"] != "not_stated")]
    rows = rows.assign(panel=rows["indicator"].map(place)).sort_values(["panel", "year"])
    return rows.assign(row=[short(item, selection.language) for item in rows["indicator"]]).assign(
        segment=[_segment(rows, mark) for mark in rows.itertuples()]
    )


def _segment(rows: pd.DataFrame, mark: tuple) -> int:
    """Return the first year of the stretch of years with comparable figures that a year is in."""
    stated = rows[(rows["indicator"] == mark.indicator) & rows["value"].notna()]
    start, first = mark.year, indicators()[mark.indicator].comparable_from
    while start != first and start - 1 in set(stated["year"]):
        start -= 1
    return start


def breaks(items: set[str], years: Sequence[int]) -> dict[int, str]:
    """Return the years since which the figures of a panel do not mean what they did before.

    Either an id is comparable only from then on (``break``), or the form asks for others
    (``break``), asks for the first of them (``begins``) or for none any longer (``ends``).

    Examples
    --------
    >>> breaks({"reconsideration.total"}, [2017, 2021]), breaks({"disclosure.total"}, [2018, 2019])
    ({2019: 'break'}, {2019: 'ends'})
    """
    found, since = {}, {indicators()[item].comparable_from for item in items}
    for year in range(min(years) + 1, max(years) + 1):
        before, now = items & asked_in(year - 1), items & asked_in(year)
        if before != now or (now and year in since):
            found[year] = "break" if before and now else "begins" if now else "ends"
    return found


def over_years(page: Selection, chart: str) -> Chart:
    """Return lines of one body over the years, one panel for what belongs together."""
    frame = series(page, chart)
    years = sorted(page.reports["year"])
    panels = charts().series[chart]
    cuts = {number: breaks(set(panels[number]), years) for number in set(frame["panel"])}
    notes = [word("note.series", page.language)]
    if any(cuts.values()):
        notes.append(word("note.break", page.language))
    around = words(page, "series", chart, caption(page, frame, *notes))
    figure = lines.panels(frame, cuts, years, around, page.language)
    return Chart(chart, figure, listing(frame, TABLE, page.language))
