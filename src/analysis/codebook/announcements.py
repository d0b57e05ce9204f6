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
