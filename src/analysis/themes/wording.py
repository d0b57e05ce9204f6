"""The wording of a sentence: what is compared when sentences are (句子的用词)."""

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from analysis.codebook.divisions import divisions
from analysis.codebook.reuse import reuse, without_formulae
from analysis.facts.view import view

_SILENT = re.compile(r"[^\w#]")
_SHORT_NAME = 3  # characters from which a name of a place cannot be taken for other words


class Wording(NamedTuple):
    """A sentence made comparable.

    Attributes
    ----------
    plain : str
        As published, without punctuation, white space and numbering.
    masked : str
        With ``0`` for figures and ``#`` for names, titles of documents and formulae left out.
    formulae : tuple of str
        Ids of the formulae found.
    """

    plain: str
    masked: str
    formulae: tuple[str, ...]


def wording(sentence: str, names: Iterable[str] = ()) -> Wording:
    """Return what of a sentence is compared.

    Parameters
    ----------
    sentence : str
        As published.
    names : iterable of str
        Names of the reporting body, longest first; other places are known.

    Examples
    --------
    >>> wording("一是2017年新乡市公开信息6条。", ["新乡市"]).masked
    '0年#公开信息0条'
    >>> wording("认真贯彻《保密法》，坚持以公开为常态、不公开为例外。").masked
    '认真贯彻坚持'
    """
    said = reuse().numbering.sub("", view(sentence, 0, len(sentence)).text)
    masked = reuse().figures.sub("0", _without_names(reuse().titles.sub("", said), names))
    own, found = without_formulae(_SILENT.sub("", masked))
    return Wording(_SILENT.sub("", said), own, found)


def own_names(body: str) -> list[str]:
    """Return the names by which a report calls its own body, longest first.

    Examples
    --------
    >>> own_names("新乡市"), own_names("湖北省教育厅")
    (['新乡市', '新乡'], ['湖北省教育厅'])
    """
    return [body, body[:-1]] if len(body) == _SHORT_NAME else [body]


def _without_names(said: str, names: Iterable[str]) -> str:
    for name in names:
        said = said.replace(name, "#")
    kept, last = [], 0
    for _, start, end in _places().find_matches_as_indexes(said):
        kept += [said[last:start], "#"]
        last = end
    return "".join([*kept, said[last:]])


@cache
def _places() -> AhoCorasick:
    known = sorted(name for name in divisions().names() if len(name) >= _SHORT_NAME)
    return AhoCorasick(known, matchkind=MatchKind.LeftmostLongest)
