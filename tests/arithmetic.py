"""Passages whose figures can be checked against each other, with what a reader finds.

Every file of ``tests/claims`` is one round: written without a look at the rules, half of its
statements right and half wrong, and checked by the program for the first time when it was complete.
"""

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
ADDED_UP = ("sum", "scope", "list", "applicants")  # what is the same arithmetic under several names


@dataclass(frozen=True)
class Planted:
    """A passage, whose it is, and what its figures say of each other."""

    id: str
    body: str
    year: int
    text: str
    labels: list[dict]

    @property
    def level(self) -> str:
        """The level that the body's name has; a city is taken for a prefecture."""
        endings = {"省": "province", "市": "prefecture", "县": "county", "区": "county"}
        return endings.get(
            self.body[-1], "department" if self.body[-1] in "局委厅办会" else "county"
        )

    def findings(self) -> pd.DataFrame:
        """Read the passage as a report, and check it."""
        title = f"{self.body}{self.year}年政府信息公开工作年度报告"
        text = f"{title}\n\n{self.text}"
        report = Report(
            self.id, self.body, "", "", self.level, "", self.year, title, "", "", "prose"
        )
        facts = extract(Document("made.txt", "txt", "0" * 64, text, *structured(text)), report)
        rows = tables.rows("observations", report, facts.observations)
        listed = {"file": "made.txt", "status": "read", "report_id": self.id, "body": self.body}
        reports = tables.frame("reports", [listed | {"year": self.year}])
        return findings(tables.frame("observations", rows), reports, {self.id: facts})

    def places(self, label: dict) -> set[tuple[int, int]]:
        """Return where the numbers of a label stand, in the text that is read."""
        head = len(f"{self.body}{self.year}年政府信息公开工作年度报告\n\n")
        found = [_place(self.text, number) for number in label["numbers"]]
        return {(head + start, head + end) for start, end in found}


def load(path: Path) -> list[Planted]:
    """Return the passages of a round."""
    return [
        Planted(one["id"], one["body"], one["year"], one["text"], one.get("findings") or [])
        for one in yaml.safe_load(path.read_text(encoding="utf-8"))
    ]


def outcomes(passages: list[Planted]) -> pd.DataFrame:
    """Compare the breaches found with those labelled, one row each: found, missed or wrong."""
    return pd.DataFrame([row for one in passages for row in _outcomes(one)])


def _outcomes(passage: Planted) -> list[dict]:
    breaches = passage.findings().query("state == 'breach'")
    rows, matched = [], set()
    for label in passage.labels:
        if label["state"] != "breach":
            continue
        hits = [b for b in breaches.itertuples() if _same(passage, label, b)]
        matched |= {b.finding_id for b in hits}
        outcome = "found" if hits else "missed"
        if hits or not label.get("debatable"):
            rows.append(_row(passage, label["family"], outcome, str(label["detail"])))
    wrong = [b for b in breaches.itertuples() if b.finding_id not in matched]
    return rows + [_row(passage, b.rule.partition(".")[0], "wrong", b.detail) for b in wrong]


def _row(passage: Planted, family: str, outcome: str, detail: str) -> dict:
    return {"id": passage.id, "family": family, "outcome": outcome, "detail": detail}


def _same(passage: Planted, label: dict, found) -> bool:
    """Tell whether a finding is what a label says: of one kind, with numbers in common."""
    kind = found.rule.partition(".")[0]
    alike = {kind, label["family"]} <= set(ADDED_UP) or kind == label["family"]
    keys = [key.rpartition(":")[2].split("-") for key in found.observations.split()]
    found_at = [(int(start), int(end)) for start, end in keys]
    return alike and any(a < d and c < b for a, b in passage.places(label) for c, d in found_at)


def _place(text: str, number) -> tuple[int, int]:
    """Return where a number stands: the first time, or the time that the label names."""
    written = number if isinstance(number, str) else number["text"]
    times = 1 if isinstance(number, str) else number.get("nth", 1)
    start = -1
    for _ in range(times):
        start = text.index(str(written), start + 1)
    return start, start + len(str(written))
