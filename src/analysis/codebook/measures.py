"""Measures (比率): shares and rates, each with its numerator and denominators."""

from functools import cache
from typing import Literal

from pydantic import BaseModel, ConfigDict, model_validator

from analysis.codebook.forms import asked_in
from analysis.codebook.identities import identities
from analysis.codebook.indicators import Label, indicators
from analysis.codebook.loading import load
from analysis.codebook.references import IndicatorId


class Denominator(BaseModel):
    """One figure, or the parts of a sum added up.

    Attributes
    ----------
    total : str
        Id of a stated figure.
    parts : str
        Id of a sum of ``identities.yaml``; its parts are added up. Either this or `total`.
    unless : str
        Used only where this figure is not stated; empty for always.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    total: IndicatorId | Literal[""] = ""
    parts: str = ""
    unless: IndicatorId | Literal[""] = ""

    @model_validator(mode="after")
    def _one_of_two(self) -> "Denominator":
        if bool(self.total) == bool(self.parts):
            raise ValueError("give either total or parts")
        if self.parts and self.parts not in identities().sums:
            raise ValueError(f"{self.parts} is not a sum of identities.yaml")
        return self

    @property
    def kind(self) -> str:
        """``stated_total`` or ``sum_of_parts``."""
        return "stated_total" if self.total else "sum_of_parts"

    @property
    def ids(self) -> tuple[str, ...]:
        """Ids to be added up."""
        return (self.total,) if self.total else identities().sums[self.parts].parts


class Measure(BaseModel):
    """A share or a rate.

    Attributes
    ----------
    label : Label
        For charts and tables.
    kind : {'share', 'rate', 'per_hundred'}
        A share is given in percent; what is counted per hundred is no part of them.
    unit : str
        Of the value.
    numerator : tuple of str
        Ids to be added up.
    denominators : tuple of Denominator
        Each gives rows of its own; the first is the one named where nothing can be computed.
    definition, caveats : Label
        What it is, and what to keep in mind.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    label: Label
    kind: Literal["share", "rate", "per_hundred"]
    unit: str
    numerator: tuple[IndicatorId, ...]
    denominators: tuple[Denominator, ...]
    definition: Label
    caveats: Label

    @property
    def factor(self) -> int:
        """1 for a rate, 100 for the others."""
        return 1 if self.kind == "rate" else 100

    @property
    def comparable_from(self) -> int | None:
        """The year since which all figures that it is made of mean the same, if there is one."""
        ids = {*self.numerator, *(one for of in self.denominators for one in of.ids)}
        return max(indicators()[one].comparable_from or 0 for one in ids) or None

    def asked(self, year: int) -> tuple[Denominator, ...]:
        """Return the denominators that the form of a year asks for, beside the numerator.

        Examples
        --------
        >>> [bool(measures()["reconsiderations_per_request"].asked(year)) for year in (2018, 2019)]
        [True, False]
        """
        rows = asked_in(year)
        return tuple(one for one in self.denominators if rows >= {*self.numerator, *one.ids})


@cache
def measures() -> dict[str, Measure]:
    """Return every measure by id.

    Examples
    --------
    >>> [one.kind for one in measures()["share.website"].denominators]
    ['stated_total', 'sum_of_parts']
    """
    return load("measures", dict[str, Measure])


@cache
def measure_of_share() -> dict[str, str]:
    """Return, by indicator, the measure that a printed share of that indicator states.

    Examples
    --------
    >>> measure_of_share()["channel.website"], measure_of_share()["channel.new_media"]
    ('share.website', 'share.new_media')
    """
    joint = {members: name for name, members in identities().joint.items()}
    found: dict[str, str] = {}
    for name, one in measures().items():
        indicator = joint.get(one.numerator, one.numerator[0])
        if one.kind == "share":
            found.setdefault(indicator, name)
    return found
