"""How many items are announced, and which are named (五项制度,即…; 三个方面:一是…)."""

import re
from collections.abc import Iterator
from functools import cache

from analysis.codebook.claims import claims
from analysis.facts.claims.said import Part, Said, number
from analysis.facts.claims.words import NUMBER, either
from analysis.facts.quantities import Quantity, worded

_ORDINALS = "一二三四五六七八九十"
_ALONE = r"(?<![第前每、和至到一二三四五六七八九十百\d])"  # 一、三类 and 第三类 are no three
_NOUN = 4  # characters of what is announced, where no 以下 says that it follows
_ASTRAY = 1  # how far a number of figures may be miscounted: 20个单位分别报送预算表、决算表 is none
_LAST = 2  # characters of a noun that the names of all items end with
_TITLE = re.compile("《[^《》]+》|“[^“”]+”")
_JOINING = re.compile("以及|[和及与]")


def items(text: str) -> Iterator[Part]:
    """Yield the items that a paragraph announces by their number and names one by one.

    Of 一是…二是… fewer than announced may go on in the next paragraph, where they end this one.

    Parameters
    ----------
    text : str
        Of a view.

    Examples
    --------
    >>> [one] = items("落实三项制度,即保密审查制度、考核制度。")
    >>> int(one.stated.amount.value), len(one.terms)
    (3, 2)
    """
    if not _announcing().search(text):
        return
    if any(f"一{mark}" in text for mark in claims().marks):
        yield from _in_order(text)
    if any(word in text for word in claims().turns_of):
        yield from _in_turn(text)
    if any(word in text for word in claims().naming):
        yield from _by_name(text)
    if "》" in text or "”" in text:
        yield from _by_title(text)


def _in_order(text: str) -> Iterator[Part]:
    for match in _numbered().finditer(text):
        places = _ordinals(text, match.start("first"), match["mark"])
        stated = _announced(match)
        near = len(match["noun"]) <= _NOUN and match["stop"] == ","
        follows = match["below"] or near or match["stop"] in ":。"
        ended = len(places) > 2 or _goes_on(text, places[-1])
        ended = ended or len(places) >= stated.amount.value
        if follows and len(places) > 1 and ended and stated.amount.value > 1:
            yield _part(stated, places, 1 + len(match["mark"]))


def _in_turn(text: str) -> Iterator[Part]:
    """Yield items told one after the other: 四个环节:首先…;其次…;再次…."""
    words = claims().turns_of
    for match in _told_in_turn().finditer(text):
        places, end = [match.end() - len(match["first"])], text.find("。", match.end())
        for word in list(words)[1:]:
            if (place := text.find(word, places[-1], end)) > 0:
                places.append(place)
        if len(places) > 1:
            yield _part(_announced(match), places, _LAST)


def _goes_on(text: str, last: int) -> bool:
    """Tell whether something else is said in the paragraph behind the sentence of the last item."""
    return bool(text[text.find("。", last) + 1 :].strip()) and "。" in text[last:]


def _by_name(text: str) -> Iterator[Part]:
    for match in _naming().finditer(text):
        nouns = match["noun"][-_LAST:], match["noun"][:_LAST]  # 三类目录, 三类目录进行了调整
        ends = max((_named(match["names"], noun) for noun in nouns), key=len)
        if len(ends) > 1:
            begin = match.start("names") - _LAST
            yield _part(_announced(match), [begin + end for end in ends], _LAST)


def _by_title(text: str) -> Iterator[Part]:
    """Yield titles or quoted names that stand in a row: 三个文件:《…办法》《…办法》和《…规定》."""
    for match in _titled().finditer(text):
        titles = list(_TITLE.finditer(text, *match.span("titles")))
        if len(titles) > 1:
            found = tuple(worded(*title.span(), 1) for title in titles)
            yield Part("items", _announced(match), found)


