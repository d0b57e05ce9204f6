"""Where a document says whose report it is, of which year, and when it was published."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from analysis.codebook.identity import identity
from analysis.codebook.signatures import signature_of
from analysis.codebook.titles import (
    names_table,
    opens_report,
    table_title_match,
    title_match,
    titles,
)
from analysis.documents.dates import day, without_year, years
from analysis.documents.lines import CELL_GAP
from analysis.records import Document, Passage

OPENING, CLOSING = 8, 8
TELLING = ("source and date", "index card", "page tools")
FORM_LABELS = 2


@dataclass(frozen=True)
class Clues:
    """The places of a document that tell what it is; words are without white space.

    Attributes
    ----------
    document : Document
        As read.
    stated : str
        Its title as the user states it, empty where the one in the text holds.
    """

    document: Document
    stated: str = ""

    def _words(self, passage: Passage) -> str:
        return "".join(self.document.text[passage.start : passage.end].split())

    @cached_property
    def title(self) -> str:
        """The title, empty where the report was published without it."""
        if self.stated:
            return self.stated
        found = (p for p in self.document.passages if p.kind == "title")
        return "".join(map(self._words, found))

    @property
    def _title_match(self) -> re.Match | None:
        return title_match(self.title) or table_title_match(self.title)

    @cached_property
    def _report(self) -> list[str]:
        kept = (p for p in self.document.passages if p.kind not in ("title", "furniture"))
        return [self._words(passage) for passage in kept]

    @cached_property
    def context(self) -> str:
        """The words of the report itself, title first."""
        return "\n".join([self.title, *self._report])

    @cached_property
    def opening(self) -> list[str]:
        """The first passages of the report."""
        return self._report[:OPENING]

    @cached_property
    def closing(self) -> list[str]:
        """The last lines of the report, the last one first; issuer and date can share a line."""
        kept = [p for p in self.document.passages if p.kind == "paragraph"][: -CLOSING - 1 : -1]
        lines = (self.document.text[passage.start : passage.end] for passage in kept)
        return ["".join(part.split()) for line in lines for part in CELL_GAP.split(line)]

    @cached_property
    def furniture(self) -> list[str]:
        """The page furniture that says something about the report."""
        return ["".join(words.split()) for words in self._spaced_furniture()]

    @cached_property
    def masthead(self) -> list[str]:
        """The short lines between the title and the text: issuer and date."""
        lines = []
        for words in self.opening:
            if not signature_of(words):
                break
            lines.append(words)
        return lines if self.title else []

    def is_report(self) -> bool:
        """Tell whether this is an annual report on open government information."""
        if self.title:
            return True
        other = self.opening and len(self.opening[0]) < 60
        if other and titles().heading_of_other.search(self.opening[0]):
            return False
        return any(opens_report(words) for words in self.opening[:3])

    def year(self) -> int | None:
        """Return the year reported on, None where it cannot be told."""
        named = self._title_years()
        if named:
            return named.pop() if len(named) == 1 else None
        for phrase in identity().period:
            for words in self.opening:
                if match := phrase.pattern.search(words):
                    return int(match["year"])
        return None

    def _title_years(self) -> set[int]:
        """Return the years of the title; (2018年2月) behind it is the day of publication."""
        match = self._title_match
        suffix = (match and match["suffix"]) or ""
        named = set(years(self.title.removesuffix(suffix)))
        return named or set(years(suffix) if "月" not in suffix or "1月1日" in suffix else ())

    def title_prefix(self) -> str:
        """Return what the title says before its subject, without the year."""
        match = self._title_match
        prefix = match["prefix"] if match else ""
        return without_year(prefix)

    def bearers(self) -> Iterator[str]:
        """Yield names of the body outside the title, the surest first."""
        if names_table(self.title):  # who filled it in is not whose figures it holds
            return
        yield from self._signed
        places = {"opening": self.opening, "furniture": self.furniture}
        for phrase in identity().bearers:
            for words in places[phrase.where]:
                if match := phrase.pattern.search(words):
                    yield without_year(match["body"])
        yield without_year(self.document.file.rpartition("/")[2].rpartition(".")[0])

    @cached_property
    def _signed(self) -> list[str]:
        return [w for w in self.masthead + self.closing if signature_of(w) == "issuer"]

    def issuer(self) -> str:
        """Return who signed the report, else where the page took it from, else nothing."""
        source = [p for p in identity().bearers if p.where == "furniture"]
        quoted = (m["body"] for p in source for w in self.furniture if (m := p.pattern.search(w)))
        return next(iter(self._signed), "") or next(quoted, "")

    def published(self, year: int) -> str:
        """Return the day of signature, else that of the page; never one before the year."""
        dated = [w for w in self.closing + self.masthead if signature_of(w) == "date"]
        days = (day(words) for words in dated + self._spaced_furniture())
        return next((found for found in days if found[:4] >= str(year)), "")

    def _spaced_furniture(self) -> list[str]:
        text = self.document.text
        kept = (p for p in self.document.passages if p.label in TELLING)
        return [text[p.start : p.end] for p in kept]

    def form(self, year: int) -> str:
        """Return the national form whose table stands in the text, else ``prose``."""
        tables = (p for p in self.document.passages if p.kind == "table")
        words = "".join(map(self._words, tables))
        for form in identity().form:
            labels = sum(label in words for label in form.labels)
            if form.first <= year <= form.until and labels >= FORM_LABELS:
                return form.name
        return "prose"

    def speaks_for_all(self) -> bool:
        """Tell whether the report covers every body of the place, and not its author alone."""
        whole = sum(self.context.count(word) for word in identity().whole)
        itself = sum(self.context.count(word) for word in identity().itself)
        return whole >= 3 and whole > 3 * itself
