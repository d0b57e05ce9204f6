"""Reasons in both languages, each of them used, each understood once it is filled in."""

import re

import pytest

from analysis import paths
from analysis.codebook.reasons import BRACES, explained, found, reason, reasons
from analysis.documents import formats

WHOLE, PARTS = reasons().reasons, reasons().parts
FORMATS = {
    *formats.SIGNATURES.values(), *formats.PACKED.values(), *formats.STORED.values(),
    *formats.MARKUP.values(), formats.TEXT, formats.CUT_OFF,
} - {formats.LOCKED}  # fmt: skip


@pytest.mark.parametrize("label", [*WHOLE.values(), *PARTS.values()])
def test_both_languages_set_in_the_same(label):
    assert sorted(BRACES.findall(label.zh)) == sorted(BRACES.findall(label.en))


@pytest.mark.parametrize("key", WHOLE)
def test_a_reason_is_told_in_chinese_with_what_was_set_in(key):
    names = BRACES.findall(WHOLE[key].en)
    values = {name: f"<{number}>" for number, name in enumerate(names)}
    assert explained(reason(key, **values), "zh") == WHOLE[key].zh.format(**values)
    assert explained(reason(key, **values), "en") == reason(key, **values)


def test_what_is_set_in_is_told_in_chinese_too():
    whole = reason("pdf_needs_ocr", found=found("no_text_layer", pictured=2, pages=3))
    assert explained(whole, "zh").startswith("PDF 需要文字识别：没有文字层，3 页中有 2 页是图片。")


def test_words_that_are_no_reason_stay():
    assert explained("", "zh") == ""
    assert explained("见来源", "zh") == "见来源"


def test_every_format_has_a_name_in_both_languages():
    assert {part.en for part in PARTS.values()} >= FORMATS


def test_every_reason_is_given_somewhere():
    source = "".join(p.read_text("utf-8") for p in paths.CODEBOOK.parent.rglob("*.py"))
    given = set(re.findall(r'\breason\(\s*"(\w+)"', source))
    assert given == set(WHOLE)
