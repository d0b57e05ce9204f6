"""Who is likely wrong (原因判断): the report, our reading, or undecided, and on what ground."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

import pandas as pd

from analysis import tables
from analysis.codebook.remarks import remark
from analysis.records import Finding


def with_causes(found: Iterable[Finding], observations: pd.DataFrame) -> Iterator[Finding]:
    """Yield the findings, each breach with its likely cause and the ground for it.

    Parameters
    ----------
    found : iterable of Finding
        A cause given already stays.
    observations : DataFrame
        The table of that name, for where the figures stand.
    """
    found = list(found)
    sources = _sources(observations)
    doubted = {one.report_id for one in found if one.rule == "reader_disagreement"}
    for one in found:
        if one.state != "breach" or one.likely_cause:
            yield one
            continue
        cause, ground = _cause(one, sources, doubted)
        grounds = "; ".join(filter(None, (one.ground, remark(ground))))
        yield one._replace(likely_cause=cause, ground=grounds)


def _sources(observations: pd.DataFrame) -> dict[str, set[str]]:
    """Return how the observations at each place were stated."""
    sources: dict[str, set[str]] = defaultdict(set)
    for row in observations.itertuples():
        sources[f"{row.report_id}:{row.start}-{row.end}"].add(row.source)
    return sources


def _cause(one: Finding, sources: Mapping[str, set[str]], doubted: set[str]) -> tuple[str, str]:
    """Return cause and ground: cells are read by their place, words may be misread."""
    kinds = set().union(*(sources.get(key, {"prose"}) for key in one.observations.split()))
    if kinds == {"table"} and one.report_id not in doubted:
        return "report", "in_cells"
    if is_slip(one.stated, one.expected):
        return "report", "slip"
    return "undecided", "in_words"


def is_slip(stated: float, expected: float, telling: int = 4) -> bool:
    """Tell whether two numbers differ as a slip of the pen makes them differ.

    One digit is another, is missing or is there twice, or two neighbours are exchanged. Numbers
    of fewer than `telling` digits are alike by chance.

    Examples
    --------
    >>> is_slip(10904, 10940), is_slip(1306, 13066), is_slip(34, 24), is_slip(118, 120)
    (True, True, False, False)
    """
    one, other = sorted([tables.plain(stated), tables.plain(expected)], key=len)
    if len(one) < telling or one == other:
        return False
    if len(one) == len(other):
        apart = [i for i, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
        first, last = apart[0], apart[-1]
        swapped = one[first : last + 1] == other[first : last + 1][::-1]
        return len(apart) == 1 or (last - first == 1 and swapped)
    return any(other[:i] + other[i + 1 :] == one for i in range(len(other)))
