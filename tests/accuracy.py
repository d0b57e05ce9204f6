"""Compare extracted values with labels made by reading.

``python -m tests.accuracy BUILT`` prints the scores of all labelled reports, built into folders
below BUILT, and of the passages: by set, report, indicator group and scope, and what was missed or
is wrong; it keeps those by set in ``docs/accuracy.csv``. Labels are ``observations-<report_id>.csv``
and ``numerals-<report_id>.csv``.

A label is found when a row has its report, indicator, applicant, scope and value. In labels,
``debatable`` rows are accepted but not required; of rows that share an ``alt_group`` one is
required; ``alt_scope`` names further scopes that are fine; ``also_at`` other places with the same
value. A row that no label accepts is wrong, as is one that is there twice.
"""

from pathlib import Path

import pandas as pd
import typer

from analysis.paths import ACCURACY
from analysis.tables import read as read_table

from . import arithmetic
from .passages import FOLDER, Written, load

TESTS = Path(__file__).parent

COLUMNS = ("report_id", "group", "scope", "part", "outcome", "key", "evidence", "differs")


def read(path: Path) -> pd.DataFrame:
    return pd.read_csv(path, dtype=str, keep_default_na=False)


def outcomes(processed: Path, gold: Path) -> pd.DataFrame:
    """What is found, missed and wrong in the reports that have labels."""
    labels = pd.concat([read(p) for p in sorted(gold.glob("observations-*.csv"))])
    rows = read(processed / "observations.csv")
    known = rows[rows["report_id"].isin(labels["report_id"])]
    return compare(labels.to_dict("records"), known.to_dict("records"))


def outcomes_of(passages: list[Written]) -> pd.DataFrame:
    """What is found, missed and wrong in some passages."""
    labels = [label for one in passages for label in one.labels()]
    return compare(labels, [row for one in passages for row in one.rows()])


def compare(labels: list[dict], rows: list[dict]) -> pd.DataFrame:
    """Every required label and every wrong row, with what differs between the two."""
    found: dict[tuple, list[dict]] = {}
    for row in rows:
        found.setdefault(_key(row), []).append(row)
    required = [_required(group, found) for group in _groups(labels)]
    accepted = {key for label in labels for key in _accepted(label)}
    wrong = [_wrong(key, same, accepted) for key, same in found.items()]
    return pd.DataFrame([one for one in (*required, *wrong) if one], columns=list(COLUMNS))


def rates(found: pd.DataFrame) -> dict[str, float]:
    """Precision, recall and F1 of some outcomes, with their counts."""
    count = {name: int((found["outcome"] == name).sum()) for name in ("found", "missed", "wrong")}
    right = count["found"]
    precision = right / (right + count["wrong"]) if right + count["wrong"] else 1.0
    recall = right / (right + count["missed"]) if right + count["missed"] else 1.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return {"precision": precision, "recall": recall, "F1": f1} | count


def kinds(processed: Path, gold: Path) -> pd.DataFrame:
    """Labelled numerals, and whether the row that overlaps them is of the labelled kind.

    The year in a name is a name or a date; labels say where a quantity is fine, too.
    """
    given: dict[str, list[dict]] = {}
    for row in read(processed / "numerals.csv").to_dict("records"):
        given.setdefault(row["report_id"], []).append(row)
    labels = [_labels(path, given) for path in sorted(gold.glob("numerals-*.csv"))]
    return pd.concat(labels, ignore_index=True)


def _labels(path: Path, given: dict[str, list[dict]]) -> pd.DataFrame:
    report_id = path.stem.removeprefix("numerals-")
    labels = read(path).assign(report_id=report_id)
    rows = [(int(r["start"]), int(r["end"]), r["kind"]) for r in given.get(report_id, [])]
    right = [_is_right(label, rows) for label in labels.to_dict("records")]
    return labels.assign(right=right)


