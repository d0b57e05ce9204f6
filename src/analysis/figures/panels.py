"""Frames as the figures draw them: one row a mark, and a row for what is not stated.

The columns of `analysis.figures.marks`, and with them

``block``  the axes that the mark stands in
``row``    the words at its left

The arithmetic of charts is done here and in `flows`: offsets of nested bars, medians, counts of
stated rows.
"""

from dataclasses import replace

import pandas as pd

from analysis.codebook.charts import charts
from analysis.codebook.forms import asked_in
from analysis.codebook.indicators import indicators
from analysis.codebook.words import word
from analysis.errors import NotebookError
from analysis.figures import rates
from analysis.figures.amounts import SILENT, number
from analysis.figures.marks import (
    asked,
    certain,
    named,
    share_rows,
    short,
    stated,
    unit_of,
    whole,
)
from analysis.figures.selection import Selection

PARTS = ["municipal", "county", "unit"]
WHOLES = ("stated_total", "sum_of_parts", "as_printed")
MOST_UNITS = 6


# One body -----------------------------------------------------------------------------------------


def parts(selection: Selection, wanted: list[str]) -> pd.DataFrame:
    """Return what is stated for a part of the body: its own level, the levels below, single units.

    Of each indicator the first few units are kept; all are in the table of evidence. Further
    column: ``whose``, the words of the part.
    """
    found = stated(selection, wanted).query("scope != 'all'")
    order = {
        "level": found["scope"].map(PARTS.index),
        "which": found["scope_name"].map(list(dict.fromkeys(found["scope_name"])).index),
        "asked": found["indicator"].map(wanted.index),
    }
    found = found.assign(**order).sort_values(list(order), kind="stable")
    nth = found.groupby(["indicator", "scope"]).cumcount()
    kept = found[(found["scope"] != "unit") | (nth < MOST_UNITS)]
    names = zip(kept["scope"], kept["scope_name"], strict=True)
    words = [name or word(f"scope.{scope}", selection.language) for scope, name in names]
    return kept.assign(whose=words)


def counts(selection: Selection, chart: str) -> pd.DataFrame:
    """Return counts in the order of the chart, one block per unit, parts of the body below it.

    Further columns: ``depth`` (1 for a figure of a part of the body) and ``indicator``, its words.
    """
    language, year = selection.language, selection.reports["year"].iloc[0]
    wanted = [item for item in charts().counts[chart] if item in asked_in(year)]
    wholes = whole(selection, wanted).assign(depth=0)
    wholes["row"] = [short(item, language) for item in wholes["indicator"]]
    pieces = parts(selection, wanted).assign(depth=1)
    pieces["row"] = pieces["whose"]
    rows = pd.concat([wholes, pieces], ignore_index=True).rename(columns={"indicator": "item"})
    units = list(dict.fromkeys(unit_of(item) for item in wanted))
    place = rows["item"].map(lambda item: (units.index(unit_of(item)), wanted.index(item)))
    rows = rows.assign(place=place).sort_values(["place", "depth"], kind="stable")
    return rows.assign(
        block=[word(f"unit.{unit}", language) for unit in rows["unit"]],
        indicator=[short(item, language) for item in rows["item"]],
    )


def shares(selection: Selection) -> pd.DataFrame:
    """Return the shares of information by channel of one body, one block per scope and whole.

    A block that says nothing is left out, but for the whole body of all items disclosed. Further
    column: ``n``, the figure of the denominator.
    """
    blocks = [
        _speaking(rows, kind, scope).assign(block=_whole_words(selection, rows, kind, scope))
        for scope in ("all", "municipal", "county")
        for kind in WHOLES
        for rows in [share_rows(selection, charts().shares, kind, scope)]
    ]
    frame = pd.concat(blocks, ignore_index=True)
    return frame.assign(row=[short(item, selection.language) for item in frame["item"]])


def _speaking(rows: pd.DataFrame, kind: str, scope: str) -> pd.DataFrame:
    """Keep silent rows only where others speak, and never of the shares that a report prints."""
    speaks = ~rows["status"].isin(SILENT)
    if kind == "as_printed":
        return rows[speaks]
    return rows if speaks.any() or (scope, kind) == ("all", "stated_total") else rows[:0]


