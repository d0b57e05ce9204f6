"""How far the data can be trusted, and who leaves out what: charts and tables of one page."""

from dataclasses import replace

import numpy as np
import pandas as pd

from analysis.codebook.indicators import indicators
from analysis.codebook.reasons import explained
from analysis.codebook.words import word
from analysis.figures import bars, coverage, panels
from analysis.figures.amounts import written
from analysis.figures.captions import caption, words
from analysis.figures.comparison import who_states_what
from analysis.figures.inventory import Inventory
from analysis.figures.listings import STATES, by_kind, listing, scopes, shorts, worded
from analysis.figures.marks import asked, named
from analysis.figures.selection import Selection
from analysis.figures.style import Chart
from analysis.review import review

WHOSE = {"body": "called", "year": "year"}  # a column by that of the reports
PARTS = ["whole", "part", "silent"]
LEAST = 20  # indicators shown of those stated least
NAMES = 5  # bodies named in a cell
FIRST, MOST = 3, 30  # undecided numbers shown of a report, and in all
SILENCE = ["indicator", *PARTS, "asking", "stated_by"]
CHECKED = ["rule", *STATES, "cases", "meaning"]
BREACH = ["rule", "indicators", "scope", "detail", "likely_cause", "ground", "verdict", "evidence"]
STATEMENT = ["indicator", "scope", "text", "source", "evidence", "place"]
CORRECTION = ["indicator", "scope", "as_read", "value", "reason", "who", "when"]
VERDICT = ["rule", "detail", "verdict", "reason", "who", "when"]


def totals(page: Inventory) -> dict[str, int]:
    """Return the counts that the sentences of the page name."""
    states = page.findings["state"]
    return {
        "reports": len(page.reports),
        "bodies": page.reports["body"].nunique(),
        "findings": len(states),
        "assessed": (states != "not_assessable").sum(),
        "breaches": (states == "breach").sum(),
        "numerals": len(page.numerals),
        "unresolved": (page.numerals["candidates"] != "").sum(),
    }


# What is read -------------------------------------------------------------------------------------


def read(page: Inventory) -> pd.DataFrame:
    """Count reports by form (rows) and format of their file (columns)."""
    language = page.language
    forms = [form and word(f"form.{form}", language) for form in page.reports["form"]]
    formats = page.reports["format"].to_list()
    total = word("total", language)
    table = pd.crosstab(np.array(forms), np.array(formats), margins=True, margins_name=total)
    return table.rename_axis(index=None, columns=word("column.form", language))


def unread(page: Inventory) -> pd.DataFrame:
    """Return the files that are not read, with the reason of each; whose they are is not known."""
    rows = page.files[page.files["status"] != "read"]
    rows = rows.assign(reason=[explained(one, page.language) for one in rows["reason"]])
    return listing(rows, ["file", "status", "reason"], page.language)


# Checks -------------------------------------------------------------------------------------------


def checked(page: Selection) -> Chart:
    """Return how many checks of each kind found a breach, could not be made, found agreement."""
    kinds = by_kind(page.findings, page.language)
    if kinds.empty:  # one row that says so
        nothing = {"rule": word("none.checks", page.language), "meaning": ""}
        kinds = kinds.reindex([0], fill_value=0).assign(**nothing)
    titles = {f"state.{state}": word(f"state.{state}", page.language) for state in STATES}
    long = kinds.rename(columns=lambda name: f"state.{name}" if name in STATES else name)
    long = long.melt(["rule"], list(titles), "item", "value")
    text = [f"{count:,}" for count in long["value"]]
    ends = {"lower": long["value"], "upper": long["value"], "median": np.nan, "status": "exact"}
    block = long["item"].map(titles)
    # each state its own scale: one breach has to be seen beside a thousand agreements
    shown = long.assign(**ends, block=block, title=block, unit=block, row=long["rule"], text=text)
    around = words(
        page, "quality", "checks", caption(page, pd.DataFrame()), count=f"{len(page.findings):,}"
    )
    return Chart("checks", bars.beside(shown, around), listing(kinds, CHECKED, page.language))


def breaches(page: Inventory) -> pd.DataFrame:
    """Return every breach with its arithmetic, likely cause, verdict and the sentences at fault."""
    rows = page.findings.query("state == 'breach'")
    sentences = list(_looked_at(page, "breach")["words"])
    shown = worded(_whose(page, rows), page.language).assign(evidence=sentences)
    return listing(shown, ["body", "year", *BREACH], page.language)


def _looked_at(page: Inventory, kind: str) -> pd.DataFrame:
    """Return what deserves a look, of one kind; a breach whatever was decided about it."""
    frames = {name: getattr(page, name) for name in ("observations", "numerals", "passages")}
    findings = page.findings.assign(verdict="")
    return review({**frames, "findings": findings}, page.texts).query("kind == @kind")


def _whose(page: Inventory, rows: pd.DataFrame) -> pd.DataFrame:
    """Say of each row whose report it comes from and of which year."""
    reports = page.reports.set_index("report_id")
    whose = {name: rows["report_id"].map(reports[of]) for name, of in WHOSE.items()}
    return rows.assign(**whose)


# Silence ------------------------------------------------------------------------------------------


