"""Under which headings a passage stands (章节), and what they say of it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from analysis.codebook.signatures import signature_of
from analysis.facts.lexing import Token, says, tokens
from analysis.facts.own_names import is_own_subject
from analysis.facts.source import Source
from analysis.facts.view import view
from analysis.records import Passage

_YEAR = re.compile(r"(20\d{2})年")
_SIGNATURE = 40  # characters of a line that may announce an attachment


class Heading(NamedTuple):
    """A heading with the known words of its label."""

    level: int
    label: str
    words: list[Token]


@dataclass(frozen=True, eq=False)
class Section:
    """The headings above some passages.

    Attributes
    ----------
    headings : tuple of Heading
        The highest first; none above an attachment, or before the first.
    is_plan : bool
        Whether they announce plans, problems or another year (下一步工作安排).
    """

    headings: tuple[Heading, ...] = ()
    is_plan: bool = False

    @property
    def path(self) -> str:
        """The labels of all headings."""
        return " / ".join(heading.label for heading in self.headings)

    @property
    def heading(self) -> str:
        """The label right above."""
        return self.headings[-1].label if self.headings else ""

    @property
    def words(self) -> list[Token]:
        """The known words of all headings."""
        return [*chain.from_iterable(heading.words for heading in self.headings)]


class Placed(NamedTuple):
    """A passage, its section, and the words before it, which may be a table's caption."""

    passage: Passage
    section: Section
    caption: str


def in_sections(source: Source, passages: Iterable[Passage]) -> Iterator[Placed]:
    """Yield the passages of a report, in order, with their sections."""
    section, caption = Section(), ""
    for passage in passages:
        if passage.start in source.document.attachments:
            section, caption = Section(), ""
        if passage.kind == "heading":
            above = [one for one in section.headings if one.level < passage.level]
            section = _under([*above, _heading(passage, source)], source.year)
        elif passage.kind == "paragraph" and passage.level:
            section = _up_to(section, passage.level, source.year)
        elif passage.kind == "paragraph" and _is_attachment(source.text, passage):
            section = Section()
        yield Placed(passage, section, caption)
        if passage.kind != "table":
            caption = source.text[passage.start : passage.end]


def _heading(passage: Passage, source: Source) -> Heading:
    """Return a heading; its own subject is none to a body (院务公开工作 of a hospital)."""
    said = view(passage.label, 0, len(passage.label)).text
    words = tokens(said, source.level)
    if source.level == "department":
        own = (
            t.has("foreign") and is_own_subject(said[t.start : t.end], source.body) for t in words
        )
        words = [t for t, is_own in zip(words, own, strict=True) if not is_own]
    return Heading(passage.level, passage.label, words)


def _up_to(section: Section, level: int, year: int) -> Section:
    """Return the section without the headings that a paragraph of a level stands beside."""
    above = [one for one in section.headings if one.level < level]
    return _under(above, year) if above else Section()


def _under(headings: list[Heading], year: int) -> Section:
    years = _YEAR.findall(headings[-1].label)
    elsewhen = bool(years) and str(year) not in years
    is_plan = elsewhen or any(map(_tells_plans, headings))
    return Section(tuple(headings), is_plan)


def _tells_plans(heading: Heading) -> bool:
    """Tell whether a heading is of plans or problems, and not of what was done, too.

    四、工作成效与下步打算.
    """
    ahead = says(heading.words, "section", "plan", "problem")
    return ahead and not says(heading.words, "section", "done")


def _is_attachment(text: str, passage: Passage) -> bool:
    """Tell whether a paragraph begins an attachment (附:主要指标), which no heading governs."""
    if not text.startswith("附", passage.start):
        return False
    said = "".join(text[passage.start : passage.end].split())
    return signature_of(said[:_SIGNATURE]) == "attachment"
