"""What a report states for an indicator or a share, as one mark with its words, silence included.

Columns of a mark

``item`` or ``indicator``        the id that gives it its colour
``value``, ``lower``, ``upper``  as in the output contract
``status``                       ``exact``, ``interval``, ``at_least``, ``at_most``, ``about``,
                                 ``conflict``, or one of `SILENT`
``unit``, ``text``               the unit, and the value as written beside the mark
"""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from analysis.codebook.charts import shared
from analysis.codebook.forms import asked_in
from analysis.codebook.identities import identities
from analysis.codebook.indicators import indicators
from analysis.codebook.words import word
from analysis.figures.amounts import small, status, written
from analysis.figures.selection import Selection
from analysis.intervals import merge
from analysis.stated import amount

KEYS = ["report_id", "body", "year", "scope", "scope_name", "indicator"]
ENDS = ["value", "lower", "upper"]


def short(item: str, language: str) -> str:
    """Return the short words for an indicator or a share, or those of a group of indicators."""
    if item in identities().groups:
        return getattr(identities().groups[item].label, language)
    return getattr(indicators()[shared().get(item, item)].short, language)


def named(item: str, language: str, words: str = "short") -> str:
    """Return words for an indicator, with those of its total where they are not its own alone.

    Examples
    --------
    >>> named("litigation.corrected", "zh"), named("litigation.corrected", "zh", "label")
    ('行政诉讼 · 纠错', '行政诉讼 · 被依法纠错数')
    """
    wanted = shared().get(item, item)
    totals = [one.total for one in identities().sums.values() if item in one.parts]
    own = [getattr(getattr(one, words), language) for one in indicators().values()]
    mine = getattr(getattr(indicators()[wanted], words), language)
    return f"{short(totals[0], language)} · {mine}" if totals and own.count(mine) > 1 else mine


def unit_of(item: str) -> str:
    """Return the unit of an indicator; shares are in percent."""
    return "%" if item in shared() else indicators()[item].unit


def stated(
    selection: Selection, wanted: list[str], applicants: Sequence[str] = ("", "total")
) -> pd.DataFrame:
    """Return one row per report, scope and indicator stated, with status and text.

    `applicants` are those whose figures are meant, by default all of them together.

    A conflict (two values that cannot both be right) is one row from the smallest to the largest,
    with both values in its text: nothing is chosen or averaged.
    """
    rows = selection.observations
    rows = rows[rows["indicator"].isin(wanted) & rows["applicant"].isin(applicants)]
    agreed = [
        {**dict(zip(KEYS, key, strict=True)), **_agreed(group, selection.language)}
        for key, group in rows.groupby(KEYS, sort=False)
    ]
    frame = pd.DataFrame(agreed, columns=[*KEYS, *ENDS, "unit", "status", "text"])
    return frame.astype(dict.fromkeys(ENDS, float))  # where nothing is stated, too


def _agreed(group: pd.DataFrame, language: str) -> dict[str, object]:
    """One figure where the statements agree, otherwise their span as a conflict."""
    one = merge([amount(row) for row in group.itertuples()], group["indicator"].iloc[0])
    unit, ends = (
        group["unit"].iloc[0],
        dict(zip(ENDS, (one.value, one.lower, one.upper), strict=True)),
    )
    if not one.conflicts:
        return {
            **ends,
            "unit": unit,
            "status": status(*ends.values()),
            "text": written(*ends.values(), unit, language),
        }
    rows = group[[*ENDS, "unit"]].drop_duplicates().itertuples(index=False)
    values = " / ".join(written(*row, language) for row in rows)
    text = word("amount.conflict", language, values=values)
    return {**ends, "unit": unit, "status": "conflict", "text": text}


def whole(
    selection: Selection, wanted: list[str], applicants: Sequence[str] = ("", "total")
) -> pd.DataFrame:
    """Return one row per report and indicator for scope ``all``, silent ones included.

    A report that states a figure for a part of the body only is ``part_only``.
    """
    found = stated(selection, wanted, applicants)
    every = selection.reports[["report_id", "name"]].merge(
        pd.DataFrame({"indicator": wanted}), how="cross"
    )
    of_all = found["scope"] == "all"
    rows = every.merge(found[of_all], how="left", on=["report_id", "indicator"])
    partly = _among(rows, found[~of_all], ["report_id", "indicator"])
    silent = pd.Series(np.where(partly, "part_only", "not_stated"), index=rows.index)
    rows["status"] = rows["status"].fillna(silent)
    rows["text"] = rows["text"].fillna(silent.map(lambda key: word(key, selection.language)))
    rows["unit"] = rows["indicator"].map(unit_of)
    return rows


def asked(selection: Selection) -> pd.DataFrame:
    """Return one row per report and indicator that the form of its year asks for.

    Columns are those of `whole`; a joint figure is nobody's duty.
    """
    rows = whole(selection, list(indicators()))
    years = rows["report_id"].map(selection.reports.set_index("report_id")["year"])
    pairs = zip(rows["indicator"], years, strict=True)
    return rows[[item in asked_in(year) for item, year in pairs]].reset_index(drop=True)


def share_rows(
    selection: Selection, items: list[str], kind: str, scope: str = "all"
) -> pd.DataFrame:
    """Return one row per report and share of the whole named by `kind`, silent ones included.

    A share that the report allows only of another whole is ``other_denominator``.
    """
    measures = selection.measures
    measures = measures[measures["measure"].isin(items) & (measures["status"] != "not_stated")]
    whole_named = measures["denominator_kind"].where(
        measures["status"] != "as_printed", "as_printed"
    )
    measures = measures.assign(whole=whole_named).rename(columns={"measure": "item"})
    keys = ["report_id", "item"]
    every = selection.reports[["report_id", "name"]].merge(
        pd.DataFrame({"item": items}), how="cross"
    )
    measures = measures[measures["scope"] == scope]
    chosen = measures[measures["whole"] == kind]
    rows = every.merge(chosen[[*keys, *ENDS, "n"]], how="left", on=keys).assign(unit="%")
    others = measures[measures["whole"] != "as_printed"]
    counted = stated(selection, [shared()[item] for item in items])
    counted = counted[counted["scope"] != "all"].assign(
        item=counted["indicator"].map({shared()[item]: item for item in items})
    )
    silence = np.select(
        [_among(rows, others, keys), _among(rows, counted, keys)],
        ["other_denominator", "part_only"],
        "not_stated",
    )
    return rows.assign(**_told(rows, silence, selection.language))


def _told(rows: pd.DataFrame, silence: np.ndarray, language: str) -> dict[str, list[str]]:
    """Status and text of every share; `silence` is the status of those that have no value."""
    told: dict[str, list[str]] = {"status": [], "text": []}
    for row, silent in zip(rows.itertuples(), silence, strict=True):
        ends = (row.value, row.lower, row.upper)
        known = status(*ends)
        told["status"].append(silent if known == "not_stated" else known)
        share = written(*ends, "%", language) + small(row.n, language)
        told["text"].append(word(silent, language) if known == "not_stated" else share)
    return told


def _among(rows: pd.DataFrame, others: pd.DataFrame, keys: list[str]) -> np.ndarray:
    """Which of `rows` have their keys among those of `others`."""
    return pd.MultiIndex.from_frame(rows[keys]).isin(pd.MultiIndex.from_frame(others[keys]))


def certain(row: pd.Series) -> float:
    """Return what is certain of a value: the length of its bar, and its place in an order."""
    ends = [row["value"], row["lower"]]
    return float(next((end for end in ends if pd.notna(end)), 0.0))
