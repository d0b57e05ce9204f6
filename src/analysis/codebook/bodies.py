"""How the names of bodies are made, and what stands for the body that reports (机构名称)."""

import re
from functools import cache
from typing import Literal

from pydantic import BaseModel, ConfigDict

from analysis.codebook.loading import load


class NameShape(BaseModel):
    """The shape of a name, with a published example."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    pattern: re.Pattern
    example: str


class Bodies(BaseModel):
    """The file ``bodies.yaml``; its comments explain each key."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    governments: NameShape
    offices: NameShape
    schools: NameShape
    hospitals: NameShape
    zones: NameShape
    trades: NameShape
    general_offices: NameShape
    own_groups: NameShape
    leading_groups: NameShape
    rooms: NameShape
    own_words: NameShape
    own_subjects: dict[Literal["schools", "hospitals"], list[str]]


@cache
def bodies() -> Bodies:
    """Return the shapes of names.

    Examples
    --------
    >>> bool(bodies().zones.pattern.search("滨澜经济开发区"))
    True
    """
    return load("bodies", Bodies)