def _is_right(label: dict, rows: list[tuple[int, int, str]]) -> bool:
    start, end = int(label["start"]), int(label["end"])
    accepted = {label["kind"]}
    accepted |= {"quantity"} if "or quantity" in label["meaning"] else set()
    accepted |= {"name"} if label["kind"] == "date" else set()
    return any(kind in accepted for a, b, kind in rows if a < end and b > start)


def _key(row: dict, scope: str = "") -> tuple:
    value = round(float(row["value"]), 6)
    return (
        row["report_id"],
        row["indicator"],
        row.get("applicant", ""),
        scope or row["scope"],
        value,
    )


def _accepted(label: dict) -> list[tuple]:
    return [_key(label)] + [_key(label, scope) for scope in _parts(label["alt_scope"])]


def _parts(written: str) -> list[str]:
    return [part.strip() for part in written.split("|") if part.strip()]


def _groups(labels: list[dict]) -> list[list[dict]]:
    """Labels that are required: one by one, or one of several readings."""
    groups: dict[tuple, list[dict]] = {}
    for place, label in enumerate(labels):
        if label["alt_group"]:
            groups.setdefault((label["report_id"], label["alt_group"]), []).append(label)
        elif label["debatable"] != "1":
            groups[(place,)] = [label]
    return list(groups.values())


def _required(group: list[dict], found: dict[tuple, list[dict]]) -> dict:
    hits = [(label, key) for label in group for key in _accepted(label) if key in found]
    label, key = hits[0] if hits else (group[0], _key(group[0]))
    differs = _differences(label, found[key]) if hits else ""
    return _outcome("found" if hits else "missed", key, label["evidence"], differs)


def _wrong(key: tuple, same: list[dict], accepted: set[tuple]) -> dict | None:
    names = [row["scope_name"] for row in same]
    if key in accepted and len(set(names)) == len(names):
        return None
    return _outcome("wrong", key, same[0]["evidence"])


def _outcome(outcome: str, key: tuple, evidence: str, differs: str = "") -> dict:
    return {
        "report_id": key[0],
        "group": key[1].partition(".")[0],
        "scope": key[3],
        "part": "unit" if key[3] == "unit" else "main",
        "outcome": outcome,
        "key": " ".join(str(part) for part in key if part != ""),
        "evidence": " ".join(evidence.split()),
        "differs": differs,
    }


def _differences(label: dict, same: list[dict]) -> str:
    """What the row nearest to a label says differently: ends, place or name."""
    return min((_difference(label, row) for row in same), key=len)


def _difference(label: dict, row: dict) -> str:
    graded = [e for e in ("lower", "upper") if label[e] or label["qualifier"] == "about"]
    ends = [end for end in graded if _number(label[end]) != _number(row[end])]
    places = [(label["start"], label["end"])] if label.get("start") else []
    places += [p.split("-") for p in _parts(label.get("also_at", ""))]
    there = not places or any(
        int(a) < int(row["end"]) and int(row["start"]) < int(b) for a, b in places
    )
    named = row["scope"] != "unit" or label["scope_name"] == row["scope_name"]
    return " ".join(ends + ["place"] * (not there) + ["name"] * (not named))


def _number(written: str) -> float | None:
    return round(float(written), 6) if written else None


ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
    "eighteenth", "nineteenth", "twentieth", "twenty-first", "twenty-second", "twenty-third", "twenty-fourth",
    "twenty-fifth", "twenty-sixth", "twenty-seventh",
    "twenty-eighth", "twenty-ninth", "thirtieth", "thirty-first", "thirty-second", "thirty-third",
    "thirty-fourth", "thirty-fifth", "thirty-sixth", "thirty-seventh",
    "thirty-eighth", "thirty-ninth", "fortieth", "forty-first", "forty-second", "forty-third",
    "forty-fourth", "forty-fifth", "forty-sixth", "forty-seventh", "forty-eighth",
    "forty-ninth",
)  # fmt: skip
SHOWN = ["precision", "recall", "F1", "found", "missed", "wrong"]


