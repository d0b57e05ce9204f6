"""Who states what: one body by groups of indicators, and a map of bodies by columns."""

import numpy as np
import pandas as pd
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.figure import Figure

from analysis.figures.style import (
    BLUE,
    DARK,
    GREY,
    PALE,
    ROW,
    SKY,
    Words,
    bare,
    settled,
    sheet,
    wrapped,
)

PARTS = {"whole": BLUE, "part": SKY, "silent": PALE}
SHADES = LinearSegmentedColormap.from_list("stated", ["#F2F2F2", "#CFE3F1", BLUE])


def groups(frame: pd.DataFrame, labels: dict[str, str], words: Words) -> Figure:
    """Draw one stacked bar per group: stated for the whole body, for a part only, not stated.

    Parameters
    ----------
    frame : DataFrame
        Columns ``label``, ``whole``, ``part``, ``silent`` (numbers of indicators), ``asked``.
    labels : dict
        Words for the three parts.
    """
    figure = sheet(words, (len(frame) + 1.5) * ROW)
    axes = figure.subplots()
    bare(axes, list(frame["label"]))
    start = pd.Series(0, index=frame.index)
    for part, shade in PARTS.items():
        bars = axes.barh(range(len(frame)), frame[part], 0.7, left=start, color=shade, linewidth=0)
        ink = "white" if part == "whole" else DARK
        axes.bar_label(bars, [n or "" for n in frame[part]], label_type="center", color=ink, size=9)
        axes.barh(0, 0, color=shade, label=labels[part])
        start = start + frame[part]
    axes.set_xlim(0, frame["asked"].max())
    where = {"loc": "lower left", "bbox_to_anchor": (0, 1), "borderaxespad": 0.2}
    axes.legend(ncols=3, frameon=False, fontsize=9, handlelength=1, labelcolor=GREY, **where)
    return settled(figure)


def heat_map(frame: pd.DataFrame, words: Words) -> Figure:
    """Draw a map of bodies (rows) by columns, darker where the share is larger.

    Parameters
    ----------
    frame : DataFrame
        Columns ``name``, ``label`` (of the column), ``share`` (0 to 1) and ``text`` of the cell,
        columns in order within each body.
    """
    labels = list(dict.fromkeys(frame["label"]))
    names = list(frame["name"].iloc[:: len(labels)])
    shares = frame["share"].to_numpy(dtype=float).reshape(len(names), len(labels))
    texts = frame["text"].to_numpy().reshape(shares.shape)
    figure = sheet(words, (len(names) + 2) * ROW)
    axes = figure.subplots()
    bare(axes, names)
    edges = [np.arange(count + 1) - 0.5 for count in shares.shape[::-1]]
    axes.pcolormesh(*edges, shares, cmap=SHADES, vmin=0, vmax=1, edgecolor="white", linewidth=1.5)
    columns = min(14, 120 // len(labels))  # half-width, of a label
    size = 9 if len(labels) <= 10 else 8
    axes.set_xticks(range(len(labels)), [wrapped(label, columns) for label in labels], size=size)
    axes.xaxis.tick_top()
    axes.spines["left"].set_visible(False)
    for (y, x), share in np.ndenumerate(shares):
        ink = "white" if share > 0.75 else DARK if share else GREY
        axes.text(x, y, texts[y, x], ha="center", va="center", size=8.5, color=ink)
    return settled(figure)
