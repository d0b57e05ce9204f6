"""Checks (核对规则): what each rule is called and says, and thresholds of those that have one."""

from functools import cache

from pydantic import BaseModel, ConfigDict

from analysis.codebook.identities import identities
from analysis.codebook.indicators import Label
from analysis.codebook.loading import load


class Rule(BaseModel):
    """A kind of check.

    Attributes
    ----------
    label, meaning : Label
        What it is called, and what is compared.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    label: Label
    meaning: Label


class Jump(BaseModel):
    """When a figure is far from that of the year before.

    Attributes
    ----------
    factor : float
        One is so many times the other, or more.
    at_least : float
        The greater of the two reaches this.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    factor: float
    at_least: float


class Checks(BaseModel):
    """The file ``checks.yaml``.

    Attributes
    ----------
    rules : dict of str to Rule
        By the first word of a rule's id.
    jump : Jump
    small : int
        A share or rate of fewer cases is marked.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    rules: dict[str, Rule]
    jump: Jump
    small: int


@cache
def checks() -> Checks:
    """Return what the checks are called.

    Examples
    --------
    >>> checks().rules["conflict"].label.zh
    '同一指标数值不一'
    """
    return load("checks", Checks)


def rule_label(rule: str) -> Label:
    """Return what a rule is called; sums and identities over years have labels of their own.

    Examples
    --------
    >>> rule_label("sum.staff").en, rule_label("scope.disclosure.total").zh
    ('Full-time and part-time against staff', '本级与下级之和与全部范围')
    """
    kind, _, name = rule.partition(".")
    own = {"sum": identities().sums, "years": identities().over_years}.get(kind, {})
    return own[name].label if name in own else checks().rules[kind].label
