"""Reports as wholes (报告结构): several of one year, tables and pictures that were not read."""

from collections.abc import Iterator, Mapping

from analysis.codebook.periods import periods as known
from analysis.codebook.remarks import remark
from analysis.intervals import OPEN
from analysis.records import Doubt, Facts, Finding, Refusal


def repeated(years: Mapping[str, int]) -> Iterator[Finding]:
    """Yield a breach for each further report of one body and year.

    Parameters
    ----------
    years : mapping of str to int
        The reporting year by report.
    """
    for report_id in years:
        first, _, number = report_id.rpartition("-")
        if first in years and number.isdigit():
            yield Finding(
                finding_id=f"{report_id}:duplicate_report",
                report_id=report_id,
                rule="duplicate_report",
                state="breach",
                cases=2,
                likely_cause="undecided",
                ground=remark("same_year", [first]),
                detail=f"{first} {report_id}",
            )


def periods(years: Mapping[str, int], facts: Mapping[str, Facts]) -> Iterator[Finding]:
    """Yield, for each period that a report says its figures cover, whether it is its year.

    Parameters
    ----------
    years : mapping of str to int
        The reporting year by report.
    facts : mapping of str to Facts
        By report.
    """
    for report_id, found in facts.items():
        year = years[report_id]
        for one in found.periods:
            right = one.first in _beginnings(year) and one.last == f"{year}-12-31"
            yield Finding(
                finding_id=f"{report_id}:period:{one.start}",
                report_id=report_id,
                rule="period",
                state="consistent" if right else "breach",
                cases=1,
                likely_cause="" if right else "report",
                ground="" if right else remark("period"),
                detail=f"{one.first}..{one.last} {'=' if right else '≠'} {year}",
                observations=f"{report_id}:{one.start}-{one.end}",
            )


def _beginnings(year: int) -> set[str]:
    """Return the days with which the reports of a year may begin."""
    other = known().begins.get(year)
    return {f"{year}-01-01", *([other.day.isoformat()] if other else [])}


def later(facts: Mapping[str, Facts]) -> Iterator[Finding]:
    """Yield a breach for each event that a report tells of the year after.

    Parameters
    ----------
    facts : mapping of str to Facts
        By report.
    """
    for report_id, found in facts.items():
        for one in found.days_astray:
            yield Finding(
                finding_id=f"{report_id}:date:{one.start}",
                report_id=report_id,
                rule="date",
                state="breach",
                cases=1,
                likely_cause="report",
                ground=remark("later"),
                detail=one.first,
                observations=f"{report_id}:{one.start}-{one.end}",
            )


def outlines(facts: Mapping[str, Facts]) -> Iterator[Finding]:
    """Yield whether a report has the parts that it announces, and numbers them one by one.

    Parameters
    ----------
    facts : mapping of str to Facts
        By report.
    """
    for report_id, found in facts.items():
        numbers = [one.number for one in found.chapters]
        places = [f"{report_id}:{one.start}-{one.end}" for one in found.chapters]
        for one in found.announcements:
            right = one.parts - len(numbers) in range(one.attached + 1)
            yield Finding(
                finding_id=f"{report_id}:parts:{one.start}",
                report_id=report_id,
                rule="parts",
                state=("consistent" if right else "breach") if numbers else "not_assessable",
                cases=1 + len(numbers),
                stated=one.parts,
                expected=len(numbers) if numbers else OPEN,
                difference=one.parts - len(numbers) if numbers else OPEN,
                likely_cause="undecided" if numbers and not right else "",
                ground="" if right else remark("titles" if numbers else "no_titles"),
                detail=f"{one.parts} {'=' if right else '≠' if numbers else 'vs'} {len(numbers)}",
                observations=" ".join((f"{report_id}:{one.start}-{one.end}", *places)),
            )
        if len(numbers) > 1:
            yield _numbered(report_id, numbers, places)


def _numbered(report_id: str, numbers: list[int], places: list[str]) -> Finding:
    right = numbers == list(range(1, len(numbers) + 1))
    return Finding(
        finding_id=f"{report_id}:numbering",
        report_id=report_id,
        rule="numbering",
        state="consistent" if right else "breach",
        cases=len(numbers),
        likely_cause="" if right else "undecided",
        ground="" if right else remark("titles"),
        detail=", ".join(map(str, numbers)),
        observations=" ".join(places),
    )


def left_open(facts: Mapping[str, Facts]) -> Iterator[Finding]:
    """Yield a breach for each table that could not be read, or that two readers read otherwise.

    Parameters
    ----------
    facts : mapping of str to Facts
        By report.
    """
    for report_id, found in facts.items():
        for one in found.refusals:
            yield _of_table(report_id, "form_refused", one, one.labels, f"{one.form}: ")
        for one in found.doubts:
            yield _of_table(report_id, "reader_disagreement", one, one.numerals, "")


def pictured(facts: Mapping[str, Facts]) -> Iterator[Finding]:
    """Yield, for each report with pictures that nobody reads, how many and where they are.

    Parameters
    ----------
    facts : mapping of str to Facts
        By report.
    """
    for report_id, found in facts.items():
        if found.pictures:
            yield Finding(
                finding_id=f"{report_id}:pictures",
                report_id=report_id,
                rule="pictures",
                state="not_assessable",
                cases=len(found.pictures),
                ground=remark("pictures"),
                detail="、".join(filter(None, dict.fromkeys(found.pictures))),
            )


def _of_table(
    report_id: str, rule: str, table: Refusal | Doubt, words: tuple[str, ...], about: str
) -> Finding:
    return Finding(
        finding_id=f"{report_id}:{rule}:{table.start}",
        report_id=report_id,
        rule=rule,
        state="breach",
        cases=len(words),
        likely_cause="reading" if rule == "reader_disagreement" else "undecided",
        ground=remark(rule),
        detail=about + "、".join(words),
        observations=f"{report_id}:{table.start}-{table.end}",
    )
