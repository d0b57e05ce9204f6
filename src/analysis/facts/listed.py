"""Lists of means and of contents, whatever their words would say elsewhere (列举的渠道和内容)."""

from collections.abc import Iterator

from analysis.codebook.periods import periods
from analysis.facts.in_place import Stretch
from analysis.facts.lexing import Token

# Items of a list that tells all: of an office, of a government's channel, of a government.
_LEAST, _LEAST_OF_A_CHANNEL, _LEAST_OF_ALL = 2, 3, 4


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
    So is what one channel had: 微信公众号发布征兵、社保等信息120条.
    """
    begin = None
    for place, token in enumerate(words):
        if token.has("act", "publish"):
            begin = token.end
        if begin is None or not token.has("relation", "suchlike"):
            continue
        counted = _counted(words[place + 1 :], token.end, at)
        if counted is not None and _lists_all(words[:place], begin, token.start, counted, at):
            yield begin, token.start


def _counted(words: list[Token], place: int, at: Stretch) -> list[Token] | None:
    """Return the words from 等 up to the number if they say but that it is information."""
    counted = []
    for token in words:
        if token.start != place or not (_says_nothing(token) or token.has("topic", "information")):
            break
        counted.append(token)
        place = token.end
    return counted if any(q.before == place for q in at.quantities) else None


def _says_nothing(token: Token) -> bool:
    return token.notions.keys() == {"function"}


def _lists_all(
    before: list[Token], begin: int, end: int, counted: list[Token], at: Stretch
) -> bool:
    """Tell whether a list names enough, beside words that say that it is of all there was."""
    items = at.text.count("、", begin, end) + 1
    if items < _LEAST or at.is_interrupted(begin, end):
        return False
    office = at.level in ("department", "township")
    if _is_through_one(before, begin, at):
        return office or items >= _LEAST_OF_A_CHANNEL
    own = any(t.has("label", "own") for t in counted)
    return own and _is_of_all(at.text[at.start : begin]) and (office or items >= _LEAST_OF_ALL)


def _is_through_one(before: list[Token], begin: int, at: Stretch) -> bool:
    """Tell whether a channel stands in the clause before the verb (县政府网站发布公告等信息)."""
    stop = max(at.text.rfind(sign, at.start, begin) for sign in ",;:(")
    return any("channel" in t.notions for t in before if stop < t.start and t.end < begin)


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
