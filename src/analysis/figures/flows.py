"""Totals with their parts as the figures draw them nested: columns as in `analysis.figures.panels`.

Further columns

``depth``   0 for a total
``offset``  where the bar starts: each part where the one before it ends
"""

from collections.abc import Sequence

import pandas as pd

from analysis.codebook.charts import charts, tree
from analysis.codebook.forms import applicants
from analysis.codebook.identities import identities, rows
from analysis.codebook.words import word
from analysis.figures.amounts import SILENT, small, status, written
from analysis.figures.marks import ENDS, certain, named, short, unit_of, whole
from analysis.figures.panels import parts
from analysis.figures.selection import Selection
from analysis.intervals import Amount, add, ratio


def flow(selection: Selection, chart: str) -> pd.DataFrame:
    """Return totals and their parts, those of a group added up.

    One block for the whole body, with its silent rows, one for its own level and one for the
    levels below, where they are stated, and one for single units.
    """
    language = selection.language
    totals = tree(chart, selection.reports["year"].iloc[0])
    wanted = list(dict.fromkeys(rows([*totals, *(part for of in totals.values() for part in of)])))
    of_parts = parts(selection, wanted)
    levels = [("all", whole(selection, wanted)), *of_parts.groupby("scope", sort=False)]
    blocks = [
        _nested(_grouped(found.set_index("indicator"), totals, language), totals, language).assign(
            scope=scope
        )
        for scope, found in levels
        if scope != "unit"
    ]
    units = of_parts.query("scope == 'unit'").assign(depth=1, offset=0.0)
    whose = zip(units["whose"], units["indicator"], strict=True)
    units["row"] = [f"{name} · {named(item, language)}" for name, item in whose]
    frame = pd.concat([*blocks, units.rename(columns={"indicator": "item"})], ignore_index=True)
    return frame.assign(block=[word(f"scope.{scope}", language) for scope in frame["scope"]])


def _grouped(
    found: pd.DataFrame, totals: dict[str, tuple[str, ...]], language: str
) -> pd.DataFrame:
    """Add a row for each group that a flow shows."""
    groups = [name for name in totals if name in identities().groups]
    marks = [added_up(found, of, language) for of in (totals[name] for name in groups)]
    return pd.concat([found, pd.DataFrame(marks, index=pd.Index(groups, name=found.index.name))])


def added_up(found: pd.DataFrame, of: Sequence[str], language: str) -> dict[str, object]:
    """Return the mark of rows added up: a lower bound where one is silent, silent where all are."""
    said = [item for item in of if item in found.index and found.loc[item, "status"] not in SILENT]
    missing = [item for item in of if item not in said]
    unit = unit_of(of[0])
    if not said:
        nothing = dict.fromkeys(ENDS, float("nan"))
        return {
            **nothing,
            "status": "not_stated",
            "unit": unit,
            "text": word("not_stated", language),
        }
    total = add([Amount(*found.loc[item, ENDS]) for item in said], missing)
    ends = (total.value, total.lower, total.upper)
    told = {"status": status(*ends), "unit": unit, "text": written(*ends, unit, language)}
    return dict(zip(ENDS, ends, strict=True)) | told


def _nested(found: pd.DataFrame, totals: dict[str, tuple[str, ...]], language: str) -> pd.DataFrame:
    """Lay the rows of one scope out as a tree, depth first."""
    laid: list[dict[str, object]] = []

    def lay(item: str, depth: int, offset: float) -> float:
        if item in found.index:
            mark = {"row": short(item, language), "item": item, "depth": depth, "offset": offset}
            laid.append({**mark, **found.loc[item, [*ENDS, "status", "unit", "text"]]})
        start = offset
        for part in totals.get(item, ()):
            start = lay(part, depth + 1, start)
        return offset + (certain(found.loc[item]) if item in found.index else 0.0)

    inner = {part for parts in totals.values() for part in parts}
    for root in (item for item in totals if item not in inner):
        lay(root, 0, 0.0)
    return pd.DataFrame(laid)


def by_ground(selection: Selection) -> pd.DataFrame:
    """Return outcomes row by row, one block per group with the sum of its rows in its title."""
    year, language = selection.reports["year"].iloc[0], selection.language
    blocks = [_block(selection, name, rows([name], year), language) for name in charts().grounds]
    return pd.concat(blocks, ignore_index=True)


def _block(selection: Selection, group: str, items: tuple[str, ...], language: str) -> pd.DataFrame:
    found = whole(selection, list(items))
    total = added_up(found.set_index("indicator"), items, language)
    title = word("sum", language, name=short(group, language), number=total["text"])
    words = [short(item, language) for item in items]
    return found.rename(columns={"indicator": "item"}).assign(row=words, block=title)


def by_applicant(selection: Selection) -> pd.DataFrame:
    """Return requests by kind of applicant below their total, each with its share of the total."""
    item, language = charts().applicants, selection.language
    total = whole(selection, [item]).assign(row=short(item, language), item=item, depth=0)
    found = pd.concat([whole(selection, [item], [name]) for name in applicants()])
    words = [word(f"applicant.{name}", language) for name in applicants()]
    found = found.assign(row=words, item=[f"applicant.{name}" for name in applicants()], depth=1)
    lengths = [certain(mark) for _, mark in found.iterrows()]
    found["offset"] = pd.Series(lengths, index=found.index).cumsum().to_numpy() - lengths
    found["text"] = [_with_share(mark, total.iloc[0], language) for _, mark in found.iterrows()]
    block = word("scope.all", language)
    return pd.concat([total.assign(offset=0.0), found], ignore_index=True).assign(block=block)


def _with_share(mark: pd.Series, total: pd.Series, language: str) -> str:
    """Write a figure with its share of the total, where both are stated."""
    ends = [100 * end for end in ratio(Amount(*mark[ENDS]), Amount(*total[ENDS]))]
    if status(*ends) == "not_stated":
        return mark["text"]
    shown = written(*ends, "%", language)
    few = small(certain(total), language)
    return word("amount.with_share", language, number=mark["text"], share=shown) + few
