"""Lists of means and of contents, whatever their words would say elsewhere (列举的渠道和内容)."""

import itertools
from collections.abc import Iterator

from analysis.codebook.periods import periods
from analysis.facts.in_place import Stretch
from analysis.facts.lexing import Token


def lists_of_means(words: list[Token], at: Stretch) -> Iterator[tuple[int, int]]:
    """Yield where means of publishing are listed, whatever words they are called by.

    通过报关大厅电子屏、公告栏以及当地报纸发布: up to the verb. 公告栏、税法宣传资料等其他方式:
    from the first one known.
    """
    begin, by_verb, is_named = None, False, False
    for token in words:
        if begin is not None and at.is_interrupted(begin, token.start):
            begin = None
        channel = "channel" in token.notions
        by = "relation" in token.notions and token.has("relation", "by")
        if begin is not None and is_named and _ends_means(token, by_verb):
            yield begin, token.start
            begin = None
        if by or (channel and begin is None):
            begin, by_verb, is_named = token.end, by, False
        is_named = is_named or channel


def lists_of_contents(words: list[Token], at: Stretch) -> Iterator[tuple[int, int]]:
    """Yield where an office lists what its government information is, up to 等.

    全年对外公开预决算、惠民补贴、债务限额等政府信息418条: all of the year, whatever it is about.
    """
    if at.level not in ("department", "township"):
        return
    begin = None
    for token, noun in itertools.pairwise(words):
        if token.has("act", "publish"):
            begin = token.end
        suchlike = token.has("relation", "suchlike") and noun.start == token.end
        if begin is not None and suchlike and noun.has("label", "own"):
            listed = "、" in at.text[begin : token.start]
            listed = listed and _is_of_all(at.text[at.start : begin])
            if listed and not at.is_interrupted(begin, token.start):
                yield begin, token.start


def _is_of_all(said: str) -> bool:
    """Tell whether words before a list say that it is all of the year (全年公开, 主动公开)."""
    return said.endswith("主动公开") or any(word in said for word in periods().of_it)


def is_listed(token: Token, lists: list[tuple[int, int]]) -> bool:
    """Tell whether a word in a list would say something else elsewhere (办税服务厅, 预决算)."""
    elsewhere = "foreign" in token.notions or "topic" in token.notions
    return elsewhere and any(a <= token.start < b for a, b in lists)


def _ends_means(token: Token, by_verb: bool) -> bool:
    """Tell whether a word ends a list of means: 等其他方式, or the verb that they belong to."""
    return token.has("channel", "other", "many") or (by_verb and token.has("act", "publish"))
