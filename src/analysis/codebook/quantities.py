"""How quantities are written (数量): multipliers, approximation and its reach, classifiers."""

from decimal import Decimal
from functools import cache
from typing import Literal

from pydantic import BaseModel, ConfigDict

from analysis.codebook.loading import load


class Approximation(BaseModel):
    """Words that widen a number into an interval, and how far they reach."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    words: list[str]
    not_after: str = ""
    before: str = ""
    position: Literal["before", "inside", "behind"]
    reach: Literal["up_one_digit", "down_a_tenth", "open_up", "open_down", "open"]
    qualifier: Literal["over", "under", "about"]
    example: str


class Quantities(BaseModel):
    """The file ``quantities.yaml``; its comments explain each key."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    digits: dict[str, int]
    places: dict[str, int]
    multipliers: dict[str, int]
    approximations: list[Approximation]
    vague: list[str]
    behind_tenths: dict[str, str]
    classifiers: dict[str, list[str]]
    worth: dict[str, Decimal]


@cache
def quantities() -> Quantities:
    """Return how quantities are written.

    Examples
    --------
    >>> "起" in quantities().classifiers["cases"]
    True
    """
    return load("quantities", Quantities)
