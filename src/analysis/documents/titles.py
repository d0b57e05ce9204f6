"""Where the title of a report stands among its lines."""

from analysis.codebook.furniture import furniture_of
from analysis.codebook.titles import title_match, titles
from analysis.documents.dates import years
from analysis.documents.lines import Line

# Navigation can be long; a title further down than this is that of another document.
SEARCHED = 80
LONGEST_PIECE = 40
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
    return max(found, key=lambda span: (_dated(lines, span), span), default=None)


def _words(lines: list[Line], first: int, last: int) -> str:
    return "".join(line.words for line in lines[first : last + 1])


def _dated(lines: list[Line], span: tuple[int, int]) -> bool:
    return bool(years(_words(lines, *span)))


def _ending_at(lines: list[Line], last: int) -> tuple[int, int] | None:
    """Return the fewest lines up to `last` that make a title."""
    for first in range(last, max(last - 3, -1), -1):
        line = lines[first]
        if len(line.words) > (80 if first == last else LONGEST_PIECE) or furniture_of(line.text):
            return None
        if title_match(_words(lines, first, last)):
            return first, last
    return None


def _widened(lines: list[Line], first: int, last: int) -> tuple[int, int]:
    """Take in lines with the place above the title and with the year below it."""
    piece = titles().piece.pattern
    match = title_match(_words(lines, first, last))
    lacking = not match["prefix"] or match["prefix"][0].isdigit() or match["prefix"] == "关于"
    while lacking and first and last - first < 3 and _can_begin(lines[first - 1], piece):
        first -= 1
        lacking = lines[first].words[0].isdigit()
    below = lines[last + 1].words if last + 1 < len(lines) else ""
    if below.startswith(SUFFIX) and years(below) and "月" not in below and len(below) < 20:
        last += 1
    return first, last


def _can_begin(line: Line, piece) -> bool:
    return bool(piece.search(line.words)) and not furniture_of(line.text)
