"""What a report states more than once (同一指标的多处表述)."""

from collections.abc import Iterator

import pandas as pd

from analysis.checks.comparison import written
from analysis.intervals import DECIMALS, OPEN, merge
from analysis.records import Finding
from analysis.stated import amount

PLACE = ["report_id", "indicator", "applicant", "scope", "scope_name"]


def conflicts(observations: pd.DataFrame) -> Iterator[Finding]:
    """Yield, for each indicator stated more than once, whether the values exclude each other.

    Parameters
    ----------
    observations : DataFrame
        The table of that name.
    """
    for key, group in observations.groupby(PLACE, sort=False):
        if len(group) > 1:
            yield _statements(dict(zip(PLACE, key, strict=True)), group.sort_values("start"))


def _statements(place: dict[str, str], group: pd.DataFrame) -> Finding:
    amounts = [amount(row) for row in group.itertuples()]
    merged = merge(amounts, place["indicator"])
    first = amounts[0]
    farthest = max(amounts, key=lambda one: abs(one.value - first.value))
    breach = bool(merged.conflicts)
    comparable = breach and first.exact and farthest.exact
    indicator, *rest = (place[one] for one in ("indicator", "scope", "scope_name", "applicant"))
    name = ":".join(filter(None, (place["report_id"], "conflict", indicator, *rest)))
    return Finding(
        finding_id=name,
        report_id=place["report_id"],
        rule="conflict",
        state="breach" if breach else "consistent",
        indicators=indicator,
        applicant=place["applicant"],
        scope=place["scope"],
        scope_name=place["scope_name"],
        stated=first.value if comparable else OPEN,
        expected=farthest.value if comparable else OPEN,
        difference=round(first.value - farthest.value, DECIMALS) if comparable else OPEN,
        cases=len(amounts),
        detail=(" ≠ " if breach else " ∩ ").join(map(written, amounts)),
        observations=" ".join(merged.keys),
    )
