"""Passages that reports share with each other and with the year before (文本雷同)."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd
from scipy import sparse

from analysis.codebook.reuse import reuse, topic_of
from analysis.themes.neighbours import alike, compared, families
from analysis.themes.wording import own_names, wording

PAIRS = ["report_a", "start_a", "end_a", "passage_a", "report_b", "start_b", "end_b", "passage_b",
         "similarity", "kind", "formula"]  # fmt: skip
RATES = ["report_id", "body", "year", "n", "characters", "formulaic", "boilerplate",
         "own_years", "own_years_rate", "own_years_characters", "own_years_characters_rate",
         "others", "others_rate", "others_characters", "others_characters_rate"]  # fmt: skip
BETWEEN = ["report_a", "report_b", "n_a", "n_b", "sentences_a", "sentences_b", "exact_a", "exact_b",
           "rate_a", "rate_b", "characters_a", "characters_b", "characters_rate_a",
           "characters_rate_b"]  # fmt: skip
RETURNING = ["body", "year_a", "year_b", "topic", *PAIRS[:8], "similarity", "kind", "mark"]


@dataclass(frozen=True)
class Reuse:
    """Sentences of a corpus and which of their wordings are the same or nearly so.

    Attributes
    ----------
    sentences : DataFrame
        Columns of `themes.sentences`, and ``plain``, ``masked`` (see `themes.wording`),
        ``characters`` (of `plain`), ``formula`` (ids, separated by a space), ``mark``
        (``short``, ``formula``, ``boilerplate`` or empty) and ``wording`` (a number; -1 where
        short). Only sentences without a mark count in a rate.
    links : DataFrame
        Columns ``a``, ``b`` (numbers of wordings, a < b) and ``similarity``; none of them
        boilerplate.
    """

    sentences: pd.DataFrame
    links: pd.DataFrame

    @cached_property
    def counted(self) -> pd.DataFrame:
        """The sentences that count in a rate."""
        return self.sentences[self.sentences["mark"] == ""]


def find(sentences: pd.DataFrame, reports: pd.DataFrame) -> Reuse:
    """Find sentences that are the same or nearly the same, without comparing each with each.

    Wordings are compared with figures and names of places and of the reporting body masked, so
    that a sentence that returns with new figures is found; titles of documents and formulae of
    national documents are taken out. Identical wordings are one; others are brought together by
    MinHash and then verified by rapidfuzz. The result does not depend on the order of rows.

    Parameters
    ----------
    sentences : DataFrame
        From `themes.sentences.sentences`.
    reports : DataFrame
        Table ``reports``, for the provinces.
    """
    worded = _worded(sentences.sort_values(["report_id", "start"], ignore_index=True))
    wordings = sorted(set(worded["compared"]) - {""})
    number = {words: place for place, words in enumerate(wordings)}
    worded["wording"] = worded["compared"].map(number).fillna(-1).astype("int64")
    holders = _holders(worded, reports, len(wordings))
    common, links = _linked(wordings, holders)
    is_common = worded["wording"].isin(common) & (worded["mark"] == "")
    worded["mark"] = worded["mark"].mask(is_common, "boilerplate")
    return Reuse(worded.drop(columns="compared"), links)


def pairs(found: Reuse) -> pd.DataFrame:
    """Return the passages shared by two reports, side by side.

    Returns
    -------
    DataFrame
        ``report_a``, ``start_a``, ``end_a``, ``passage_a`` and the same for b, ``similarity``
        (0 to 1, figures and names masked), ``kind`` (``exact``: word for word with its figures;
        ``near``) and ``formula`` (national wording that the passage holds besides its own).
        Boilerplate and mere formulae are no passages that somebody took from somebody.
    """
    ours = found.counted[["report_id", "start", "end", "sentence", "plain", "formula", "wording"]]
    same = ours.merge(ours, on="wording", suffixes=("_a", "_b")).assign(similarity=1.0)
    left = found.links.merge(ours, left_on="a", right_on="wording")
    near = left.merge(ours, left_on="b", right_on="wording", suffixes=("_a", "_b"))
    joined = pd.concat([same, near, _turned(near)])
    joined = joined[joined["report_id_a"] < joined["report_id_b"]]
    return _side_by_side(joined)


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


def returning(found: Reuse, body: str) -> pd.DataFrame:
    """Return sentences on problems and plans of a body that its report of the next year repeats.

    Only sections whose headings say so are read (存在的主要问题, 下一步); a year without a report
    is a gap, across which nothing is compared.

    Returns
    -------
    DataFrame
        The passages of a year (a) and the next (b) side by side, ``topic`` of the first,
        ``similarity``, ``kind`` and ``mark`` (``formula`` or ``boilerplate`` where the sentence is
        not the body's own).
    """
    ours = found.sentences.query("body == @body and wording >= 0")
    ours = ours.assign(topic=ours["section"].map(topic_of)).query("topic != ''")
    years = {int(year): rows for year, rows in ours.groupby("year")}
    parts = [_repeated(years[y], years[y + 1]) for y in sorted(years) if y + 1 in years]
    made = pd.concat(parts, ignore_index=True) if parts else pd.DataFrame()
    return made.assign(body=body).reindex(columns=RETURNING)


# Finding ------------------------------------------------------------------------------------------


def _worded(sentences: pd.DataFrame) -> pd.DataFrame:
    names = {body: own_names(body) for body in sentences["body"].unique()}
    said = [
        wording(one.sentence, names[one.body])
        for one in sentences[["sentence", "body"]].itertuples()
    ]
    marks = [_mark(*one) for one in said]
    return sentences.assign(
        plain=[one.plain for one in said],
        masked=[one.masked for one in said],
        characters=[len(one.plain) for one in said],
        formula=[" ".join(one.formulae) for one in said],
        mark=marks,
        compared=[
            {"short": "", "formula": one.plain}.get(mark, one.masked)
            for one, mark in zip(said, marks, strict=True)
        ],
    )


def _mark(plain: str, masked: str, formulae: tuple[str, ...]) -> str:
    if len(masked) >= reuse().shortest:
        return ""
    return "formula" if formulae and len(plain) >= reuse().shortest else "short"


Holders = frozenset[tuple[str, str]]


def _holders(worded: pd.DataFrame, reports: pd.DataFrame, count: int) -> list[Holders]:
    """Return who uses each wording: bodies with their provinces."""
    provinces = dict(zip(reports["report_id"], reports["province"], strict=True))
    users: list[set] = [set() for _ in range(count)]
    for one in worded[["wording", "report_id", "body"]].itertuples(index=False):
        if one.wording >= 0:
            users[one.wording].add((one.body, provinces[one.report_id]))
    return [frozenset(held) for held in users]


def _is_common(held: set[tuple[str, str]] | Holders) -> bool:
    least = reuse().boilerplate
    bodies = {body for body, _ in held}
    provinces = {province for _, province in held} - {""}
    return len(bodies) >= least.bodies and len(provinces) >= least.provinces


def _linked(wordings: list[str], holders: list[Holders]) -> tuple[set[int], pd.DataFrame]:
    """Return the wordings that are boilerplate, and the links between the others."""
    common = {place for place, held in enumerate(holders) if _is_common(held)}
    links = []
    for family in families(wordings, reuse().similarity):
        common |= set(_common_in(family, wordings, holders))
        own = [place for place in family if place not in common]
        links += _links_in(own, wordings)
    shown = pd.DataFrame(links, columns=["a", "b", "similarity"])
    types = {"a": "int64", "b": "int64", "similarity": "float64"}
    return common, shown.astype(types).sort_values(["a", "b"], ignore_index=True)


def _common_in(family: list[int], wordings: list[str], holders: list[Holders]) -> Iterator[int]:
    """Yield the wordings of a family that are boilerplate together with what is like them."""
    for start, block in alike([wordings[place] for place in family], reuse().similarity):
        for row, similar in enumerate(block, start):
            held = set().union(*(holders[family[i]] for i in np.flatnonzero(similar)))
            if _is_common(held):
                yield family[row]


def _links_in(own: list[int], wordings: list[str]) -> Iterator[tuple[int, int, float]]:
    for start, block in alike([wordings[place] for place in own], reuse().similarity):
        for row, column in zip(*np.nonzero(block), strict=True):
            if start + row < column:
                yield own[start + row], own[column], float(block[row, column])


# Pairs --------------------------------------------------------------------------------------------


def _turned(joined: pd.DataFrame) -> pd.DataFrame:
    """Return pairs with their sides exchanged."""
    sides = {"_a": "_b", "_b": "_a"}
    return joined.rename(columns=lambda name: name[:-2] + sides.get(name[-2:], name[-2:]))


def _side_by_side(joined: pd.DataFrame) -> pd.DataFrame:
    named = {"report_id": "report", "sentence": "passage"}
    made = joined.rename(
        columns={f"{one}_{side}": f"{name}_{side}" for one, name in named.items() for side in "ab"}
    )
    exact = joined["plain_a"] == joined["plain_b"]
    made = made.assign(kind=np.where(exact, "exact", "near"), formula=joined["formula_a"])
    order = ["report_a", "start_a", "report_b", "start_b"]
    return made.reindex(columns=PAIRS).sort_values(order, ignore_index=True)


def _repeated(before: pd.DataFrame, after: pd.DataFrame) -> pd.DataFrame:
    """Return the pairs of sentences of two years that are the same or nearly so."""
    like = compared(list(before["masked"]), list(after["masked"]), reuse().similarity)
    rows, columns = np.nonzero(like)
    first, second = (part.iloc[places].reset_index(drop=True)
                     for part, places in ((before, rows), (after, columns)))  # fmt: skip
    joined = first.add_suffix("_a").join(second.add_suffix("_b"))
    made = _side_by_side(joined.assign(similarity=like[rows, columns].astype("float64")))
    kept = joined.sort_values(["report_id_a", "start_a", "report_id_b", "start_b"])
    return made.assign(**{name: kept[f"{name}_a"].to_numpy() for name in ("topic", "mark")},
                       year_a=kept["year_a"].to_numpy(), year_b=kept["year_b"].to_numpy())  # fmt: skip


# Rates --------------------------------------------------------------------------------------------


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
    return np.asarray(matrix[rows, columns].todense() if sparse.issparse(matrix[rows, columns])
                      else matrix[rows, columns]).ravel()  # fmt: skip


def _sums(counted: pd.DataFrame, columns: list[str]) -> pd.DataFrame:
    """Add up columns by report; what cannot be told stays missing."""
    return counted.groupby(["report_id", "body", "year"])[columns].sum(min_count=1)
