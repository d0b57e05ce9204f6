"""Identities (勾稽关系): sums that the rows of a form have to satisfy, and joint figures."""

from functools import cache
from typing import Literal

from pydantic import BaseModel, ConfigDict, model_validator

from analysis.codebook.indicators import Label
from analysis.codebook.loading import load
from analysis.codebook.references import IndicatorId


class Years(BaseModel):
    """Reporting years, both ends included."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    since: int
    until: int


class Sum(BaseModel):
    """A row of a form and the rows that make it up.

    Attributes
    ----------
    label : Label
        What is compared with what.
    form : str
        The form whose years the sum holds for.
    relation : {'equal', 'at_least'}
        ``at_least``: the parts may exceed the total, since an item can count in several of them.
    total : str
        Id of the whole.
    parts : tuple of str
        Ids of the parts, in the order of the form.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    label: Label
    form: str
    relation: Literal["equal", "at_least"]
    total: IndicatorId
    parts: tuple[IndicatorId, ...]


class Identities(BaseModel):
    """The file ``identities.yaml``.

    Attributes
    ----------
    forms : dict of str to Years
        Years of each form.
    joint : dict of str to tuple of str
        A figure that stands for several rows together, and those rows.
    sums : dict of str to Sum
        By id.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    forms: dict[str, Years]
    joint: dict[IndicatorId, tuple[IndicatorId, ...]]
    sums: dict[str, Sum]

    @model_validator(mode="after")
    def _forms_exist(self) -> "Identities":
        unknown = {one.form for one in self.sums.values()} - set(self.forms)
        if unknown:
            raise ValueError(f"no years are given for {', '.join(sorted(unknown))}")
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


def sums_of(year: int) -> dict[str, Sum]:
    """Return the sums that hold for reports of `year`, by id.

    Examples
    --------
    >>> "request_routes" in sums_of(2017), "request_routes" in sums_of(2019)
    (True, False)
    """
    years = identities().forms
    return {
        name: one
        for name, one in identities().sums.items()
        if years[one.form].since <= year <= years[one.form].until
    }
