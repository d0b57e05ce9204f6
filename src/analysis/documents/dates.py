"""Years and days as reports write them: 2017年, 二〇一七年, 二○一八年三月二十日, 2018-03-20."""

import datetime
import re

DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")} | dict.fromkeys("零○ＯOo0", 0)
DIGITS |= {str(i): i for i in range(10)} | {"两": 2} | {c: i for i, c in enumerate("０１２３４５６７８９")}
DIGIT = "[" + "".join(DIGITS) + "]"
YEAR = re.compile(rf"(?<!\d)([12１２一二]{DIGIT}{{3}})(?:\s*年|\s*[-—~至]\s*\d{{1,2}}[月.]|年?度)")
FIRST, LAST = 2000, 2099
NUMBER = "[0-9０-９〇一二三四五六七八九十]{1,3}"
DAY = re.compile(
    rf"(?<!\d)(?P<y>[12１２一二]{DIGIT}{{3}})\s*[年\-/.]\s*(?P<m>{NUMBER})\s*[月\-/.]\s*(?P<d>{NUMBER})"
)


def years(words: str) -> list[int]:
    """Return the years named, in order.

    Examples
    --------
    >>> years("二〇一七年政府信息公开工作年度报告"), years("政府信息公开年报（2010年度）")
    ([2017], [2010])
    """
    named = (_digits(match[1]) for match in YEAR.finditer(words))
    return [year for year in named if FIRST <= year <= LAST]


def day(words: str) -> str:
    """Return the first day named as an ISO date, empty where there is none.

    Examples
    --------
    >>> day("二○一八年三月二十日"), day("时间:2017-03-21 21:54"), day("(2018年2月)")
    ('2018-03-20', '2017-03-21', '')
    """
    for match in DAY.finditer(words):
        try:
            found = datetime.date(_digits(match["y"]), number(match["m"]), number(match["d"]))
        except ValueError:
            continue
        return found.isoformat()
    return ""


def number(written: str) -> int:
    """Return a number below 100 in Arabic or Chinese digits.

    Examples
    --------
    >>> number("12"), number("十"), number("二十一"), number("二一")
    (12, 10, 21, 21)
    """
    tens, ten, ones = written.rpartition("十")
    if not ten:
        return _digits(written)
    return (_digits(tens) if tens else 1) * 10 + (_digits(ones) if ones else 0)


def _digits(written: str) -> int:
    return int("".join(str(DIGITS[character]) for character in written))
