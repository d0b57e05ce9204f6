"""Numbers with the interval that their words allow (数量).

A quantity is a run of digits or Chinese numerals with its multiplier, its classifier and its words
of approximation: 11余万条 is 110000 to 120000 条.
"""

import re
from collections.abc import Container
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from analysis.codebook.quantities import Approximation, quantities
from analysis.once import once

_POSITIONS = ("before", "inside", "inside", "inside", "behind")
_LONGEST = 4  # characters of a word of approximation, and one that may not stand before it
_RUN = re.compile(
    r"\d[\d.]*(?:[余多]?[万亿千百十]*[余多]?(?:[,至到—~-]?\d[\d.]*|几))+[余多万亿千百十]*"
)
_NEIGHBOURS = re.compile(r"一二|二三|三四|四五|五六|六七|七八|八九|两三")  # 三四件 is no 34
# The first digit stands outside, so that what begins with none is passed over at once.
ARABIC = r"\d(?:\d{0,2}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d*(?:\.\d+)?)"


class Amount(NamedTuple):
    """What a number says: the value named, the ends of its interval (None is open), how it is put.

    The qualifier is ``exact``, ``over``, ``under`` or ``about``.
    """

    value: Decimal
    lower: Decimal | None
    upper: Decimal | None
    qualifier: str

    @property
    def floats(self) -> tuple[float, float | None, float | None]:
        """Value, lower and upper end as binary floating-point numbers."""
        ends = (None if end is None else float(end) for end in (self.lower, self.upper))
        return float(self.value), *ends


@dataclass(eq=False)
class Quantity:
    """A number as written in a view.

    Attributes
    ----------
    start, end : int
        The digits, with a percent sign where there is one; offsets in the view.
    before, behind : int
        Where the whole expression begins and ends, words of approximation and classifier included.
    classifier : str
        条, 件 …, ``%`` for a percentage, empty where none is written.
    words : tuple
        The match of the grammar, and the word of approximation before it.
    """

    start: int
    end: int
    before: int
    behind: int
    classifier: str
    words: tuple[re.Match, str | None]

    @once
    def is_percentage(self) -> bool:
        """Tell whether it is a share or a rate, and so counts nothing."""
        return self.classifier == "%"

    @once
    def amount(self) -> Amount:
        """Return what it says."""
        stated, worth = _amount(*self.words), quantities().worth.get(self.classifier)
        if worth is None:
            return stated
        ends = (None if end is None else end * worth for end in (stated.lower, stated.upper))
        return Amount(stated.value * worth, *ends, stated.qualifier)


def find_quantities(text: str, taken: Container[int] = ()) -> list[Quantity]:
    """Return every quantity of a view's text, from left to right.

    Every run of Arabic digits is returned, but for those that begin at a place already `taken`
    (by a date, a document number …); Chinese numerals only before a classifier.

    Examples
    --------
    >>> [q] = find_quantities("累计主动公开(更新)政府信息11余万条")
    >>> int(q.amount.value), int(q.amount.upper), q.amount.qualifier, q.classifier
    (110000, 120000, 'over', '条')
    >>> [q] = find_quantities("全年市政府网站公开各类信息近万条")
    >>> int(q.amount.lower), int(q.amount.upper), q.amount.qualifier
    (9000, 10000, 'under')
    >>> [q] = find_quantities("专项经费76.10万元")
    >>> float(q.amount.value), q.classifier
    (76.1, '元')
    >>> [q] = find_quantities("网上申请占百分之五十三点三")
    >>> float(q.amount.value), q.classifier
    (53.3, '%')
    >>> [q] = find_quantities("微信公开量只占一成多")
    >>> float(q.amount.lower), float(q.amount.upper), q.classifier
    (10.0, 20.0, '%')
    """
    found, end = [], 0
    for place in _grammar().start.finditer(text):
        start = place.start()
        match = _grammar().number.match(text, start) if start >= end else None
        if match is None:
            continue
        goes_on = 0 if start in taken else _goes_on(text, match)
        if not goes_on and start not in taken:
            found.append(_quantity(match, _word_before(text, end, start)))
        end = goes_on or match.end()
    return [quantity for quantity in found if quantity is not None]


def worded(start: int, end: int, value: int, classifier: str = "") -> Quantity:
    """Return a number that a word of a view says without writing it: 翻了两番, 一是.

    Examples
    --------
    >>> int(worded(4, 8, 2, "番").amount.value)
    2
    """
    number, found = Decimal(value), Quantity(start, end, start, end, classifier, ())
    found.amount = Amount(number, number, number, "exact")
    return found


