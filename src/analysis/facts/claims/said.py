"""A sentence with the roles that its numbers have: growth, of the year before, counts."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from analysis.codebook.claims import Division, claims, divisions_of, parts_in
from analysis.codebook.quantities import quantities
from analysis.facts.claims.words import then, times, words
from analysis.facts.fields import Link
from analysis.facts.lexing import Token, tokens
from analysis.facts.quantities import Quantity, chinese_number
from analysis.facts.sentences import Sentence
from analysis.once import once

_EXACT = 1e-6
_NEAR = 2  # sentences before, in which the whole of a share may stand unnamed
_ROUGHLY = 0.2  # how far 翻一番 may be from twice
_DECIMALS = re.compile(r"\d[\d,]*(?:\.(\d+))?[余多]?([万亿]?)")
_JOINED = ("和", "、", "及", "与", ",", "以及")
_HAN = re.compile("(?![和及与])[一-龥]")
_STOP = re.compile("[,;:。()]")
_SEVERAL_YEARS = re.compile(r"20\d{2}年?度?[至到~—、,和及与-]20\d{2}年")
LEVELS = {"municipal", "county"}
_WORTH = {"": 1.0, "万": 1e4, "亿": 1e8}


class Part(NamedTuple):
    """A claim of a sentence, its numbers as quantities; fields are those of `records.Claim`."""

    kind: str
    stated: Quantity
    terms: tuple[Quantity, ...]
    wholes: tuple[Quantity, ...] = ()
    relation: str = ""
    sign: int = 1
    named: bool = False


class Said:
    """One sentence with the roles that its numbers have.

    Attributes
    ----------
    sentence, text, quantities
        The sentence, the view's text and the numbers of the sentence.
    past : sequence of Said
        The sentences before that may be meant, in their order.
    wholes : dict of int to Quantity
        What figures are parts of, by their start, as far as the paragraph was read.
    links : mapping of int to Link
        What the numbers of the paragraph were linked to.
    year : int
        The year reported on.
    """

    def __init__(
        self, sentence: Sentence, past: "Sequence[Said]", links: Mapping[int, Link], year: int
    ) -> None:
        self.sentence, self.text, self.links = sentence, sentence.text, links
        self.quantities, self.past, self.year = sentence.quantities, past, year
        self.wholes: dict[int, Quantity] = past[-1].wholes if past else {}
        self._leads: dict[int, str] = past[-1]._leads if past else {}
        begins = [sentence.start, *(q.behind for q in self.quantities)]
        for quantity, begin in zip(self.quantities, begins, strict=False):
            self._leads[quantity.start] = self.text[begin : quantity.before]
        self._sums: dict[int, re.Match | None] = {}

    @once
    def growths(self) -> dict[int, str]:
        """Return the word that makes a number the growth of another, by its start."""
        return {q.start: word for q in self.quantities if (word := self._growth(q))}

    @once
    def then(self) -> set[int]:
        """Return the starts of the figures of the year before."""
        past = [q for q in self.quantities if self._is_of_last_year(q) or self._was(q)]
        return {q.start for q in past if q.start not in self.growths}

    @once
    def first_parts(self) -> set[int]:
        """Return the starts of the figures that are the first of some parts."""
        return {q.start for q in self.quantities if self._begins_parts(q)}

    def _growth(self, quantity: Quantity) -> str:
        """Return the word that makes a number the growth of another, empty where none does."""
        match = words().growth.search(self.lead(quantity))
        if match or not self.text.startswith(claims().times, quantity.end):
            return match["word"] if match else ""
        clause = self.text[self.sentence.start : quantity.before]
        return next(iter(times(self.year).findall(clause)), "")

    def _is_of_last_year(self, quantity: Quantity) -> bool:
        """Tell whether a number is of the year before, which is not the last of several years."""
        lead = self.lead(quantity)
        if not then(self.year).search(lead) or _SEVERAL_YEARS.search(lead):
            return False
        told = self.tokens(quantity.before - len(lead), quantity.before)
        return not any(t.has("carried") or t.has("relation", "carried") for t in told)

    def _was(self, quantity: Quantity) -> bool:
        """Tell whether a number is said to have become the next one: 由18个增加到36个."""
        later = next((q for q in self.quantities if q.start > quantity.start), None)
        became = later and words().change.search(self.lead(later))
        return bool(became and words().from_.search(self.lead(quantity)))

    def lead(self, quantity: Quantity) -> str:
        """Return the words between the number before in its sentence and this one."""
        return self._leads[quantity.start]

    @once
    def divisions(self) -> list[Division]:
        """Return the divisions that words of the sentence, or the one before, belong to."""
        before = self.past[-1].parts_named if self.past else frozenset()
        return divisions_of(self.parts_named | before)

    @once
    def parts_named(self) -> frozenset[tuple[int, int]]:
        """Return the parts of divisions that words of the sentence name."""
        return parts_in(self.text[self.sentence.start : self.sentence.end])

    @once
    def names_levels(self) -> bool:
        """Tell whether it names a city or county itself and those below it: 市本级, 各县区."""
        return {v for t in self.sentence.tokens for v in t.values("scope")} >= LEVELS

    @once
    def earlier(self) -> list[Quantity]:
        """Return the figures of the year in the sentences before, in their order."""
        return [q for said in self.past for q in said.counted]

    def counts(self, end: int) -> list[Quantity]:
        """Return the figures of the year that stand before a place."""
        return [q for q in self.counted if q.start < end]

    @once
    def counted(self) -> list[Quantity]:
        """Return the figures of the year: no growth, no share, not of the year before."""
        aside = self.then | self.growths.keys()
        found = [q for q in self.quantities if not q.is_percentage and q.start not in aside]
        return [q for q in found if self._counts(q) and not self._is_of_other_years(q)]

    def _counts(self, quantity: Quantity) -> bool:
        """Tell whether a number counts something, as the 10 of 10县市受理123件 does not.

        A unit that nobody knows stands behind several: 1307.1公顷,含耕地1037.7公顷.
        """
        if quantity.classifier or not _HAN.match(self.text, quantity.behind):
            return True
        unit = self.text[quantity.behind : quantity.behind + 2]
        return any(
            one is not quantity and self.text.startswith(unit, one.behind)
            for one in self.quantities
        )

    def _is_of_other_years(self, quantity: Quantity) -> bool:
        """Tell whether a number is of another year, or of many together (2008年以来累计7204条)."""
        lead = self.lead(quantity)
        if not words().other_years.search(lead):
            return False
        clause = lead[max(lead.rfind(stop) for stop in ",;:()。") + 1 :]
        named = set(words().other_years.findall(clause)) - {f"{self.year}年"}
        return bool(named) and not _SEVERAL_YEARS.search(clause)

    def depth(self, place: int) -> int:
        """Return in how many parentheses a place of the sentence stands."""
        start = self.sentence.start
        return self.text.count("(", start, place) - self.text.count(")", start, place)

    def note(self, found: Part) -> None:
        """Remember of figures what they are parts of, which no later one may claim."""
        for part in found.terms if found.relation != "near" else ():
            self.wholes.setdefault(part.start, found.stated)

    def is_count(self, quantity: Quantity) -> bool:
        """Tell whether a number is a figure of the year."""
        return quantity in self.counted

    def tokens(self, start: int, end: int) -> list[Token]:
        """Return the known words of a stretch."""
        return [t for t in self.sentence.tokens if start <= t.start and t.end <= end]

    def known(self, written: str) -> list[Token]:
        """Return the known words of something written."""
        return tokens(written, self.sentence.level)

    def clause(self, quantity: Quantity) -> str:
        """Return the words before a number since the number, comma or parenthesis before it."""
        return _STOP.split(self.lead(quantity))[-1]

    def adds_up(self, quantity: Quantity) -> re.Match | None:
        """Return the words before a number that make it a sum: 三家合计, 全年共收到申请."""
        if quantity.start not in self._sums:
            said = self.text[self.sentence.start : quantity.before]
            self._sums[quantity.start] = words().sum.fullmatch(_STOP.split(said)[-1])
        return self._sums[quantity.start]

    def is_sum(self, quantity: Quantity) -> bool:
        """Tell whether a word makes a number the sum of others: 共, 三家合计."""
        told = self.adds_up(quantity)
        return bool(told and (told["word"] or told["number"]))

    def is_part(self, quantity: Quantity) -> bool:
        """Tell whether a number is the first of some parts: 其中网上申请64件, 在96件中,…2件."""
        return quantity.start in self.first_parts

    def _begins_parts(self, quantity: Quantity) -> bool:
        lead = self.lead(quantity)
        return lead.startswith(words().within) or bool(words().part.search(lead))

    def is_whole(self, quantity: Quantity) -> bool:
        """Tell whether a count is named as the whole of a share: 占受理总数120件的53.3%."""
        return bool(words().share.search(self.lead(quantity)))

    def listed(self, numbers: Iterable[Quantity]) -> list[list[Quantity]]:
        """Return numbers in groups of those that are listed together: 31件、40件和52件."""
        groups: list[list[Quantity]] = []
        for number in numbers:
            if groups and self.text[groups[-1][-1].behind : number.before] in _JOINED:
                groups[-1].append(number)
            else:
                groups.append([number])
        return groups


def wholes_of(said: Said, part: Quantity, parts: Sequence[Quantity]) -> Iterator[Quantity]:
    """Yield what a part may be a part of, beside other parts: before it, or a sum behind it."""
    own = [q for q in said.counted if q.start < part.start or said.adds_up(q)]
    own = [q for q in own if of_a_kind(q, part)]
    near = [q for past in said.past[-_NEAR:] for q in past.counted]
    near = [q for q in near if q.classifier == part.classifier]
    for quantity in (*reversed(own), *reversed(near)):
        if quantity.amount.value >= part.amount.value and quantity not in parts:
            yield quantity


def of_a_kind(one: Quantity, other: Quantity) -> bool:
    """Tell whether two figures count the same kind of thing: 件 and 宗; 31、40、52件 all do."""
    return one.classifier == other.classifier or _alike(one.classifier, other.classifier)


@cache
def _alike(one: str, other: str) -> bool:
    classes = quantities().classifiers.values()
    return not (one and other) or any({one, other} <= set(group) for group in classes)


def agree(text: str, whole: Quantity, parts: Iterable[Quantity]) -> bool:
    """Tell whether figures add up to another one, as far as their last printed digits tell."""
    parts = list(parts)
    within = sum(step(text, one) for one in (whole, *parts)) / 2
    apart = whole.amount.value - sum(part.amount.value for part in parts)
    return abs(float(apart)) <= within + _EXACT


def number(written: str) -> int:
    """Return what a small number names, in digits or in Chinese numerals."""
    return int(written) if written.isdigit() else chinese_number(written)


def step(text: str, quantity: Quantity) -> float:
    """Return the worth of the last digit printed, 0 for a count that is not rounded.

    Examples
    --------
    >>> from analysis.facts.quantities import find_quantities
    >>> [step(t, find_quantities(t)[0]) for t in ("占53.30%", "增加1.2万条", "1234条")]
    [0.01, 1000.0, 0.0]
    """
    if quantity.classifier == claims().turns:
        return float(quantity.amount.value) * _ROUGHLY
    if quantity.is_percentage:
        exponent = quantity.amount.value.as_tuple().exponent
        return 0.0 if exponent > 0 else 10.0**exponent  # 超过八成 is no 76 %
    printed = _DECIMALS.match(text, quantity.start, quantity.behind)
    decimals, multiplier = (printed[1] or "", printed[2]) if printed else ("", "")
    rounded = decimals or multiplier or text.startswith(claims().times, quantity.end)
    worth = _WORTH[multiplier] * float(quantities().worth.get(quantity.classifier, 1))
    return round(worth * 10.0 ** -len(decimals), 9) if rounded else 0.0
