"""What a report says of its own figures (算术陈述): printed shares, growth, parts of a whole."""

from collections.abc import Iterable, Iterator, Mapping

from analysis.checks.claims.again import again
from analysis.checks.claims.growth import growth
from analysis.checks.claims.lists import divided, items
from analysis.checks.claims.rests import rest
from analysis.checks.claims.shares import shares
from analysis.checks.sums import Stated
from analysis.records import Facts, Finding


def claimed(
    facts: Mapping[str, Facts], stated: Stated, earlier: Mapping[str, str]
) -> Iterator[Finding]:
    """Yield what checking each claim gives; nothing where a claim is about nothing comparable.

    Parameters
    ----------
    facts : mapping of str to Facts
        By report.
    stated : mapping
        Figures by report, scope and applicant, then by indicator.
    earlier : mapping of str to str
        The report of the year before, by report.
    """
    for report_id, found in facts.items():
        yield from _told_apart(_claimed(report_id, found, stated, earlier))


def _told_apart(found: Iterable[Finding]) -> Iterator[Finding]:
    """Yield findings, those of one whole that is divided in several ways with ids of their own."""
    seen: dict[str, int] = {}
    for one in found:
        seen[one.finding_id] = times = seen.get(one.finding_id, 0) + 1
        yield one._replace(finding_id=f"{one.finding_id}:{times}") if times > 1 else one


def _claimed(
    report_id: str, found: Facts, stated: Stated, earlier: Mapping[str, str]
) -> Iterator[Finding]:
    printed = [one for one in found.claims if one.kind == "share"]
    yield from shares(report_id, printed, stated)
    for one in found.claims:
        if one.kind == "growth":
            yield from growth(report_id, one, stated, earlier.get(report_id))
        elif one.kind == "list":
            yield from divided(report_id, one)
        elif one.kind == "items":
            yield items(report_id, one)
        elif one.kind == "rest":
            yield from rest(report_id, one, stated)
        elif one.kind == "again":
            yield from again(report_id, one, stated)
