"""Key terms of tiny corpora, worked out by hand."""

from math import log, sqrt

import pandas as pd
import pytest

from analysis.themes.terms import key_terms

# 甲 says 扶贫 four times in three sentences, 公开 twice; 乙 says 公开 three times and 收费 once.
SAID = [
    ("甲-2017", 0, "扶贫 扶贫"),
    ("甲-2017", 10, "扶贫 公开"),
    ("甲-2017", 20, "扶贫 公开 公开"),
    ("乙-2017", 0, "公开 公开"),
    ("乙-2017", 10, "公开 收费"),
]


def corpus(rows=SAID):
    frame = pd.DataFrame(rows, columns=["report_id", "start", "terms"])
    sentence = frame["terms"].str.replace(" ", "")
    return frame.assign(body=frame["report_id"].str[:1], sentence=sentence,
                        end=frame["start"] + 9, paragraph=frame["start"])  # fmt: skip


def test_log_odds_by_hand():
    """甲 has 4 of 扶贫 in 7 terms, 乙 0 in 4; of all 11 terms 4 are 扶贫, so the prior is 500 * 4 / 11."""
    row = key_terms(corpus(), "body").query("group == '甲'").iloc[0]
    prior = 500 * 4 / 11
    here = log((4 + prior) / (7 + 500 - 4 - prior))
    there = log((0 + prior) / (4 + 500 - 0 - prior))
    expected = (here - there) / sqrt(1 / (4 + prior) + 1 / (0 + prior))
    assert row["term"] == "扶贫" and row["log_odds"] == pytest.approx(expected)
    assert row[["count", "rest", "size", "sentences", "reports"]].to_list() == [4, 0, 7, 3, 1]


def test_tfidf_by_hand():
    """idf of 扶贫, in one of two groups: log(3 / 2) + 1; of 公开, in both: 1. Row 4 and 3, normalised."""
    row = key_terms(corpus(), "body").query("group == '甲'").iloc[0]
    poverty, open_ = 4 * (log(3 / 2) + 1), 3 * 1
    assert row["tfidf"] == pytest.approx(poverty / sqrt(poverty**2 + open_**2))


def test_a_term_of_one_sentence_is_never_listed():
    found = key_terms(corpus(), "body")
    assert "收费" not in set(found["term"])  # one sentence of 乙
    again = key_terms(corpus([*SAID, ("乙-2017", 20, "公开 收费")]), "body")
    assert "收费" not in set(again["term"])  # the same sentence twice
    other = key_terms(corpus([*SAID, ("乙-2017", 20, "收费")]), "body")
    assert "收费" in set(other.query("group == '乙'")["term"])


def test_a_term_that_the_rest_says_as_often_is_not_listed():
    found = key_terms(corpus(), "body")
    assert found.query("group == '甲'")["term"].to_list() == ["扶贫"]
    assert found.query("group == '乙'")["term"].to_list() == ["公开"]


def test_the_example_is_the_shortest_sentence_and_leads_back():
    row = key_terms(corpus(), "body").query("group == '甲'").iloc[0]
    assert row[["example", "report_id", "start", "end"]].to_list() == ["扶贫扶贫", "甲-2017", 0, 9]


def test_kept_is_the_share_of_resamples_with_the_term():
    """公开 stands in both paragraphs of 乙, so that no resample is without it."""
    found = key_terms(corpus(), "body").set_index("group")
    assert found.loc["乙", "kept"] > 0.9
    assert found["kept"].between(0, 1).all()


def test_the_order_of_sentences_makes_no_difference():
    expected = key_terms(corpus(), "body")
    pd.testing.assert_frame_equal(key_terms(corpus(SAID[::-1]), "body"), expected)


def test_one_group_has_no_rest():
    assert key_terms(corpus(SAID[:3]), "body").empty


def test_reports_of_a_topic_are_counted():
    """Topic a has 公开 in one sentence of 甲 and two of 乙; topic b has 扶贫 in two of 甲."""
    found = key_terms(corpus().assign(topic=["b", "a", "b", "a", "a"]), "topic").set_index("group")
    assert found.loc["a", ["term", "sentences", "reports"]].to_list() == ["公开", 3, 2]
    assert found.loc["b", ["term", "sentences", "reports"]].to_list() == ["扶贫", 2, 1]
