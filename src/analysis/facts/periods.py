"""The time that a report says its figures cover (统计期限)."""

import re
from collections.abc import Iterator
from functools import cache

from analysis.codebook.periods import periods
from analysis.facts.quantities import chinese_number
from analysis.facts.view import View
from analysis.records import Period

_STOP = re.compile("[。;!?]")
_NEAR = 12  # characters from a month to what was done in it
_TELLING = 6  # characters that tell something of a day
_DAY = r"(\d{1,2})月(\d{1,2})日"
_NUMERAL = "[〇○零一二三四五六七八九十]"
_YEAR = rf"(\d{{4}}|{_NUMERAL}{{4}})年"
_ANY_DAY = rf"(\d{{1,2}}|{_NUMERAL}{{1,2}})月(\d{{1,2}}|{_NUMERAL}{{1,3}})日"
_SPAN = rf"(?P<first>{_YEAR}{_ANY_DAY})[^。;]{{0,6}}?[至到—~-](?P<last>(?:{_YEAR})?{_ANY_DAY})"


@cache
def _pattern() -> re.Pattern:
    words = "|".join(sorted(map(re.escape, periods().words), key=len, reverse=True))
    return re.compile(rf"(?:{words})[^。;]{{0,16}}?{_SPAN}")


def days_astray(seen: View, year: int) -> Iterator[Period]:
    """Yield the days of the years around that a passage tells something of as if of the year.

    A line that is only a day is a signature, and a report that says when it was published tells
    nothing of its work. A day of the year before is astray only among days of the year.

    Examples
    --------
    >>> from analysis.facts.view import view
    >>> text = "2017年1月5日,成立了新乡市政务公开与政务服务领导小组,刘尚进常务副市长任组长。"
    >>> [one.first for one in days_astray(view(text, 0, len(text)), 2016)]
    ['2017-01-05']
    >>> text = "3月20日,召开工作会议;2017年11月9日,对各市局开展了集中检查。"
    >>> [one.first for one in days_astray(view(text, 0, len(text)), 2018)]
    ['2017-11-09']
    >>> text = "2017年2月,区政府召开了全区政务公开工作推进会。下一步,计划2017年下半年开展督查。"
    >>> [one.first for one in days_astray(view(text, 0, len(text)), 2016)]
    ['2017-02']
    """
    for other in (year - 1, year + 1):
        if f"{other}年" not in seen.text:  # at a fraction of what the pattern costs
            continue
        for match in re.finditer(rf"(?<![\d自从至到]){other}年{_DAY}", seen.text):
            told = _STOP.split(seen.text[match.end() :])[0]
            if other < year and not (_is_among(seen.text, year) and _is_work(told)):
                continue
            if len(told) >= _TELLING and not any(word in told for word in periods().published):
                day = f"{other}-{int(match[1]):02}-{int(match[2]):02}"
                yield Period(*seen.span(match.start(), match.end()), day, day)
    yield from _months_astray(seen, year + 1)


def _months_astray(seen: View, other: int) -> Iterator[Period]:
    """Yield the months of the year after in which something is said to have been done."""
    if f"{other}年" not in seen.text:
        return
    for match in re.finditer(_month_of(other), seen.text):
        begin = max(seen.text.rfind(stop, 0, match.start()) for stop in "。;") + 1
        said = seen.text[begin : match.end() + _TELLING]
        ahead = any(word in said for word in periods().ahead)
        if not ahead and _is_work(seen.text[match.end() : match.end() + _NEAR]):
            month = f"{other}-{int(match[1]):02}"
            yield Period(*seen.span(match.start(), match.end()), month, month)


def _month_of(year: int) -> str:
    """Return the pattern of a month that is no end of a span, no deadline and no beginning."""
    return rf"(?<![\d自从至到截止—~、-]){year}年(\d{{1,2}})月(?![\d前底末起至到—~、-])"


def _is_among(text: str, year: int) -> bool:
    """Tell whether a text names a year, or a day without one."""
    return f"{year}年" in text or bool(re.search(rf"(?<![\d年]){_DAY}", text))


def _is_work(told: str) -> bool:
    """Tell whether something was done on a day (召开会议), and no document made or in force."""
    return "《" not in told and any(word in told for word in periods().done)


def find_periods(seen: View) -> Iterator[Period]:
    """Yield the periods that a passage names; the days are as written (2015-11-31 is kept).

    Examples
    --------
    >>> from analysis.facts.view import view
    >>> text = "本报告所列数据的统计期限自2017年1月1日起，至12月31日止。"
    >>> [(one.first, one.last) for one in find_periods(view(text, 0, len(text)))]
    [('2017-01-01', '2017-12-31')]
    >>> text = "数据统计期限为二〇〇八年五月一日至十二月三十一日。"
    >>> [(one.first, one.last) for one in find_periods(view(text, 0, len(text)))]
    [('2008-05-01', '2008-12-31')]
    """
    if "日" not in seen.text:
        return
    for match in _pattern().finditer(seen.text):
        year, month, day, later, last_month, last_day = map(_number, match.group(2, 3, 4, 6, 7, 8))
        first = f"{year}-{month:02}-{day:02}"
        last = f"{later or year}-{last_month:02}-{last_day:02}"
        start, end = seen.span(match.start("first"), match.end("last"))
        yield Period(start, end, first, last)


def _number(written: str | None) -> int:
    """Return what digits or numerals name, 0 where there are none: 二○○八, 三十一."""
    numerals = (written or "0").replace("○", "零")
    return int(numerals) if numerals.isdigit() else chinese_number(numerals)
