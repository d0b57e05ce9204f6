"""Offices and places that a figure is said of by name (点名的部门和地方)."""

from collections.abc import Iterable
from functools import cache

from analysis.codebook.scopes import scopes
from analysis.facts.fields import Field, is_mute
from analysis.facts.lexing import Token
from analysis.facts.scoping import ALL, Scope, names, stated_scope

_LEAD_IN = 4  # words before a name that only lead to it: 分别涉及红旗区2件


def named_subject(words: Field, body: str) -> Scope | None:
    """Return the office or platform that the own words begin with (市政府办公室受理23件).

    The words between its name and the number must all be known. The reporting body itself is the
    whole: 省教育厅 in the report of 湖北省教育厅.
    """
    if words.sentence.unknown(words.begin, words.quantity.before):
        return None
    return subject_of(words.own, body)


def subject_of(words: Iterable[Token], body: str) -> Scope | None:
    """Return the office or platform whose name is the first telling word."""
    first = next((token for token in words if not is_mute(token)), None)
    if first is None or not first.name:
        return None
    own_name = first.name.removesuffix("办事处")  # 街道办事处 in the report of 长延堡街道
    return ALL if body.endswith(own_name) else Scope("unit", first.name)


@cache
def _endings() -> tuple[str, ...]:
    return tuple(scopes().offices.ends_in + scopes().places.ends_in)


def named_unit(words: Field) -> Scope | None:
    """Return the office or place if the own words are nothing but its name (辉县市15件)."""
    written = words.sentence.text[words.begin : words.quantity.before].strip("、,和及与“”有为共()")
    may_be_name = written.endswith(_endings()) and not stated_scope(words.own)
    found = names(written) if may_be_name else []
    if len(found) != 1:
        return None
    lead_in = written.rpartition(found[0])[0]
    only_leads = len(lead_in) <= _LEAD_IN or lead_in.endswith(("为", "是", ":"))
    return Scope("unit", found[0]) if only_leads else None
