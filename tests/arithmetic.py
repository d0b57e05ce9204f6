"""Compare what the checks find with labels made by reading.

Passages of ``tests/claims`` (a round each) were written without a look at the rules, half of their
statements right and half wrong. Labels of whole reports are ``findings-<report_id>.csv`` beside
those of their values. A breach is found when a label of its family has a number in common with it;
one that no label accepts is wrong. ``debatable`` labels are accepted but not required.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
import yaml

from analysis import tables
from analysis.checks import findings
from analysis.documents.structure import structured
from analysis.facts import extract
from analysis.records import Document, Report

FOLDER = Path(__file__).parent / "claims"
FAMILIES = {  # the families of the labels, by rule
    "sum": "parts", "scope": "parts", "list": "parts", "applicants": "parts", "items": "parts",
    "unit": "conflict", "date": "period", "parts": "structure", "numbering": "structure",
}  # fmt: skip
WRITTEN = {
    "sum": "parts",
    "scope": "parts",
    "list": "parts",
    "date": "period",
}  # by family, as labels have it


@dataclass(frozen=True)
class Label:
    """What a reader says of some numbers: of which kind it is, and whether they agree."""

    report_id: str
    family: str
    state: str
    places: tuple[tuple[int, int], ...]
    debatable: bool
    detail: str

    def is_of(self, found) -> bool:
        """Tell whether a finding is about the same: of one family, with numbers in common."""
        kind = found.rule.partition(".")[0]
        keys = [key.rpartition(":")[2].split("-") for key in found.observations.split()]
        spans = [(int(start), int(end)) for start, end in keys]
        alike = FAMILIES.get(kind, kind) == WRITTEN.get(self.family, self.family)
        return alike and any(a < d and c < b for a, b in self.places for c, d in spans)


def outcomes(labels: Iterable[Label], found: pd.DataFrame) -> pd.DataFrame:
    """Return a row for each breach: found, missed or wrong; those of labels not required left out."""
    labels, breaches = list(labels), list(found.query("state == 'breach'").itertuples())
    rows = []
    for one in (label for label in labels if label.state == "breach"):
        hit = any(one.report_id == b.report_id and one.is_of(b) for b in breaches)
        if hit or not one.debatable:
            rows.append((one.report_id, one.family, "found" if hit else "missed", one.detail))
    accepted = [label for label in labels if label.state == "breach"]
    for b in breaches:
        if not any(one.report_id == b.report_id and one.is_of(b) for one in accepted):
            rows.append((b.report_id, b.rule, "wrong", b.detail))
    return pd.DataFrame(rows, columns=["report_id", "group", "outcome", "detail"])


def agreed(labels: Iterable[Label], found: pd.DataFrame) -> tuple[int, int]:
    """Return how many labels of what agrees have a consistent finding, and how many there are."""
    consistent = list(found.query("state == 'consistent'").itertuples())
    right = [label for label in labels if label.state == "consistent" and not label.debatable]
    hits = [any(o.report_id == one.report_id and one.is_of(o) for o in consistent) for one in right]
    return sum(hits), len(right)


def labels_of(folder: Path) -> list[Label]:
    """Return the labels of the reports in a folder of labels."""
    paths = sorted(folder.glob("findings-*.csv"))
    return [label for path in paths for label in _read(path)]


def _read(path: Path) -> Iterable[Label]:
    for row in pd.read_csv(path, dtype=str, keep_default_na=False).itertuples():
        spans = (span.split("-") for span in row.at.split())
        places = tuple((int(start), int(end)) for start, end in spans)
        report_id = path.stem.removeprefix("findings-")
        yield Label(report_id, row.family, row.state, places, row.debatable == "1", row.detail)


@dataclass(frozen=True)
class Planted:
    """A passage, whose it is, and what its figures say of each other."""

    id: str
    body: str
    year: int
    text: str
    findings: list[dict]

    @property
    def title(self) -> str:
        return f"{self.body}{self.year}年政府信息公开工作年度报告\n\n"

    @property
    def level(self) -> str:
        """The level that the body's name has; a city is taken for a prefecture."""
        endings = {"省": "province", "市": "prefecture", "州": "prefecture", "区": "county"}
        other = "department" if self.body[-1] in "局委厅办会" else "county"
        return endings.get(self.body[-1], other)

    @property
    def labels(self) -> list[Label]:
        return [self._label(one) for one in self.findings]

    def found(self) -> pd.DataFrame:
        """Read the passage as a report, and check it."""
        text, title = self.title + self.text, self.title.strip()
        report = Report(
            self.id, self.body, "", "", self.level, "", self.year, title, "", "", "prose"
        )
        facts = extract(Document("made.txt", "txt", "0" * 64, text, *structured(text)), report)
        rows = tables.rows("observations", report, facts.observations)
        listed = {"file": "made.txt", "status": "read", "report_id": self.id, "body": self.body}
        reports = tables.frame("reports", [listed | {"year": self.year}])
        found = findings(tables.frame("observations", rows), reports, {self.id: facts})
        return found[~found["rule"].isin(["parts", "numbering"])]  # of whole reports

    def _label(self, one: dict) -> Label:
        head = len(self.title)
        spans = [_place(self.text, number) for number in one["numbers"]]
        places = tuple((head + start, head + end) for start, end in spans)
        debatable = bool(one.get("debatable"))
        return Label(self.id, one["family"], one["state"], places, debatable, str(one["detail"]))


def load(path: Path) -> list[Planted]:
    """Return the passages of a round."""
    return [
        Planted(one["id"], one["body"], one["year"], one["text"], one.get("findings") or [])
        for one in yaml.safe_load(path.read_text(encoding="utf-8"))
    ]


def read(passages: list[Planted]) -> tuple[list[Label], pd.DataFrame]:
    """Return the labels of a round, and what the checks find in it."""
    labels = [label for one in passages for label in one.labels]
    return labels, pd.concat([one.found() for one in passages], ignore_index=True)


def _place(text: str, number) -> tuple[int, int]:
    """Return where a number stands: the first time, or the time that the label names."""
    written = number if isinstance(number, str) else number["text"]
    times = 1 if isinstance(number, str) else number.get("nth", 1)
    start = -1
    for _ in range(times):
        start = text.index(str(written), start + 1)
    return start, start + len(str(written))
