"""Charts of the items that reports say they published per policy area (重点领域信息公开)."""

from dataclasses import replace
from itertools import product

import numpy as np
import pandas as pd
from matplotlib.colors import ListedColormap
from matplotlib.figure import Figure

from analysis.codebook.areas import areas
from analysis.codebook.words import word
from analysis.figures import bars
from analysis.figures.amounts import status, written
from analysis.figures.captions import caption, title
from analysis.figures.listings import listing
from analysis.figures.selection import Selection
from analysis.figures.style import (
    DARK,
    GREY,
    LINE,
    ROW,
    Chart,
    Words,
    bare,
    settled,
    sheet,
    wrapped,
)

MOST = 5  # reports side by side; a page more has its own chart
STATED = ListedColormap(["#F2F2F2", "#CFE3F1"])
LONGEST = 16  # characters of a phrase beside a bar
WIDE = 100  # half-width columns of text for the cells of a row
TABLE = ["name", "area", "phrase", "text", "value", "lower", "upper", "evidence"]


def pages(page: Selection) -> list[Selection]:
    """Return the selection in parts that have room side by side."""
    parts = range(0, len(page.reports), MOST)
    return [
        replace(page, reports=page.reports[start : start + MOST].reset_index(drop=True))
        for start in parts
    ]


def across(page: Selection, figures: pd.DataFrame) -> Chart:
    """Return the map of areas (rows) by reports (columns) with every figure in its cell.

    Parameters
    ----------
    page : Selection
        Of at most `MOST` reports, see `pages`.
    figures : DataFrame
        From `themes.policy.figures`. Two figures of one area stand in one cell, not added up; a
        running total stands there, in grey, where there is nothing else.
    """
    worded = _worded(page, figures)
    shown = worded[worded["reading"] == "items"]
    note = word("policy.map.note", page.language, all=len(areas()))
    marks = pd.DataFrame({"status": ["not_stated"]})
    around = _words(page, "map", caption(page, marks, note), n=len(shown))
    return Chart("policy", _map(page, worded, around), listing(shown, TABLE, page.language))


def one_area(page: Selection, figures: pd.DataFrame, area: str) -> Chart:
    """Return the figures of one area by report, one scale a unit, silent reports marked so.

    Parameters
    ----------
    figures : DataFrame
        From `themes.policy.figures`.
    area : str
        An id of ``areas.yaml``.
    """
    worded = _worded(page, figures[figures["area"] == area])
    shown = worded[worded["reading"] == "items"]
    rows = pd.concat([_bars(shown, page.language), _silent(page, worded)], ignore_index=True)
    what = getattr(areas()[area].label, page.language)
    around = _words(page, "area", caption(page, rows), area=what, n=len(shown))
    table = listing(rows.assign(area=what), TABLE, page.language)
    return Chart(f"policy-{area}", bars.below(rows.assign(item=area), around), table)


def _worded(page: Selection, figures: pd.DataFrame) -> pd.DataFrame:
    """Return the figures of the reports shown, in their order, with the words of cells."""
    reports = page.reports[["report_id", "name"]].assign(place=range(len(page.reports)))
    counted = figures[figures["reading"].isin(["items", "cumulative"])]
    ours = reports.merge(counted, on="report_id").sort_values(["place", "start"])
    ends = ours[["value", "lower", "upper"]].to_numpy(dtype=float)
    units = [word(f"policy.{unit}", page.language) for unit in ours["unit"]]
    space = " " if page.language == "en" else ""
    texts = [written(*row, "", page.language) for row in ends]
    return ours.assign(
        key=ours["area"],
        area=[getattr(areas()[one].label, page.language) for one in ours["area"]],
        status=[status(*row) for row in ends],
        text=[f"{text}{space}{unit}" for text, unit in zip(texts, units, strict=True)],
    ).reset_index(drop=True)


def _bars(shown: pd.DataFrame, language: str) -> pd.DataFrame:
    """Return the rows of the bars of an area, in a block for each unit."""
    rows = [
        f"{name} · {_short(phrase)}"
        for name, phrase in zip(shown["name"], shown["phrase"], strict=True)
    ]
    return shown.assign(
        row=rows, block=[word(f"policy.{unit}", language) for unit in shown["unit"]]
    )


