"""Claims (算术陈述): the words in which a sentence does arithmetic with its own figures."""

from functools import cache

from pydantic import BaseModel, ConfigDict

from analysis.codebook.loading import load


class Rate(BaseModel):
    """What a rate is of: verbs of the part, verbs of the whole, and a sentence that has it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    part: tuple[str, ...]
    whole: tuple[str, ...]
    example: str


class Claims(BaseModel):
    """The file ``claims.yaml``; its comments explain each key, words come with a sentence."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    share: dict[str, str]
    whole: dict[str, str]
    up: dict[str, str]
    down: dict[str, str]
    behind: dict[str, str]
    then: dict[str, str]
    since: dict[str, str]
    until: dict[str, str]
    equals: dict[str, str]
    times: tuple[str, ...]
    points: tuple[str, ...]
    part: dict[str, str]
    rest: dict[str, str]
    sum: dict[str, str]
    rates: dict[str, Rate]


@cache
def claims() -> Claims:
    """Return the words of claims.

    Examples
    --------
    >>> claims().rates["办结率"].part
    ('办结',)
    """
    return load("claims", Claims)
