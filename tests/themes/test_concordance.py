"""Every place of a term, with its context and its place in the clean text."""

import pandas as pd
import pytest

from analysis.themes.concordance import COLUMNS, concordance
from analysis.themes.sentences import sentences


@pytest.fixture(scope="module")
def known(five):
    return sentences(five.reports, five.passages, five.texts)


def said(words, start=100):
    row = ("甲市-2016", "甲市", 2016, "一、概述", start, start + len(words), words)
    names = ["report_id", "body", "year", "section", "start", "end", "sentence"]
    return pd.DataFrame([row], columns=names)


def test_places_are_those_of_the_clean_text(known, five):
    found = concordance("新媒体", known)
    assert len(found) == 9
    for one in found.itertuples():
        assert five.texts[one.report_id][one.start : one.end] == one.term == "新媒体"
        assert one.left + one.term + one.right in one.sentence
        assert len(one.left) <= 20 and len(one.right) <= 20


def test_no_place_is_passed_over(known, five):
    paragraphs = [
        five.texts[one.report_id][one.start : one.end]
        for one in five.passages.query("kind == 'paragraph'").itertuples()
    ]
    expected = sum(words.count("依申请公开") for words in paragraphs)
    assert len(concordance("依申请公开", known)) == expected > 30


def test_a_term_twice_in_a_sentence_has_two_rows():
    found = concordance("公开", said("以公开促公开。"), around=1)
    assert found[["left", "right", "start"]].values.tolist() == [
        ["以", "促", 101],
        ["促", "。", 104],
    ]


def test_a_line_end_or_a_wide_digit_inside_a_term_makes_no_difference():
    (one,) = concordance("受理120件", said("全年受理１２\n０件。")).itertuples()
    assert (one.term, one.start, one.end) == ("受理１２０件", 102, 109)


def test_signs_are_no_pattern():
    assert len(concordance("(下称", said("新乡(下称“市”)。"))) == 1
    assert concordance("新.", said("新乡。")).empty


@pytest.mark.parametrize("term", ["", "没有的词"])
def test_nothing_found_is_an_empty_table(term, known):
    found = concordance(term, known)
    assert found.empty and list(found.columns) == COLUMNS


def test_the_order_of_sentences_makes_no_difference(known):
    mixed = known.sample(frac=1, random_state=2)
    pd.testing.assert_frame_equal(concordance("培训", mixed), concordance("培训", known))
