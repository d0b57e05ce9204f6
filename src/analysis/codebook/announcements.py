"""How a passage announces the policy area of its figures (政策领域的引出)."""

import re
from functools import cache

from pydantic import BaseModel, ConfigDict

from analysis.codebook.loading import load


class Wording(BaseModel):
    """A clause so worded says what the figures behind it are about."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    pattern: re.Pattern
    numbered: bool = False
    example: str


class Announcements(BaseModel):
    """The file ``announcements.yaml``; its comments explain each key."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    clauses: tuple[Wording, ...]
    lists: re.Pattern
    rest: re.Pattern
    offices: re.Pattern
    platforms: re.Pattern
    continues: re.Pattern


@cache
def announcements() -> Announcements:
    """Return how areas are announced.

    Examples
    --------
    >>> announcements().lists.split("旅游市场、安全生产等方面的执法监管信息")
    ['旅游市场、安全生产', '执法监管信息']
    """
    return load("announcements", Announcements)


def wording_of(text: str, start: int, end: int) -> Wording | None:
    """Return how the clause ``text[start:end]`` announces, None where it does not.

    Examples
    --------
    >>> wording_of("在安全生产方面,", 0, 7).numbered, wording_of("在安全生产方面,", 0, 4)
    (False, None)
    """
    match = _either().match(text, start, end)
    return match and announcements().clauses[match.lastindex - 1]


@cache
def _either() -> re.Pattern:
    """Return one pattern for all wordings; the group behind each of them is empty."""
    return re.compile("|".join(f"(?:{one.pattern.pattern})()" for one in announcements().clauses))
