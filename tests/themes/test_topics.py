"""Themes that are there are found and stay; of few reports none are fitted."""

import numpy as np
import pandas as pd
import pytest

from analysis.codebook.themes import thresholds
from analysis.themes import topics
from analysis.themes.topics import themes

RULES = thresholds()


@pytest.fixture(autouse=True)
def small(monkeypatch):
    """Three themes of two terms each, of six reports."""
    fewer = RULES.themes.model_copy(update={"number": 3, "least_reports": 6, "terms": 2})
    changed = RULES.model_copy(update={"themes": fewer})
    monkeypatch.setattr(topics, "thresholds", lambda: changed)


def corpus(reports):
    """Each report has three paragraphs on fees, two on appeals and one on plans."""
    said = ["收费 减免", "收费 减免", "收费 减免", "复议 诉讼", "复议 诉讼", "打算 计划"]
    rows = [(f"r{n:02}", 10 * place, terms) for n in range(reports) for place, terms in enumerate(said)]  # fmt: skip
    frame = pd.DataFrame(rows, columns=["report_id", "start", "terms"])
    return frame.assign(paragraph=frame["start"])


def test_themes_by_hand():
    found = themes(corpus(6))
    terms = found.terms.groupby("theme")["term"].agg(set).to_list()
    assert terms == [{"收费", "减免"}, {"复议", "诉讼"}, {"打算", "计划"}]
    assert found.stability["share"].to_list() == pytest.approx([1 / 2, 1 / 3, 1 / 6], abs=0.02)
    assert found.stability[["paragraphs", "reports"]].to_numpy().tolist() == [[36, 6]] * 3


def test_what_is_there_stays():
    found = themes(corpus(6)).stability
    assert found[["seeds", "resamples", "lowest"]].to_numpy().tolist() == [[1, 1, 1]] * 3


def test_shares_add_up_in_each_report():
    shares = themes(corpus(6)).shares
    assert shares.groupby("report_id")["share"].sum().to_list() == pytest.approx([1] * 6)
    assert len(shares) == 18


def test_few_reports_have_no_themes():
    found = themes(corpus(5))
    assert all(frame.empty for frame in found) and "term" in found.terms


def test_themes_are_matched_one_to_one():
    """Terms 0 and 1 against 1 and 2: Jaccard 1/3; 2 and 3 against 3 and 0: 1/3 as well."""
    first = np.array([[9, 8, 0, 0], [0, 0, 9, 8.0]])
    second = np.array([[8, 0, 0, 9], [0, 9, 8, 0.0]])
    assert topics._matched(first, second).tolist() == pytest.approx([1 / 3, 1 / 3])
    assert topics._matched(first, first[::-1]).tolist() == [1, 1]


def test_the_order_of_sentences_makes_no_difference():
    given = corpus(6)
    for one, other in zip(themes(given[::-1]), themes(given), strict=True):
        pd.testing.assert_frame_equal(one, other)
