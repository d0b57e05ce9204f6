"""Sparse counts of terms (词频): the one way in which words become numbers here."""

from collections.abc import Sequence

import numpy as np
import pandas as pd
from scipy import sparse
from sklearn.feature_extraction.text import CountVectorizer

SEED = 20080501  # the day on which the regulation on open government information came into force


def counted(terms: pd.Series) -> tuple[sparse.csr_array, np.ndarray]:
    """Return how often each term stands in each text.

    Parameters
    ----------
    terms : Series of str
        Terms joined by spaces.

    Returns
    -------
    csr_array of int64, shape (texts, terms)
    ndarray of str
        The terms, sorted.

    Examples
    --------
    >>> counts, words = counted(pd.Series(["公开 信息 公开", "信息"]))
    >>> counts.toarray().tolist(), words.tolist()
    ([[1, 2], [1, 0]], ['信息', '公开'])
    """
    if not terms.str.len().any():
        return sparse.csr_array((len(terms), 0), dtype=np.int64), np.array([], dtype=str)
    vectors = CountVectorizer(tokenizer=str.split, token_pattern=None, lowercase=False)
    counts = sparse.csr_array(vectors.fit_transform(terms))
    return counts, vectors.get_feature_names_out()


def members(labels: Sequence | pd.Series, groups: Sequence) -> sparse.csr_array:
    """Return which text (column) belongs to which group (row), so that a product adds up."""
    places = pd.Index(groups).get_indexer(pd.Index(labels))
    ones = (np.ones(len(places), dtype=np.int64), (places, np.arange(len(places))))
    return sparse.csr_array(ones, shape=(len(groups), len(places)))


def redrawn(paragraphs: pd.DataFrame, resamples: int) -> list[np.ndarray]:
    """Return how often each paragraph is drawn in each resample, within its report.

    As many paragraphs are drawn, with replacement, as the report has (bootstrap).

    Parameters
    ----------
    paragraphs : DataFrame
        ``report_id``, rows of a report together, in an order that does not depend on files.
    """
    chance = np.random.default_rng(SEED)
    sizes = paragraphs.groupby("report_id", sort=False).size().to_numpy()
    return [
        np.concatenate([chance.multinomial(size, np.full(size, 1 / size)) for size in sizes])
        for _ in range(resamples)
    ]
