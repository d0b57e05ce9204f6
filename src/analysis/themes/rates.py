"""How much of a report stands in other reports (雷同率), by sentences and by characters."""

import numpy as np
import pandas as pd
from scipy import sparse

from analysis.themes.reuse import Reuse

RATES = ["report_id", "body", "year", "n", "characters", "formulaic", "boilerplate",
         "own_years", "own_years_rate", "own_years_characters", "own_years_characters_rate",
         "others", "others_rate", "others_characters", "others_characters_rate"]  # fmt: skip
BETWEEN = ["report_a", "report_b", "n_a", "n_b", "sentences_a", "sentences_b", "exact_a", "exact_b",
           "rate_a", "rate_b", "characters_a", "characters_b", "characters_rate_a",
           "characters_rate_b"]  # fmt: skip


def rates(found: Reuse) -> pd.DataFrame:
    """Return for each report how much of it stands in other years of its body, and in others.

    Returns
    -------
    DataFrame
        ``n`` and ``characters``: of the sentences that count. ``formulaic`` and ``boilerplate``:
        sentences that do not count. ``own_years``: sentences found in another year of the body,
        with their share of `n` (``own_years_rate``), ``own_years_characters`` and their share;
        ``others`` likewise for reports of other bodies. A report may have no other year: then its
        ``own_years`` are missing, as are all shares of nothing.
    """
    counted = found.counted.assign(**_found_in(found))
    whole = found.sentences.groupby(["report_id", "body", "year"])
    marks = whole["mark"].value_counts().unstack(fill_value=0)
    marks = marks.reindex(columns=["formula", "boilerplate"], fill_value=0)
    by_report = counted.groupby(["report_id", "body", "year"])
    made = marks.rename(columns={"formula": "formulaic"}).join(
        by_report["characters"].agg(n="size", characters="sum")
    )
    for one in ("own_years", "others"):
        held = counted[one].astype("float64")
        sums = counted.assign(**{one: held, f"{one}_characters": held * counted["characters"]})
        made = made.join(_sums(sums, [one, f"{one}_characters"]))
        made[f"{one}_rate"] = made[one] / made["n"]
        made[f"{one}_characters_rate"] = made[f"{one}_characters"] / made["characters"]
    return made.reset_index().reindex(columns=RATES)


def between(found: Reuse) -> pd.DataFrame:
    """Return for each two reports that share something how much of either stands in the other.

    Returns
    -------
    DataFrame
        ``n_a``, ``n_b``: sentences that count. ``sentences_a``: those of a found in b, of which
        ``exact_a`` word for word with their figures; ``rate_a`` is their share of `n_a`;
        ``characters_a`` and ``characters_rate_a`` the same by characters. Likewise for b.
    """
    counted = found.counted
    reports = np.unique(counted["report_id"])
    of = np.searchsorted(reports, counted["report_id"])
    reached = _reached(found, of, len(reports))
    exact = _incidence(pd.factorize(counted["plain"], sort=True)[0], of, len(reports))
    shared = {
        "sentences": _held(counted["wording"], of, reached, np.ones(len(of))),
        "exact": _held(pd.factorize(counted["plain"], sort=True)[0], of, exact, np.ones(len(of))),
        "characters": _held(counted["wording"], of, reached, counted["characters"]),
    }
    a, b = sparse.triu(shared["sentences"], 1).nonzero()
    sizes = {"n": np.bincount(of), "size": np.bincount(of, counted["characters"])}
    made = {"report_a": reports[a], "report_b": reports[b]}
    for side, (this, that) in {"a": (a, b), "b": (b, a)}.items():
        made |= {f"{what}_{side}": _at(held, this, that) for what, held in shared.items()}
        made[f"n_{side}"] = sizes["n"][this]
        made[f"rate_{side}"] = made[f"sentences_{side}"] / made[f"n_{side}"]
        made[f"characters_rate_{side}"] = made[f"characters_{side}"] / sizes["size"][this]
    shown = pd.DataFrame(made, columns=BETWEEN)
    return shown.sort_values(["report_a", "report_b"], ignore_index=True)


def _incidence(things: np.ndarray, of: np.ndarray, count: int) -> sparse.csr_array:
    """Return which things (rows) stand in which reports (columns)."""
    shape = (int(max(things, default=-1)) + 1, count)
    return _at_most_one(sparse.coo_array((np.ones(len(of)), (things, of)), shape=shape))


def _at_most_one(matrix: sparse.sparray) -> sparse.csr_array:
    made = sparse.csr_array(matrix)
    made.sum_duplicates()
    made.data[:] = 1
    return made


def _reached(found: Reuse, of: np.ndarray, count: int) -> sparse.csr_array:
    """Return in which reports each wording, or one nearly the same, stands."""
    present = _incidence(found.counted["wording"].to_numpy(), of, count)
    links = found.links
    near = sparse.coo_array(
        (np.ones(len(links)), (links["a"], links["b"])), shape=(present.shape[0],) * 2
    )
    return _at_most_one((near + near.T) @ present + present)


def _found_in(found: Reuse) -> dict[str, np.ndarray]:
    """Tell of each sentence that counts whether another year or another body has it."""
    counted = found.counted
    reports, of = np.unique(counted["report_id"], return_inverse=True)
    bodies, whose = np.unique(counted["body"], return_inverse=True)
    body_of = np.zeros(len(reports), dtype=int)
    body_of[of] = whose
    one_hot = sparse.csr_array(
        (np.ones(len(reports)), (np.arange(len(reports)), body_of)),
        shape=(len(reports), len(bodies)),
    )
    held = _reached(found, of, len(reports)) @ one_hot  # reports of each body, by wording
    places = counted["wording"].to_numpy()
    years = _at(held, places, whose) > 1
    others = np.diff(held.indptr)[places] > 1
    has_years = np.bincount(body_of, minlength=len(bodies))[whose] > 1
    return {
        "own_years": np.where(has_years, years, np.nan),
        "others": np.where(len(bodies) > 1, others, np.nan),
    }


def _held(
    things: np.ndarray, of: np.ndarray, reached: sparse.csr_array, weights: np.ndarray
) -> sparse.csr_array:
    """Return for each two reports the weight of the sentences of the first found in the second."""
    shape = (reached.shape[1], reached.shape[0])
    return sparse.csr_array((np.asarray(weights, dtype=float), (of, things)), shape=shape) @ reached


def _at(matrix: sparse.csr_array, rows: np.ndarray, columns: np.ndarray) -> np.ndarray:
    found = matrix[rows, columns]  # an array, but sparse where nothing is asked for
    return (found.toarray() if sparse.issparse(found) else found).astype("int64")


def _sums(counted: pd.DataFrame, columns: list[str]) -> pd.DataFrame:
    """Add up columns by report; what cannot be told stays missing."""
    return counted.groupby(["report_id", "body", "year"])[columns].sum(min_count=1)
