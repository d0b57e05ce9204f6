"""The time that a report says its figures cover (统计期限)."""

import re
from collections.abc import Iterator
from functools import cache

from analysis.codebook.periods import periods
from analysis.facts.view import View
from analysis.records import Period

_STOP = re.compile("[。;!?]")
_TELLING = 6  # characters that tell something of a day
_DAY = r"(\d{1,2})月(\d{1,2})日"
_SPAN = rf"(?P<first>(\d{{4}})年{_DAY})[^。;]{{0,6}}?[至到—~-](?P<last>(?:(\d{{4}})年)?{_DAY})"


@cache
def _pattern() -> re.Pattern:
    words = "|".join(sorted(map(re.escape, periods().words), key=len, reverse=True))
    return re.compile(rf"(?:{words})[^。;]{{0,16}}?{_SPAN}")


def later_days(seen: View, year: int) -> Iterator[Period]:
    """Yield the days of the year after that a passage tells something of.

    A line that is only a day is a signature, and a report that says when it was published tells
    nothing of its work.

    Examples
    --------
    >>> from analysis.facts.view import view
    >>> text = "2017年1月5日,成立了新乡市政务公开与政务服务领导小组,刘尚进常务副市长任组长。"
    >>> [one.first for one in later_days(view(text, 0, len(text)), 2016)]
    ['2017-01-05']
    """
    if f"{year + 1}年" not in seen.text:  # at a fraction of what the pattern costs
        return
    for match in re.finditer(rf"(?<!\d){year + 1}年{_DAY}", seen.text):
        told = _STOP.split(seen.text[match.end() :])[0]
        if len(told) >= _TELLING and not any(word in told for word in periods().published):
            day = f"{year + 1}-{int(match[1]):02}-{int(match[2]):02}"
            yield Period(*seen.span(match.start(), match.end()), day, day)


def find_periods(seen: View) -> Iterator[Period]:
    """Yield the periods that a passage names; the days are as written (2015-11-31 is kept).

    Examples
    --------
    >>> from analysis.facts.view import view
    >>> text = "本报告所列数据的统计期限自2017年1月1日起，至12月31日止。"
    >>> [(one.first, one.last) for one in find_periods(view(text, 0, len(text)))]
    [('2017-01-01', '2017-12-31')]
    """
    if "日" not in seen.text:
        return
    for match in _pattern().finditer(seen.text):
        year, month, day, later, last_month, last_day = match.group(2, 3, 4, 6, 7, 8)
        first = f"{year}-{int(month):02}-{int(day):02}"
        last = f"{later or year}-{int(last_month):02}-{int(last_day):02}"
        start, end = seen.span(match.start("first"), match.end("last"))
        yield Period(start, end, first, last)
