"""Signatures (落款): the short lines at the end of a report that belong to it."""

import re
from functools import cache

from pydantic import BaseModel, ConfigDict

from analysis.codebook.loading import load


class Signature(BaseModel):
    """A kind of short line that closes a report, with one as published."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    label: str
    pattern: re.Pattern
    example: str


@cache
def signatures() -> tuple[Signature, ...]:
    """Return the rules in the order in which they are tried."""
    return load("signatures", tuple[Signature, ...])


def signature_of(words: str) -> str:
    """Return what a line without white space closes a report with, empty where nothing.

    Examples
    --------
    >>> signature_of("乐陵市电子政务办公室"), signature_of("端午临近“粽”味飘香")
    ('issuer', '')
    """
    return next((s.label for s in signatures() if s.pattern.match(words)), "")
