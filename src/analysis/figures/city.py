"""The charts of one body's page, each with the table behind it."""

from collections.abc import Sequence

import pandas as pd

from analysis.codebook.words import word
from analysis.figures import bars, coverage, flows, panels
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
    return _bars(page, "requests", flows.flow(page, "requests"), "row", "block")


def appeals(page: Selection) -> Chart:
    """Return reconsideration, litigation and complaints with their results."""
    return _bars(page, "appeals", flows.flow(page, "appeals"), "row", "block")


def responses(page: Selection) -> Chart:
    """Return responses and interpretation, one scale a unit."""
    return _bars(page, "responses", panels.counts(page, "responses"), "indicator", "row")


def capacity(page: Selection) -> Chart:
    """Return offices, staff, funds, meetings and training, one scale a unit."""
    return _bars(page, "capacity", panels.counts(page, "capacity"), "indicator", "row")


# Forms since 2019 ---------------------------------------------------------------------------------


def applicants(page: Selection) -> Chart:
    """Return new requests by kind of applicant, with shares of their total."""
    frame = flows.by_applicant(page)
    return _bars(page, "applicants", frame, "row", n=frame["text"].iloc[0])


def request_flow(page: Selection) -> Chart:
    """Return what came in, and below it what became of it, in bars of one width."""
    notes = [word("note.groups", page.language)]
    return _bars(
        page, "request_flow", flows.flow(page, "request_flow"), "row", "block", notes=notes
    )


def outcomes(page: Selection) -> Chart:
    """Return the number of requests for each outcome and ground."""
    notes = [word("note.groups", page.language)]
    return _bars(page, "outcomes", flows.by_ground(page), "row", "block", notes=notes)


def appeals_by_group(page: Selection) -> Chart:
    """Return reconsideration and the two kinds of litigation with their results."""
    return _bars(page, "appeals_by_group", flows.flow(page, "appeals_by_group"), "row", "block")


def documents(page: Selection) -> Chart:
    """Return government rules and normative documents."""
    return _bars(page, "documents", panels.counts(page, "documents"), "indicator", "row")


def activity(page: Selection) -> Chart:
    """Return licences, penalties, coercion, charges and procurement, one scale a unit."""
    return _bars(page, "activity", panels.counts(page, "activity"), "indicator", "row")


def _bars(
    page: Selection,
    name: str,
    frame: pd.DataFrame,
    *names: str,
    notes: Sequence[str] = (),
    **values: str,
) -> Chart:
    """Draw `frame`; the columns `names` of it tell the rows of the table apart."""
    around = words(page, "city", name, caption(page, frame, *notes), **values)
    table = listing(frame, [*names, *NUMBERS], page.language)
    return Chart(name, bars.below(frame, around), table)
