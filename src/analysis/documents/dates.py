"""Years and days as reports write them: 2017年, 二〇一七年, 二○一八年三月二十日, 2018-03-20."""

import datetime
import re
from functools import cache

DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")} | dict.fromkeys("零○ＯOo0", 0)
DIGITS |= {c: i % 10 for i, c in enumerate("0123456789０１２３４５６７８９")}
DIGIT = "[" + "".join(DIGITS) + "]"
YEAR = re.compile(rf"(?<!\d)([12１２一二]{DIGIT}{{3}})(?!\d)(年度|年|度)?")
FIRST, LAST = 2000, 2099
ARABIC = "[0-9０-９]{1,2}"
HAN = "(?:[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])"
NUMBER = f"(?:{ARABIC}|{HAN})"
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


def without_year(words: str) -> str:
    """Return a name without the year and the small words around it.

    Examples
    --------
    >>> without_year("2008年上海市"), without_year("关于二〇一七年度")
    ('上海市', '')
    """
    words = YEAR.sub("", words)
    return words.removeprefix("关于").removesuffix("关于").removesuffix("的").strip("《“()（）")


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


@cache
def number(written: str) -> int:
    """Return a number below 100 in Arabic or Chinese digits.

    Examples
    --------
    >>> number("12"), number("十"), number("二十一")
    (12, 10, 21)
    """
    tens, ten, ones = written.rpartition("十")
    if not ten:
        return _digits(written)
    return (_digits(tens) if tens else 1) * 10 + (_digits(ones) if ones else 0)


def _digits(written: str) -> int:
    return int("".join(str(DIGITS[character]) for character in written))
