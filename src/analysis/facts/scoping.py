"""Whose figure a number is (范围): scope words, carried scopes, named offices and platforms."""

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from analysis.codebook.frames import frames
from analysis.codebook.scopes import scopes
from analysis.facts.lexing import Token, says, tokens, values
from analysis.facts.own_names import is_own_room
from analysis.facts.view import view

_JOINT = re.compile(r"[、,和及与]|以及")
_TAIL = re.compile(r"[各“”:,]*(?:等?\d*个?(?:部门|单位|地区|市|县|区)?),?")


_LONGEST_CAPTION = 40
_LEVELS = {"municipal", "county"}
_SUBJECT = "政府信息"  # 市政府信息公开情况 is no figure of the city government
_OF_PLACES = "县市区旗州镇乡"


class Scope(NamedTuple):
    """``all``, ``municipal``, ``county``, or ``unit`` with its name as written.

    A figure of a level above the body (全省 in a city's report) has the scope ``above``, one of
    some places together ``several``; neither is a figure of its own.
    """

    kind: str
    name: str = ""


ALL = Scope("all")


class ScopeTrail:
    """The scope that holds while one reads on.

    A scope word holds to the end of its sentence; behind 其中 it holds to the next semicolon only,
    as in 全市设置848个,其中,各县(市)区设置545个;专职人员40人; in a parenthesis, to its end. Where
    several scopes were told side by side, what follows them is the whole's: 市级占62%,县级占38%;
    办结1498件.
    """

    def __init__(self, inherited: Scope = ALL, body: str = ""):
        self.sentence = self.inherited = inherited
        self.body = body
        self.told: set[Scope] = set()
        self.parts: set[str] = set()
        self.part: Scope | None = None
        self.in_part = False
        self.subject: Scope | None = None
        self.outside = (inherited, None, False, None)

    def hear(self, words: list[Token], opened_by: str = "") -> None:
        """Take in the words of a clause, or of what stands between two of its numbers."""
        if ")" in opened_by:
            self.sentence, self.part, self.in_part, self.subject = self.outside
        if "(" in opened_by:
            self.outside = (self.sentence, self.part, self.in_part, self.subject)
        if ";" in opened_by:
            self.end_part()
            self.end_list()
        stated = stated_scope(words)
        if "," in opened_by and stated is None and self.parts >= _LEVELS:
            self.end_part()  # 其中市直部门2.3万条、县区3.2万条,政府网站公开4.2万条
        self.in_part = self.in_part or says(words, "relation", "part")
        if stated and self.in_part:
            self.part = stated
            self.parts.add(stated.kind)
        elif stated:
            self.sentence, self.subject = stated, None
            self.told.add(stated)

    def end_part(self) -> None:
        """Go on with what 其中 was said of."""
        self.in_part, self.part, self.subject = False, None, None
        self.parts.clear()

    def end_list(self) -> None:
        """Go on with the whole, where several scopes were told side by side."""
        if len(self.told) > 1:
            self.sentence, self.subject = self.inherited, None

    def take(self, subject: Scope, holds: bool) -> None:
        """Take in the subject of a number; one that `holds` is whose the sentence goes on with."""
        if holds:
            self.sentence = subject
            self.told.add(subject)
        else:
            self.turn_to(subject)

    def turn_to(self, subject: Scope | None) -> None:
        """Take in the office that a clause begins with, whose figures follow."""
        if subject and self.in_part:
            self.part = self.part or subject
        elif subject:
            self.subject = subject
            self.told.add(subject)

    def scope_of(self, topic: str) -> Scope:
        """Return the scope that holds here for a topic.

        What an office has or holds for the body is the body's: 办公室负责日常工作,有兼职人员8人.
        """
        own = self.subject is not None and self.is_own_office(self.subject, topic)
        return self.part or (None if own else self.subject) or self.sentence

    def is_own_office(self, subject: Scope, topic: str) -> bool:
        """Tell whether what a named office has or holds for a topic is its body's.

        So are the trainings that the office for open government information holds (区政务公开办).
        """
        frame = frames()[topic]
        if frame.attended and is_own_room(subject.name, self.body):
            return True
        return frame.of_the_body and subject.name[-1:] not in _OF_PLACES

    @property
    def scope(self) -> Scope:
        """The scope that holds here."""
        return self.part or self.sentence