def counted(said: Said) -> Iterator[Part]:
    """Yield the figures that are counted for as many items: 三种方式分别收到21件、9件和4件."""
    for group in said.listed(said.quantities):
        match = _each().search(said.text, said.sentence.start, group[0].before)
        if match and len(group) > 1 and _ends(said.text, group[-1]):
            stated = _announced(match)
            if abs(len(group) - stated.amount.value) <= _ASTRAY:
                yield Part("items", stated, tuple(group))


def _ends(text: str, last: Quantity) -> bool:
    """Tell whether a list of figures ends with one: no 等, and no other with its own name."""
    behind = text[last.behind : last.behind + 2]
    return not behind or (behind[0] in ",;。" and not behind[1:].isdigit())


def _announced(match: re.Match) -> Quantity:
    return worded(*match.span("number"), number(match["number"]))


def _part(stated: Quantity, places: list[int], length: int) -> Part:
    return Part("items", stated, tuple(worded(one, one + length, 1) for one in places))


def _ordinals(text: str, first: int, mark: str) -> list[int]:
    """Return where 一是, 二是 … stand, up to a gap or another beginning."""
    again = text.find(f"一{mark}", first + 1)
    end, places = again if again > 0 else len(text), [first]
    for ordinal in _ORDINALS[1:]:
        match = re.compile(rf"(?<=[,;:。、(]){ordinal}{re.escape(mark)}").search(
            text, places[-1], end
        )
        if match is None:
            break
        places.append(match.start())
    return places


def _named(listed: str, noun: str) -> list[int]:
    """Return where the names of a list end, none where one has another noun."""
    ends, begin = [], 0
    for name in listed.split("、"):
        halves = _JOINING.split(name)
        joined = len(halves) > 1
        if not name.endswith(noun) or (joined and not all(h.endswith(noun) for h in halves)):
            return []
        ends += [begin + match.end() for match in re.finditer(f"{noun}(?=以及|[和及与]|$)", name)]
        begin += len(name) + 1
    return ends


@cache
def _announcing() -> re.Pattern:
    """Return what all the patterns below hold, at a fraction of what they cost."""
    return re.compile(rf"[{_ORDINALS}两\d](?:{either(claims().units)})")


@cache
def _numbered() -> re.Pattern:
    book = claims()
    return re.compile(
        rf"(?P<below>{either(book.below)})?{_ALONE}{NUMBER}(?:{either(book.units)})"
        rf"(?P<noun>[^,;:。]{{0,15}})(?P<stop>[,:。])\(?(?P<first>一(?P<mark>{either(book.marks)}))"
    )


@cache
def _naming() -> re.Pattern:
    book = claims()
    noun = rf"(?P<noun>[一-龥]{{2,9}})[,:(]?(?:{either(book.naming)})"
    return re.compile(
        rf"{_ALONE}{NUMBER}(?:{either(book.units)}){noun}(?P<names>[^,;:。()]+)(?=[,;。)]|$)"
    )


@cache
def _each() -> re.Pattern:
    book = claims()
    return re.compile(
        rf"{_ALONE}{NUMBER}(?:{either(book.units)})[一-龥]{{0,6}}?"
        rf"(?:{either(book.series)})(?:(?![和及与])[一-龥]){{0,8}}$"
    )


@cache
def _titled() -> re.Pattern:
    book = claims()
    noun = rf"[^,;:。()《》“”\d]{{1,10}}(?:[:(]|,?(?:{either(book.naming)}):?)"
    row = rf"(?:(?:{_TITLE.pattern})(?:、|以及|[和及与])?)+"
    return re.compile(rf"{_ALONE}{NUMBER}(?:{either(book.units)}){noun}(?P<titles>{row})(?![等、])")


@cache
def _told_in_turn() -> re.Pattern:
    book = claims()
    first = next(iter(book.turns_of))
    return re.compile(
        rf"{_ALONE}{NUMBER}(?:{either(book.units)})[^,;:。\d]{{0,15}}[:,。](?P<first>{first})"
    )
