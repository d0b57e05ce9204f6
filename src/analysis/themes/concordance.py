"""A term with the words around it (检索词及上下文)."""

import pandas as pd

from analysis.facts.view import View, view

COLUMNS = ["report_id", "body", "year", "section", "left", "term", "right", "start", "end",
           "sentence"]  # fmt: skip
_AROUND = 20


def concordance(term: str, sentences: pd.DataFrame, around: int = _AROUND) -> pd.DataFrame:
    """Return every place where a term stands in sentences of reports.

    White space inside a word and the width of digits, letters and signs make no difference.

    Parameters
    ----------
    term : str
        Words to look for, as they stand; no pattern.
    sentences : DataFrame
        From `themes.sentences.sentences`.
    around : int
        Characters of context on each side, of the same sentence.

    Returns
    -------
    DataFrame
        ``report_id``, ``body``, ``year``, ``section``, ``left``, ``term``, ``right`` (as
        published, without line ends), ``start``, ``end`` (of the term in the clean text) and
        ``sentence``, in order of report and place.

    Examples
    --------
    >>> said = "政务微博、微信等新媒体的应用还不够广泛。"
    >>> row = ["甲市-2016", "甲市", 2016, "", 40, 40 + len(said), said]
    >>> names = ["report_id", "body", "year", "section", "start", "end", "sentence"]
    >>> concordance("新媒体", pd.DataFrame([row], columns=names), 4)[["left", "start", "right"]]
       left  start right
    0  、微信等     48  的应用还
    """
    wanted = view(term, 0, len(term)).text
    rows = [
        (*row[:4], *found[:3], row.start + found[3], row.start + found[4], row.sentence)
        for row in sentences[["report_id", "body", "year", "section", "start", "sentence"]]
        .sort_values(["report_id", "start"])
        .itertuples(index=False)
        for found in _places(wanted, row.sentence, around)
    ]
    return pd.DataFrame(rows, columns=COLUMNS)


def _places(wanted: str, sentence: str, around: int) -> list[tuple[str, str, str, int, int]]:
    seen = view(sentence, 0, len(sentence))
    found, place = [], seen.text.find(wanted) if wanted else -1
    while place >= 0:
        end = place + len(wanted)
        first, last = seen.span(place, end)
        found.append(
            (
                _said(seen, sentence, max(0, place - around), place),
                _said(seen, sentence, place, end),
                _said(seen, sentence, end, min(len(seen.text), end + around)),
                first,
                last,
            )
        )
        place = seen.text.find(wanted, end)
    return found


def _said(seen: View, sentence: str, start: int, end: int) -> str:
    """Return the words of a stretch as published, without white space inside them."""
    return "".join(sentence[place] for place in seen.places[start:end])
