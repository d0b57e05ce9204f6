"""Horizontal bars that show what is certain, what the words allow, and what is not stated."""

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from analysis.figures.style import (
    DARK,
    GREY,
    PALE,
    ROW,
    Words,
    bare,
    colour,
    settled,
    sheet,
    wrapped,
)

THICK = 0.62
TITLE = 0.42
OPEN = 0.07
ACROSS = 4  # panels side by side
COLUMNS = 56  # half-width, of all their titles


def below(frame: pd.DataFrame, words: Words) -> Figure:
    """Draw the blocks of `frame` below each other, each with a scale of its own unit.

    Parameters
    ----------
    frame : DataFrame
        Marks of `panels`, in the order drawn; an ``offset`` makes the bars start there and a
        ``depth`` sets totals off from their parts.
    """
    blocks = list(frame.groupby("block", sort=False))
    rows = [len(block) for _, block in blocks]
    figure = sheet(words, sum(rows) * ROW + len(rows) * TITLE)
    ratios = [count + 0.2 for count in rows]
    all_axes = figure.subplots(len(rows), 1, height_ratios=ratios, squeeze=False)[:, 0]
    reaches = _reaches(frame)
    for axes, (name, block) in zip(all_axes, blocks, strict=True):
        panel(axes, block, reaches[block["unit"].iloc[0]], name)
    return settled(figure)


def beside(frame: pd.DataFrame, words: Words, across: int = ACROSS) -> Figure:
    """Draw the blocks of `frame` beside each other, all of the same rows, in one order.

    Blocks of one unit have one scale, so that a bar means the same in each. A ``median`` is
    drawn as a dashed line; ``title`` stands above the panel. After `across` blocks the next stand
    below.
    """
    blocks = list(frame.groupby("block", sort=False))
    across = min(across, len(blocks))
    strips = -(-len(blocks) // across)
    titles = [wrapped(block["title"].iloc[0], COLUMNS // across) for _, block in blocks]
    lines = max(2, *(title.count("\n") + 1 for title in titles))
    figure = sheet(words, strips * (len(blocks[0][1]) * ROW + lines * TITLE))
    all_axes = list(figure.subplots(strips, across, sharey=True, squeeze=False).flat)
    reaches = _reaches(frame)
    for axes in all_axes[len(blocks) :]:
        axes.set_axis_off()
    for axes, (_, block), title in zip(all_axes, blocks, titles, strict=False):
        panel(axes, block, reaches[block["unit"].iloc[0]], title)
        middle = block["median"].iloc[0]
        if pd.notna(middle):
            axes.axvline(middle, color=GREY, linestyle=(0, (4, 3)), linewidth=0.9, zorder=0)
    return settled(figure)


def _reaches(frame: pd.DataFrame) -> pd.Series:
    """Where the longest bar of each unit ends."""
    return frame.assign(end=ends(frame)).groupby("unit")["end"].max()


def ends(frame: pd.DataFrame) -> pd.Series:
    """Where each bar ends at the most."""
    start = frame.get("offset", 0)
    return start + frame[["value", "lower", "upper"]].max(axis=1).fillna(0)


def panel(axes: Axes, rows: pd.DataFrame, reach: float, title: str) -> None:
    """Draw one block into `axes`, zero-based up to `reach` with room for the labels."""
    reach = reach or 1.0
    bare(axes, list(rows["row"]))
    axes.set_xlim(min(0.0, rows["lower"].min()), reach * 1.02)  # a change may be a decrease
    axes.set_title(title, loc="left", size=10, color=GREY, pad=5)
    for y, row in enumerate(rows.to_dict("records")):
        mark(axes, y, row, reach)
    if "depth" in rows:
        _set_parts_off(axes, list(rows["depth"]))


def mark(axes: Axes, y: float, row: dict, reach: float) -> None:
    """Draw one value: solid to its lower end, hatched to its upper end or, open, a little on."""
    start = row.get("offset", 0.0)
    shade = colour(row["item"], row.get("scope", "all"))
    solid, hatched = _lengths(row, reach)
    axes.barh(y, solid, THICK, left=start, color=shade, linewidth=0)
    if hatched:
        pattern = {"facecolor": "white", "edgecolor": shade, "hatch": "/////", "linewidth": 0}
        axes.barh(y, hatched, THICK, left=start + solid, **pattern)
    where = max(start, start + solid + hatched) + 0.012 * reach
    silent = np.isnan([row["value"], row["lower"], row["upper"]]).all()
    ink = {"size": 8.5, "color": GREY} if silent else {"size": 9.5, "color": DARK}
    behind = {"facecolor": "white", "edgecolor": "none", "pad": 0.6}
    axes.text(where, y, row["text"], va="center", bbox=behind, **ink)


def _lengths(row: dict, reach: float) -> tuple[float, float]:
    """Length that is certain, and length that the words allow beyond it; an open end a little."""
    value, lower, upper = row["value"], row["lower"], row["upper"]
    if np.isnan(upper):
        return (0.0, np.nan_to_num(value)) if np.isnan(lower) else (lower, OPEN * reach)
    low = np.nan_to_num(lower)
    return low, upper - low


def _set_parts_off(axes: Axes, depths: list[int]) -> None:
    """Write the words of parts smaller and lighter, and draw a line above each total."""
    for tick, depth in zip(axes.get_yticklabels(), depths, strict=False):  # none beside others
        tick.set(size=min(10.5 - depth, tick.get_size()), color=DARK if depth == 0 else "#555555")
    for y, depth in enumerate(depths):
        if depth == 0 and y:
            axes.axhline(y - 0.5, color=PALE, linewidth=0.8)
