"""Which words of a text are known, and what they mean (用语)."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from operator import attrgetter

from ahocorasick_rs import AhoCorasick, MatchKind

from analysis.codebook.notions import words
from analysis.codebook.scopes import NamePattern, scope_words, scopes

_START, _END = attrgetter("start"), attrgetter("end")


@dataclass(eq=False, slots=True)
class Token:
    """A known word of a view.

    Attributes
    ----------
    start, end : int
        Offsets in the view.
    notions : mapping of str to tuple of str
        Values by facet: ``{"channel": ("website",)}``. A word may stand for several.
    name : str
        The name as written where the word names one platform, otherwise empty.
    """

    start: int
    end: int
    notions: Mapping[str, tuple[str, ...]]
    name: str = ""

    def values(self, facet: str) -> tuple[str, ...]:
        """Return what the word says for a facet."""
        return self.notions.get(facet, ())

    def has(self, facet: str, *values: str) -> bool:
        """Tell whether the word says something for a facet: one of `values`, if some are given."""
        if facet not in self.notions:
            return False
        return not values or not set(values).isdisjoint(self.notions[facet])


def says(words: Iterable[Token], facet: str, *values: str) -> bool:
    """Tell whether one of some words says something for a facet: one of `values`, if given."""
    for token in words:  # noqa: SIM110 - asked thousands of times; any() takes twice as long
        if facet in token.notions and token.has(facet, *values):
            return True
    return False


def values(words: Iterable[Token], facet: str) -> list[str]:
    """Return what some words say for a facet, in their order."""
    return [value for token in words if facet in token.notions for value in token.notions[facet]]


def tokens(text: str, level: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Return the known words of a stretch of a view's text, longest first, without overlap.

    Parameters
    ----------
    text : str
        A view's text.
    level : str
        Level of the reporting body: 县级 is a county's own level and the one below a city.
    start, end : int
        The stretch; all offsets are those of `text`.

    Examples
    --------
    >>> text = "全市通过各类政务微博公开信息5560条"
    >>> [text[t.start:t.end] for t in tokens(text, "prefecture")]
    ['全市', '通过', '各类', '政务微博', '公开', '信息']
    """
    automaton, notions = _lexicon(level)
    said = text[start:end]
    found = [
        Token(start + first, start + last, notions[index])
        for index, first, last in automaton.find_matches_as_indexes(said)
    ]
    if level == "department":
        found = _with_scopes(said, start, found, scopes().below, "county")
        found = _with_scopes(said, start, found, scopes().systems, "all")
    elif level in ("prefecture", "county"):
        found = _with_scopes(said, start, found, scopes().counted, "county")
    return _with_names(said, start, found)


def said(text: str, level: str) -> list[Mapping[str, tuple[str, ...]]]:
    """Return what the known words of a text mean, each once and without their places.

    Examples
    --------
    >>> {"channel": ("weibo",)} in said("政务微博和政务微博", "county")
    True
    """
    automaton, notions = _lexicon(level)
    return [notions[i] for i in {index for index, _, _ in automaton.find_matches_as_indexes(text)}]


def mentions(text: str, facet: str) -> bool:
    """Tell whether a text holds a word for a facet, at a fraction of what `tokens` costs.

    Examples
    --------
    >>> mentions("全市没有收到举报投诉", "none"), mentions("全市收到举报投诉2件", "none")
    (True, False)
    """
    return bool(_spotter(facet).find_matches_as_indexes(text))


@cache
def _spotter(facet: str) -> AhoCorasick:
    prefix = f"{facet}."
    return AhoCorasick(
        [w for w, names in words().items() if any(n.startswith(prefix) for n in names)]
    )


