"""Whose figure it is (范围): the scope words of each level, and the shapes of names."""

import re
from functools import cache
from typing import Literal

import bracex
from pydantic import BaseModel, ConfigDict

from analysis.codebook.loading import load

Scope = Literal["all", "municipal", "county", "above"]


class ScopeWords(BaseModel):
    """Words for one scope, each with an example, for bodies of some levels (else of all)."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    scope: Scope
    levels: list[str] = []
    forms: dict[str, str]


class NamePattern(BaseModel):
    """The shape of a name, with a published example."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    ends_in: re.Pattern
    pattern: re.Pattern
    example: str


class Scopes(BaseModel):
    """The file ``scopes.yaml``; its comments explain each key."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    words: list[ScopeWords]
    short_offices: dict[str, str]
    signs_of_levels: dict[str, str]
    signs_of_parts: dict[str, str]
    accounts_of_others: list[str]
    supervisors: list[str]
    of_nobody: dict[str, str]
    members: dict[str, str]
    trades: list[str]
    portals: NamePattern
    accounts: NamePattern
    counted: NamePattern
    below: NamePattern
    systems: NamePattern
    pages: NamePattern
    gazettes: NamePattern
    branches: NamePattern
    service_centres: NamePattern
    offices: NamePattern
    places: NamePattern


@cache
def scopes() -> Scopes:
    """Return the scope words and the shapes of names."""
    return load("scopes", Scopes)


@cache
def scope_words(level: str) -> dict[str, str]:
    """Map each scope word that a body of `level` uses to its scope.

    Examples
    --------
    >>> scope_words("prefecture")["县级部门"], scope_words("county")["县级部门"]
    ('county', 'municipal')
    """
    groups = [group for group in scopes().words if not group.levels or level in group.levels]
    return {
        word: group.scope
        for group in groups
        for form in group.forms
        for word in bracex.expand(form, limit=5000)
    }
