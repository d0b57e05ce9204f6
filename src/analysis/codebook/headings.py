"""Section names (标题) of reports, and the statements that no heading makes."""

import re
from functools import cache

from pydantic import BaseModel, ConfigDict

from analysis.codebook.loading import load


class Topic(BaseModel):
    """What a section is about.

    Attributes
    ----------
    level : int
        Its usual depth, 1 for a chapter.
    words : tuple of str
        Words that name it.
    example : str
        A heading as published.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    level: int
    words: tuple[str, ...]
    example: str


class Statement(BaseModel):
    """Words that state a fact, so that a line with them is no heading."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    pattern: re.Pattern
    example: str


class Headings(BaseModel):
    """The whole file."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    topics: dict[str, Topic]
    endings: tuple[str, ...]
    statements: tuple[Statement, ...]


@cache
def headings() -> Headings:
    """Return the names of sections.

    Examples
    --------
    >>> headings().topics["fees"].level
    1
    """
    return load("headings", Headings)


def usual_level(name: str) -> int | None:
    """Return the usual depth of a section so named, None where it is no known name.

    Examples
    --------
    >>> usual_level("政府信息公开的收费及减免情况")
    1
    >>> usual_level("全市各地各部门坚持信息发布以群众看得到为目的") is None
    True
    """
    if not name.endswith(headings().endings):
        return None
    topics = headings().topics.values()
    named = (topic.level for topic in topics if any(word in name for word in topic.words))
    return min(named, default=None)


def states_a_fact(words: str) -> bool:
    """Tell whether the words state something, as no heading does.

    Examples
    --------
    >>> states_a_fact("无因政府信息公开申请提起行政复议和行政诉讼情况发生")
    True
    >>> states_a_fact("2017年政府信息公开工作要点落实情况")
    False
    """
    return any(statement.pattern.search(words) for statement in headings().statements)
