"""Figures in a row (并列数字): on one level, as many as agree with their whole."""

from collections.abc import Iterable, Sequence
from itertools import takewhile

from analysis.facts.claims.said import Said, agree
from analysis.facts.quantities import Quantity

_PLAUSIBLE = 0.7, 1.4  # how far a sum may be from its whole to be meant as its parts


def on_level(said: Said, following: Iterable[Quantity]) -> list[Quantity]:
    """Return the figures on the level of the first, without those that are parts of them."""
    found: list[Quantity] = []
    nested, level = False, 0
    for quantity in following:
        depth = said.depth(quantity.start)
        level = level if found else depth
        if depth < level:
            break
        stops = bool(found) and ";" in said.text[found[-1].behind : quantity.before]
        begins = bool(found) and depth == level and said.is_part(quantity)
        nested = (nested and not stops) or begins  # 28件(其中…9件、…19件),无法提供52件: not nested
        if depth == level and not nested:
            found.append(quantity)
    return found


def agreeing(said: Said, whole: Quantity, parts: Sequence[Quantity]) -> list[Quantity]:
    """Return the first of some parts that make up a whole, as many as do; two at least."""
    for row in (parts, _without_parts(said, parts)):
        runs = (list(row[:end]) for end in range(len(row), 1, -1))
        if found := next((run for run in runs if agree(said.text, whole, run)), []):
            return found
    return []


def _without_parts(said: Said, row: Sequence[Quantity]) -> list[Quantity]:
    """Return figures without those that make up the one before them.

    不予公开4宗——涉及商业秘密3宗、个人隐私1宗: of the four the others are parts.
    """
    found, place = [], 0
    while place < len(row):
        found.append(row[place])
        rest = row[place + 1 :]
        ends = (n for n in range(len(rest), 1, -1) if agree(said.text, row[place], rest[:n]))
        place += 1 + next(ends, 0)
    return found


def until(whole: Quantity, parts: list[Quantity]) -> list[Quantity]:
    """Return the parts up to where their whole is told again: 州直与县市合计即上述323件."""
    return list(takewhile(lambda part: part.amount != whole.amount, parts))


def up_to_semicolon(said: Said, run: list[Quantity]) -> list[Quantity]:
    """Return the figures of a row that stand before a semicolon."""
    return [q for q in run if ";" not in said.text[run[0].start : q.start]]


def is_plausible(whole: Quantity, parts: Iterable[Quantity]) -> bool:
    """Tell whether figures are large enough, and not too large, to be meant as all parts."""
    least, most = _PLAUSIBLE
    total = float(sum(part.amount.value for part in parts))
    return least * float(whole.amount.value) < total < most * float(whole.amount.value)