def stated_scope(words: Iterable[Token]) -> Scope | None:
    """Return the scope that words state.

    全市市、县两级政府 is the whole; 各县区和市直各部门 together are the whole, too; 全省各市县
    are above.
    """
    kinds = set(values(words, "scope"))
    if not kinds:
        return None
    if kinds == {"above", "county"}:
        return Scope("above")
    own = kinds - {"above"} or kinds
    return Scope(own.pop()) if len(own) == 1 else ALL


def captioned(words: str, level: str) -> Scope:
    """Return the scope that the words above a table state: ``all`` without one.

    Examples
    --------
    >>> captioned("市本级政府信息公开情况统计表", "prefecture").kind
    'municipal'
    >>> captioned("新乡市政府信息公开情况统计表", "prefecture").kind
    'all'
    """
    if len(words) > _LONGEST_CAPTION:
        return ALL
    said = view(words, 0, len(words)).text.replace(_SUBJECT, "")
    stated = stated_scope(tokens(said, level))
    return stated if stated and stated.kind in ("municipal", "county") else ALL


def names(text: str) -> list[str]:
    """Return the offices and places that a list of names ends with, in order.

    Examples
    --------
    >>> names("申请量居前3位的是辉县市、原阳县和红旗区")
    ['辉县市', '原阳县', '红旗区']
    >>> names("集中于市国土资源局、市住房和城乡建设局4个部门")
    ['市国土资源局', '市住房和城乡建设局']
    """
    found, end = last_names(text)
    return found if _TAIL.fullmatch(text, end) else []


def last_names(text: str) -> tuple[list[str], int]:
    """Return the last names in a text that stand in one list, and where the list ends.

    Examples
    --------
    >>> last_names("浦东新区、徐汇区和闸北区收到的申请较多,")
    (['浦东新区', '徐汇区', '闸北区'], 12)
    """
    found: list[str] = []
    end = 0
    for match in _name().finditer(text):
        joined = found and _JOINT.fullmatch(text, end, match.start())
        found = [*found, match["name"]] if joined else [match["name"]]
        end = match.end()
    return found, end


def closes_list(text: str) -> bool:
    """Tell whether a text but closes a list of names: 4个部门, 等单位."""
    return bool(_TAIL.fullmatch(text))


def places_in(text: str) -> list[tuple[str, int, int]]:
    """Return the places named in a text one by one, and where they stand.

    Examples
    --------
    >>> places_in("申请量居前3位的是辉县市、原阳县和红旗区,")
    [('辉县市', 9, 12), ('原阳县', 13, 16), ('红旗区', 17, 20)]
    """
    return [(m["name"], m.start("name"), m.end("name")) for m in _place().finditer(text)]


@cache
def _place() -> re.Pattern:
    return re.compile(
        rf"(?:[^、,;:。]*(?:是|为|涉及|其中|分别|于|中|有))?"
        rf"(?P<name>{scopes().places.pattern.pattern})(?=[、,和及与各等收受申公分“”:()列\d]|以及|$)"
    )


@cache
def _name() -> re.Pattern:
    shapes = scopes()
    return re.compile(
        rf"(?:[^、,;:。]*(?:是|为|涉及|其中|分别|于|中|的有|前[三五两十]位?的))?"
        rf"(?P<name>{shapes.offices.pattern.pattern}|{shapes.branches.pattern.pattern}"
        rf"|{shapes.places.pattern.pattern})"
        r"(?=[、,和及与各等收受申“”:()\d]|以及|$)"
    )
