"""Requests that one year hands on to the next, told by the year's name (按年份说明的结转)."""

import re

from analysis.facts.fields import Field

_FROM = re.compile(
    r"(?<!\d)(?:20)?(\d{2})年度?(?:结转|转来|转入)(?:过来|下来)?的?(?:(?:政府)?信息公开|依申请公开)?(?:申请)?$"
)
_FROM_BEHIND = re.compile(r"(?:为|系|是)?(?:20)?(\d{2})年度?(?:结转|转来)(?!至|到)")
_INTO = re.compile(r"(?:结转|转入|延至|顺延)(?:至|到)?(20\d{2})年度?(?:继续)?(?:办理|处理|答复)?$")
_INTO_BEHIND = re.compile(
    r"的?(?:申请)?(?:将?(?:结转|转入|转到|跨入|延至|顺延|留待)(?:至|到)?(20\d{2})年"
    r"|(?:至|到)(20\d{2})年|(20\d{2})年(?:度|初)?继续(?:办理|答复))"
)
_LONGEST = 16  # characters before a number that say so


def handed_on(words: Field, year: int) -> str:
    """Return whether a number came ``in`` from the year before or goes ``out``, else nothing.

    Examples
    --------
    >>> from analysis.facts.cutting import sentences
    >>> from analysis.facts.fields import field_of
    >>> [one] = sentences("新收申请74件,2022年结转18件;87件结转2024年。", "province")
    >>> [handed_on(field_of(one, c, q), 2023) for c in one.clauses for q in c.quantities]
    ['', 'in', 'out']
    """
    if not words.sentence.says("relation.carried"):
        return ""
    text, number = words.sentence.text, words.quantity
    before = text[max(words.sentence.start, number.before - _LONGEST) : number.before]
    came = _FROM.search(before) or _FROM_BEHIND.match(text, number.behind)
    if came and int(came[1]) == (year - 1) % 100:
        return "in"
    goes = _INTO.search(before) or _INTO_BEHIND.match(text, number.behind)
    return "out" if goes and int(goes[goes.lastindex]) == year + 1 else ""
