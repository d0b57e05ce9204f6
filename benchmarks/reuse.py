"""Print time and memory of finding reused passages in many reports made of real sentences.

Usage: python benchmarks/reuse.py [reports]; 1,000 where no number is given. Each of the made bodies
has four years: half of a year's sentences return in the next, some with other figures or words;
some sentences are shared with other bodies, and a few by all.
"""

import random
import resource
import sys
import time

import pandas as pd

from analysis import paths, tables
from analysis.themes import rates, reuse
from analysis.themes.sentences import sentences

REPORTS, YEARS, LENGTH = 1000, 4, 120


def main() -> None:
    """Make the reports, then time each step."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else REPORTS
    known, reports = made(count, random.Random(1))
    print(
        f"{len(reports)} reports, {len(known)} sentences, {known['sentence'].nunique()} different"
    )
    started = time.perf_counter()
    found = reuse.find(known, reports)
    told("find", started, len(found.links))
    for step in (reuse.pairs, rates.rates, rates.between):
        started = time.perf_counter()
        told(step.__name__, started, len(step(found)))


def told(step: str, started: float, rows: int) -> None:
    """Print what a step took."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{step}: {time.perf_counter() - started:.1f} s, {rows} rows, {peak:.0f} MiB at most")


def made(count: int, draw: random.Random) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return sentences and reports of `count` made reports."""
    reports = tables.reports_only(tables.read(paths.PROCESSED, "reports"))
    passages = tables.read(paths.PROCESSED, "passages")
    real = list(sentences(reports, passages, tables.texts(paths.PROCESSED))["sentence"])
    clauses = [part for one in real for part in one.split("，" if "，" in one else ",") if part]
    rows, listed = [], []
    for number in range(count // YEARS):
        body, own = f"样本{number}市", [invented(clauses, draw) for _ in range(LENGTH)]
        for year in range(2014, 2014 + YEARS):
            name = f"{body}-{year}"
            listed.append({"report_id": name, "body": body, "province": f"省{number % 30}"})
            own = [next_year(one, clauses, draw) for one in own]
            said = own + draw.sample(real, 3) + real[:2]
            rows += [(name, body, year, "", 100 * i, 100 * i + len(one), one)
                     for i, one in enumerate(said)]  # fmt: skip
    columns = ["report_id", "body", "year", "section", "start", "end", "sentence"]
    return pd.DataFrame(rows, columns=columns), pd.DataFrame(listed)


def invented(clauses: list[str], draw: random.Random) -> str:
    """Return a sentence of clauses that never stood together."""
    return ",".join(draw.sample(clauses, 3)).rstrip("。;；") + "。"


def next_year(sentence: str, clauses: list[str], draw: random.Random) -> str:
    """Return the sentence as a body may have it in the next year."""
    kind = draw.random()
    if kind < 0.4:
        return sentence
    if kind < 0.6:
        place = draw.randrange(len(sentence))
        return sentence[:place] + "进一步" + sentence[place:]
    return invented(clauses, draw)


if __name__ == "__main__":
    main()
