"""Which of many short texts may be alike, without comparing each with each (近似查重)."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np
from rapidfuzz import fuzz, process

WIDTH = 3  # characters of a shingle
BANDS, ROWS = 32, 4  # texts with 60% of their shingles in common meet in a band 99 times in 100
BLOCK = 512  # texts compared at once
_MIX = np.uint64(0x9E3779B97F4A7C15)  # an odd number without pattern (golden ratio, 64 bits)
_HALF = np.uint64(32)


def signatures(texts: Sequence[str]) -> np.ndarray:
    """Return the MinHash of each text's shingles.

    Returns
    -------
    ndarray of uint32, shape (number of texts, BANDS * ROWS)
        Two texts agree in a column as often as their sets of shingles do (Broder 1997). The hash
        functions are fixed, so that the same text has the same row everywhere.
    """
    draw = np.random.default_rng(20080501)
    times, plus = draw.integers(1, 2**63, (2, BANDS * ROWS), dtype=np.uint64)
    made = np.empty((len(texts), BANDS * ROWS), dtype=np.uint32)
    for row, text in enumerate(texts):
        hashed = _shingles(text)[:, None] * (times | np.uint64(1)) + plus
        made[row] = (hashed >> _HALF).min(axis=0)
    return made


def families(texts: Sequence[str], least: float) -> Iterator[list[int]]:
    """Yield the groups of texts that hang together by similarity, in order of their first text.

    Parameters
    ----------
    texts : sequence of str
        Different from each other and sorted, so that groups do not depend on where they came from.
    least : float
        Least similarity (0 to 1) of two texts that hold a group together.
    """
    above = list(range(len(texts)))
    for first, second in _meeting(signatures(texts)):
        one, other = _top(above, first), _top(above, second)
        if one != other and fuzz.ratio(texts[first], texts[second]) >= 100 * least:
            above[max(one, other)] = min(one, other)
    groups = defaultdict(list)
    for place in range(len(texts)):
        groups[_top(above, place)].append(place)
    yield from (group for group in groups.values() if len(group) > 1)


def alike(texts: Sequence[str], least: float) -> Iterator[tuple[int, np.ndarray]]:
    """Yield blocks of the matrix of similarities of `texts`, 0 where less than `least`.

    Yields
    ------
    int
        Number of the first text of the block.
    ndarray of float32, shape (texts of the block, texts)
        Similarity from 0 to 1.
    """
    for start in range(0, len(texts), BLOCK):
        block = texts[start : start + BLOCK]
        yield start, compared(block, texts, least)


def compared(these: Sequence[str], those: Sequence[str], least: float) -> np.ndarray:
    """Return the similarity of each of these texts with each of those, 0 where less than `least`.

    Examples
    --------
    >>> compared(["公开的内容还欠丰富"], ["公开的内容还欠丰富", "加强培训"], 0.7).tolist()
    [[1.0, 0.0]]
    """
    options = {"scorer": fuzz.ratio, "score_cutoff": 100 * least, "dtype": np.float32}
    return process.cdist(these, those, **options) / 100


def _shingles(text: str) -> np.ndarray:
    padded = text.ljust(WIDTH)
    codes = np.frombuffer(padded.encode("utf-32-le"), dtype=np.uint32).astype(np.uint64)
    count = len(codes) - WIDTH + 1
    hashed = np.zeros(count, dtype=np.uint64)
    for place in range(WIDTH):
        hashed = (hashed ^ codes[place : place + count]) * _MIX
        hashed ^= hashed >> _HALF
    return hashed


def _meeting(signed: np.ndarray) -> Iterator[tuple[int, int]]:
    """Yield texts that agree in a band: each with the one before it and with the first of them."""
    for band in range(BANDS):
        keys = np.zeros(len(signed), dtype=np.uint64)
        for column in range(band * ROWS, (band + 1) * ROWS):
            keys = (keys ^ signed[:, column]) * _MIX
            keys ^= keys >> _HALF
        order = np.argsort(keys, kind="stable")
        same = np.append(False, keys[order][1:] == keys[order][:-1])
        first = np.maximum.accumulate(np.where(same, 0, np.arange(len(order))))
        (second,) = np.nonzero(same)
        yield from zip(order[second - 1].tolist(), order[second].tolist(), strict=True)
        later = second[first[second] < second - 1]
        yield from zip(order[first[later]].tolist(), order[later].tolist(), strict=True)


def _top(above: list[int], place: int) -> int:
    while above[place] != place:
        above[place] = above[above[place]]
        place = above[place]
    return place
