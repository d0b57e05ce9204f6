"""Small tables made by hand: a report is a few figures, in the order of a list."""

import pandas as pd

from analysis import tables
from analysis.codebook.indicators import indicators


def reports(*report_ids: str) -> pd.DataFrame:
    """One row per report that was read; body and year stand in its id."""
    return tables.frame("reports", [_report(one) for one in report_ids])


def observations(report_id: str, *figures: tuple) -> pd.DataFrame:
    """Rows from (indicator, scope, value or (value, lower, upper) or the same with a unit's name)."""
    return tables.frame(
        "observations", [_observation(report_id, i, *one) for i, one in enumerate(figures)]
    )


def printed_shares(report_id: str = "", *figures: tuple) -> pd.DataFrame:
    """Rows from (indicator, scope, percentage)."""
    rows = [
        _place(report_id)
        | _value(value)
        | {"indicator": indicator, "scope": scope, "evidence": "占", "start": i, "end": i + 1}
        for i, (indicator, scope, value) in enumerate(figures)
    ]
    return tables.frame("printed_shares", rows)


def _place(report_id: str) -> dict:
    body, year = report_id.split("-")[:2]
    return {"report_id": report_id, "body": body, "year": int(year)}


def _report(report_id: str) -> dict:
    return _place(report_id) | {"file": f"{report_id}.txt", "status": "read", "form": "prose"}


def _value(value) -> dict:
    value, lower, upper = value if isinstance(value, tuple) else (value, value, value)
    return {"value": value, "lower": lower, "upper": upper}


def _observation(report_id: str, i: int, indicator: str, scope: str, value, name: str = "") -> dict:
    return (
        _place(report_id)
        | _value(value)
        | {
            "indicator": indicator,
            "scope": scope,
            "scope_name": name,
            "qualifier": "over" if isinstance(value, tuple) else "exact",
            "unit": indicators()[indicator].unit,
            "source": "prose",
            "evidence": "……",
            "start": i * 10,
            "end": i * 10 + 5,
        }
    )
