"""Periods (统计期限): the words of a sentence that says what time its figures cover."""

from datetime import date
from functools import cache

from pydantic import BaseModel, ConfigDict

from analysis.codebook.loading import load


class Beginning(BaseModel):
    """The day with which the reports of a year may begin, with a sentence that says so."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    day: date
    example: str


class Periods(BaseModel):
    """The file ``periods.yaml``; its comments explain each key, words come with a sentence."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    words: dict[str, str]
    published: dict[str, str]
    done: dict[str, str]
    ahead: dict[str, str]
    begins: dict[int, Beginning]
    until: dict[str, str]
    running: dict[str, str]
    of_it: dict[str, str]
    part_of_it: dict[str, str]


@cache
def periods() -> Periods:
    """Return the words of periods.

    Examples
    --------
    >>> "统计期限" in periods().words
    True
    """
    return load("periods", Periods)
