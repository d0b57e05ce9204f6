"""Lists of means and of contents, whatever their words would say elsewhere (列举的渠道和内容)."""

from collections.abc import Iterator

from analysis.codebook.periods import periods
from analysis.facts.in_place import Stretch
from analysis.facts.lexing import Token

_LEAST, _LEAST_OF_ALL = 1, 3  # signs between the items of a list: an office's, and a government's


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
    """Yield where a body lists what its government information is, up to 等.

    全年对外公开预决算、惠民补贴、债务限额等政府信息418条: all of the year, whatever it is about.
    A government has to name more: 主动公开疫情防控、财政、环境保护、食品药品安全等政府信息6240条.
    """
    begin, least = None, _LEAST if at.level in ("department", "township") else _LEAST_OF_ALL
    for place, token in enumerate(words):
        if token.has("act", "publish"):
            begin = token.end
        if begin is None or not token.has("relation", "suchlike"):
            continue
        noun = _noun_behind(words[place + 1 :], token.end)
        listed = at.text.count("、", begin, token.start) >= least
        of_all = listed and _is_of_all(at.text[at.start : begin])
        if noun and of_all and not at.is_interrupted(begin, token.start):
            yield begin, token.start


def _noun_behind(words: list[Token], place: int) -> Token | None:
    """Return 政府信息 behind 等, or behind words that say nothing of it (等各类政府信息)."""
    for token in words:
        if token.start != place:
            return None
        if token.has("label", "own"):
            return token
        if token.notions.keys() != {"function"}:
            return None
        place = token.end
    return None


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
