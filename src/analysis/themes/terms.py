"""Key terms (关键词): what a body or a topic says more often than the rest."""

from typing import NamedTuple

import numpy as np
import pandas as pd
from scipy import sparse
from sklearn.feature_extraction.text import TfidfTransformer

from analysis.codebook.themes import thresholds
from analysis.themes.counting import counted, members, redrawn

COLUMNS = ["group", "rank", "term", "log_odds", "tfidf", "count", "rest", "size", "sentences",
           "reports", "kept", "example", "report_id", "start", "end"]  # fmt: skip


def key_terms(sentences: pd.DataFrame, by: str) -> pd.DataFrame:
    """Return the key terms of each group of sentences against all other groups.

    A term that stands in one sentence only of its group, however often that is repeated, is left
    out; so is one that the group uses no more than the rest.

    Parameters
    ----------
    sentences : DataFrame
        From `themes.segmentation.segmented`, with a column `by`.
    by : str
        Column of the groups: ``body``, or ``topic`` (see `themes.sections.with_topics`).

    Returns
    -------
    DataFrame
        Groups in order, the first terms of each in order of ``log_odds``: ``group``; ``rank``;
        ``term``; ``log_odds`` (the z-score of Monroe, Colaresi and Quinn 2008, an order and no
        test); ``tfidf`` (cosine-normalised, groups as documents); ``count`` in the group and
        ``rest`` elsewhere; ``size`` (terms counted in the group); ``sentences`` (different ones
        with the term) and ``reports``, in the group; ``kept`` (share of resamples in which the
        term is among the first again); ``example`` (the shortest sentence) with ``report_id``,
        ``start`` and ``end``.
    """
    ours = sentences.sort_values(["report_id", "start"]).reset_index(drop=True)
    groups = sorted(ours[by].unique())
    if len(groups) < 2:
        return pd.DataFrame(columns=COLUMNS)
    corpus = _corpus(ours, by, groups)
    odds = _odds(corpus.counts, corpus.eligible)
    rows = [row for place in range(len(groups)) for row in _of_group(corpus, odds, place)]
    found = pd.DataFrame(rows, columns=[*COLUMNS[:-5], "place"])
    if found.empty:
        return pd.DataFrame(columns=COLUMNS)
    kept = _kept(corpus, ours, found)
    where = ours.loc[found["place"], ["sentence", "report_id", "start", "end"]]
    told = found.assign(kept=kept).drop(columns="place").reset_index(drop=True)
    return pd.concat([told, where.reset_index(drop=True)], axis=1).set_axis(COLUMNS, axis=1)


class _Corpus(NamedTuple):
    """Counts of sentences by terms, and of groups by terms.

    ``by_group`` adds sentences up to groups; ``eligible`` marks what stands in enough sentences.
    """

    groups: list[str]
    words: np.ndarray
    by_sentence: sparse.csr_array
    by_group: sparse.csr_array
    counts: sparse.csr_array
    sentences: sparse.csr_array
    reports: sparse.csr_array
    eligible: sparse.csr_array
    tfidf: sparse.csr_array
    shortest: np.ndarray


def _corpus(ours: pd.DataFrame, by: str, groups: list[str]) -> _Corpus:
    by_sentence, words = counted(ours["terms"])
    by_group = members(ours[by], groups)
    counts = sparse.csr_array(by_group @ by_sentence)
    present = by_sentence.astype(bool).astype(np.int64)
    first = ~ours.duplicated([by, "terms"])  # a sentence said again is the same sentence
    sentences = sparse.csr_array(
        by_group @ (sparse.diags_array(first.astype(int), dtype=None) @ present)
    )
    return _Corpus(
        groups, words, by_sentence, by_group, counts, sentences,
        _reports(ours, by, groups, present),
        sparse.csr_array(sentences >= thresholds().terms.least_sentences),
        sparse.csr_array(TfidfTransformer().fit_transform(counts)),
        np.lexsort([ours.index, ours["sentence"].str.len()]),
    )  # fmt: skip


def _reports(
    ours: pd.DataFrame, by: str, groups: list[str], present: sparse.csr_array
) -> sparse.csr_array:
    """Return in how many reports of each group (row) each term (column) stands."""
    pairs = ours[by].astype(str) + "\n" + ours["report_id"]
    each = sorted(pairs.unique())
    stands = sparse.csr_array(members(pairs, each) @ present).astype(bool).astype(np.int64)
    return sparse.csr_array(members([pair.split("\n")[0] for pair in each], groups) @ stands)