def table(parts: dict[str, pd.DataFrame], name: str) -> str:
    """Scores of some parts as a table in Markdown, one row each."""
    lines = [f"| {name} | " + " | ".join(SHOWN) + " |", "| --- |" + " ---: |" * len(SHOWN)]
    for key, part in parts.items():
        scores = rates(part)
        cells = [f"{scores[c]:.3f}" for c in SHOWN[:3]] + [str(scores[c]) for c in SHOWN[3:]]
        lines.append(f"| {key} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def as_csv(parts: dict[str, pd.DataFrame]) -> str:
    """Scores of the sets as they are kept for the page of the method: which set, and which round."""
    names = {"five published reports": "published", "fourteen written reports": "written"}
    lines = [",".join(["set", "round", *(one.lower() for one in SHOWN)])]
    for name, part in parts.items():
        nth = "" if name in names else ORDINALS.index(name.split()[1]) + 1
        scores = rates(part)
        cells = [f"{scores[c]:.3f}" for c in SHOWN[:3]] + [str(scores[c]) for c in SHOWN[3:]]
        lines.append(",".join([names.get(name, "passages"), str(nth), *cells]))
    return "\n".join([*lines, ""])


def scores_of(found: pd.DataFrame) -> str:
    """Tables by report, by indicator group and by scope, and what was missed, is wrong or differs."""
    parts = {"report_id": "report", "group": "group", "scope": "scope"}
    tables = [table(dict(list(found.groupby(c))), name) for c, name in parts.items()]
    odd = found[(found["outcome"] != "found") | (found["differs"] != "")]
    notes = [f"{o.outcome} {o.differs} {o.key} | {o.evidence[:90]}" for o in odd.itertuples()]
    return "\n\n".join([*tables, "\n".join(notes)])


def sets(raw: Path, written: Path) -> dict[str, pd.DataFrame]:
    """Outcomes of the two sets of labelled reports, built into two folders, and of each round."""
    rounds = {path.stem: load(path) for path in FOLDER.glob("*.yaml")}
    return {
        "five published reports": outcomes(raw, TESTS / "gold"),
        "fourteen written reports": outcomes(written, TESTS / "written/gold"),
    } | {f"passages, {n} round": outcomes_of(rounds[n]) for n in ORDINALS if n in rounds}


def checked(raw: Path, written: Path) -> dict[str, tuple]:
    """Labels of contradictions and what the checks find: of reports, built, and of each round."""
    reports = {
        "five published reports": (raw, "gold"),
        "fourteen written reports": (written, "written/gold"),
    }
    rounds = {path.stem: arithmetic.load(path) for path in arithmetic.FOLDER.glob("*.yaml")}
    return {
        name: (arithmetic.labels_of(TESTS / gold), read_table(folder, "findings"))
        for name, (folder, gold) in reports.items()
    } | {
        f"planted passages, {n} round": arithmetic.read(rounds[n]) for n in ORDINALS if n in rounds
    }


def main(built: Path) -> None:
    """Print the scores of the reports built into a folder, and of the passages."""
    found = sets(built / "data/raw", built / "tests/written")
    print(table(found, "set"))
    ACCURACY.write_text(as_csv(found), encoding="utf-8")
    checks = checked(built / "data/raw", built / "tests/written")
    breaches = {name: arithmetic.outcomes(*one) for name, one in checks.items()}
    print(f"\n{table(breaches, 'breaches of')}\n")
    for name, one in checks.items():
        agreed, labelled = arithmetic.agreed(*one)
        print(f"{name}: {agreed} of {labelled} statements that agree are found to agree")
        odd = breaches[name].query("outcome != 'found'")
        print(
            *(f"  {o.outcome} {o.report_id} {o.group}: {o.detail}" for o in odd.itertuples()),
            sep="\n",
        )
    for name, part in found.items():
        print(f"\n## {name}\n\n{scores_of(part)}")
    for name, gold in (("data/raw", "gold"), ("tests/written", "written/gold")):
        numerals = kinds(built / name, TESTS / gold)
        print(
            f"\n{name}: {numerals['right'].sum()} of {len(numerals)} numerals of the labelled kind"
        )


if __name__ == "__main__":
    typer.run(main)