@cache
def _lexicon(level: str) -> tuple[AhoCorasick, list[dict[str, tuple[str, ...]]]]:
    """Return the automaton of all words for a level, and what each of its patterns means."""
    meanings = {word: list(names) for word, names in words().items()}
    for word, scope in scope_words(level).items():
        meanings.setdefault(word, []).append(f"scope.{scope}")
    automaton = AhoCorasick(list(meanings), matchkind=MatchKind.LeftmostLongest)
    return automaton, [_by_facet(*names) for names in meanings.values()]


@cache
def _by_facet(*names: str) -> dict[str, tuple[str, ...]]:
    """Return what names mean; words of one meaning share it, so that all stay near at hand."""
    found: dict[str, tuple[str, ...]] = {}
    for facet, value in (name.split(".", 1) for name in names):
        found[facet] = (*found.get(facet, ()), value)
    return found


def _with_scopes(
    said: str, start: int, found: list[Token], shape: NamePattern, scope: str
) -> list[Token]:
    """Put one scope word in the place of what has a shape: 全市国税系统, 八县市."""
    for match in _overlapping(shape, said):
        first, last = start + match.start(), start + match.end()
        covered = _covered(found, first, last)
        inside = found[covered]
        if all(first <= t.start and t.end <= last and not t.has("act") for t in inside):
            found[covered] = [Token(first, last, {"scope": (scope,)})]
    return found


def _covered(found: list[Token], first: int, last: int) -> slice:
    """Return which of some words in order a stretch covers, were it only in part."""
    return slice(bisect_right(found, first, key=_END), bisect_left(found, last, key=_START))


def _with_names(said: str, start: int, found: list[Token]) -> list[Token]:
    """Put one token in the place of the words that make up the name of a platform or an office.

    市环境保护局 says nothing about the environment, 市政府办公室 nothing about the government.
    """
    if not _name_ends().search(said):
        return found
    for shape, notions in _shapes():
        for match in _overlapping(shape, said):
            first, last = start + match.start(), start + match.end()
            covered = _covered(found, first, last)
            inside = found[covered]
            quoted = "“" in match.group()
            if all(_may_be_in_a_name(token, first, last, quoted) for token in inside):
                channels = set(values(inside, "channel")) - {"website"}  # “青溪县政府网”微信公众号
                said_of = {"channel": tuple(channels)} if shape is scopes().accounts else notions
                if shape is scopes().offices and "ogi" in values(inside, "work"):
                    said_of = {**notions, "work": ("ogi",)}  # 局信息公开领导小组召开会议3次
                found[covered] = [Token(first, last, said_of, match.group())]
    return found


@cache
def _shapes() -> list[tuple[NamePattern, dict[str, tuple[str, ...]]]]:
    known = scopes()
    return [
        (known.accounts, {}),
        (known.portals, {"channel": ("website",)}),
        (known.gazettes, {"channel": ("gazette",)}),
        (known.service_centres, {"name": ("office",), "foreign": ("service",)}),
        (known.offices, {"name": ("office",)}),
    ]


@cache
def _name_ends() -> re.Pattern:
    """Return what names of any shape end in: where it stands nowhere, there is none."""
    return re.compile("|".join(shape.ends_in.pattern for shape, _ in _shapes()))


def _overlapping(shape: NamePattern, said: str) -> Iterator[re.Match]:
    """Yield matches from every place on, from the left."""
    ends = [one.end() for one in shape.ends_in.finditer(said)]
    place, end = 0, ends[-1] if ends else 0
    while place < end and (match := shape.pattern.search(said, place, end)):
        yield match
        place = match.start() + 1


def _may_be_in_a_name(token: Token, first: int, last: int, quoted: bool) -> bool:
    """Tell whether a word may be part of a name: none that says what was done, or to whom.

    A name in quotation marks may hold any word: “新乡发布”微博.
    """
    telling = ("act", "relation", "role", "none", "name")
    if token.start < first or token.end > last or token.name:
        return False
    if quoted or any(map(token.has, telling)):
        return quoted
    if token.has("scope"):
        return token.start == first and token.has("scope", "municipal")
    return token.has("work") or not token.has("topic")
