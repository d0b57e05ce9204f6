"""What each report states for an indicator: one figure for each scope, under one rule."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import pandas as pd

from analysis.codebook.identities import identities
from analysis.intervals import Amount, add, merge

Figures = Mapping[str, Amount]
SCOPES = ("all", "municipal", "county")
_RANK = {"reviewed": 0, "table": 1}  # prose and stated nones come after


def stated(observations: pd.DataFrame) -> dict[tuple[str, str, str], dict[str, Amount]]:
    """Return the figures of every report, scope and applicant, by indicator.

    A figure decided by hand comes before those of a table, and these before prose: a cell is read
    by its place. Several statements of one rank are merged as `analysis.intervals.merge` has it.
    The figures of single units are left out: a unit's figure never stands for the whole.

    Parameters
    ----------
    observations : DataFrame
        The table of that name.

    Returns
    -------
    dict
        By (report_id, scope, applicant), then by indicator.
    """
    return {
        place: {
            indicator: merge([*map(amount, foremost(rows))], indicator)
            for indicator, rows in found.items()
        }
        for place, found in statements(observations).items()
    }


def statements(observations: pd.DataFrame) -> dict[tuple[str, str, str], dict[str, list]]:
    """Return the rows of ``observations`` by (report_id, scope, applicant), then by indicator.

    Those of single units are left out.
    """
    found: dict = defaultdict(lambda: defaultdict(list))
    for row in observations[observations["scope"] != "unit"].itertuples():
        found[row.report_id, row.scope, row.applicant][row.indicator].append(row)
    return found


def foremost(rows: Sequence) -> list:
    """Return those rows of ``observations`` that come before others: by hand, table, prose."""
    best = min(_RANK.get(row.source, len(_RANK)) for row in rows)
    return [row for row in rows if _RANK.get(row.source, len(_RANK)) == best]


def amount(row) -> Amount:
    """Return the figure of one row of ``observations``, with ``report_id:start-end`` as its key."""
    return Amount(row.value, row.lower, row.upper, (f"{row.report_id}:{row.start}-{row.end}",))


def joined(figures: Figures) -> dict[str, Amount]:
    """Merge each joint figure with the sum of its members, where all of them are stated."""
    both = {
        name: merge([figures[name], add([figures[one] for one in members])], name)
        for name, members in identities().joint.items()
        if name in figures and all(one in figures for one in members)
    }
    return {**figures, **both}


def terms(ids: Iterable[str], figures: Figures) -> tuple[str, ...]:
    """Return `ids` with a stated joint figure in the place of the members it stands for.

    Examples
    --------
    >>> terms(["channel.weibo", "channel.wechat"], {"channel.new_media": Amount(7, 7, 7)})
    ('channel.new_media',)
    """
    found = list(ids)
    for name, members in identities().joint.items():
        if name in figures and set(members) <= set(found):
            found[found.index(members[0])] = name
            found = [one for one in found if one not in members]
    return tuple(found)


def total(ids: Iterable[str], figures: Figures) -> Amount | None:
    """Add up the figures of `ids`, naming those that are missing; None when none is stated."""
    ids = tuple(ids)
    found = [figures[one] for one in ids if one in figures]
    return add(found, [one for one in ids if one not in figures]) if found else None
