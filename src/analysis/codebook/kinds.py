"""Which runs of digits are no quantity (数字的种类)."""

import re
from functools import cache
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from analysis.codebook.loading import load

_DIGITS = "0-9"
Kind = Literal["date", "document_number", "ordinal", "contact", "name"]


class KindPattern(BaseModel):
    """One wording around digits, with a published example and a counter-example."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    kind: Kind
    begins: str = _DIGITS
    pattern: str
    example: str | int
    counter_example: str | None = Field(default=None, alias="not")


@cache
def kinds() -> list[KindPattern]:
    """Return the patterns, those that decide first before the others."""
    return load("kinds", list[KindPattern])


@cache
def kind_pattern() -> re.Pattern:
    """Return one pattern for all kinds; the name of the last group begins with the kind.

    The group is empty and stands behind the wording, so that a wording is given up at once where
    its first character is not there; none is tried where no wording begins with what is.
    """
    by_digit = [rule for rule in kinds() if re.match(f"[{rule.begins}]", "0")]
    by_sign = [rule for rule in kinds() if rule.begins != _DIGITS]
    signs = "".join(rule.begins for rule in by_sign)
    return re.compile(
        rf"(?=[{_DIGITS}{signs}])"
        rf"(?:(?=\d)(?:{_either(by_digit, 'd')})|(?!\d)(?:{_either(by_sign, 's')}))"
    )


def kind_of(match: re.Match) -> str:
    """Return the kind of what `kind_pattern` matches.

    Examples
    --------
    >>> kind_of(kind_pattern().search("邮编:450003"))
    'contact'
    """
    return match.lastgroup.rpartition("_")[0]


def _either(rules: list[KindPattern], first: str) -> str:
    return "|".join(
        f"(?:{rule.pattern})(?P<{rule.kind}_{first}{i}>)" for i, rule in enumerate(rules)
    )
