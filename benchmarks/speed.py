"""Print how long reading takes, measured against cutting the same text into words with jieba.

The bound of the project: reading a report and extracting its facts takes less time than jieba
needs to cut its text. Both sides run on one core with what they know already loaded (dictionary,
codebook), in turn, so that whatever else the machine does falls on both.
"""

import logging
from collections.abc import Callable
from statistics import median
from time import perf_counter

import jieba

from analysis import documents, facts, paths
from analysis.codebook.divisions import divisions

RUNS = 7


def seconds(work: Callable[[], object]) -> float:
    """Return how long one run takes."""
    start = perf_counter()
    work()
    return perf_counter() - start


def extract() -> list[str]:
    """Read every report of the raw folder for its facts, and return the texts."""
    texts = []
    for path in sorted(paths.RAW.rglob("*.txt")):
        document = documents.read(path, paths.RAW)
        facts.extract(document, documents.recognise(document, {}, divisions()))
        texts.append(document.text)
    return texts


def main() -> None:
    """Print the median time of each side and the median of their ratios."""
    jieba.setLogLevel(logging.WARNING)
    jieba.dt.tmp_dir = str(paths.CACHE)
    paths.CACHE.mkdir(exist_ok=True)
    jieba.initialize()
    texts = extract()
    pairs = [
        (seconds(extract), seconds(lambda: [jieba.lcut(t) for t in texts])) for _ in range(RUNS)
    ]
    reading, cutting = (median(side) for side in zip(*pairs, strict=True))
    ratios = [mine / theirs for mine, theirs in pairs]
    print(f"{len(texts)} reports, {sum(map(len, texts))} characters, {RUNS} runs")
    print(
        f"reading and extracting: {reading * 1000:.0f} ms, jieba: {cutting * 1000:.0f} ms (medians)"
    )
    print(f"ratio: {median(ratios):.2f} (from {min(ratios):.2f} to {max(ratios):.2f})")


if __name__ == "__main__":
    main()