class _Grammar(NamedTuple):
    """约 | digits | 余 | 万 | 余 | % or classifier | 左右: where to look, and what for.

    The characters that words before the digits end in tell at once where none stands.
    """

    start: re.Pattern
    number: re.Pattern
    before: re.Pattern
    ends: set[str]


@cache
def _grammar() -> _Grammar:
    book = quantities()
    inside, behind = _words("inside"), _words("behind")
    numerals = "".join([*book.digits, *book.places, "万亿"])
    classifiers = _either(c for names in book.classifiers.values() for c in names)
    multiplier = _either(book.multipliers)
    number = (
        rf"(?:百分之(?P<hundredths>{ARABIC}|[{numerals}]{{1,6}}(?:点[{''.join(book.digits)}]{{1,4}})?)"
        rf"|(?<![{numerals}.、~—-])(?P<tenths>[1-9{''.join(book.digits)}])成"
        rf"(?={_either(book.behind_tenths)}|[,;:。)、和]|$)"
        rf"|(?P<arabic>{ARABIC})"
        rf"(?:(?P<percent>%|‰|个百分点)|(?P<inside>{inside})?(?P<multiplier>{multiplier})?"
        rf"(?P<inside2>{inside})?(?P<classifier>{classifiers})?)"
        rf"|(?P<chinese>[{numerals}]{{1,12}})(?P<inside3>{inside})?(?P<multiplier2>[万亿])?"
        rf"(?P<classifier2>{classifiers}))"
        rf"(?P<behind>{behind})?"
    )
    before = rf"(?:(?P<vague>{_either(book.vague)})|(?P<before>{_words('before')}))$"
    words = [
        *book.vague,
        *(w for a in book.approximations if a.position == "before" for w in a.words),
    ]
    return _Grammar(
        re.compile(rf"[0-9{numerals}](?<![0-9]{{2}})"),
        re.compile(number),
        re.compile(before),
        {word[-1] for word in words},
    )


def _either(words) -> str:
    return "|".join(sorted(map(re.escape, set(words)), key=len, reverse=True))


def _words(position: str) -> str:
    """Return the words of one position as a pattern, longest first, with what may stand before."""
    words = [(w, a) for a in quantities().approximations if a.position == position for w in a.words]
    return "|".join(
        (f"(?<![{a.not_after}])" if a.not_after else "") + re.escape(word)
        for word, a in sorted(words, key=lambda pair: len(pair[0]), reverse=True)
    )


def _word_before(text: str, end: int, start: int) -> re.Match | None:
    """Return the word of approximation or vagueness that ends where a number starts."""
    if text[start - 1 : start] not in _grammar().ends:
        return None
    match = _grammar().before.search(text, max(end, start - _LONGEST), start)
    if match and match["before"]:
        known = _approximation("before", match["before"])
        if known.before and text[start] not in known.before:
            return None  # 网上120件 is no 上百件
    return match


def _approximation(position: str, word: str) -> Approximation:
    known = quantities().approximations
    return next(a for a in known if a.position == position and word in a.words)


def _goes_on(text: str, match: re.Match) -> int:
    """Return where a run of several numbers ends that is read as none, 0 where there is no run.

    8万9千件, 3至5件, 20几件 and the misprint 1,2345条 name a number that the grammar does not read,
    so that their parts are no numbers either.
    """
    if _classifier(match):
        return 0
    run = _RUN.match(text, match.start())
    return run.end() if run and run.end() > match.end() else 0


def _quantity(match: re.Match, before: re.Match | None) -> Quantity | None:
    """Turn a match of the grammar into a quantity; None where it names no number (数百条)."""
    digits = next(n for n in ("hundredths", "tenths", "arabic", "chinese") if match[n])
    if digits == "chinese" and (
        (before and before["vague"]) or _NEIGHBOURS.search(match["chinese"])
    ):
        return None
    word = before["before"] if before else None
    return Quantity(
        start=match.start() if match["hundredths"] else match.start(digits),
        end=match.end("percent") if match["percent"] in ("%", "‰") else match.end(digits),
        before=before.start("before") if word else match.start(),
        behind=match.end(),
        classifier=_classifier(match),
        words=(match, word),
    )


def _classifier(match: re.Match) -> str:
    if match["percent"] or match["hundredths"] or match["tenths"]:
        return "%"
    return match["classifier"] or match["classifier2"] or ""


def _number(match: re.Match) -> Decimal:
    """Return the number named."""
    if match["hundredths"]:
        return _hundredths(match["hundredths"])
    if match["tenths"]:
        return _tenths(match["tenths"])
    if match["chinese"]:
        return _chinese_number(match["chinese"])[0] * _times(match["multiplier2"])
    return Decimal(match["arabic"].replace(",", "")) * _times(match["multiplier"])


