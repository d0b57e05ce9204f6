"""Where the title of a report stands among its lines."""

import re
from collections.abc import Callable

from analysis.codebook.furniture import furniture_of
from analysis.codebook.titles import table_title_match, title_match, titles
from analysis.documents.dates import without_year, years
from analysis.documents.lines import Line

# Navigation can be long; a title further down than this is that of another document.
SEARCHED = 80
LONGEST, LONGEST_PIECE = 80, 40
Match = Callable[[str], re.Match | None]
SUFFIX = ("(", "（", "〔", "【")


def find_title(lines: list[Line]) -> tuple[int, int] | None:
    """Return the first and last line of the title.

    A page repeats titles in its navigation: of several, one with a year wins, then the last
    one before the text begins.

    Examples
    --------
    >>> from analysis.documents.lines import lines
    >>> find_title(list(lines("邢台市2017年\\n\\n政府信息公开工作年度报告\\n\\n2017年，邢台市…")))
    (0, 1)
    """
    found: list[tuple[int, int]] = []
    for last, line in enumerate(lines[:SEARCHED]):
        if line.sentence and found and not furniture_of(line.text):
            break
        if span := _ending_at(lines, last):
            found.append(_widened(lines, *span))
    best = max(found, key=lambda span: (_dated(lines, span), span), default=None)
    return best if best and (_dated(lines, best) or not _of_other(lines, best[1] + 1)) else None


def find_table_title(above: list[Line]) -> tuple[int, int] | None:
    """Return the first and last line of the title of a table, None under running text.

    Parameters
    ----------
    above : list of Line
        What stands above the first table.

    Examples
    --------
    >>> from analysis.documents.lines import lines
    >>> find_table_title(list(lines("附件\\n政府信息公开情况统计表\\n（2016年度）\\n单位：件")))
    (1, 2)
    """
    if any(line.sentence for line in above):
        return None
    lasts = range(len(above[:SEARCHED]) - 1, -1, -1)
    spans = (_ending_at(above, last, table_title_match) for last in lasts)
    found = next(filter(None, spans), None)
    return _widened(above, *found, table_title_match) if found else None


def _of_other(lines: list[Line], start: int) -> bool:
    """Tell whether a column's name (政府信息公开年报) stands above the title of something else."""
    for line in lines[start:SEARCHED]:
        if line.sentence:
            return False
        if titles().heading_of_other.search(line.words) and years(line.words):
            return not furniture_of(line.text)
    return False


def _words(lines: list[Line], first: int, last: int) -> str:
    return "".join(line.words for line in lines[first : last + 1])


def _dated(lines: list[Line], span: tuple[int, int]) -> bool:
    return bool(years(_words(lines, *span)))


def _ending_at(lines: list[Line], last: int, match: Match = title_match) -> tuple[int, int] | None:
    """Return the fewest lines up to `last` that make a title."""
    if lines[last].text.startswith(SUFFIX):
        return None
    for first in range(last, max(last - 3, -1), -1):
        line, longest = lines[first], LONGEST if first == last else LONGEST_PIECE
        if len(line.words) > longest or furniture_of(line.text):
            return None
        if match(_words(lines, first, last)):
            return first, last
    return None


def _widened(
    lines: list[Line], first: int, last: int, match: Match = title_match
) -> tuple[int, int]:
    """Take in lines with the place or the year above the title and with the year below it."""
    while first and last - first < 3 and _completes(lines, first, last, match):
        first -= 1
    below = lines[last + 1].words if last + 1 < len(lines) else ""
    if below.startswith(SUFFIX) and years(below) and "月" not in below and len(below) < 20:
        last += 1
    return first, last


def _completes(lines: list[Line], first: int, last: int, match: Match) -> bool:
    """Tell whether the line above gives a title the place or the year that it lacks."""
    above, words = lines[first - 1], _words(lines, first, last)
    if furniture_of(above.text) or not titles().piece.pattern.search(above.words):
        return False
    lacks_place = not without_year(match(words)["prefix"])
    lacks_year = not _dated(lines, (first, last)) and not without_year(above.words)
    return lacks_place or lacks_year
