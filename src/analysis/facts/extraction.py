"""From passages to facts (事实提取), one question at a time for the whole text.

Where passages stand, what their sentences and numbers are, what the numbers state, what a report
says of its own figures, and what else is a number: each is asked of all passages before the next.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import chain, groupby
from operator import attrgetter

from analysis.facts.accounting import Account, account_of, numerals
from analysis.facts.accrued import of_many_years
from analysis.facts.claimed import claimed, told_again
from analysis.facts.outline import announcements, chapters
from analysis.facts.periods import days_astray, find_periods
from analysis.facts.sections import Placed, in_sections
from analysis.facts.source import Source
from analysis.facts.spilled import spilled
from analysis.facts.stating import Stated, what
from analysis.facts.tabulated import tabulated
from analysis.records import Document, Facts, Numeral, Passage, Refusal, Report

_DIGIT = re.compile(r"\d")
_START, _SECTION = attrgetter("start"), attrgetter("section")


def extract(document: Document, report: Report) -> Facts:
    """Read the facts that a report states.

    Parameters
    ----------
    document : Document
        The clean text and its passages.
    report : Report
        Whose it is: its level decides what 县级 means, its year which figures are the year's.

    Returns
    -------
    Facts
        Observations without repetition, printed shares, and every numeral with a kind.
    """
    source, runs = Source(document, report), spilled(document)
    passages = (_as_cell(one) if _is_in(runs, one) else one for one in document.passages)
    places = [*in_sections(source, passages)]
    tables = [tabulated(source, one) for one in places if one.passage.kind == "table"]
    accounts = [account_of(one, source) for one in places if _speaks(one, source)]
    told = [one for one in accounts if one.kind == "paragraph"]
    plain = [one for one in told if not one.section.is_plan]
    stated, filled = _stated(plain, source), [*_all(one.observations for one in tables)]
    known = {what(one) for one in (*stated.observations, *filled)}
    stated.recall((one for one in told if one.section.is_plan), known)
    observations = [*stated.observations, *filled]
    claims = _all(told_again(one) if one.section.is_plan else claimed(one) for one in told)
    aside = of_many_years(stated.yearly, stated.accrued)
    found = [*_all(map(_numerals, accounts)), *_all(one.numerals for one in tables)]
    unsettled = _unsettled(found, {one.start for one in aside})
    return Facts(
        tuple(_once(sorted((o for o in observations if o not in aside), key=_START))),
        tuple(_once(stated.shares)),
        tuple(sorted(unsettled, key=_START)),
        tuple(_all(one.filled.cells for one in tables)),
        (*runs, *(one.filled.refusal for one in tables if one.filled.refusal)),
        tuple(_all(one.doubts for one in tables)),
        tuple(claims),
        tuple(_all(find_periods(one.view) for one in told)),
        tuple(_all(days_astray(one.view, source.year) for one in plain)),
        tuple(_all(announcements(one.view) for one in told if not one.section.headings)),
        tuple(chapters(document.passages)),
        document.pictures,
    )


_all = chain.from_iterable


def _is_in(runs: list[Refusal], passage: Passage) -> bool:
    return any(run.start <= passage.start < run.end for run in runs)


def _as_cell(passage: Passage) -> Passage:
    """Return a line of a refused table as what it is: no heading, and no words of the report."""
    return passage if passage.kind == "furniture" else passage._replace(kind="cell")


def _speaks(placed: Placed, source: Source) -> bool:
    """Tell whether a passage is a paragraph, or any other but a table that holds a number."""
    kind, start, end = placed.passage.kind, placed.passage.start, placed.passage.end
    return kind == "paragraph" or (kind != "table" and bool(_DIGIT.search(source.text, start, end)))


def _stated(accounts: Iterable[Account], source: Source) -> Stated:
    stated = Stated(source)
    for section, paragraphs in groupby(accounts, key=_SECTION):
        stated.read(section, paragraphs)
    return stated


def _numerals(account: Account) -> Iterator[Numeral]:
    for one in numerals(account):
        aside = account.kind == "furniture"
        yield one._replace(meaning="page furniture", area="", candidates="") if aside else one


def _once(found: list) -> list:
    """Keep one of several statements of a value, the table's or else the first."""
    stated: dict[tuple, list] = {}
    for one in found:
        place = (one.indicator, getattr(one, "applicant", ""), one.scope, one.scope_name)
        stated.setdefault((*place, one.value, one.lower, one.upper), []).append(one)
    return [_with_others(same) for same in stated.values()]


def _with_others(same: list):
    kept = next((one for one in same if getattr(one, "source", "") == "table"), same[0])
    others = " ".join(f"{one.start}-{one.end}" for one in same if one is not kept)
    return kept._replace(also_at=others) if others else kept


def _unsettled(found: Iterable[Numeral], places: Collection[int]) -> Iterator[Numeral]:
    """Yield numerals, those at some places as quantities that may be what they were read as."""
    for one in found:
        aside = one.start in places
        yield one._replace(kind="quantity", meaning="", candidates=one.meaning) if aside else one
