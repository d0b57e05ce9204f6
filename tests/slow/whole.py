"""Whole reports with the national tables, and what the program reads in them."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from analysis.codebook.divisions import divisions
from analysis.documents import read, recognise
from analysis.documents.parts import Grid, Prose
from analysis.facts.extraction import extract
from analysis.records import Document, Facts

from ..forms import Key, appeals, disclosures, numbers, values
from ..made.docx import docx_of
from ..made.html import html_of, page_of
from ..made.pdf import pdf_of

Parts = list[Prose | Grid]
Table = tuple[Grid, dict[Key, str]]
FORM = "form_2021"
TITLE = "乐陵市人民政府{}年政府信息公开工作年度报告"
OPENING = "本报告根据《中华人民共和国政府信息公开条例》的规定编制。"
HEADINGS = (
    "一、总体情况",
    "二、主动公开政府信息情况",
    "三、收到和处理政府信息公开申请情况",
    "四、政府信息公开行政复议、行政诉讼情况",
    "五、存在的主要问题及改进情况",
)
PROSE = "公开的内容还不够全面，将进一步加强学习。"


def page(parts: Parts) -> bytes:
    """A web page."""
    return page_of(
        *(html_of(part) if isinstance(part, Grid) else f"<p>{part.text}</p>" for part in parts)
    )


FORMATS: dict[str, Callable[[Parts], bytes]] = {".html": page, ".docx": docx_of, ".pdf": pdf_of}
each_format = pytest.mark.parametrize("suffix", FORMATS)


def written(below: dict[int, Grid], year: int, headings: tuple[str, ...] = HEADINGS) -> Parts:
    """A report with tables below some of its headings, and prose below the others."""
    parts: Parts = [Prose(TITLE.format(year)), Prose(OPENING)]
    for i, heading in enumerate(headings):
        parts += [Prose(heading), below.get(i) or Prose(PROSE)]
    return parts


def whole(matrix: Grid, headings: tuple[str, ...] = HEADINGS) -> Parts:
    """A report of 2022 with its three tables."""
    return written({1: disclosures(FORM)[0], 2: matrix, 3: appeals()[0]}, 2022, headings)


def expected(held: dict[Key, str]) -> dict[Key, float]:
    """The figures of a whole report whose matrix holds these."""
    return numbers(held) | numbers(appeals()[1]) | numbers(disclosures(FORM)[1])


@dataclass(frozen=True)
class Reading:
    """A file as the program reads it."""

    document: Document
    facts: Facts

    def is_right(self, truth: dict[Key, float]) -> bool:
        """Tell whether every figure is read, no other one, and nothing is refused."""
        return not self.facts.refusals and values(self.facts) == truth

    def errors(self, truth: dict[Key, float]) -> dict[Key, float]:
        """The values that are wrong, and those neither read nor named in a finding."""
        given, refused = values(self.facts), self._refused()
        wrong = {key: value for key, value in given.items() if truth.get(key) != value}
        lost = {key: value for key, value in truth.items() if key not in given}
        return wrong | {key: v for key, v in lost.items() if f"{v:g}" not in refused}

    def says(self) -> dict[Key, str]:
        """What the cells of the form say."""
        return {(c.indicator, c.applicant): c.says for c in self.facts.cells if c.indicator}

    def _refused(self) -> set[str]:
        text = self.document.text.replace("，", ",")
        tables = (text[one.start : one.end].replace(",", "") for one in self.facts.refusals)
        doubted = {numeral for one in self.facts.doubts for numeral in one.numerals}
        return doubted | {word for table in tables for word in table.split()}


def reading(content: bytes, suffix: str, folder: Path) -> Reading:
    """Read a file from its bytes to its facts."""
    path = folder / f"report{suffix}"
    path.write_bytes(content)
    document = read(path, folder)
    return Reading(document, extract(document, recognise(document, {}, divisions())))