def _silent(page: Selection, worded: pd.DataFrame) -> pd.DataFrame:
    """Return a row for each report without items of an area, in a block of its own."""
    stated = worded[worded["reading"] == "items"]["report_id"]
    rows = page.reports[~page.reports["report_id"].isin(stated)][["report_id", "name"]]
    totals, nothing = _totals(worded, page.language), word("not_stated", page.language)
    comma = word("list", page.language)
    of_report = {name: text.replace("\n", comma) for (_, name), text in totals.items()}
    texts = [of_report.get(name, nothing) for name in rows["report_id"]]
    block = word("policy.silent", page.language)
    return rows.assign(row=rows["name"], block=block, text=texts, status="not_stated",
                       unit="", phrase="", evidence="", value=np.nan, lower=np.nan,
                       upper=np.nan)  # fmt: skip


def _totals(worded: pd.DataFrame, language: str) -> dict[tuple[str, str], str]:
    """Return the running totals of each area and report, as words."""
    only = worded[worded["reading"] == "cumulative"].groupby(["key", "report_id"])["text"]
    return {
        place: "\n".join(word("policy.cumulative", language, number=text) for text in texts)
        for place, texts in only
    }


def _short(phrase: str) -> str:
    """Return the end of a long phrase, which says what is counted; the table has all of it."""
    return phrase if len(phrase) <= LONGEST else f"…{phrase[1 - LONGEST :]}"


def _words(page: Selection, chart: str, caption: str, **values: object) -> Words:
    what = word(f"policy.{chart}.title", page.language, **values)
    subtitle = word(f"policy.{chart}.subtitle", page.language, **values)
    return Words(title(page, what), subtitle, caption)


def _map(page: Selection, worded: pd.DataFrame, words: Words) -> Figure:
    names, cells = list(page.reports["name"]), _cells(page, worded)
    edges = _edges(cells)
    figure = sheet(words, edges[-1] + 2 * ROW)
    axes = figure.subplots()
    labels = [getattr(one.label, page.language) for one in areas().values()]
    bare(axes, labels)
    axes.set_yticks((edges[1:] + edges[:-1]) / 2, [wrapped(one, 44) for one in labels])
    axes.set_ylim(edges[-1], 0)
    stated = np.array([[is_item for _, is_item in row] for row in cells], dtype=float)
    axes.pcolormesh(np.arange(len(names) + 1), edges, stated, cmap=STATED,
                    vmin=0, vmax=1, edgecolor="white", linewidth=1.5)  # fmt: skip
    axes.set_xticks(np.arange(len(names)) + 0.5, [wrapped(one, 14) for one in names], size=9)
    axes.xaxis.tick_top()
    axes.spines["left"].set_visible(False)
    for y, row in enumerate(cells):
        for x, (text, is_item) in enumerate(row):
            ink = {"size": 8.5, "color": DARK} if is_item else {"size": 7.5, "color": GREY}
            axes.text(x + 0.5, edges[y : y + 2].mean(), text, ha="center", va="center", **ink)
    return settled(figure)


def _cells(page: Selection, worded: pd.DataFrame) -> list[list[tuple[str, bool]]]:
    """Return the text of every cell, areas by reports, and whether it is of items."""
    of_items = worded[worded["reading"] == "items"].groupby(["key", "report_id"])["text"]
    items, totals = of_items.agg("\n".join).to_dict(), _totals(worded, page.language)
    nothing, columns = word("not_stated", page.language), WIDE // max(len(page.reports), 3)
    return [
        [
            (wrapped(items.get(place) or totals.get(place, nothing), columns), place in items)
            for place in product([area], page.reports["report_id"])
        ]
        for area in areas()
    ]


def _edges(cells: list[list[tuple[str, bool]]]) -> np.ndarray:
    """Return where rows begin and end, in inches, with room for the longest cell of each."""
    lines = [1 + max(text.count("\n") for text, _ in row) for row in cells]
    return np.cumsum([0, *(max(ROW, count * LINE + 0.08) for count in lines)])
