"""Charts of the items that reports say they published per policy area (重点领域信息公开)."""

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

MOST = 6  # reports side by side; a page more has its own chart
STATED = ListedColormap(["#F2F2F2", "#CFE3F1"])
LONGEST = 16  # characters of a phrase beside a bar
WIDE = 66  # half-width columns of text for the cells of a row
TABLE = ["name", "area", "phrase", "text", "value", "lower", "upper", "evidence"]


def pages(page: Selection) -> list[Selection]:
    """Return the selection in parts that have room side by side."""
    parts = range(0, len(page.reports), MOST)
    return [_of(page, page.reports.iloc[start : start + MOST]) for start in parts]


def across(page: Selection, figures: pd.DataFrame) -> Chart:
    """Return the map of areas (rows) by reports (columns) with every figure in its cell.

    Parameters
    ----------
    page : Selection
        Of at most `MOST` reports, see `pages`.
    figures : DataFrame
        From `themes.policy.stated`. Two figures of one area stand in one cell, not added up.
    """
    shown = _worded(page, figures)
    note = word("policy.map.note", page.language, all=len(areas()))
    around = _words(
        page, "map", caption(page, shown[[]].assign(status="not_stated"), note), n=len(shown)
    )
    table = listing(shown, TABLE, page.language)
    return Chart("policy", _map(page, shown, around), table)


def one_area(page: Selection, figures: pd.DataFrame, area: str) -> Chart:
    """Return the figures of one area by report, one scale a unit, silent reports marked so.

    Parameters
    ----------
    figures : DataFrame
        From `themes.policy.stated`.
    area : str
        An id of ``areas.yaml``.
    """
    shown = _worded(page, figures[figures["area"] == area])
    rows = pd.concat([_bars(shown, page.language), _silent(page, shown)], ignore_index=True)
    what = getattr(areas()[area].label, page.language)
    around = _words(page, "area", caption(page, rows), area=what, n=len(shown))
    table = listing(rows.assign(area=what), TABLE, page.language)
    return Chart(f"policy-{area}", bars.below(rows.assign(item=area), around), table)


def _of(page: Selection, reports: pd.DataFrame) -> Selection:
    return Selection(
        reports.reset_index(drop=True), page.observations, page.measures, page.findings,
        page.language,
    )  # fmt: skip


def _worded(page: Selection, figures: pd.DataFrame) -> pd.DataFrame:
    """Return the figures of the reports shown, in their order, with the words of cells."""
    reports = page.reports[["report_id", "name"]].assign(place=range(len(page.reports)))
    ours = reports.merge(figures, on="report_id").sort_values(["place", "start"])
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


def _silent(page: Selection, shown: pd.DataFrame) -> pd.DataFrame:
    """Return a row for each report that states nothing for an area, in a block of its own."""
    rows = page.reports[~page.reports["report_id"].isin(shown["report_id"])][["report_id", "name"]]
    nothing = word("not_stated", page.language)
    return rows.assign(row=rows["name"], block=nothing, text=nothing, status="not_stated",
                       unit="", phrase="", evidence="", value=np.nan, lower=np.nan,
                       upper=np.nan)  # fmt: skip


def _short(phrase: str) -> str:
    """Return the end of a long phrase, which says what is counted; the table has all of it."""
    return phrase if len(phrase) <= LONGEST else f"…{phrase[1 - LONGEST :]}"


def _words(page: Selection, chart: str, caption: str, **values: object) -> Words:
    what = word(f"policy.{chart}.title", page.language, **values)
    subtitle = word(f"policy.{chart}.subtitle", page.language, **values)
    return Words(title(page, what), subtitle, caption)


def _map(page: Selection, shown: pd.DataFrame, words: Words) -> Figure:
    names = list(page.reports["name"])
    cells = _cells(page, shown)
    lines = [1 + max(text.count("\n") for text in row) for row in cells]
    heights = np.array([max(ROW, count * LINE + 0.08) for count in lines]) / ROW
    edges = np.concatenate([[0], np.cumsum(heights)])
    figure = sheet(words, edges[-1] * ROW + 2 * ROW)
    axes = figure.subplots()
    labels = [getattr(one.label, page.language) for one in areas().values()]
    bare(axes, labels)
    axes.set_yticks((edges[1:] + edges[:-1]) / 2, [wrapped(one, 44) for one in labels])
    axes.set_ylim(edges[-1], 0)
    stated = np.array([[bool(text) for text in row] for row in cells], dtype=float)
    axes.pcolormesh(np.arange(len(names) + 1), edges, stated, cmap=STATED,
                    vmin=0, vmax=1, edgecolor="white", linewidth=1.5)  # fmt: skip
    axes.set_xticks(np.arange(len(names)) + 0.5, [wrapped(one, 14) for one in names], size=9)
    axes.xaxis.tick_top()
    axes.spines["left"].set_visible(False)
    for (y, x), known in np.ndenumerate(stated):
        text = cells[y][x] or word("not_stated", page.language)
        ink = {"size": 8.5, "color": DARK} if known else {"size": 7.5, "color": GREY}
        axes.text(x + 0.5, (edges[y] + edges[y + 1]) / 2, text, ha="center", va="center", **ink)
    return settled(figure)


def _cells(page: Selection, shown: pd.DataFrame) -> list[list[str]]:
    """Return the text of every cell, areas by reports; empty where nothing is stated."""
    texts = shown.groupby(["key", "report_id"])["text"].agg("\n".join).to_dict()
    ids = page.reports["report_id"]
    columns = max(8, WIDE // len(ids))
    return [[wrapped(texts.get((area, one), ""), columns) for one in ids] for area in areas()]