def _whole_words(selection: Selection, rows: pd.DataFrame, kind: str, scope: str) -> str:
    """Say whose shares they are, of what, and how much that is."""
    language = selection.language
    words = [word(f"scope.{scope}", language), word(f"whole.{kind}", language)]
    counts = sorted(set(rows["n"].dropna()))
    if kind == "stated_total":
        total = stated(selection, ["disclosure.total"]).query("scope == @scope")
        words += [f"n = {text}" for text in total["text"]]
    elif counts:
        words += [f"n = {number(counts[-1], '')}"]
    return " · ".join(words)


# Bodies side by side ------------------------------------------------------------------------------


def compared(selection: Selection, chart: str, kind: str = "") -> pd.DataFrame:
    """Return the panels of a chart for the bodies whose form asks for every one of them."""
    items = charts().compared[chart]
    return side_by_side(asking(selection, items), items, kind)


def side_by_side(selection: Selection, items: list[str], kind: str = "") -> pd.DataFrame:
    """Return panels of bodies, sorted by the certain part of the first panel, silent ones last.

    Further columns: ``name`` of the body, ``median`` of the values of the panel, and ``title`` of
    the panel. There is a median of three or more values, all of them exact: an interval left out
    would move it. Shares are those of the whole named by `kind`, never a mix of wholes.
    """
    if kind:
        rows = share_rows(selection, items, kind)
    else:
        rows = rates.shown(selection, items).rename(columns={"indicator": "item"})
    exact = rows["value"].where(rows["status"] == "exact").groupby(rows["item"])
    stated = (~rows["status"].isin(SILENT)).groupby(rows["item"]).transform("sum")
    enough = (exact.transform("count") == stated) & (stated >= 3)
    median = exact.transform("median").where(enough)
    words = named if kind else rates.label
    block = [words(item, selection.language) for item in rows["item"]]
    titles = [
        _with_median(*row, selection.language)
        for row in zip(block, median, rows["unit"], strict=True)
    ]
    rows = rows.assign(block=block, row=rows["name"], median=median, title=titles)
    order = _order(rows[rows["item"] == items[0]])
    rows["place"] = rows["report_id"].map(order)
    return rows.sort_values("place", kind="stable").reset_index(drop=True)


def asking(selection: Selection, items: list[str]) -> Selection:
    """Keep the reports whose form asks for all of `items`, indicators or measures.

    Raises
    ------
    NotebookError
        When there is none.
    """
    years = selection.reports["year"]
    asks = [all(rates.asks(item, year) for item in items) for year in years]
    if not any(asks):
        raise NotebookError(
            f"No form of {selection.years} asks for {', '.join(sorted(items))}. "
            "Use the notebook for the form of these years."
        )
    return replace(selection, reports=selection.reports[asks])


def _with_median(block: str, median: float, unit: str, language: str) -> str:
    """Write the median, where there is one, below the words of its panel."""
    if pd.isna(median):
        return block
    return f"{block}\n{word('median', language, number=number(median, unit))}"


def _order(first: pd.DataFrame) -> dict[str, int]:
    """Place of each report: by the certain part of its value, what is silent at the end."""
    lengths = [certain(row) if row["status"] not in SILENT else -1.0 for _, row in first.iterrows()]
    ranked = first.assign(length=lengths).sort_values("length", ascending=False, kind="stable")
    return {report: place for place, report in enumerate(ranked["report_id"])}


# Who states what ----------------------------------------------------------------------------------


def coverage(selection: Selection) -> pd.DataFrame:
    """Return, per report and group of indicators, how many are stated.

    Columns: ``name``, ``group``, ``whole`` (stated for the whole body), ``part`` (for a part only),
    ``silent`` and ``asked`` (all of the group; 0 where the form of its year asks for none).
    """
    groups = {group: column for column, of in charts().coverage.items() for group in of}
    rows = asked(selection)
    rows["group"] = [groups[indicators()[item].group] for item in rows["indicator"]]
    kinds = rows["status"].map({"part_only": "part", "not_stated": "silent"}).fillna("whole")
    table = pd.crosstab([rows["report_id"], rows["group"]], kinds)
    table = table.reindex(columns=["whole", "part", "silent"], fill_value=0)
    columns = [group for group in charts().coverage if group in set(rows["group"])]
    every = pd.MultiIndex.from_product([selection.reports["report_id"], columns])
    table = table.reindex(every, fill_value=0).rename_axis(["report_id", "group"]).reset_index()
    names = selection.reports.set_index("report_id")["name"]
    return table.assign(
        name=table["report_id"].map(names), asked=table[["whole", "part", "silent"]].sum(axis=1)
    )
