"""What deserves a look first (待复核): breaches, contested and unresolved numbers."""

import re
from collections.abc import Iterator, Mapping

import pandas as pd

_KEY = re.compile(r"(?P<report_id>.+):(?P<start>\d+)-(?P<end>\d+)")
_AROUND = re.compile(r"[^。！？；\n]*")
COLUMNS = ["kind", "report_id", "what", "place", "words"]


def review(frames: Mapping[str, pd.DataFrame], texts: Mapping[str, str]) -> pd.DataFrame:
    """List what a reviewer looks at first.

    Parameters
    ----------
    frames : mapping of str to DataFrame
        The tables ``findings``, ``observations`` and ``numerals``.
    texts : mapping of str to str
        Clean texts by report.

    Returns
    -------
    DataFrame
        ``kind``: ``breach`` (a finding without a verdict), ``contested`` (a value in whose
        sentence another number may answer the same indicator) or ``unresolved`` (a number that may
        answer indicators, undecided by its words); then ``report_id``, ``what`` it is about,
        ``place`` (``start-end``) and ``words``, the sentences there.
    """
    unresolved = frames["numerals"].query("candidates != ''")
    rows = [
        *_breaches(frames["findings"], texts),
        *_contested(frames["observations"], unresolved),
        *_unresolved(unresolved, texts),
    ]
    return pd.DataFrame(rows, columns=COLUMNS)


def _breaches(findings: pd.DataFrame, texts: Mapping[str, str]) -> Iterator[tuple]:
    for row in findings.query("state == 'breach' and verdict == ''").itertuples():
        places = [_KEY.fullmatch(key) for key in row.observations.split()]
        words = dict.fromkeys(
            sentence(texts[one["report_id"]], int(one["start"]), int(one["end"])) for one in places
        )
        at = " ".join(f"{one['start']}-{one['end']}" for one in places)
        what = f"{row.rule}: {row.detail} ({row.likely_cause}: {row.ground})"
        yield "breach", row.report_id, what, at, " … ".join(words)


def _contested(observations: pd.DataFrame, unresolved: pd.DataFrame) -> Iterator[tuple]:
    others = {
        report_id: [(row.start, row.candidates.split(), row.text) for row in rows.itertuples()]
        for report_id, rows in unresolved.groupby("report_id")
    }
    for row in observations.query("source == 'prose'").itertuples():
        rivals = [
            text
            for start, candidates, text in others.get(row.report_id, ())
            if row.indicator in candidates and abs(start - row.start) <= len(row.evidence)
            if text in row.evidence
        ]
        if rivals:
            what = f"{row.indicator} {row.value:g}, or {', '.join(rivals)}"
            place = f"{row.start}-{row.end}"
            yield "contested", row.report_id, what, place, row.evidence.strip()


def _unresolved(unresolved: pd.DataFrame, texts: Mapping[str, str]) -> Iterator[tuple]:
    for row in unresolved.itertuples():
        words = sentence(texts[row.report_id], row.start, row.end)
        what = f"{row.text}: {row.candidates}?"
        yield "unresolved", row.report_id, what, f"{row.start}-{row.end}", words


def sentence(text: str, start: int, end: int) -> str:
    """Return the words around a place, to the stops next to it.

    Examples
    --------
    >>> sentence("全年受理申请2件。没有举报。", 6, 7)
    '全年受理申请2件'
    """
    before = _AROUND.match(text[:start][::-1])[0][::-1]
    return (before + text[start:end] + _AROUND.match(text, end)[0]).strip()
