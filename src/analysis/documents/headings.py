"""Which paragraphs are headings, or begin with one, and how deep they stand."""

import re

from analysis.codebook.headings import states_a_fact, usual_level
from analysis.documents.numbering import Number, list_item, number_of
from analysis.documents.tree import Tree

LONGEST, LONGEST_RUN_IN, LONGEST_NAME = 45, 30, 30
STOP = re.compile("[。！？；!?;]")
YEAR = re.compile(r"\d{4}年度?")


class Headings:
    """Reads the paragraphs of one report in order."""

    def __init__(self) -> None:
        self.tree = Tree()
        self.item = 0

    def heading(self, text: str) -> tuple[int, int]:
        """Return how many characters of a paragraph are a heading, and its level.

        Zero characters where none are; the level then is that of a heading that the paragraph
        stands beside, by its number. A run-in heading ends with its full stop: (一)主动公开
        政府信息数量。2016年,全市共新增主动公开政府信息130661条。
        """
        number = number_of(text)
        end = _numbered_end(text, number) if number else _named_end(text)
        if number and end and self._goes_on_with_list(number, end < len(text)):
            self.item, end = number.value, 0
        if number and end == len(text) and self._is_last_of_list(number, text):
            end = 0
        if not end:
            self.item = list_item(text) or self.item
            return 0, self.tree.beside(number) if number and not self.item else 0
        self.item = 0
        if number:
            return end, self.tree.numbered(number)
        return end, self.tree.unnumbered(usual_level(_name(text)))

    def _goes_on_with_list(self, number: Number, run_in: bool) -> bool:
        """Tell whether 三、 follows 二是 and not the last chapter."""
        follows = self.item and number.style == "han" and number.value == self.item + 1
        return bool(follows and run_in and number.value != self.tree.last_chapter() + 1)

    def _is_last_of_list(self, number: Number, text: str) -> bool:
        """Tell whether （2）提高质量。 ends a list whose items ended in semicolons."""
        return number.value > 1 and text.endswith("。") and not self.tree.continues(number)


def label(text: str) -> str:
    """Return the words of a heading without its full stop.

    Examples
    --------
    >>> label("(三)注重公开时效,加强公开平台建设。")
    '(三)注重公开时效,加强公开平台建设'
    """
    return " ".join(text.split()).rstrip("。：:")


def _numbered_end(text: str, number: Number) -> int:
    """Return where the heading with this number ends, 0 where the paragraph has none."""
    words = text[number.length :]
    stop = STOP.search(words)
    end = stop.end() if stop else len(words)
    head, whole = words[:end].strip(), not words[end:].strip()
    if not label(head[: LONGEST + 1]) or (stop and stop[0] != "。"):
        return 0
    fits = _is_short_line(head) if whole else _is_run_in(head)
    return number.length + end if fits and not states_a_fact("".join(head.split())) else 0


def _is_short_line(head: str) -> bool:
    if len(head) > LONGEST:
        return False
    return not re.search("[：:](?!$)", head) and head[-1] not in "，、,"


def _is_run_in(head: str) -> bool:
    return len(head) <= LONGEST_RUN_IN and not re.search(r"\d", YEAR.sub("", head))


def _name(text: str) -> str:
    return "".join(text.split()).rstrip("：:")


def _named_end(text: str) -> int:
    """Return where a section name without number ends, 0 where the paragraph is none."""
    name = _name(text)
    short = len(name) <= LONGEST_NAME and not re.search("[。；;！？!?：:，,]", name)
    return len(text) if short and usual_level(name) and not states_a_fact(name) else 0
