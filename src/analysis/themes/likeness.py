"""How alike the wording of reports is (相似度), and which of them go together (聚类)."""

from typing import NamedTuple

import numpy as np
import pandas as pd
from scipy import sparse
from scipy.cluster.hierarchy import cophenet, linkage
from scipy.spatial.distance import squareform
from sklearn.feature_extraction.text import TfidfTransformer

from analysis.codebook.themes import thresholds
from analysis.themes.counting import SEED, counted, members, redrawn

NEAREST = ["report_id", "nearest", "likeness", "kept"]
CLUSTERS = ["node", "first", "second", "distance", "reports", "support"]
STABILITY = ["measure", "value", "lowest", "resamples", "reports"]


class Compared(NamedTuple):
    """Reports compared by the terms they use.

    Attributes
    ----------
    likeness : DataFrame
        Cosine of TF-IDF (0 to 1), reports in rows and columns, in order of ``report_id``.
    nearest : DataFrame
        One row per report: ``report_id``; ``nearest``, the report most like it; ``likeness``;
        ``kept``, the share of resamples in which that is the nearest again.
    clusters : DataFrame
        One row per pair joined, nearest first (average linkage): ``node`` (reports are 0 to n - 1
        in the order of `likeness`, joined ones are numbered on), ``first``, ``second``,
        ``distance`` (1 - cosine), ``reports`` (how many) and ``support`` (share of resamples with
        a cluster of just these reports). Empty with fewer reports than the codebook asks for.
    stability : DataFrame
        ``measure`` (``nearest_kept``, ``tree_fits``: correlation of the tree's distances with the
        distances; ``tree_kept``: with those of each resample's tree; ``clusters_kept``), its mean
        ``value`` and its ``lowest``, ``resamples`` and ``reports``.
    """

    likeness: pd.DataFrame
    nearest: pd.DataFrame
    clusters: pd.DataFrame
    stability: pd.DataFrame


def compared(sentences: pd.DataFrame) -> Compared:
    """Compare reports, and resample their paragraphs to see what of it stays.

    Parameters
    ----------
    sentences : DataFrame
        From `themes.segmentation.segmented`.
    """
    ours = sentences.sort_values(["report_id", "start"]).reset_index(drop=True)
    names = sorted(ours["report_id"].unique())
    if len(names) < 2:
        empty = (pd.DataFrame(columns=columns) for columns in (NEAREST, CLUSTERS, STABILITY))
        return Compared(pd.DataFrame(1.0, names, names), *empty)
    terms = ours.groupby(["report_id", "paragraph"], sort=True)["terms"].agg(" ".join).reset_index()
    counts, _ = counted(terms["terms"])
    by_report = members(terms["report_id"], names)
    alike = _alike(by_report @ counts)
    again = [
        _alike(by_report @ (sparse.diags_array(drawn, dtype=None) @ counts))
        for drawn in redrawn(terms, thresholds().likeness.resamples)
    ]
    near = [_nearest(one) for one in (alike, *again)]
    nearest = pd.DataFrame({
        "report_id": names,
        "nearest": [names[place] for place in near[0]],
        "likeness": alike[np.arange(len(names)), near[0]],
        "kept": np.mean([one == near[0] for one in near[1:]], axis=0),
    })  # fmt: skip
    clusters, told = _clusters(alike, again)
    told = {"nearest_kept": nearest["kept"].to_numpy(), **told}
    return Compared(pd.DataFrame(alike, names, names), nearest, clusters, _stability(told, names))


def _alike(counts: sparse.csr_array) -> np.ndarray:
    """Return the cosine of each pair of rows, which is symmetric to the last digit."""
    weights = sparse.csr_array(TfidfTransformer(sublinear_tf=True).fit_transform(counts))
    alike = np.clip((weights @ weights.T).toarray(), 0, 1).round(12)
    alike = np.maximum(alike, alike.T)
    np.fill_diagonal(alike, 1.0)
    return alike


def _nearest(alike: np.ndarray) -> np.ndarray:
    return (alike - 2 * np.eye(len(alike))).argmax(axis=1)


def _tree(alike: np.ndarray) -> np.ndarray:
    return linkage(squareform(1 - alike, checks=False), "average")


def _clusters(
    alike: np.ndarray, again: list[np.ndarray]
) -> tuple[pd.DataFrame, dict[str, np.ndarray]]:
    """Return the tree of reports and what stays of it, nothing where there are too few."""
    if len(alike) < thresholds().likeness.least_reports:
        return pd.DataFrame(columns=CLUSTERS), {}
    tree, others = _tree(alike), [_tree(one) for one in again]
    marks = np.random.default_rng(SEED).integers(0, 2**63, len(alike), dtype=np.uint64)
    found = [set(_clades(one, marks)) for one in others]
    support = np.array([np.mean([c in one for one in found]) for c in _clades(tree, marks)])
    frame = pd.DataFrame(tree, columns=CLUSTERS[1:5]).assign(support=support)
    frame.insert(0, "node", range(len(alike), len(alike) + len(tree)))
    frame = frame.astype({"first": int, "second": int, "reports": int})
    distances = cophenet(tree)
    told = {
        "tree_fits": np.array([_together(distances, squareform(1 - alike, checks=False))]),
        "tree_kept": np.array([_together(distances, cophenet(one)) for one in others]),
        "clusters_kept": support[:-1],  # the last holds all reports, always
    }
    return frame, told


def _together(distances: np.ndarray, others: np.ndarray) -> float:
    """Return the correlation of two sets of distances, none where one of them is all the same."""
    varied = np.ptp(distances) > 0 and np.ptp(others) > 0
    return float(np.corrcoef(distances, others)[0, 1]) if varied else np.nan


def _clades(tree: np.ndarray, marks: np.ndarray) -> list[int]:
    """Return a number for each node of a tree, the same where it holds the same reports."""
    known = list(marks)
    for first, second, *_ in tree:
        known.append(known[int(first)] ^ known[int(second)])
    return [int(one) for one in known[len(marks) :]]


def _stability(told: dict[str, np.ndarray], names: list[str]) -> pd.DataFrame:
    resamples = thresholds().likeness.resamples
    rows = [(name, v.mean(), v.min(), resamples, len(names)) for name, v in told.items()]
    return pd.DataFrame(rows, columns=STABILITY)
