"""Passages that reports share with each other and with the year before (文本雷同)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd

from analysis.codebook.reuse import reuse, topic_of
from analysis.themes.neighbours import alike, compared, families
from analysis.themes.wording import own_names, wording

PAIRS = ["report_a", "start_a", "end_a", "passage_a", "report_b", "start_b", "end_b", "passage_b",
         "similarity", "kind", "formula"]  # fmt: skip
NAMED = {"report_id": "report", "sentence": "passage"}
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
    ours = found.counted
    rows = pd.DataFrame({"wording": ours["wording"].to_numpy(), "row": range(len(ours))})
    same = rows.merge(rows, on="wording", suffixes=("_a", "_b")).assign(similarity=1.0)
    near = found.links.merge(rows, left_on="a", right_on="wording")
    near = near.merge(rows, left_on="b", right_on="wording", suffixes=("_a", "_b"))
    turned = near.rename(columns={"row_a": "row_b", "row_b": "row_a"})
    columns = ["row_a", "row_b", "similarity"]
    met = pd.concat([one[columns] for one in (same, near, turned)])
    names = ours["report_id"].to_numpy()
    met = met[names[met["row_a"]] < names[met["row_b"]]]
    return _side_by_side(ours.iloc[met["row_a"]], ours.iloc[met["row_b"]], met["similarity"], PAIRS)


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
    ours = ours.assign(topic=ours["section"].map(topic_of).astype(str)).query("topic != ''")
    years = {int(year): rows for year, rows in ours.groupby("year")}
    parts = [_repeated(years[y], years[y + 1]) for y in sorted(years) if y + 1 in years]
    return pd.concat(parts, ignore_index=True) if parts else pd.DataFrame(columns=RETURNING)


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


def _side_by_side(
    first: pd.DataFrame, second: pd.DataFrame, similarity: Iterable[float], columns: list[str]
) -> pd.DataFrame:
    """Return the sentences of two frames row by row, in order of report and place."""
    sides = (part.reset_index(drop=True).rename(columns=NAMED) for part in (first, second))
    named = [part.add_suffix(f"_{side}") for part, side in zip(sides, "ab", strict=True)]
    joined = pd.concat(named, axis=1)
    of_first = {f"{one}_a": one for one in ("body", "topic", "mark", "formula")}
    kind = np.where(joined["plain_a"] == joined["plain_b"], "exact", "near")
    made = joined.assign(kind=kind, similarity=np.asarray(similarity)).rename(columns=of_first)
    order = ["report_a", "start_a", "report_b", "start_b"]
    return made.reindex(columns=columns).sort_values(order, ignore_index=True)


def _repeated(before: pd.DataFrame, after: pd.DataFrame) -> pd.DataFrame:
    """Return the sentences of two years that are the same or nearly so, side by side."""
    like = compared(list(before["masked"]), list(after["masked"]), reuse().similarity)
    rows, columns = np.nonzero(like)
    similarity = like[rows, columns].astype("float64")
    return _side_by_side(before.iloc[rows], after.iloc[columns], similarity, RETURNING)
