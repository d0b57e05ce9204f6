"""Themes that paragraphs share (话题): non-negative matrix factorisation, and what of it stays."""

from typing import NamedTuple

import numpy as np
import pandas as pd
from scipy import sparse
from scipy.optimize import linear_sum_assignment
from sklearn.decomposition import NMF
from sklearn.feature_extraction.text import TfidfTransformer

from analysis.codebook.themes import thresholds
from analysis.themes.counting import SEED, counted, members

TERMS = ["theme", "rank", "term", "weight"]
SHARES = ["report_id", "theme", "share"]
STABILITY = ["theme", "share", "seeds", "resamples", "lowest", "paragraphs", "reports"]
PATIENCE = {"max_iter": 1000, "tol": 1e-3}


class Themes(NamedTuple):
    """Themes of paragraphs; every frame is empty with fewer reports than the codebook asks for.

    Attributes
    ----------
    terms : DataFrame
        The first terms of each theme: ``theme`` (from 1, the largest first), ``rank``, ``term``,
        ``weight`` (1 for the theme's first term).
    shares : DataFrame
        ``report_id``, ``theme`` and ``share``, what of the report's text the theme explains
        (adds up to 1 in each report).
    stability : DataFrame
        One row per theme: ``share`` of all text; ``seeds`` and ``resamples``, the mean Jaccard
        index of its first terms with those of the matched theme of other starting points, and of
        reports drawn anew; ``lowest`` of all these; ``paragraphs`` and ``reports`` (n).
    """

    terms: pd.DataFrame
    shares: pd.DataFrame
    stability: pd.DataFrame


def themes(sentences: pd.DataFrame) -> Themes:
    """Find the themes of paragraphs by NMF on TF-IDF, and try again from elsewhere.

    Parameters
    ----------
    sentences : DataFrame
        From `themes.segmentation.segmented`.
    """
    rules = thresholds().themes
    names = sorted(sentences["report_id"].unique())
    if len(names) < rules.least_reports:
        return Themes(*(pd.DataFrame(columns=columns) for columns in (TERMS, SHARES, STABILITY)))
    ours = sentences.sort_values(["report_id", "start"])
    texts = ours.groupby(["report_id", "paragraph"], sort=True)["terms"].agg(" ".join).reset_index()
    weights, words = _weights(texts, names)
    model = NMF(rules.number, init="nndsvda", random_state=SEED, **PATIENCE)
    by_text = model.fit_transform(weights)
    order, size = _by_size(by_text, model.components_)
    parts = model.components_[order]
    seeds = [_matched(parts, _started(weights, seed)) for seed in range(rules.seeds)]
    again = [_matched(parts, _started(one, SEED)) for one in _reports_redrawn(weights, texts)]
    stability = pd.DataFrame({
        "theme": range(1, rules.number + 1),
        "share": size[order] / size.sum(),
        "seeds": np.mean(seeds, axis=0),
        "resamples": np.mean(again, axis=0),
        "lowest": np.min([*seeds, *again], axis=0),
        "paragraphs": weights.shape[0],
        "reports": len(names),
    })  # fmt: skip
    explained = by_text[:, order] * parts.sum(axis=1)
    return Themes(_first_terms(parts, words), _shares(explained, texts, names), stability)


def _weights(texts: pd.DataFrame, names: list[str]) -> tuple[sparse.csr_array, np.ndarray]:
    """Return TF-IDF of paragraphs, of terms that enough reports use."""
    counts, words = counted(texts["terms"])
    used = sparse.csr_array(members(texts["report_id"], names) @ counts).astype(bool).sum(axis=0)
    common = np.flatnonzero(used >= thresholds().themes.least_reports_of_term)
    weighted = TfidfTransformer(sublinear_tf=True).fit_transform(counts[:, common])
    return sparse.csr_array(weighted), words[common]


def _by_size(by_text: np.ndarray, parts: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    size = by_text.sum(axis=0) * parts.sum(axis=1)
    return np.argsort(-size, kind="stable"), size


def _started(weights: sparse.csr_array, seed: int) -> np.ndarray:
    """Return the themes found from a random start."""
    rules = thresholds().themes
    model = NMF(rules.number, init="random", random_state=seed, **PATIENCE)
    return model.fit(weights).components_


def _reports_redrawn(weights: sparse.csr_array, texts: pd.DataFrame) -> list[sparse.csr_array]:
    """Return the paragraphs of as many reports, drawn anew with replacement, for each resample."""
    chance = np.random.default_rng(SEED)
    rows = list(texts.groupby("report_id", sort=True).indices.values())
    return [
        weights[np.concatenate([rows[place] for place in chance.integers(0, len(rows), len(rows))])]
        for _ in range(thresholds().themes.resamples)
    ]


def _matched(parts: np.ndarray, others: np.ndarray) -> np.ndarray:
    """Return the Jaccard index of each theme's first terms with its match among `others`.

    Themes are matched one to one so that the sum is largest (Hungarian method).
    """
    first, second = ([set(_leading(part)) for part in themes_of] for themes_of in (parts, others))
    alike = np.array([[len(a & b) / len(a | b) for b in second] for a in first])
    rows, columns = linear_sum_assignment(alike, maximize=True)
    return alike[rows, columns]


def _leading(part: np.ndarray) -> list[int]:
    order = np.lexsort([np.arange(len(part)), -part])
    return [int(place) for place in order[: thresholds().themes.terms]]


def _first_terms(parts: np.ndarray, words: np.ndarray) -> pd.DataFrame:
    rows = [
        (theme, rank, words[column], part[column] / part.max())
        for theme, part in enumerate(parts, start=1)
        for rank, column in enumerate(_leading(part), start=1)
    ]
    return pd.DataFrame(rows, columns=TERMS)


def _shares(explained: np.ndarray, texts: pd.DataFrame, names: list[str]) -> pd.DataFrame:
    by_report = members(texts["report_id"], names) @ explained
    whole = by_report.sum(axis=1, keepdims=True)
    share = np.divide(by_report, whole, out=np.full_like(by_report, np.nan), where=whole > 0)
    table = pd.DataFrame(share, names, range(1, share.shape[1] + 1))
    long = table.rename_axis(index="report_id", columns="theme").stack()
    return long.rename("share").reset_index()[SHARES]
