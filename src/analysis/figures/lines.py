"""Lines with points over the years: gaps left open, intervals drawn, breaks marked."""

from collections.abc import Mapping, Sequence

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from analysis.codebook.words import word
from analysis.figures.amounts import SILENT
from analysis.figures.bars import OPEN
from analysis.figures.style import (
    BLUE,
    DARK,
    GREEN,
    GREY,
    ORANGE,
    PALE,
    Words,
    settled,
    sheet,
    wrapped,
)

HEIGHT = 1.9
SHADES, MARKERS = (BLUE, ORANGE, GREEN), ("o", "s", "^")
FLOOR, HEAD = -0.3, 1.7  # room below zero and above the highest value for words, of its height
STEP = 11  # points between words one above the other


def panels(
    frame: pd.DataFrame,
    breaks: Mapping[int, Mapping[int, str]],
    years: Mapping[str, Sequence[int]],
    words: Words,
    language: str,
) -> Figure:
    """Draw the panels of `frame` below each other, one scale of years for all.

    Those of several bodies for one panel have one scale from zero.

    Parameters
    ----------
    frame : DataFrame
        Rows of `analysis.figures.trends`, with a ``title`` for the axes, which may be empty.
    breaks : mapping
        By panel, the years since which figures mean something else, and in which way.
    years : mapping
        By body, the years of which there is a report; of others it is said that there is none.
    """
    each = list(frame.groupby(["panel", "body"], sort=False))
    reaches = frame.groupby("panel")[["value", "lower", "upper"]].max().max(axis=1)
    looks = {number: _looks(of) for number, of in frame.groupby("panel")["indicator"]}
    span = range(min(map(min, years.values())), max(map(max, years.values())) + 1)
    figure = sheet(words, len(each) * HEIGHT + 0.3)
    all_axes = figure.subplots(len(each), 1, sharex=True, squeeze=False)[:, 0]
    for axes, ((number, body), rows) in zip(all_axes, each, strict=True):
        panel(axes, rows, reaches[number], looks[number])
        for year in set(span) - set(years[body]):
            _write(axes, (year, 0), -6, word("trends.none", language), GREY)
        for year, kind in breaks[number].items():
            _break(axes, year, word(f"trends.{kind}", language, year=year))
    _years(all_axes[-1], span)
    return settled(figure)


def _looks(items: pd.Series) -> dict[str, tuple[str, str]]:
    """Give every indicator of a panel its colour and marker, the same for all bodies."""
    return dict(zip(items.unique(), zip(SHADES, MARKERS, strict=True), strict=False))


def panel(
    axes: Axes, rows: pd.DataFrame, reach: float, looks: Mapping[str, tuple[str, str]]
) -> None:
    """Draw the lines of one panel, zero-based up to `reach`, each figure with its number."""
    reach = reach if reach > 0 else 1.0
    axes.set_ylim(FLOOR * reach, HEAD * reach)
    axes.axhline(0, color=PALE, linewidth=0.8, zorder=0)
    for (item, name), line in rows.groupby(["indicator", "row"], sort=False):
        shade, marker = looks[item]
        axes.plot([], [], color=shade, marker=marker, label=name)
        for _, part in line[line["value"].notna()].groupby("segment"):
            axes.plot(part["year"], part["value"], color=shade, marker=marker, markersize=5)
        for mark in line.to_dict("records"):
            _interval(axes, mark, reach, shade)
    for _, year in rows.groupby("year"):
        _numbers(axes, year)
    where = {"loc": "lower left", "bbox_to_anchor": (0, 1), "borderaxespad": 0.1}
    named = {"title": rows["title"].iloc[0], "title_fontsize": 10, "alignment": "left"}
    look = {"frameon": False, "fontsize": 9, "labelcolor": DARK, "handlelength": 1.6}
    axes.legend(ncols=3, **look, **named, **where)
    axes.set_yticks([])
    for side in axes.spines.values():
        side.set_visible(False)


def _interval(axes: Axes, mark: dict, reach: float, shade: str) -> None:
    """Draw what the words allow beside the point; an open end a little on."""
    known, low, high = mark["status"] not in (*SILENT, "exact"), mark["lower"], mark["upper"]
    if known and not (pd.isna(low) and pd.isna(high)):
        low = 0.0 if pd.isna(low) else low
        high = low + OPEN * reach if pd.isna(high) else high
        dashes = (0, (2, 1)) if pd.isna(mark["upper"]) else "solid"
        axes.vlines(mark["year"], low, high, color=shade, linewidth=5, alpha=0.4, linestyle=dashes)


def _numbers(axes: Axes, marks: pd.DataFrame) -> None:
    """Write the figures of one year: the highest above its point, others below; silence at zero."""
    silent = marks["status"].isin(SILENT)
    stated = marks[~silent].assign(at=marks[["value", "upper", "lower"]].bfill(axis=1)["value"])
    for place, mark in enumerate(stated.sort_values("at", ascending=False).to_dict("records")):
        up = place == 0
        high = mark["at"] if pd.isna(mark["upper"]) or not up else max(mark["at"], mark["upper"])
        move = 6 if up else -6 - STEP * (place - 1)
        _write(axes, (mark["year"], high), move, mark["text"], DARK)
    taken = len(stated) > 1 or (len(stated) and stated["at"].min() == 0)
    for place, mark in enumerate(marks[silent].to_dict("records")):
        low = -6 - STEP * (place + bool(taken))
        _write(axes, (mark["year"], 0), low, mark["text"], GREY)


def _write(axes: Axes, point: tuple[float, float], move: float, text: str, ink: str) -> None:
    style = {"ha": "center", "va": "bottom" if move > 0 else "top", "size": 8.5, "color": ink}
    behind = {"facecolor": "white", "edgecolor": "none", "pad": 0.4, "alpha": 0.8}
    axes.annotate(text, point, (0, move), textcoords="offset points", bbox=behind, **style)


def _break(axes: Axes, year: int, text: str) -> None:
    """Draw a line before the year since which figures mean something else."""
    axes.axvline(year - 0.5, color=GREY, linestyle=(0, (4, 3)), linewidth=0.9, zorder=0)
    top = axes.get_ylim()[1]
    style = {"ha": "left", "va": "top", "size": 8, "color": GREY}
    axes.annotate(wrapped(text, 18), (year - 0.5, top), (4, 0), textcoords="offset points", **style)


def _years(axes: Axes, span: Sequence[int]) -> None:
    """Name every year of the span."""
    axes.set_xticks(span, [str(year) for year in span])
    axes.set_xlim(span[0] - 0.6, span[-1] + 0.6)
    axes.tick_params(length=0, labelcolor=DARK, labelsize=9)
