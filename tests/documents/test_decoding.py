import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.documents.decoding import decode, decode_page
from analysis.errors import UnreadableError

SENTENCE = "2017年，“中国襄阳”发布各类信息35753条。\n　　办结率99.92%"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030", "gbk", "gb2312"])
def test_every_encoding_gives_the_same_characters(encoding):
    assert decode(SENTENCE.encode(encoding)) == SENTENCE


def test_big_endian_with_mark():
    assert decode(codecs.BOM_UTF16_BE + SENTENCE.encode("utf-16-be")) == SENTENCE


def test_only_line_ends_change():
    assert decode("甲\r\n乙\r丙\n\t　丁 \x0c".encode()) == "甲\n乙\n丙\n\t　丁 \x0c"


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"", "empty"),
        (b" \r\n\t\xe3\x80\x80", "white space"),
        (codecs.BOM_UTF8, "white space"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "a PNG picture"),
        (b"%PDF-1.4 text", "a PDF"),
        (b"{\\rtf1", "a Rich Text Format file"),
        (b"PK\x03\x04word", "a ZIP archive"),
        (("政府信息公开" * 99 + "\0").encode(), "control or unassigned"),
        (("政府信息公开" * 9 + "\x01").encode(), "control or unassigned"),
        (bytes(range(256)) * 8, "neither UTF-8 nor GB18030"),
        (b"\xff\xfea", "byte order mark"),
        ("襄阳市政府信息公开".encode()[:-1], "damaged UTF-8"),
        ("本報告根據中華人民共和國政府信息公開條例編制".encode("big5"), "another encoding"),
    ],
)
def test_what_is_no_text_is_named(content, found):
    with pytest.raises(UnreadableError, match=found):
        decode(content)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_a_page_may_be_damaged_in_a_few_places(encoding):
    page = f"<p>{SENTENCE}" * 9
    assert decode_page(page.encode(encoding)) == page
    assert decode_page((page + "。").encode(encoding)[:-1]) == page
    in_utf_8 = "<p>公开".encode()[:-1] + page.encode()
    assert decode_page(in_utf_8) == "<p>公\ufffd" + page


@pytest.mark.parametrize("damage", [b"\xff", b"\xe5\xbc"])
def test_a_page_damaged_in_many_places_is_refused(damage):
    with pytest.raises(UnreadableError, match=r"neither UTF-8 nor GB18030|another encoding"):
        decode_page((f"<p>{SENTENCE}".encode() + damage) * 9)


@given(st.binary(max_size=200))
def test_bytes_become_text_or_an_unreadable_error(content):
    try:
        assert "\r" not in decode(content)
    except UnreadableError as error:
        assert str(error)
