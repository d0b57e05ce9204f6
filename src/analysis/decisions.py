"""Decisions by hand (人工裁定): corrections of values, and verdicts on findings.

Both expect what they were made for. Where it is no longer there, since the report was replaced or
the reading has changed, the run stops and says so: no decision is lost or misapplied in silence.
"""

from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from analysis import paths, tables
from analysis.errors import DecisionError
from analysis.intervals import DECIMALS

PLACE = ["report_id", "indicator", "applicant", "scope", "scope_name"]


def read(folder: Path) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Read ``corrections.csv`` and ``verdicts.csv``.

    Parameters
    ----------
    folder : Path
        Where they stand; a file that is not there holds no decisions.

    Returns
    -------
    corrections, verdicts : DataFrame
        With the columns of the dictionary.

    Raises
    ------
    TableError
        When a file has other columns, or a row that breaks the dictionary.
    """
    corrections, verdicts = (
        tables.check(name, tables.read(folder, name))
        if (folder / f"{name}.csv").exists()
        else tables.frame(name, [])
        for name in ("corrections", "verdicts")
    )
    return corrections, verdicts


def correct(observations: pd.DataFrame, corrections: pd.DataFrame) -> pd.DataFrame:
    """Put the values decided by hand in the place of those read.

    Parameters
    ----------
    observations, corrections : DataFrame
        The tables of these names.

    Returns
    -------
    DataFrame
        The observations: those corrected are exact, have ``reviewed`` as their source and the
        value read in ``as_read``; those withdrawn (no value to use) are left out.

    Raises
    ------
    DecisionError
        When a correction expects a value that is not read.
    """
    corrected, lost = observations.copy(), []
    for decision in corrections.itertuples():
        same = (observations[PLACE] == [getattr(decision, one) for one in PLACE]).all(axis=1)
        at = observations.index[same & _equal(observations["value"], decision.as_read)]
        if at.empty:
            lost.append(_expected(decision, observations[same]))
        corrected.loc[at, ["value", "lower", "upper"]] = decision.value
        corrected.loc[at, ["qualifier", "source"]] = ["exact", "reviewed"]
        corrected.loc[at, "as_read"] = decision.as_read
    if lost:
        raise DecisionError(f"corrections.csv: {'; '.join(lost)}.")
    return corrected[corrected["value"].notna()].reset_index(drop=True)


def judge(findings: pd.DataFrame, verdicts: pd.DataFrame) -> pd.DataFrame:
    """Write what was decided about findings beside them.

    Parameters
    ----------
    findings, verdicts : DataFrame
        The tables of these names.

    Raises
    ------
    DecisionError
        When a verdict is on a finding that is not there, or whose arithmetic is another now.
    """
    known = findings.set_index("finding_id")["detail"]
    lost = list(_lost(verdicts, known.to_dict()))
    if lost:
        raise DecisionError(f"verdicts.csv: {'; '.join(lost)}.")
    decided = verdicts.set_index("finding_id")
    words = decided.reindex(findings["finding_id"])[["verdict", "reason"]].fillna("")
    columns = {"verdict": words["verdict"], "verdict_reason": words["reason"]}
    kind = findings["finding_id"].dtype  # stays that of text where there are no findings
    return findings.assign(
        **{
            one: pd.Series(of.array, index=findings.index, dtype=kind)
            for one, of in columns.items()
        }
    )


def _equal(values: pd.Series, value: float) -> pd.Series:
    return (values - value).abs() < 10.0**-DECIMALS


def _expected(decision, there: pd.DataFrame) -> str:
    values = ", ".join(map(tables.plain, there["value"])) or "nothing"
    place = " ".join(filter(None, (getattr(decision, one) for one in PLACE)))
    return (
        f"{place}: {tables.plain(decision.as_read)} was read when it was corrected, now {values}. "
        "Look at the report again, and change or remove the row"
    )


def _lost(verdicts: pd.DataFrame, known: dict[str, str]) -> Iterator[str]:
    for decision in verdicts.itertuples():
        now = known.get(decision.finding_id)
        if now != decision.detail:
            yield (
                f"{decision.finding_id}: the finding was {decision.detail!r}, now "
                f"{'is not there' if now is None else repr(now)}. "
                "Judge it again, or remove the row"
            )


def folder_of(raw: Path) -> Path:
    """Return the folder of decisions about the reports in `raw`: it stands beside it.

    Examples
    --------
    >>> folder_of(Path("data/raw")).as_posix()
    'data/reviewed'
    """
    return raw.parent / paths.REVIEWED