def silence(page: Selection) -> Chart:
    """Return the map of who states what, those who state most of the whole first."""
    counts = panels.coverage(page).groupby("report_id")[["whole", "asked"]].sum()
    share = page.reports["report_id"].map(counts["whole"] / counts["asked"])
    order = share.sort_values(ascending=False, kind="stable").index
    return who_states_what(replace(page, reports=page.reports.loc[order]))


def least_stated(page: Selection) -> Chart:
    """Return the indicators that the fewest reports state, of those whose form asks for them."""
    language = page.language
    frame = _by_indicator(page)
    frame = frame.assign(
        label=[named(item, language, "label") for item in frame["indicator"]],
    )
    labels = {part: word(f"coverage.{part}", language) for part in PARTS}
    around = words(page, "quality", "least_stated", caption(page, frame), count=len(frame))
    table = listing(frame.assign(indicator=frame["label"]), SILENCE, language)
    return Chart("least_stated", coverage.groups(frame, labels, around), table)


def _by_indicator(page: Selection) -> pd.DataFrame:
    """Count reports by what they say of each indicator, the least stated first."""
    rows = asked(page)
    kinds = rows["status"].map({"part_only": "part", "not_stated": "silent"}).fillna("whole")
    counts = pd.crosstab(rows["indicator"], kinds).reindex(columns=PARTS, fill_value=0)
    counts["asked"] = counts["asking"] = counts.sum(axis=1)
    speaking = rows[kinds == "whole"].groupby("indicator")["name"].agg(list)
    counts["stated_by"] = [_names(speaking.get(item, []), page.language) for item in counts.index]
    counts["share"] = counts["whole"] / counts["asked"]
    order = {"place": counts.index.map(list(indicators()).index), "less": -counts["asked"]}
    ranked = counts.assign(**order).sort_values(["share", "less", "part", "place"])
    return ranked.head(LEAST).reset_index()


def _names(names: list[str], language: str) -> str:
    """Name the first few, and say how many more there are."""
    told = word("list", language).join(names[:NAMES])
    more = len(names) - NAMES
    return word("names.more", language, names=told, count=more) if more > 0 else told


# What is not settled ------------------------------------------------------------------------------


def conflicts(page: Inventory) -> pd.DataFrame:
    """Return every statement of a value whose statements exclude each other, one a row."""
    language = page.language
    keys = ["report_id", "indicator", "applicant", "scope"]
    disputed = page.values.query("status == 'conflict'")[keys]
    rows = disputed.merge(page.observations, on=keys, how="left")
    numbers = zip(rows["value"], rows["lower"], rows["upper"], rows["unit"], strict=True)
    shown = _whose(page, rows).assign(
        indicator=[named(item, language, "label") for item in rows["indicator"]],
        scope=scopes(rows, language),
        text=[written(*number, language) for number in numbers],
        place=[f"{start}–{end}" for start, end in zip(rows["start"], rows["end"], strict=True)],
    )
    return listing(shown, ["body", "year", *STATEMENT], language)


def corrections(page: Inventory) -> pd.DataFrame:
    """Return the values decided by hand, each with what was read and why it was changed."""
    rows, language = page.corrections, page.language
    shown = _whose(page, rows).assign(
        indicator=[named(item, language, "label") for item in rows["indicator"]],
        scope=scopes(rows, language),
    )
    return listing(shown, ["body", "year", *CORRECTION], language)


def verdicts(page: Inventory) -> pd.DataFrame:
    """Return what was decided about findings, and why."""
    found = page.findings.drop(columns=["detail", "verdict"])
    rows = page.verdicts.merge(found, on="finding_id", how="left")
    shown = worded(_whose(page, rows), page.language)
    return listing(shown, ["body", "year", *VERDICT], page.language)


def unresolved(page: Inventory) -> pd.DataFrame:
    """Count, for reports that have any, numbers undecided and values that such a number contests.

    Reports with most of them first.
    """
    kinds = {kind: _looked_at(page, kind) for kind in ("unresolved", "contested")}
    counts = page.reports[["report_id"]].assign(
        numerals=_count(page, page.numerals),
        **{kind: _count(page, rows) for kind, rows in kinds.items()},
    )
    some = counts[counts[list(kinds)].any(axis=1)]
    rows = _whose(page, some).sort_values(list(kinds), ascending=False, kind="stable")
    return listing(rows, ["body", "year", "numerals", *kinds], page.language)


def _count(page: Inventory, rows: pd.DataFrame) -> pd.Series:
    return page.reports["report_id"].map(rows["report_id"].value_counts()).fillna(0).astype(int)


def first_unresolved(page: Inventory) -> pd.DataFrame:
    """Return the first numbers of each report that its words do not settle, with their sentence."""
    rows = page.numerals.query("candidates != ''")
    rows = rows.assign(evidence=list(_looked_at(page, "unresolved")["words"]))
    rows = rows.groupby("report_id", sort=False).head(FIRST).head(MOST)
    shown = _whose(page, rows).assign(
        candidates=[shorts(ids, page.language) for ids in rows["candidates"]]
    )
    return listing(shown, ["body", "year", "text", "candidates", "evidence"], page.language)
