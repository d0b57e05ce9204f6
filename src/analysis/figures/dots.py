"""Dots on lines, panel by panel: a list of things in order, each with its number."""

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from analysis.figures.style import (
    BLUE,
    DARK,
    GREY,
    PALE,
    ROW,
    Words,
    bare,
    settled,
    sheet,
    wrapped,
)

ACROSS = 3
HEAD, BARE = 0.75, 0.35  # inches around a panel with a name, and without


def grid(frame: pd.DataFrame, words: Words, across: int = ACROSS) -> Figure:
    """Draw one panel for each name in ``panel``, all on one scale from zero.

    Parameters
    ----------
    frame : DataFrame
        Columns ``panel``, ``row``, ``value`` (from zero up), ``text`` (written beside the dot) and
        ``solid`` (whether the dot is filled), in order.
    across : int
        Panels side by side.
    """
    names = list(dict.fromkeys(frame["panel"]))
    across = min(across, len(names))
    lines = [names[at : at + across] for at in range(0, len(names), across)]
    sizes = frame.groupby("panel", sort=False).size()
    head = HEAD if any(names) else BARE
    heights = [ROW * 0.85 * max(sizes[name] for name in line) + head for line in lines]
    figure = sheet(words, sum(heights))
    axes = figure.subplots(len(lines), across, squeeze=False, height_ratios=heights)
    reach = frame["value"].max()
    for place, panel in enumerate(axes.flat):
        if place < len(names):
            _panel(panel, frame[frame["panel"] == names[place]], reach)
            panel.set_title(wrapped(names[place], 96 // across), loc="left", size=10, color=DARK)
        else:
            panel.set_axis_off()
    for place, line in enumerate(lines):  # short lists do not stretch
        most = max(sizes[name] for name in line)
        for panel in axes[place][: len(line)]:
            panel.set_ylim(most - 0.4, -0.6)
    return settled(figure)


def _panel(axes: Axes, rows: pd.DataFrame, reach: float) -> None:
    bare(axes, list(rows["row"]))
    places = range(len(rows))
    axes.hlines(places, 0, rows["value"], color=PALE, linewidth=1, zorder=1)
    fills = [BLUE if solid else "white" for solid in rows["solid"]]
    axes.scatter(rows["value"], places, s=28, c=fills, edgecolors=BLUE, linewidths=1.2, zorder=2)
    for place, value, text in zip(places, rows["value"], rows["text"], strict=True):
        where = {"xytext": (6, 0), "textcoords": "offset points", "va": "center"}
        axes.annotate(text, (value, place), size=8, color=GREY, **where)
    axes.set_xlim(0, reach * 1.7)