def _unit(match: re.Match) -> Decimal:
    """Return the worth of the last non-zero digit of the number named."""
    if match["hundredths"]:
        return _last_digit(str(_hundredths(match["hundredths"])))
    if match["tenths"]:
        return Decimal(10)
    if match["chinese"]:
        return _chinese_number(match["chinese"])[1] * _times(match["multiplier2"])
    return _last_digit(match["arabic"].replace(",", "")) * _times(match["multiplier"])


def _times(multiplier: str | None) -> int:
    return quantities().multipliers.get(multiplier, 1)


def _hundredths(written: str) -> Decimal:
    """Read what stands behind 百分之: 五十三点三, 百, 12.5.

    Examples
    --------
    >>> [str(_hundredths(w)) for w in ("五十三点三", "百", "12.5", "三点零")]
    ['53.3', '100', '12.5', '3.0']
    """
    if written[0].isdigit():
        return Decimal(written.replace(",", ""))
    whole, _, decimals = written.partition("点")
    digits = "".join(str(quantities().digits[char]) for char in decimals)
    return Decimal(f"{chinese_number(whole)}{'.' + digits if digits else ''}")


def _tenths(written: str) -> Decimal:
    """Read what stands before 成 in percent, which is printed to the tens.

    Examples
    --------
    >>> str(_tenths("八")), int(_tenths("八")), int(_tenths("8"))
    ('8E+1', 80, 80)
    """
    return Decimal(quantities().digits.get(written) or int(written)).scaleb(1)


def _last_digit(digits: str) -> Decimal:
    """Return the worth of the last non-zero digit: 10 in 150, 0.01 in 25.87."""
    whole, _, decimals = digits.partition(".")
    if decimals.strip("0"):
        return Decimal(1).scaleb(-len(decimals.rstrip("0")))
    return Decimal(10 ** (len(whole) - len(whole.rstrip("0")))) if whole.strip("0") else Decimal(1)


def chinese_number(written: str) -> int:
    """Return what a run of Chinese numerals names.

    Examples
    --------
    >>> chinese_number("十五")
    15
    """
    return int(_chinese_number(written)[0])


def _chinese_number(written: str) -> tuple[Decimal, Decimal]:
    """Read 三百零八, 二十三, 十五, 万, with the worth of the last digit written.

    Examples
    --------
    >>> [int(_chinese_number(w)[0]) for w in ("三百零八", "二十三", "万", "十五万", "二〇一七")]
    [308, 23, 10000, 150000, 2017]
    """
    book = quantities()
    if all(char in book.digits for char in written):
        value = int("".join(str(book.digits[char]) for char in written))
        return Decimal(value), _last_digit(str(value))
    total, section, digit, unit = 0, 0, None, 1
    for char in written:
        if char in book.digits:
            digit = book.digits[char] or None
            unit = 1
        elif char in book.places:
            unit = book.places[char]
            section += (1 if digit is None else digit) * unit
            digit = None
        else:
            unit = book.multipliers[char]
            total += (section + (digit or 0) or 1) * unit
            section, digit = 0, None
    return Decimal(total + section + (digit or 0)), Decimal(unit)


def _approximations(match: re.Match, before: str | None) -> list[Approximation]:
    """Return the approximation behind each word of the match, and behind the word before it."""
    words = (before, *match.group("inside", "inside2", "inside3", "behind"))
    return [_approximation(p, word) for p, word in zip(_POSITIONS, words, strict=True) if word]


def _amount(match: re.Match, before: str | None) -> Amount:
    """Return what a number says; contradictory words leave both ends open."""
    value, approximations = _number(match), _approximations(match, before)
    if not approximations and match["tenths"]:
        return Amount(value, None, None, "about")  # nobody counts in tenths
    if not approximations:
        return Amount(value, value, value, "exact")
    qualifiers = {a.qualifier for a in approximations}
    if len(qualifiers) > 1:
        return Amount(value, None, None, "about")
    unit = _unit(match)
    ends = [_ends(value, unit, a.reach) for a in approximations]
    opens_up = any(upper is None for _, upper in ends)
    opens_down = any(lower is None for lower, _ in ends)
    lower = None if opens_down else min(lower for lower, _ in ends)
    upper = None if opens_up else max(upper for _, upper in ends)
    return Amount(value, lower, upper, qualifiers.pop())


def _ends(value: Decimal, unit: Decimal, reach: str):
    return {
        "up_one_digit": (value, value + unit),
        "down_a_tenth": (value * Decimal("0.9"), value),
        "open_up": (value, None),
        "open_down": (None, value),
        "open": (None, None),
    }[reach]
