"""Every rule about words finds its example, and words of the codebook stay whole."""

import re

import pytest

from analysis.codebook.segmentation import apart, segmentation, whole_words
from analysis.facts.view import view
from analysis.themes.segmentation import is_name, is_term, tokenizer

RULES = segmentation()


def folded(words):
    return view(words, 0, len(words)).text


@pytest.mark.parametrize(("pattern", "example"), RULES.refused.items())
def test_refused(pattern, example):
    assert re.search(pattern, example) and example not in whole_words()


@pytest.mark.parametrize(("pattern", "example"), RULES.apart.items())
def test_numbers_and_addresses(pattern, example):
    assert re.fullmatch(pattern, folded(example)) and apart().fullmatch(folded(example))


def test_words_in_brackets_are_no_number():
    assert not apart().search("要点(2017年)42条,〔附件〕号")


@pytest.mark.parametrize(("word", "example"), RULES.whole.items())
def test_words_stay_whole_in_their_examples(word, example):
    assert word in tokenizer().lcut(folded(example), HMM=False)


def test_words_of_the_codebook_stay_whole():
    assert [w for w in whole_words() if tokenizer().lcut(w, HMM=False) != [w]] == []


@pytest.mark.parametrize(("ending", "example"), RULES.names.endings.items())
def test_names(ending, example):
    tokens = tokenizer().lcut(example, HMM=False)
    assert any(is_name(token) and token.endswith(ending) for token in tokens)


@pytest.mark.parametrize("word", sorted(RULES.names.words))
def test_words_that_only_look_like_names(word):
    assert not is_name(word)


@pytest.mark.parametrize("figure", ["2017", "3.2", "73.3%", "三百", "二十三", "五十条", "-"])
def test_figures(figure):
    assert RULES.figures.search(figure)


@pytest.mark.parametrize("word", ["三公", "五公开", "一把手", "万元", "两会"])
def test_words_that_are_no_figures(word):
    assert not RULES.figures.search(word)


def test_stop_words_are_no_terms():
    assert [word for word in RULES.stops if is_term(word)] == []
    assert RULES.stops & set(whole_words()) <= {"中华人民共和国"}
