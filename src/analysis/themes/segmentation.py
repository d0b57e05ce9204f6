"""Words of sentences (分词): terms that count, with figures and names set apart."""

import hashlib
import json
import logging
from collections.abc import Iterable
from functools import cache
from importlib.metadata import version
from itertools import chain
from pathlib import Path

import jieba
import pandas as pd
from joblib import Memory, Parallel, delayed

from analysis import paths
from analysis.codebook.divisions import divisions
from analysis.codebook.segmentation import apart, segmentation, whole_words
from analysis.facts.view import view
from analysis.themes.sentences import cut as sentences_in

COLUMNS = ["report_id", "body", "year", "start", "end", "paragraph", "sentence", "terms",
           "names", "figures"]  # fmt: skip
SEGMENTER = "jieba"
FEW = 50  # reports that are cut sooner than another process has read the dictionary
_UPPER = {"province", "prefecture"}


def segmented(paragraphs: pd.DataFrame) -> pd.DataFrame:
    """Cut paragraphs into sentences, and sentences into terms.

    What was cut before under the same `fingerprint` is read from ``.cache/segmented``.

    Parameters
    ----------
    paragraphs : DataFrame
        From `themes.corpus.paragraphs`.

    Returns
    -------
    DataFrame
        One row per sentence, in order of report and place: ``report_id``, ``body``, ``year``;
        ``start``, ``end`` and ``sentence`` (as published); ``paragraph`` (where its paragraph
        starts); ``terms`` and ``names`` (each joined by spaces, in order) and ``figures`` (how
        many). ``attrs["fingerprint"]`` says which segmenter and words cut it.
    """
    mark = f"{fingerprint()} {_code()}"
    cut = Memory(paths.CACHE / "segmented", verbose=0).cache(_cut)
    ours = paragraphs.sort_values(["report_id", "start"])
    reports = list(ours.groupby(["report_id", "body"], sort=True))
    jobs = 1 if len(reports) <= FEW else -1
    done = Parallel(jobs)(delayed(_of_report)(one, body, cut, mark) for (_, body), one in reports)
    rows = chain.from_iterable(done)
    frame = pd.DataFrame(rows, columns=COLUMNS)
    frame.attrs["fingerprint"] = fingerprint()
    return frame


def _of_report(paragraphs: pd.DataFrame, body: str, cut: object, mark: str) -> list[tuple]:
    places = [
        (one, *place)
        for one in paragraphs.itertuples()
        for place in sentences_in(one.paragraph, 0, len(one.paragraph))
    ]
    said = [one.paragraph[start:end] for one, start, end in places]
    words = "\n".join(view(sentence, 0, len(sentence)).text for sentence in said)
    cuts = zip(places, said, cut(words, body, mark) if said else (), strict=True)
    return [
        (one.report_id, one.body, one.year, one.start + start, one.start + end, one.start,
         sentence, *found)
        for (one, start, end), sentence, found in cuts
    ]  # fmt: skip


def _cut(words: str, body: str, mark: str) -> list[tuple[str, str, int]]:
    """Cut the sentences of one report, one a line; `mark` only tells cached results apart."""
    own = frozenset(_own_places(body))
    return [_terms_of(line, own) for line in words.split("\n")]


def _terms_of(line: str, own: frozenset[str]) -> tuple[str, str, int]:
    bare, numbers = apart().subn(" ", line)
    terms, names, figures = _sorted_out(tokenizer().lcut(bare, HMM=False), own)
    return terms, names, figures + numbers


def _sorted_out(tokens: Iterable[str], own: frozenset[str]) -> tuple[str, str, int]:
    rules = segmentation()
    terms, names, figures = [], [], 0
    for token in tokens:
        if rules.figures.search(token):
            figures += 1
        elif is_name(token) or token in own:
            names.append(token)
        elif is_term(token):
            terms.append(token)
    return " ".join(terms), " ".join(names), figures


def is_term(token: str) -> bool:
    """Tell whether a token is counted as a term.

    Examples
    --------
    >>> [is_term(token) for token in ("依申请公开", "以及", "和", "。")]
    [True, False, False, False]
    """
    rules = segmentation()
    long_enough = len(token) >= rules.least_characters
    return long_enough and token not in rules.stops and any(map(str.isalnum, token))


@cache
def is_name(token: str) -> bool:
    """Tell whether a token names a place or an office; words of the codebook never do.

    Examples
    --------
    >>> [is_name(token) for token in ("新乡市", "山东", "财政局", "服务大厅", "布局")]
    [True, True, True, False, False]
    """
    names = segmentation().names
    if token in names.words or token in _whole():
        return False
    ends = any(token.endswith(one) for one in names.endings if len(token) >= len(one))
    return (ends and len(token) > 2) or token in _places()


@cache
def tokenizer() -> jieba.Tokenizer:
    """Return our own tokenizer with the words of the codebook; the global one is left alone."""
    jieba.setLogLevel(logging.WARNING)
    ours = jieba.Tokenizer()
    ours.tmp_dir = str(paths.CACHE / SEGMENTER / version(SEGMENTER))  # not the shared temp folder
    (paths.CACHE / SEGMENTER / version(SEGMENTER)).mkdir(parents=True, exist_ok=True)
    ours.initialize()
    for word in whole_words():
        ours.add_word(word, _often(ours, word))
    return ours


def _often(ours: jieba.Tokenizer, word: str) -> int:
    """Return a frequency under which the word, standing alone, is never cut."""
    return max(ours.suggest_freq(word), ours.FREQ.get(word) or 0)


def fingerprint() -> str:
    """Return segmenter, version and a digest of every word and rule that decides what is a term.

    Examples
    --------
    >>> fingerprint().split()[:2]
    ['jieba', '0.42.1']
    """
    return f"{SEGMENTER} {version(SEGMENTER)} {_digest()}"


@cache
def _digest() -> str:
    rules = segmentation()
    patterns = (apart().pattern, rules.figures.pattern, rules.least_characters)
    lists = (rules.stops, rules.names.endings, rules.names.words, _places())
    told = [whole_words(), *patterns, *map(sorted, lists)]
    return hashlib.sha256(json.dumps(told, ensure_ascii=False).encode()).hexdigest()[:12]


@cache
def _code() -> str:
    return hashlib.sha256(Path(__file__).read_bytes()).hexdigest()


@cache
def _whole() -> frozenset[str]:
    return frozenset(whole_words())


@cache
def _places() -> frozenset[str]:
    """Names of all divisions, and stems (襄阳) of those of the two upper levels."""
    known = divisions()
    upper = {one for one in known.names() if {d.level for d in known.ever_named(one)} & _UPPER}
    return frozenset(known.names()) | {stem(name) for name in upper}


def _own_places(body: str) -> set[str]:
    """Return the stem of each division that the name of a body begins with."""
    found, start = set(), 0
    while name := divisions().name_at(body, start):
        found.add(stem(name))
        start += len(name)
    return found


def stem(name: str) -> str:
    """Return the name of a division without the word for its kind.

    Examples
    --------
    >>> stem("襄阳市"), stem("上海市"), stem("吉林省"), stem("泗县")
    ('襄阳', '上海', '吉林', '泗县')
    """
    return name[:-1] if len(name) > 2 and name[-1] in "省市县区州盟旗" else name
