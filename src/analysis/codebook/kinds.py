"""Which runs of digits are no quantity (数字的种类)."""

import re
from functools import cache
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from analysis.codebook.loading import load

Kind = Literal["date", "document_number", "ordinal", "contact", "name"]


class KindPattern(BaseModel):
    """One wording around digits, with a published example and a counter-example."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    kind: Kind
    begins: Literal["digit", "sign", "either"] = "digit"
    pattern: str
    example: str | int
    counter_example: str | None = Field(default=None, alias="not")


@cache
def kinds() -> list[KindPattern]:
    """Return the patterns, those that decide first before the others."""
    return load("kinds", list[KindPattern])


@cache
def kind_pattern() -> re.Pattern:
    """Return one pattern for all kinds; the name of the last group ends in the rule's index.

    The group is empty and stands behind the wording, so that a wording is given up at once where
    its first character is not there; most are not even tried where no digit is.
    """
    return re.compile(rf"(?=\d)(?:{_beginning_with('digit')})|(?!\d)(?:{_beginning_with('sign')})")


def _beginning_with(first: str) -> str:
    rules = [(i, rule) for i, rule in enumerate(kinds()) if rule.begins in (first, "either")]
    return "|".join(f"(?:{rule.pattern})(?P<{first[0]}{i}>)" for i, rule in rules)