def _odds(counts: sparse.csr_array, eligible: sparse.csr_array) -> sparse.csr_array:
    """Return the z-score of the log-odds of each term in each group, where it may be listed.

    Notes
    -----
    With y counts, n totals, i the group, j the rest, and the prior a_w = a_0 times the share of w
    in all the text: d = log((y_i + a_w) / (n_i + a_0 - y_i - a_w)) - the same of j; its variance
    is about 1 / (y_i + a_w) + 1 / (y_j + a_w) (equations 15, 16 and 18 to 22).
    """
    weight = thresholds().terms.prior
    listed = sparse.coo_array(counts.multiply(eligible))
    ours, total = listed.data, counts.sum(axis=0)
    rest = total[listed.col] - ours
    prior = weight * total[listed.col] / counts.sum()
    size = counts.sum(axis=1)[listed.row]
    others = counts.sum() - size
    here = np.log((ours + prior) / (size + weight - ours - prior))
    there = np.log((rest + prior) / (others + weight - rest - prior))
    spread = np.sqrt(1 / (ours + prior) + 1 / (rest + prior))
    return sparse.csr_array(((here - there) / spread, (listed.row, listed.col)), counts.shape)


def _first(odds: sparse.csr_array, group: int, most: int) -> np.ndarray:
    """Return the columns of the highest scores above zero of a group, ties in order of terms."""
    within = slice(odds.indptr[group], odds.indptr[group + 1])
    values, columns = odds.data[within], odds.indices[within]
    order = np.lexsort([columns, -values])[:most]
    return columns[order][values[order] > 0]


def _of_group(corpus: _Corpus, odds: sparse.csr_array, group: int) -> list[tuple]:
    total, size = corpus.counts.sum(axis=0), int(corpus.counts[[group]].sum())
    columns = _first(odds, group, thresholds().terms.listed)
    count, rest = _at(corpus.counts, group, columns), total[columns]
    return [
        (corpus.groups[group], rank, corpus.words[column], z, t, n, a - n, size, s, r, p)
        for rank, (column, z, t, n, a, s, r, p) in enumerate(
            zip(columns, _at(odds, group, columns), _at(corpus.tfidf, group, columns), count, rest,
                _at(corpus.sentences, group, columns), _at(corpus.reports, group, columns),
                _shortest(corpus, group, columns), strict=True), start=1)
    ]  # fmt: skip


def _at(table: sparse.csr_array, row: int, columns: np.ndarray) -> np.ndarray:
    return table[[row]].toarray()[0, columns]


def _shortest(corpus: _Corpus, group: int, columns: np.ndarray) -> list[int]:
    """Return the place of the shortest sentence of a group with each term."""
    ours = corpus.by_group[[group]].indices
    ours = corpus.shortest[np.isin(corpus.shortest, ours)]
    present = sparse.csc_array(corpus.by_sentence[ours][:, columns])
    return [int(ours[present[:, [k]].indices.min()]) for k in range(len(columns))]


def _kept(corpus: _Corpus, ours: pd.DataFrame, found: pd.DataFrame) -> np.ndarray:
    """Return the share of resamples in which each term found is again among the first."""
    rules = thresholds().terms
    paragraphs = ours[["report_id", "paragraph"]].drop_duplicates()
    keys = pd.MultiIndex.from_frame(paragraphs)
    at = keys.get_indexer(pd.MultiIndex.from_frame(ours[["report_id", "paragraph"]]))
    again: dict[tuple[int, int], int] = {}
    for drawn in redrawn(paragraphs, rules.resamples):
        weighted = corpus.by_group @ (
            sparse.diags_array(drawn[at], dtype=None) @ corpus.by_sentence
        )
        odds = _odds(sparse.csr_array(weighted), corpus.eligible)
        for group in range(len(corpus.groups)):
            for column in _first(odds, group, rules.top):
                again[group, column] = again.get((group, column), 0) + 1
    groups = pd.Index(corpus.groups).get_indexer(found["group"])
    columns = np.searchsorted(corpus.words, found["term"].to_numpy(dtype=corpus.words.dtype))
    pairs = zip(groups, columns, strict=True)
    return np.array([again.get(pair, 0) for pair in pairs]) / rules.resamples
