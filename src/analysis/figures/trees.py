"""A map of likeness with the tree of its clusters."""

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.figure import Figure
from scipy.cluster.hierarchy import dendrogram

from analysis.figures.style import BLUE, DARK, GREY, ROW, Words, bare, settled, sheet

SHADES = LinearSegmentedColormap.from_list("alike", ["#F7F7F7", "#CFE3F1", BLUE])
TREE = 0.25  # of the width
NUMBERS = 24  # reports up to which every cell says its number


def alike(likeness: pd.DataFrame, tree: pd.DataFrame, names: list[str], words: Words) -> Figure:
    """Draw how alike reports are, in the order of their tree if there is one.

    Parameters
    ----------
    likeness : DataFrame
        Square, from 0 to 1.
    tree : DataFrame
        One row per pair joined, columns ``first``, ``second``, ``distance``, ``reports`` and
        ``text`` (written at the joint); may be empty.
    names : list of str
        For the rows of `likeness`.
    """
    figure = sheet(words, (len(names) + 4) * ROW * 0.95)
    if tree.empty:
        axes, order = figure.subplots(), list(range(len(names)))
    else:
        side, axes = figure.subplots(1, 2, width_ratios=[TREE, 1 - TREE])
        order = _tree(side, tree)
    _map(axes, likeness.to_numpy()[np.ix_(order, order)], [names[place] for place in order])
    return settled(figure)


def _tree(axes: Axes, tree: pd.DataFrame) -> list[int]:
    """Draw a tree with its root at the left and return its leaves from top to bottom."""
    joined = tree[["first", "second", "distance", "reports"]].to_numpy(dtype=float)
    drawn = dendrogram(joined, orientation="left", no_plot=True)
    for across, along in zip(drawn["dcoord"], drawn["icoord"], strict=True):
        axes.plot(across, (np.array(along) - 5) / 10, color=GREY, linewidth=1)
    texts = dict(zip(tree["distance"].round(9), tree["text"], strict=True))
    for across, along in zip(drawn["dcoord"], drawn["icoord"], strict=True):
        middle = ((along[0] + along[3]) / 2 - 5) / 10
        if text := texts[round(across[1], 9)]:
            axes.text(across[1], middle, text, ha="center", va="center", size=7, color=DARK,
                      bbox={"facecolor": "white", "edgecolor": "none", "pad": 0.8})  # fmt: skip
    leaves = drawn["leaves"]
    axes.set_xlim(joined[:, 2].max() * 1.15, 0)
    axes.set_ylim(len(leaves) - 0.4, -0.6)
    axes.set_axis_off()
    return leaves


def _map(axes: Axes, values: np.ndarray, names: list[str]) -> None:
    bare(axes, names)
    shown = np.where(np.eye(len(values), dtype=bool), np.nan, values)
    edges = np.arange(len(values) + 1) - 0.5
    reach = np.nanmax(shown)
    axes.pcolormesh(edges, edges, shown, cmap=SHADES, vmin=0, vmax=reach, edgecolor="white")
    numbers = [str(place) for place in range(1, len(names) + 1)]
    axes.set_yticks(
        range(len(names)), [f"{n}  {k}" for n, k in zip(names, numbers, strict=True)], color=DARK
    )
    step = 1 if len(names) <= 40 else 5
    axes.set_xticks(range(0, len(names), step), numbers[::step], size=8)
    axes.xaxis.tick_top()
    axes.tick_params(length=0)
    axes.spines["left"].set_visible(False)
    if len(names) <= NUMBERS:
        for (y, x), value in np.ndenumerate(shown):
            ink = "white" if value > 0.75 * reach else DARK
            axes.text(x, y, "" if x == y else f"{value:.2f}"[1:], ha="center", va="center",
                      size=7.5, color=ink)  # fmt: skip
