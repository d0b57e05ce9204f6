"""The charts of one body's page, each with the table behind it."""

from collections.abc import Callable

import pandas as pd

from analysis.codebook.words import word
from analysis.figures import bars, coverage, panels
from analysis.figures.captions import caption, words
from analysis.figures.listings import listing
from analysis.figures.selection import Selection
from analysis.figures.style import Chart

NUMBERS = ["text", "value", "lower", "upper", "unit", "status"]
PARTS = ["whole", "part", "silent"]


def states(page: Selection) -> Chart:
    """Return how many indicators of each group the report states."""
    frame = panels.coverage(page)
    frame = frame.assign(label=[word(f"group.{group}", page.language) for group in frame["group"]])
    labels = {part: word(f"coverage.{part}", page.language) for part in PARTS}
    around = words(page, "city", "coverage", caption(page, frame))
    table = listing(frame, ["label", *PARTS, "asked"], page.language)
    return Chart("coverage", coverage.groups(frame, labels, around), table)


def channels(page: Selection) -> Chart:
    """Return the shares of information by channel, one block per whole."""
    return _bars(page, "channels", panels.shares(page), "row", "block")


def requests(page: Selection) -> Chart:
    """Return requests from receipt to reply, parts nested in their totals."""
    return _bars(page, "requests", panels.flow(page, "requests"), "row", "block")


def appeals(page: Selection) -> Chart:
    """Return reconsideration, litigation and complaints with their results."""
    return _bars(page, "appeals", panels.flow(page, "appeals"), "row", "block")


def responses(page: Selection) -> Chart:
    """Return responses and interpretation, one scale a unit."""
    return _bars(page, "responses", panels.counts(page, "responses"), "indicator", "row")


def capacity(page: Selection) -> Chart:
    """Return offices, staff, funds, meetings and training, one scale a unit."""
    return _bars(page, "capacity", panels.counts(page, "capacity"), "indicator", "row")


def _bars(page: Selection, name: str, frame: pd.DataFrame, *names: str) -> Chart:
    """Draw `frame`; the columns `names` of it tell the rows of the table apart."""
    around = words(page, "city", name, caption(page, frame))
    table = listing(frame, [*names, *NUMBERS], page.language)
    return Chart(name, bars.below(frame, around), table)


CHARTS: tuple[Callable[[Selection], Chart], ...] = (
    states,
    channels,
    requests,
    appeals,
    responses,
    capacity,
)
