"""Which words of a text are known, and what they mean (用语)."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from analysis.codebook.notions import words
from analysis.codebook.scopes import scope_words, scopes


class Token(NamedTuple):
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
        said = self.notions.get(facet)
        return said is not None and (not values or not set(values).isdisjoint(said))


def tokens(text: str, level: str) -> list[Token]:
    """Return the known words of a view's text, longest first from the left, without overlap.

    Parameters
    ----------
    text : str
        A view's text.
    level : str
        Level of the reporting body: 县级 is a county's own level and the one below a city.

    Examples
    --------
    >>> text = "全市通过各类政务微博公开信息5560条"
    >>> [text[t.start:t.end] for t in tokens(text, "prefecture")]
    ['全市', '通过', '各类', '政务微博', '公开', '信息']
    """
    automaton, notions = _lexicon(level)
    found = [
        Token(start, end, notions[index])
        for index, start, end in automaton.find_matches_as_indexes(text)
    ]
    return _with_portals(text, found)


@cache
def _lexicon(level: str) -> tuple[AhoCorasick, list[dict[str, tuple[str, ...]]]]:
    """Return the automaton of all words for a level, and what each of its patterns means."""
    meanings = {word: list(names) for word, names in words().items()}
    for word, scope in scope_words(level).items():
        meanings.setdefault(word, []).append(f"scope.{scope}")
    automaton = AhoCorasick(list(meanings), matchkind=MatchKind.LeftmostLongest)
    return automaton, [_by_facet(names) for names in meanings.values()]


def _by_facet(names: Iterable[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for facet, value in (name.split(".", 1) for name in names):
        found[facet] = (*found.get(facet, ()), value)
    return found


def _with_portals(text: str, found: list[Token]) -> list[Token]:
    """Put one token in the place of the words that make up a platform's name (“中国襄阳”)."""
    for match in scopes().portals.pattern.finditer(text):
        overlapping = [t for t in found if t.start < match.end() and t.end > match.start()]
        if any(t.start < match.start() for t in overlapping):
            continue  # 我市 | 政府网站: the word before it has taken its first character
        portal = Token(match.start(), match.end(), {"channel": ("website",)}, match.group())
        found = [t for t in found if t not in overlapping] + [portal]
    return sorted(found, key=lambda token: token.start)
