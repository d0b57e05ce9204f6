"""What each paragraph is about (段落主题), in the one vocabulary of the codebook."""

from collections.abc import Iterator
from functools import cache

import numpy as np
import pandas as pd
from joblib import Parallel, delayed
from scipy import sparse
from sklearn.feature_extraction.text import TfidfTransformer
from sklearn.metrics import accuracy_score, f1_score
from sklearn.model_selection import GroupKFold, LeaveOneGroupOut
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.svm import LinearSVC

from analysis.codebook.topics import cues_in, named_in, opened_by, topics
from analysis.facts.view import view
from analysis.themes.counting import counted

HEADING, OPENING = "heading", "opening"
METHODS = ("cues", "classifier")
SCORES = ["method", "n", "reports", "groups", "accuracy", "macro_f1", "used"]
_JOINT = " / "


def placed(paragraphs: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """Return paragraphs with the topic of each.

    A paragraph has the topic that its headings name; else the one that its first words name; else
    the one that the better of the two methods of `scores` gives it. Where headings name several
    (存在的问题及改进措施), the method chooses among these.

    Parameters
    ----------
    paragraphs : DataFrame
        From `themes.corpus.paragraphs`.
    sentences : DataFrame
        Their sentences, from `themes.segmentation.segmented`.

    Returns
    -------
    DataFrame
        The paragraphs, in order of report and place, with ``terms``, ``topic`` (a key of
        ``topics.yaml``), ``by`` (``heading``, ``opening``, ``cues`` or ``classifier``) and
        ``candidates`` (the topics that headings name, joined by spaces).
        ``attrs["scores"]`` holds the table that chose the method.
    """
    told = _told(paragraphs, sentences)
    table = scores(told)
    method = next(iter(table.loc[table["used"], "method"]), METHODS[0])
    known, open_ = (np.flatnonzero(one) for one in (told["topic"] != "", told["topic"] == ""))
    if len(open_):
        by_score = _scored(method, told, counted(told["terms"])[0], known, open_)
        told.loc[open_, "topic"] = _best(by_score, told.loc[open_, "candidates"])
        told.loc[open_, "by"] = method
    named = [" ".join(sorted(names)) for names in told["candidates"]]
    placed = told.assign(candidates=pd.Series(named, dtype=str))
    placed.attrs["scores"] = table
    return placed


def scores(told: pd.DataFrame) -> pd.DataFrame:
    """Measure both methods on paragraphs that headings decide, whole reports left out.

    The classifier learns from what headings and first words decide in the other reports.

    Parameters
    ----------
    told : DataFrame
        Columns ``report_id``, ``words``, ``terms``, ``topic`` and ``by``.

    Returns
    -------
    DataFrame
        One row per method: ``method``, ``n`` (paragraphs), ``reports``, ``groups`` (left out in
        turn), ``accuracy``, ``macro_f1`` (mean over topics, whatever their size) and ``used``
        (the better macro F1). Empty where there is nothing to leave out.
    """
    known = told[told["by"].isin([HEADING, OPENING])].reset_index(drop=True)
    folds = list(_folds(known))
    if not folds:
        return pd.DataFrame(columns=SCORES).astype({"used": bool})
    tested = known.loc[np.concatenate([test for _, test in folds])]
    truth = tested["topic"].to_numpy()
    counts, _ = counted(known["terms"])
    rows = []
    for method in METHODS:
        # threads: the solver lets go of the interpreter, and its results are those of one
        found = Parallel(-1, prefer="threads")(
            delayed(_scored)(method, known, counts, learn, test) for learn, test in folds
        )
        given = np.concatenate([_best(one) for one in found])
        f1 = f1_score(truth, given, labels=sorted(set(truth)), average="macro", zero_division=0)
        rows.append((method, len(truth), tested["report_id"].nunique(), len(folds),
                     accuracy_score(truth, given), f1))  # fmt: skip
    table = pd.DataFrame(rows, columns=SCORES[:-1])
    return table.assign(used=table.index == table["macro_f1"].idxmax())


def _folds(known: pd.DataFrame) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Yield what to learn from and what to test, where at least two topics can be learnt."""
    reports = known["report_id"]
    if reports.nunique() < 2:
        return
    few = reports.nunique() <= topics().leave_one_out
    cut = LeaveOneGroupOut() if few else GroupKFold(topics().folds)
    for learn, left_out in cut.split(known, groups=reports):
        test = left_out[known["by"].iloc[left_out] == HEADING]
        if len(test) and known["topic"].iloc[learn].nunique() > 1:
            yield learn, test


def shares(placed: pd.DataFrame) -> pd.DataFrame:
    """Return the share of each report's text that each topic has.

    Returns
    -------
    DataFrame
        One row per report and topic, reports in order of ``report_id``, topics in order of the
        codebook: ``report_id``, ``body``, ``year``, ``topic``; ``paragraphs``; ``characters``
        (without white space); ``whole`` (characters of the report); ``share`` (0 to 1); ``headed``
        (share of the topic's own text that headings decide); ``joint`` (whether a heading names
        the topic together with another). Where no paragraph is about a topic, its ``characters``,
        ``share`` and ``headed`` are missing: nothing was found, which is no zero.
    """
    names = list(topics().topics)
    keys = ["report_id", "body", "year"]
    sized = placed.assign(headed=placed["characters"].where(placed["by"] == HEADING, 0))
    counted = sized.groupby([*keys, "topic"]).agg(
        paragraphs=("characters", "size"),
        characters=("characters", "sum"),
        headed=("headed", "sum"),
    )
    reports = placed[keys].drop_duplicates().sort_values("report_id")
    every = reports.merge(pd.DataFrame({"topic": names}), how="cross")
    table = every.merge(counted.reset_index(), on=[*keys, "topic"], how="left")
    whole = table.groupby("report_id")["characters"].transform("sum").astype(int)
    return table.assign(
        paragraphs=table["paragraphs"].fillna(0).astype(int),
        characters=table["characters"].astype("Int64"),
        whole=whole,
        share=table["characters"] / whole,
        headed=table["headed"] / table["characters"],
        joint=pd.MultiIndex.from_frame(table[["report_id", "topic"]]).isin(_joint(placed)),
    )[[*keys, "topic", "paragraphs", "characters", "whole", "share", "headed", "joint"]]


def _joint(placed: pd.DataFrame) -> set[tuple[str, str]]:
    """Return the topics that a heading of a report names together with others."""
    several = placed[placed["candidates"].str.contains(" ")]
    pairs = zip(several["report_id"], several["candidates"], strict=True)
    return {(report, topic) for report, names in pairs for topic in names.split()}


def with_topics(sentences: pd.DataFrame, placed: pd.DataFrame) -> pd.DataFrame:
    """Return sentences with a column ``topic``, that of their paragraph."""
    topic = placed[["report_id", "start", "topic"]].rename(columns={"start": "paragraph"})
    return sentences.merge(topic, on=["report_id", "paragraph"], how="left", validate="many_to_one")


# What headings and first words say -------------------------------------------------------------


def _told(paragraphs: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """Return paragraphs with their terms and the topic that headings or first words name."""
    told = paragraphs.sort_values(["report_id", "start"]).reset_index(drop=True)
    terms = sentences.groupby(["report_id", "paragraph"])["terms"].agg(" ".join)
    found = [headed(section) for section in told["section"]]
    opened = [frozenset() if f else opened_by(w) for f, w in zip(found, told["words"], strict=True)]
    decided = [_decided(a, b) for a, b in zip(found, opened, strict=True)]
    topic, by = zip(*decided, strict=True) if decided else ((), ())
    return told.assign(
        terms=terms.reindex(pd.MultiIndex.from_frame(told[["report_id", "start"]]), fill_value="")
        .astype(str)
        .to_numpy(),
        candidates=found,
        topic=pd.Series(topic, dtype=str),
        by=pd.Series(by, dtype=str),
    )


@cache
def headed(section: str) -> frozenset[str]:
    """Return the topics that the headings above a paragraph name, the innermost first to decide.

    Below a heading of problems or plans, headings only choose between these.

    Examples
    --------
    >>> sorted(headed("二、主动公开政府信息情况 / (三)解读回应"))
    ['response']
    >>> sorted(headed("七、存在的主要问题和改进措施 / (二)2018年改进措施 / 4、加强政策解读"))
    ['plans']
    """
    known = topics().topics
    found, kept = frozenset(), frozenset(known)
    for depth, heading in enumerate(section.split(_JOINT)):
        named = named_in(view(heading, 0, len(heading)).text, depth == 0) & kept
        found = named or found
        if any(known[name].whole for name in named):
            kept = named
    return found


def _decided(found: frozenset[str], opened: frozenset[str]) -> tuple[str, str]:
    """Return the topic that headings or else first words name alone, and which of them."""
    if _only(found):
        return _only(found), HEADING
    return (_only(opened), OPENING) if _only(opened) else ("", "")


def _only(found: frozenset[str]) -> str:
    return next(iter(found)) if len(found) == 1 else ""


# The two methods -------------------------------------------------------------------------------


def _scored(
    method: str, told: pd.DataFrame, counts: sparse.csr_array, learn: np.ndarray, test: np.ndarray
) -> pd.DataFrame:
    """Return a score for each topic (column) and paragraph in the places `test` (row)."""
    if method == "cues":
        return _by_cues(told.iloc[test])
    model = classifier().fit(counts[learn], told["topic"].iloc[learn])
    values = model.decision_function(counts[test])
    if len(model.classes_) == 2:
        values = np.column_stack([-values, values])
    return pd.DataFrame(values, columns=model.classes_).reindex(columns=list(topics().topics))


def _by_cues(test: pd.DataFrame) -> pd.DataFrame:
    found = pd.DataFrame([cues_in(words) for words in test["words"]]).astype(float)
    found[topics().otherwise] += 0.5  # wins only where nothing is found
    return found


def classifier() -> Pipeline:
    """Return the model: TF-IDF of terms, and a linear support vector machine (Joachims 1998).

    Classes weigh alike, as in the score that chooses; solved so that nothing is drawn by chance.
    """
    learner = LinearSVC(class_weight="balanced", dual=False)
    return make_pipeline(TfidfTransformer(sublinear_tf=True), learner)


def _best(scored: pd.DataFrame, candidates: pd.Series | None = None) -> np.ndarray:
    """Return the topic of the highest score of each row, among its candidates if it has any."""
    values = scored.to_numpy(dtype=float, na_value=-np.inf)
    if candidates is not None:
        allowed = np.array([[not c or n in c for n in scored.columns] for c in candidates])
        floor = np.nanmin(values[np.isfinite(values)], initial=0) - 1
        values = np.where(allowed, np.maximum(values, floor), -np.inf)
    return scored.columns.to_numpy()[values.argmax(axis=1)]
