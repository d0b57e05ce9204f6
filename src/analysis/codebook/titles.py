"""Titles and opening sentences of annual reports (年度报告标题)."""

import re
from functools import cache

from pydantic import BaseModel, ConfigDict

from analysis.codebook.loading import load


class Titles(BaseModel):
    """What titles say; see the comments in the file."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    class Shape(BaseModel):
        """A pattern with titles as published."""

        pattern: re.Pattern
        examples: tuple[str, ...]

    class Opening(BaseModel):
        """A pattern with a sentence as published."""

        pattern: re.Pattern
        example: str

    title: Shape
    table: Shape
    attached: Shape
    other: tuple[str, ...]
    piece: Shape
    opening: tuple[Opening, ...]
    other_opening: tuple[str, ...]
    heading_of_other: re.Pattern


@cache
def titles() -> Titles:
    """Return the rules about titles.

    Examples
    --------
    >>> titles().title.pattern.search("2017年政府信息公开工作年度报告")["prefix"]
    '2017年'
    """
    return load("titles", Titles)


def title_match(words: str) -> re.Match | None:
    """Match the title of an annual report on open government information.

    Parameters
    ----------
    words : str
        A line, or lines joined, without white space.

    Examples
    --------
    >>> title_match("襄阳市2017年政府信息公开年度工作报告")["prefix"]
    '襄阳市2017年'
    >>> title_match("2017年法治政府建设年度报告") is None
    True
    """
    if any(word in words for word in titles().other):
        return None
    return titles().title.pattern.search(words)


def table_title_match(words: str) -> re.Match | None:
    """Match the title of a table about open government information that stands alone.

    Examples
    --------
    >>> table_title_match("新乡市2016年度政府信息公开情况统计表")["prefix"]
    '新乡市2016年度'
    >>> table_title_match("新乡市2016年政府信息公开工作年度报告") is None
    True
    """
    return titles().table.pattern.search(words)


def names_table(title: str) -> bool:
    """Tell whether a title is that of a table alone and not of a report.

    Examples
    --------
    >>> names_table("2017年度政府信息公开工作情况统计表"), names_table("政府信息公开年报")
    (True, False)
    """
    return not title_match(title) and table_title_match(title) is not None


def is_attached(name: str, report: str) -> bool:
    """Tell whether a file's name is that of an attachment of a report, both without ending.

    Examples
    --------
    >>> is_attached("新乡2016-统计表", "新乡2016"), is_attached("新乡2016", "新乡2016")
    (True, True)
    >>> is_attached("report10", "report1"), is_attached("新乡县2016", "新乡")
    (False, False)
    """
    behind = titles().attached.pattern.fullmatch(name, len(report))
    return name.startswith(report) and behind is not None


def opens_report(sentence: str) -> bool:
    """Tell whether a sentence opens such a report.

    Examples
    --------
    >>> opens_report("本报告是根据《中华人民共和国政府信息公开条例》要求编制。")
    True
    >>> opens_report("根据《法治政府建设实施纲要》，现将有关情况报告如下。")
    False
    """
    if any(word in sentence for word in titles().other_opening):
        return False
    return any(opening.pattern.search(sentence) for opening in titles().opening)
