"""Passages in the wording of many offices, each with the values that a reader finds in it.

Every file of ``tests/passages`` is one round: written and labelled without a look at the rules,
and read by the program for the first time when all of the round was labelled.
"""

from dataclasses import dataclass
from pathlib import Path

import yaml

from analysis.documents.structure import structured
from analysis.facts import extract
from analysis.records import Document, Facts, Report

FOLDER = Path(__file__).parent / "passages"


@dataclass(frozen=True)
class Written:
    """A passage, whose it is, and what it states."""

    id: str
    body: str
    level: str
    year: int
    heading: str
    text: str
    values: list[dict]
    printed: list[dict]
    kind: str = ""

    def facts(self) -> Facts:
        """Read the passage as the part of a report that it is."""
        title = f"{self.body}{self.year}年政府信息公开工作年度报告"
        text = "\n\n".join(part for part in (title, self.heading, self.text) if part)
        report = Report(
            self.id, self.body, "", "", self.level, "", self.year, title, "", "", "prose"
        )
        return extract(Document("made.txt", "txt", "0" * 64, text, *structured(text)), report)

    def labels(self) -> list[dict]:
        """What is to be found, as rows of labels."""
        return [self._label(value) for value in self.values]

    def rows(self) -> list[dict]:
        """What is found, as rows of observations."""
        return [
            {"report_id": self.id}
            | {name: str(getattr(one, name)) for name in ("applicant", "scope", "scope_name")}
            | {"indicator": one.indicator, "value": str(one.value), "evidence": one.evidence}
            | {"start": str(one.start), "end": str(one.end)}
            | {end: _written(getattr(one, end)) for end in ("lower", "upper")}
            for one in self.facts().observations
        ]

    def _label(self, value: dict) -> dict:
        exact = value["value"] if value.get("qualifier", "exact") == "exact" else None
        return {
            "report_id": self.id,
            "indicator": value["indicator"],
            "applicant": value.get("applicant", ""),
            "scope": value["scope"],
            "scope_name": value.get("scope_name", ""),
            "value": str(value["value"]),
            "lower": _written(value.get("lower", exact)),
            "upper": _written(value.get("upper", exact)),
            "qualifier": value.get("qualifier", "exact"),
            "debatable": "1" if value.get("debatable") else "",
            "alt_group": str(value.get("alt_group", "")),
            "alt_scope": value.get("alt_scope", ""),
            "evidence": str(value["words"]),
        }


def load(path: Path) -> list[Written]:
    """Return the passages of a round."""
    return [
        Written(
            one["id"], one["body"], one["level"], one["year"], one.get("heading") or "",
            one["text"], one.get("values") or [], one.get("printed") or [], one.get("kind") or "",
        )
        for one in yaml.safe_load(path.read_text(encoding="utf-8"))
    ]  # fmt: skip


def _written(number: float | None) -> str:
    return "" if number is None else str(float(number))
