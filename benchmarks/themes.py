"""Print how long the room of themes takes for many reports, and how much memory.

The reports are made: each has sentences drawn from paragraphs of the reports read, under the
headings that they had there. They say nothing about the country.
"""

import argparse
import resource
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

import numpy as np
import pandas as pd

from analysis import paths, tables
from analysis.themes.corpus import paragraphs
from analysis.themes.likeness import compared
from analysis.themes.sections import placed, shares, with_topics
from analysis.themes.segmentation import segmented
from analysis.themes.sentences import cut
from analysis.themes.terms import key_terms
from analysis.themes.topics import themes

SEED = 1
PARTS = 35  # paragraphs of a made report


def recombined(real: pd.DataFrame, reports: int) -> pd.DataFrame:
    """Return paragraphs of made reports.

    Parameters
    ----------
    real : DataFrame
        From `themes.corpus.paragraphs`.
    reports : int
        How many to make.
    """
    chance = np.random.default_rng(SEED)
    said = [
        (one.section, one.paragraph[a:b], one.words)
        for one in real.itertuples()
        for a, b in cut(one.paragraph, 0, len(one.paragraph))
    ]
    rows = []
    for number in range(reports):
        start = 0
        for place in chance.integers(0, len(real), PARTS):
            section = real["section"].iloc[place]
            same = [s for s in said if s[0] == section] or said
            words = "".join(same[k][1] for k in chance.integers(0, len(same), 4))
            name = f"样本{number:04}"
            rows.append((f"{name}-2017", name, 2017, start, start + len(words), section, words,
                         "".join(words.split()), len(words)))  # fmt: skip
            start += len(words) + 1
    return pd.DataFrame(rows, columns=real.columns)


def main() -> None:
    """Time each step on made reports; what was cut before is forgotten first."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, default=paths.PROCESSED, help="processed tables")
    parser.add_argument("--reports", type=int, default=1000)
    asked = parser.parse_args()
    reports = tables.reports_only(tables.read(asked.folder, "reports"))
    passages, texts = tables.read(asked.folder, "passages"), tables.texts(asked.folder)
    made = recombined(paragraphs(reports, passages, texts), asked.reports)
    print(f"{asked.reports} reports, {len(made)} paragraphs, {made['characters'].sum()} characters")
    paths.CACHE.mkdir(exist_ok=True)
    with TemporaryDirectory(dir=paths.CACHE) as apart:
        jieba = paths.CACHE / "jieba"
        if jieba.exists():
            shutil.copytree(jieba, Path(apart) / "jieba")
        paths.CACHE = Path(apart)
        began = perf_counter()
        sentences = _timed("segmentation", segmented, made)
        _timed("segmentation, from the store", segmented, made)
        topics = _timed("sections", placed, made, sentences)
        _timed("shares", shares, topics)
        _timed("key terms of bodies", key_terms, sentences, "body")
        _timed("key terms of topics", key_terms, with_topics(sentences, topics), "topic")
        _timed("likeness and clusters", compared, sentences)
        _timed("themes", themes, sentences)
        print(f"together: {perf_counter() - began:.0f} s")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory: {peak:.0f} MB")


def _timed(name: str, work: object, *given: object) -> object:
    start, busy = perf_counter(), process_time()
    made = work(*given)
    busy, start = process_time() - busy, perf_counter() - start
    print(f"{name}: {start:.1f} s, {busy:.1f} s of them busy", flush=True)
    return made


if __name__ == "__main__":
    main()
