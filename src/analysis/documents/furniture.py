"""Which lines are page furniture (网页附加内容) and not the report.

Single lines are known by their words (``codebook/furniture.yaml``), lists of unrelated
headlines by their shape and place. Whatever is in doubt stays with the report.
"""

import re
from statistics import median

from analysis.codebook.furniture import Furniture, furniture_of
from analysis.codebook.headings import usual_level
from analysis.codebook.signatures import signature_of
from analysis.documents.lines import Line
from analysis.documents.numbering import list_item, number_of

LONGEST = 200
# Lines that look like furniture and close the report.
KEPT = ("contact", "attachment")
HEADLINES = "headlines"
COPY = "copy of the title"
# Fewer lines are no list of headlines: above the title, and below the text, where a last section
# can consist of a few short lines. Cells of a table typed one to a line are shorter.
FEWEST_ABOVE, FEWEST_BELOW, TYPICAL_HEADLINE = 3, 5, 8
CELL = re.compile(r"[\d.,%％/\-—]*|[条件次个项篇份起人期场家万元]{1,2}")
DOCUMENT_HEAD = re.compile(r"(文件|〔\d{4}〕|[\[［]\d{4}[］\]]).{0,6}$|[:：]$")


def furniture(lines: list[Line], title: tuple[int, int] | None) -> dict[int, str]:
    """Return the label of each line that is furniture, by its place in `lines`.

    Parameters
    ----------
    lines : list of Line
        Lines that are not empty.
    title : tuple of int or None
        First and last line of the title.
    """
    rules = [_rule(line) for line in lines]
    begins = _beginning(lines, title)
    ends = _end(lines, rules, begins)
    words = _title_words(lines, title)
    marks = {i: rules[i].label for i in range(begins, ends) if rules[i] and rules[i].anywhere}
    marks |= _before(lines, rules, title, begins, words)
    marks |= _after(lines, rules, ends, words)
    return marks


def _title_words(lines: list[Line], title: tuple[int, int] | None) -> str:
    return "".join(line.words for line in lines[title[0] : title[1] + 1]) if title else ""


def _rule(line: Line) -> Furniture | None:
    """Return what kind of furniture a single line is."""
    if line.sentence or len(line.text) >= LONGEST or signature_of(line.words) in KEPT:
        return None
    return furniture_of(line.text)


def _beginning(lines: list[Line], title: tuple[int, int] | None) -> int:
    """Return the first line of running text, after the title where there is one."""
    start = title[1] + 1 if title else 0
    for i in range(start, len(lines)):
        if lines[i].sentence or number_of(lines[i].words):
            return i
    return len(lines)


def _end(lines: list[Line], rules: list[Furniture | None], begins: int) -> int:
    """Return the line after the last one of running text.

    News under a line like 相关阅读 may hold sentences; they are not running text of the report
    when nothing numbered and nothing long follows that line.
    """
    running = [i for i in range(begins, len(lines)) if not rules[i] and _is_running(lines[i])]
    body = max((i for i in running if _is_body(lines[i])), default=begins)
    opened = (i for i in range(body + 1, len(lines)) if rules[i] and rules[i].opens)
    end = next(opened, len(lines))
    return max((i for i in running if i < end), default=begins - 1) + 1


def _is_running(line: Line) -> bool:
    return line.sentence or line.text[-1] in "。；;" or _is_item(line)


def _is_item(line: Line) -> bool:
    return bool(number_of(line.words) or list_item(line.words))


def _is_body(line: Line) -> bool:
    return len(line.text) > 80 or _is_item(line)


def _signed(lines: list[Line], i: int) -> bool:
    """Tell whether a line is an issuer with the date below it, or that date."""
    labels = [signature_of(line.words) for line in lines[max(i - 1, 0) : i + 2]]
    here = min(i, 1)
    return labels[here : here + 2] == ["issuer", "date"] or labels[: here + 1] == ["issuer", "date"]


def _before(
    lines: list[Line],
    rules: list[Furniture | None],
    title: tuple[int, int] | None,
    begins: int,
    words: str,
) -> dict[int, str]:
    """Mark what stands before the running text."""
    marks = {i: rule.label for i, rule in enumerate(rules[:begins]) if rule}
    if not title:
        return marks
    marks = {i: label for i, label in marks.items() if not title[0] <= i <= title[1]}
    marks |= {i: COPY for i in range(title[0]) if lines[i].words == words}
    loose = [i for i in range(title[0]) if i not in marks and _is_loose(lines[i])]
    above = max(marks.keys() & set(range(title[0])), default=-1)
    if len(loose) >= FEWEST_ABOVE:
        above = title[0]
    return marks | {i: HEADLINES for i in loose if i < above}


def _is_loose(line: Line) -> bool:
    """Tell whether a line is short, is no sentence and is no part of an official document."""
    known = line.sentence or _is_item(line) or signature_of(line.words) or line.text[-1] in "。；;"
    return not known and not DOCUMENT_HEAD.search(line.words) and len(line.words) <= 60


def _after(
    lines: list[Line], rules: list[Furniture | None], ends: int, words: str
) -> dict[int, str]:
    """Mark what stands after the running text."""
    marks = {i: rule.label for i, rule in enumerate(rules[ends:], ends) if rule}
    opened = next((i for i in marks if rules[i].opens), len(lines))
    links = (i for i in range(opened, len(lines)) if i not in marks and not _signed(lines, i))
    marks |= dict.fromkeys(links, HEADLINES)
    marks |= {i: COPY for i in range(ends, opened) if lines[i].words == words}
    for run in _runs(lines, ends, opened):
        if _are_headlines(lines, run, marks):
            marks |= {i: marks.get(i, HEADLINES) for i in run}
    return marks


def _runs(lines: list[Line], ends: int, opened: int) -> list[range]:
    """Return the runs of loose lines; issuer and date directly after the text are none."""
    runs, start = [], None
    for i in range(ends, opened + 1):
        loose = i < opened and _continues(lines, i, start is not None)
        if loose and start is None:
            start = i
        if not loose and start is not None:
            runs.append(range(start, i))
            start = None
    return runs


def _continues(lines: list[Line], i: int, inside: bool) -> bool:
    """Tell whether a line can be a headline; among headlines one may end like an issuer."""
    if inside and signature_of(lines[i].words) == "issuer" and not _signed(lines, i):
        return True
    return _is_loose(lines[i]) and not lines[i].row


def _are_headlines(lines: list[Line], run: range, marks: dict[int, str]) -> bool:
    texts = [lines[i].words for i in run]
    if len(texts) < FEWEST_BELOW or not (lines[run[0]].apart or COPY in map(marks.get, run)):
        return False
    if run[0] and _introduces(lines[run[0] - 1]):
        return False
    cells = sum(bool(CELL.fullmatch(text)) for text in texts)
    return median(map(len, texts)) >= TYPICAL_HEADLINE and cells * 10 < len(texts)


def _introduces(line: Line) -> bool:
    """Tell whether a line is a heading or ends with a colon, so that a list follows it."""
    unfinished = _is_item(line) and line.text[-1] not in "。；;"
    return line.text[-1] in "：:" or unfinished or usual_level(line.words) is not None
