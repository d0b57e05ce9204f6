"""A report as all rules read it: its text, and whose it is (报告文本)."""

from dataclasses import dataclass

from analysis.facts.view import fold
from analysis.once import once
from analysis.records import Document, Report


@dataclass(eq=False)
class Source:
    """A document and whose report it is."""

    document: Document
    report: Report

    @property
    def text(self) -> str:
        """The clean text."""
        return self.document.text

    @property
    def body(self) -> str:
        """Who reports."""
        return self.report.body

    @property
    def year(self) -> int:
        """The year reported on."""
        return self.report.year

    @once
    def folded(self) -> str:
        """Return the clean text with one form of each sign, every character in its place."""
        return fold(self.document.text)

    @once
    def level(self) -> str:
        """Return the level whose scope words it uses: 市级 in 北京市 is what it is in any city.

        A ministry tells of itself as any office does.
        """
        level, body = self.report.level, self.report.body
        if level == "national":
            return "department"
        return "prefecture" if level == "province" and body.endswith("市") else level
