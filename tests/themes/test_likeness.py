"""Likeness by hand, and clusters that stay or do not."""

from math import log, sqrt

import pandas as pd
import pytest

from analysis.themes.likeness import compared


def corpus(texts):
    rows = [(name, 10 * place, terms) for name, said in texts.items() for place, terms in enumerate(said)]  # fmt: skip
    frame = pd.DataFrame(rows, columns=["report_id", "start", "terms"])
    return frame.assign(paragraph=frame["start"])


TWO_KINDS = {
    f"{kind}{number}": [f"{kind}一 {kind}二", f"{kind}二 {kind}三", f"{kind}一 {kind}三"] * 2
    + ["公开 信息"]
    for kind in "甲乙"
    for number in range(6)
}


def test_cosine_by_hand():
    """Both say 公开 (idf 1); 扶贫 and 收费 stand in one of two reports each (idf log(3/2) + 1)."""
    alike = compared(corpus({"a": ["公开 扶贫"], "b": ["公开 收费"]})).likeness
    rare = log(3 / 2) + 1
    assert alike.loc["a", "b"] == pytest.approx(1 / (sqrt(1 + rare**2) ** 2))
    assert alike.loc["a", "a"] == 1 and alike.loc["b", "a"] == alike.loc["a", "b"]


def test_few_reports_have_no_clusters():
    found = compared(corpus({"a": ["公开 扶贫"], "b": ["公开 收费"], "c": ["扶贫"]}))
    assert found.clusters.empty
    assert found.stability["measure"].to_list() == ["nearest_kept"]


def test_two_kinds_of_reports_are_two_clusters():
    found = compared(corpus(TWO_KINDS))
    last = found.clusters.iloc[-1]
    assert last["reports"] == 12 and last["support"] == 1
    joined = found.clusters.set_index("node").loc[[int(last["first"]), int(last["second"])]]
    assert joined["reports"].to_list() == [6, 6]
    assert joined["support"].min() > 0.7
    assert all(a[0] == b[0] for a, b in zip(found.nearest["report_id"], found.nearest["nearest"], strict=True))  # fmt: skip


def test_reports_without_kinds_have_no_cluster_that_stays():
    """Every report shares the same words and has one of its own: any tree is chance."""
    texts = {f"r{n:02}": ["公开 信息", f"词{n}"] for n in range(12)}
    support = compared(corpus(texts)).clusters["support"]
    assert support.iloc[:-1].mean() < 0.5


def test_the_order_of_sentences_makes_no_difference():
    given = corpus(TWO_KINDS)
    turned = compared(given.sample(frac=1, random_state=5))
    for one, other in zip(turned, compared(given), strict=True):
        pd.testing.assert_frame_equal(one, other)


def test_one_report_is_like_nothing():
    found = compared(corpus({"a": ["公开"]}))
    assert found.nearest.empty and found.stability.empty
