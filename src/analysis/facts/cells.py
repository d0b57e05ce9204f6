"""What a cell of a form says (单元格): a number, a blank, a sign or words, each kept apart."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from analysis.codebook.cells import cells
from analysis.codebook.quantities import quantities
from analysis.facts.quantities import ARABIC, Amount, find_quantities
from analysis.facts.view import view

# Digits that letter spacing or a thin space for the thousands part; 12 34 may be two numbers.
_SPACED = re.compile(r"\d(?: \d)+|\d{1,3}(?: \d{3})+")
_UNIT = re.compile("[(（:：]([^()（）:：]*)[)）]?$")


@dataclass(frozen=True, slots=True)
class Said:
    """What a cell says.

    Attributes
    ----------
    kind : str
        ``number``, ``blank``, ``text``, or one of the signs: ``slash``, ``dash``, ``none``,
        ``not_applicable``. Only a number is a value; a blank is no zero.
    amount : Amount or None
        Of a number, in its own unit.
    unit : str
        What follows the number (件, 万元), empty where nothing does.
    """

    kind: str
    amount: Amount | None = None
    unit: str = ""


def said(words: str, signed: bool = False) -> Said:
    """Read a cell.

    Parameters
    ----------
    words : str
        As published.
    signed : bool
        Whether it may hold a change (增3, -2).

    Examples
    --------
    >>> [said(w).kind for w in ("", "0", "/", "——", "无", "不适用", "详见附件", "1,2345")]
    ['blank', 'number', 'slash', 'dash', 'none', 'not_applicable', 'text', 'text']
    >>> [int(said(w).amount.value) for w in ("３，００１", "1 302", "6 4", "251000元")]
    [3001, 1302, 64, 251000]
    >>> int(said("减2", signed=True).amount.value), said("-2").kind
    (-2, 'text')
    """
    folded = view(words, 0, len(words)).text
    if not folded:
        return Said("blank")
    sign = next((kind for kind, known in cells().signs.items() if folded in known), None)
    if sign:
        return Said(sign)
    sense, digits = _change(folded) if signed else (1, folded)
    digits = digits.replace(" ", "") if _SPACED.fullmatch(digits) else digits
    found = _number(digits)
    return Said("number", _times(found.amount, sense), found.unit) if found else Said("text")


def _change(folded: str) -> tuple[int, str]:
    """Return the sense of a change and what follows its sign."""
    known = sorted(cells().changes, key=len, reverse=True)
    sign = next((one for one in known if folded.startswith(one)), "")
    return cells().changes.get(sign, 1), folded.removeprefix(sign)


def _number(folded: str) -> Said | None:
    """Return the number that a cell consists of, with its unit, None where it says more or less."""
    match = _plain().fullmatch(folded)
    if match:
        value = Decimal(match["digits"].replace(",", ""))
        times = quantities().multipliers.get(match["times"], 1)
        return Said(
            "number", Amount(value * times, value * times, value * times, "exact"), match["unit"]
        )
    found = find_quantities(folded)
    whole = len(found) == 1 and (found[0].before, found[0].behind) == (0, len(folded))
    counts = whole and not found[0].is_percentage and found[0].classifier not in cells().money
    return Said("number", found[0].amount, found[0].classifier) if counts else None


@cache
def _plain() -> re.Pattern:
    """Return the pattern of a number with nothing but its unit behind it."""
    counted = [c for known in quantities().classifiers.values() for c in known]
    units = "|".join(sorted({*counted, *cells().money}, key=len, reverse=True))
    return re.compile(rf"(?P<digits>{ARABIC})(?:(?P<times>[万亿])(?!元))?(?P<unit>(?:{units})?)")


def _times(amount: Amount, sense: int) -> Amount:
    if sense == 1:
        return amount
    ends = (None if end is None else end * sense for end in (amount.upper, amount.lower))
    return Amount(amount.value * sense, *ends, amount.qualifier)


def unit_in(words: str) -> str:
    """Return the unit of money that a label names (本年收费金额（单位：万元）), empty where none.

    Examples
    --------
    >>> unit_in("本年收费金额（单位：万元）"), unit_in("万元"), unit_in("采购总金额")
    ('万元', '万元', '')
    """
    folded = view(words, 0, len(words)).text
    inside = _UNIT.search(folded)
    named = (folded, inside[1] if inside else "")
    return next((one for one in named if one in cells().money), "")
