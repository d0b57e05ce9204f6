"""How much text a statement about words needs (门槛), each threshold with its reason."""

from functools import cache

from pydantic import BaseModel, ConfigDict

from analysis.codebook.indicators import Label
from analysis.codebook.loading import load


class Terms(BaseModel):
    """Key terms: prior (words), least sentences of a term, how many are listed and retried."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    prior: float
    least_sentences: int
    listed: int
    top: int
    resamples: int


class Likeness(BaseModel):
    """Clusters of reports: how many reports they need, and why."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    least_reports: int
    reason: Label
    resamples: int
    supported: float


class Factors(BaseModel):
    """Themes: how many, the reports they need, and why."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    number: int
    least_reports: int
    reason: Label
    least_reports_of_term: int
    terms: int
    seeds: int
    resamples: int


class Thresholds(BaseModel):
    """The whole file; see the comments there."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    terms: Terms
    likeness: Likeness
    themes: Factors


@cache
def thresholds() -> Thresholds:
    """Return the thresholds.

    Examples
    --------
    >>> thresholds().terms.least_sentences
    2
    """
    return load("themes", Thresholds)
