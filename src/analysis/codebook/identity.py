"""Whose report it is (报告主体): phrases, offices, periods and forms."""

import re
from functools import cache

from pydantic import BaseModel, ConfigDict, Field

from analysis.codebook.loading import load


class Phrase(BaseModel):
    """A phrase that names something, with a sentence as published."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    where: str = "opening"
    pattern: re.Pattern
    example: str


class Form(BaseModel):
    """A national form: the reporting years it was in use, and labels of its rows."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    first: int = Field(alias="from")
    until: int
    name: str
    labels: tuple[str, ...]


class Identity(BaseModel):
    """The whole file; see the comments there."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    bearers: tuple[Phrase, ...]
    government: re.Pattern
    general_office: re.Pattern
    township: re.Pattern
    zone: re.Pattern
    department: re.Pattern
    central: re.Pattern
    national: re.Pattern
    placeless: re.Pattern
    whole: tuple[str, ...]
    itself: tuple[str, ...]
    period: tuple[Phrase, ...]
    form: tuple[Form, ...]


@cache
def identity() -> Identity:
    """Return what names tell about a body.

    Examples
    --------
    >>> bool(identity().township.search("尹集乡人民政府"))
    True
    """
    return load("identity", Identity)
