"""Identities (勾稽关系): sums that the rows of a form have to satisfy, and joint figures."""

from collections.abc import Iterable
from functools import cache
from itertools import chain
from typing import Literal

from pydantic import BaseModel, ConfigDict, model_validator

from analysis.codebook.forms import asked_in, form_of, forms
from analysis.codebook.indicators import Label, indicators
from analysis.codebook.loading import load
from analysis.codebook.references import IndicatorId


class Group(BaseModel):
    """Rows of a form that belong together without a row for their total.

    Attributes
    ----------
    label : Label
        What they are together.
    parts : tuple of str
        Ids of the rows, in the order of the form.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    label: Label
    parts: tuple[IndicatorId, ...]


class Sum(BaseModel):
    """A row of a form, or a group of rows, and what makes it up.

    Attributes
    ----------
    label : Label
        What is compared with what.
    forms : tuple of str
        The forms that the sum belongs to.
    relation : {'equal', 'at_least', 'at_most'}
        ``at_least``: the parts may exceed the total, since an item can count in several of them;
        ``at_most``: they are some of it.
    total : str
        Id of the whole, a row or a group.
    parts : tuple of str
        Ids of the parts, rows or groups, in the order of the form.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    label: Label
    forms: tuple[str, ...]
    relation: Literal["equal", "at_least", "at_most"]
    total: str
    parts: tuple[str, ...]


class OverYears(BaseModel):
    """Figures of one year that those of the year before settle.

    Attributes
    ----------
    label : Label
        What is compared with what.
    later : tuple of str
        Ids added up in the later year.
    earlier : tuple of str
        Ids added up in the year before.
    added : tuple of str
        Ids of the later year that come on top of the earlier ones.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    label: Label
    later: tuple[IndicatorId, ...]
    earlier: tuple[IndicatorId, ...]
    added: tuple[IndicatorId, ...] = ()

    def holds_in(self, year: int) -> bool:
        """Tell whether the forms of `year` and of the year before have every row of it."""
        ours = asked_in(year).issuperset({*self.later, *self.added})
        return ours and asked_in(year - 1).issuperset(self.earlier)


class Identities(BaseModel):
    """The file ``identities.yaml``.

    Attributes
    ----------
    joint : dict of str to tuple of str
        A figure that stands for several rows together, and those rows.
    groups : dict of str to Group
        By id.
    sums : dict of str to Sum
        By id.
    over_years : dict of str to OverYears
        By id.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    joint: dict[IndicatorId, tuple[IndicatorId, ...]]
    groups: dict[str, Group]
    sums: dict[str, Sum]
    over_years: dict[str, OverYears]

    @model_validator(mode="after")
    def _names_exist(self) -> "Identities":
        sums = self.sums.values()
        named = {name for one in sums for name in (one.total, *one.parts)}
        if unknown := named - set(indicators()) - set(self.groups):
            raise ValueError(f"{', '.join(sorted(unknown))}: neither a group nor an indicator")
        if unknown := {form for one in sums for form in one.forms} - set(forms()):
            raise ValueError(f"{', '.join(sorted(unknown))}: no form")
        return self


@cache
def identities() -> Identities:
    """Return every identity.

    Examples
    --------
    >>> identities().sums["staff"].parts
    ('staff.full_time', 'staff.part_time')
    >>> identities().joint["channel.new_media"]
    ('channel.weibo', 'channel.wechat')
    """
    return load("identities", Identities)


@cache
def sums_of(year: int) -> dict[str, Sum]:
    """Return the sums that hold for reports of `year`, their parts as the rows that its form has.

    Examples
    --------
    >>> "request_routes" in sums_of(2017), "request_routes" in sums_of(2019)
    (True, False)
    >>> len(sums_of(2020)["outcomes"].parts), len(sums_of(2021)["outcomes"].parts)
    (19, 21)
    """
    return {
        name: one.model_copy(update={"parts": rows(one.parts, year)})
        for name, one in identities().sums.items()
        if form_of(year) in one.forms
    }


def rows(names: Iterable[str], year: int | None = None) -> tuple[str, ...]:
    """Return `names` with the rows of each group in its place; with a year, those of its form.

    Examples
    --------
    >>> rows(["outcome.otherwise"], 2020), rows(["request.disposed"])
    (('outcome.other',), ('outcome.total', 'request.carried_out'))
    """
    groups = identities().groups
    each = (groups[name].parts if name in groups else (name,) for name in names)
    found = chain.from_iterable(each)
    return tuple(row for row in found if year is None or row in asked_in(year))


def parts(names: Iterable[str], year: int) -> tuple[str, ...]:
    """Keep of `names` what the form of `year` has; a group that has one row there is that row.

    Examples
    --------
    >>> parts(["outcome.partial", "outcome.otherwise"], 2020)
    ('outcome.partial', 'outcome.other')
    >>> parts(["outcome.partial", "outcome.otherwise"], 2021)
    ('outcome.partial', 'outcome.otherwise')
    """
    own = ((name, rows([name], year)) for name in names)
    return tuple(chain.from_iterable(of if len(of) < 2 else (name,) for name, of in own))
