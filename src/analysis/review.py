"""What deserves a look first (待复核): breaches, contested and unresolved numbers."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping

import pandas as pd

_KEY = re.compile(r"(?P<report_id>.+):(?P<start>\d+)-(?P<end>\d+)")
_AROUND = re.compile(r"[^。！？；]*")
_BREAK = re.compile(r"\s*\n\s*")
COLUMNS = ["kind", "report_id", "what", "place", "words"]


def review(frames: Mapping[str, pd.DataFrame], texts: Mapping[str, str]) -> pd.DataFrame:
    """List what a reviewer looks at first.

    Parameters
    ----------
    frames : mapping of str to DataFrame
        The tables ``findings``, ``observations``, ``numerals`` and ``passages``.
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
    words = Words(frames["passages"], texts)
    rows = [
        *_breaches(frames["findings"], words),
        *_contested(frames["observations"], unresolved),
        *_unresolved(unresolved, words),
    ]
    return pd.DataFrame(rows, columns=COLUMNS)


class Words:
    """The words of reports, by place: of a paragraph its sentence, of anything else the line."""

    def __init__(self, passages: pd.DataFrame, texts: Mapping[str, str]) -> None:
        self.texts, paragraphs = texts, passages.query("kind == 'paragraph'").sort_values("start")
        self.paragraphs = {
            report_id: (rows["start"].to_numpy(), rows["end"].to_numpy())
            for report_id, rows in paragraphs.groupby("report_id")
        }

    def at(self, report_id: str, start: int, end: int) -> str:
        """Return the words around a place."""
        text = self.texts[report_id]
        starts, ends = self.paragraphs.get(report_id, ((), ()))
        place = bisect_right(starts, start) - 1
        if place >= 0 and end <= ends[place]:
            bounds = starts[place], ends[place]
        else:
            bounds = text.rfind("\n", 0, start) + 1, (text + "\n").find("\n", end)
        return sentence(text, start, end, bounds)


def _breaches(findings: pd.DataFrame, words: Words) -> Iterator[tuple]:
    for row in findings.query("state == 'breach' and verdict == ''").itertuples():
        places = [_KEY.fullmatch(key) for key in row.observations.split()]
        said = dict.fromkeys(
            words.at(one["report_id"], int(one["start"]), int(one["end"])) for one in places
        )
        at = " ".join(f"{one['start']}-{one['end']}" for one in places)
        what = f"{row.rule}: {row.detail} ({row.likely_cause}: {row.ground})"
        yield "breach", row.report_id, what, at, " … ".join(said)


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


def _unresolved(unresolved: pd.DataFrame, words: Words) -> Iterator[tuple]:
    for row in unresolved.itertuples():
        said = words.at(row.report_id, row.start, row.end)
        what = f"{row.text}: {row.candidates}?"
        yield "unresolved", row.report_id, what, f"{row.start}-{row.end}", said


def sentence(text: str, start: int, end: int, bounds: tuple[int, int]) -> str:
    """Return the words around a place, to the stops next to it, on one line.

    Parameters
    ----------
    text : str
    start, end : int
        The place.
    bounds : tuple of int
        Start and end of the passage that it stands in.

    Examples
    --------
    >>> sentence("全年受理\\n申请2件。没有举报。", 7, 8, (0, 15))
    '全年受理申请2件'
    """
    first, last = bounds
    before = _AROUND.match(text[first:start][::-1])[0][::-1]
    return _BREAK.sub("", before + text[start:end] + _AROUND.match(text, end, last)[0]).strip()
