"""The charts of bodies side by side, each with the table behind it."""

import numpy as np
import pandas as pd

from analysis.codebook.words import word
from analysis.figures import bars, coverage, makeup, panels
from analysis.figures.captions import caption, title, words
from analysis.figures.listings import listing
from analysis.figures.selection import Selection
from analysis.figures.style import Chart, Words

MOST = 60
MOST_WHOLES = 12
TABLE = ["name", "block", "text", "value", "lower", "upper", "status"]
PARTS = ["name", "row", "text", "number", "value", "lower", "upper", "status", "n"]


def shares(page: Selection, chart: str, kind: str) -> Chart:
    """Return the panels of `chart` as shares of the whole named by `kind`, the other apart."""
    frame = panels.compared(page, chart, kind)
    whole = word(f"whole.{kind}", page.language)
    table = [*TABLE, "n", "median"]
    return _beside(page, chart, f"{chart}-{kind}", frame, table, whole=whole)


def totals(page: Selection, chart: str) -> Chart:
    """Return the panels of `chart` as counts of the whole body."""
    return _beside(page, chart, chart, panels.compared(page, chart), [*TABLE, "median"])


def rates(page: Selection, chart: str) -> Chart:
    """Return the panels of `chart` as rates, each with the number of cases that it rests on."""
    return _beside(page, chart, chart, panels.compared(page, chart), [*TABLE, "n", "median"])


def made_of(page: Selection, chart: str) -> Chart:
    """Return reports side by side, each with the parts of its total as shares."""
    return _parts(page, chart, makeup.made_of(page, chart))


def by_applicant(page: Selection) -> Chart:
    """Return reports side by side, each with its new requests by kind of applicant."""
    return _parts(page, "applicants", makeup.by_applicant(page))


def _parts(page: Selection, chart: str, frame: pd.DataFrame) -> Chart:
    nested = frame["depth"].any()
    drawn = frame if nested else frame.drop(columns="depth")  # nothing to set off
    shown = drawn[drawn["block"] < MOST_WHOLES].assign(median=np.nan)
    notes = [
        word("note.bodies", page.language, all=len(page.reports), shown=shown["block"].nunique()),
        word("note.largest", page.language),
        *([word("note.parts", page.language)] if nested else []),
    ]
    around = words(page, "comparison", chart, caption(page, frame, *notes))
    return Chart(chart, bars.beside(shown, around), listing(frame, PARTS, page.language))


def who_states_what(page: Selection) -> Chart:
    """Return the map of bodies by groups of indicators."""
    frame = panels.coverage(page)
    frame = frame.assign(
        label=[word(f"group.{group}", page.language) for group in frame["group"]],
        share=(frame["whole"] / frame["asked"]).fillna(0),
        text=[_cell(*row) for row in frame[["whole", "part", "asked"]].itertuples(index=False)],
    )
    shown = _ends(frame.assign(row=frame["name"]), page.language)
    notes = [word("note.map", page.language), _shown(page, shown)]
    around = words(page, "comparison", "coverage", caption(page, frame, *notes))
    table = listing(frame, ["name", "label", "whole", "part", "silent", "asked"], page.language)
    return Chart("coverage", coverage.heat_map(shown, around), table)


def _cell(whole: int, part: int, asked: int) -> str:
    if not asked:
        return "–"
    return f"{whole}+{part}/{asked}" if part else f"{whole}/{asked}"


def _beside(
    page: Selection, chart: str, name: str, frame: pd.DataFrame, columns: list[str], **values: str
) -> Chart:
    what = word(f"comparison.{chart}.title", page.language)
    subtitle = word(f"comparison.{chart}.subtitle", page.language, **values)
    return beside(page, name, frame, columns, what, subtitle)


def beside(
    page: Selection, name: str, frame: pd.DataFrame, columns: list[str], what: str, subtitle: str
) -> Chart:
    """Return the panels of `frame` beside each other, with `columns` of it as the table."""
    shown = _ends(frame, page.language)
    notes = [_shown(page, shown), word("note.order", page.language)]
    if frame["report_id"].nunique() < len(page.reports):
        notes.insert(1, word("note.asked", page.language))
    around = Words(title(page, what), subtitle, caption(page, frame, *notes))
    return Chart(name, bars.beside(shown, around), listing(frame, columns, page.language))


def _shown(page: Selection, shown: pd.DataFrame) -> str:
    count = shown["report_id"].nunique()
    return word("note.bodies", page.language, all=len(page.reports), shown=count)


def _ends(frame: pd.DataFrame, language: str) -> pd.DataFrame:
    """Keep the top and the bottom where there are too many bodies to read, and say so between."""
    ids = list(dict.fromkeys(frame["report_id"]))
    if len(ids) <= MOST:
        return frame
    top, bottom = ids[: MOST // 2], ids[-MOST // 2 :]
    gap = word("note.between", language, count=len(ids) - MOST)
    blank = {"report_id": None, "row": gap, "name": gap, "text": "", "status": "", "share": np.nan}
    between = frame[frame["report_id"] == top[-1]].assign(value=0.0, lower=0.0, upper=0.0, **blank)
    first, last = (frame[frame["report_id"].isin(part)] for part in (top, bottom))
    return pd.concat([first, between, last], ignore_index=True)
