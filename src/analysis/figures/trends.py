"""Bodies over the years: frames of lines, and the charts made of them.

A row is what one report states for one indicator or measure, with the columns of
`analysis.figures.marks` and

``panel``    the number of what is shown; each body has axes of its own for it
``body``     whose it is
``row``      the words of its line
``segment``  the same for years that a line joins: it is cut where a year has no figure and where
             figures before and after do not mean the same
"""

from collections.abc import Sequence

import pandas as pd
from matplotlib.figure import Figure

from analysis.codebook.charts import charts
from analysis.codebook.words import word
from analysis.figures import lines, rates
from analysis.figures.captions import caption, words
from analysis.figures.listings import listing, worded
from analysis.figures.selection import Selection
from analysis.figures.style import Chart, Words

TABLE = ["row", "year", "text", "value", "lower", "upper", "unit", "status"]
CARRIED = ["name", "rule", "applicant", "state", "detail", "ground"]
WHOSE = ["body", "called", "year"]
MOST = 5  # bodies drawn


def trends(selection: Selection, panels: Sequence[Sequence[str]], kind: str = "") -> pd.DataFrame:
    """Return what each report states for the lines of `panels`, silent years included.

    A report has a row for what the form of its year asks for, and for what it states beyond it.
    """
    place = {item: number for number, items in enumerate(panels) for item in items}
    reports = selection.reports.set_index("report_id")
    rows = rates.shown(selection, list(place), kind)
    rows = rows.assign(**{name: rows["report_id"].map(reports[name]) for name in WHOSE})
    pairs = zip(rows["indicator"], rows["year"], strict=True)
    asked = [rates.asks(item, year) for item, year in pairs]
    rows = rows[pd.Series(asked, dtype=bool) | (rows["status"] != "not_stated")]
    order = {body: number for number, body in enumerate(reports["body"].unique())}
    rows = rows.assign(panel=rows["indicator"].map(place), order=rows["body"].map(order))
    rows = rows.sort_values(["panel", "order", "year"], kind="stable")
    return rows.assign(
        row=[rates.label(item, selection.language) for item in rows["indicator"]],
        segment=[_segment(rows, mark) for mark in rows.itertuples()],
    )


def _segment(rows: pd.DataFrame, mark: tuple) -> int:
    """Return the first year of the stretch of years with comparable figures that a year is in."""
    line = (rows["indicator"] == mark.indicator) & (rows["body"] == mark.body)
    stated = set(rows["year"][line & rows["value"].notna()])
    start, first = mark.year, rates.since(mark.indicator)
    while start != first and start - 1 in stated:
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
    found, changed = {}, {rates.since(item) for item in items}
    for year in range(min(years) + 1, max(years) + 1):
        before, now = ({item for item in items if rates.asks(item, y)} for y in (year - 1, year))
        if before != now or (now and year in changed):
            found[year] = "break" if before and now else "begins" if now else "ends"
    return found


def over_years(page: Selection, chart: str) -> Chart:
    """Return lines over the years, one panel for what belongs together, for each body its own."""
    panels = charts().trends[chart]
    frame = trends(page, panels)
    around = words(page, "trends", chart, noted(page, frame, panels))
    return Chart(chart, drawn(page, frame, panels, around), table(page, frame))


def noted(page: Selection, frame: pd.DataFrame, panels: Sequence[Sequence[str]]) -> str:
    """Return the caption, with what cuts lines and how many bodies are drawn."""
    notes = [word("note.trends", page.language)]
    if any(breaks(set(items), page.reports["year"]) for items in panels):
        notes.append(word("note.break", page.language))
    bodies = page.reports["body"].nunique()
    if bodies > 1:
        notes.append(word("note.scale", page.language))
    if bodies > MOST:
        notes.append(word("note.first", page.language, shown=MOST, all=bodies))
    return caption(page, frame, *notes)


def drawn(
    page: Selection, frame: pd.DataFrame, panels: Sequence[Sequence[str]], around: Words
) -> Figure:
    """Draw the lines of the first bodies, with the years since which they mean something else."""
    cuts = {
        number: breaks(set(panels[number]), page.reports["year"]) for number in set(frame["panel"])
    }
    years = page.reports.groupby("body")["year"].agg(list).to_dict()
    first = list(dict.fromkeys(page.reports["body"]))[:MOST]
    shown = frame[frame["body"].isin(first)]
    shown = shown.assign(title=shown["called"] if len(years) > 1 else "")
    return lines.panels(shown, cuts, years, around, page.language)


def table(page: Selection, frame: pd.DataFrame) -> pd.DataFrame:
    """Return the figures of all lines, one a row, with the body where there are several."""
    several = page.reports["body"].nunique() > 1
    frame = frame.assign(body=frame["called"])
    return listing(frame, ["body", *TABLE] if several else TABLE, page.language)


def carried(page: Selection) -> pd.DataFrame:
    """Return whether figures carry on from the report of the year before, one check a row.

    What agrees for a single kind of applicant is left out: its total is there.
    """
    rows = page.findings[page.findings["rule"].str.startswith("years.")]
    rows = rows[rows["applicant"].isin(["", "total"]) | (rows["state"] != "consistent")]
    order = {report: place for place, report in enumerate(page.reports["report_id"])}
    rows = rows.sort_values("report_id", key=lambda ids: ids.map(order), kind="stable")
    names = page.reports.set_index("report_id")["name"]
    rows = rows.assign(name=rows["report_id"].map(names))
    return listing(worded(rows, page.language), CARRIED, page.language)
