"""Bytes of a text or a web page become characters, or an error that says what was found."""

import codecs
import unicodedata

from analysis.codebook.reasons import reason
from analysis.documents.formats import HTML, TEXT, require
from analysis.errors import UnreadableError

BOMS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
# GB18030 decodes almost any bytes to something: real text has next to none of these categories.
IMPLAUSIBLE = {"Cc", "Cn", "Co", "Cs"}
TOLERATED = 0.005
# What stands for bytes that are no character, and how many of the characters beyond ASCII it may.
DAMAGE, DAMAGED = "\ufffd", 0.01
# Text in another encoding (Big5 …) turns into characters outside the 6,763 of GB2312.
RARE = 0.1


def decode(content: bytes) -> str:
    """Return the characters of a text file, line ends as ``\\n``.

    Tried in this order: byte order mark, UTF-8, GB18030 (which contains GBK and GB2312), each
    strictly, so that no character is ever lost or replaced.

    Raises
    ------
    UnreadableError
        When the bytes are no text, or hold nothing but white space.

    Examples
    --------
    >>> decode("同江市2017年政府信息公开工作年度报告\\r\\n".encode("gbk"))
    '同江市2017年政府信息公开工作年度报告\\n'
    """
    require(content, {TEXT, HTML}, "text")
    text = _characters(content).replace("\r\n", "\n").replace("\r", "\n")
    _refuse_implausible(text)
    return text


def decode_page(content: bytes) -> str:
    """Return the characters of a web page, whatever encoding it declares.

    Pages cut a headline, or their own end, within a character: where that is all that is wrong,
    U+FFFD stands for the bytes left over.

    Raises
    ------
    UnreadableError
        When the bytes are no page, or more of it is damaged.

    Examples
    --------
    >>> decode_page('<meta charset="gb2312"><p>瀍河回族区政府信息公开年报'.encode("gbk"))
    '<meta charset="gb2312"><p>瀍河回族区政府信息公开年报'
    >>> decode_page("<p>特此报告。".encode()[:-1])
    '<p>特此报告'
    """
    require(content, {TEXT, HTML}, "a web page")
    marked = next((BOMS[mark] for mark in BOMS if content.startswith(mark)), "utf-8")
    text = content.decode(marked, "replace").removesuffix(DAMAGE)
    if _is_damaged(text):
        text = content.decode("gb18030", "replace").removesuffix(DAMAGE)
        _refuse_mistaken(text)
    if _is_damaged(text):
        raise UnreadableError(reason("no_encoding"))
    _refuse_implausible(text)
    return text


def _is_damaged(text: str) -> bool:
    beyond = len(text) - len(text.encode("ascii", "ignore"))
    return text.count(DAMAGE) > DAMAGED * beyond


def _characters(content: bytes) -> str:
    marked = next((BOMS[mark] for mark in BOMS if content.startswith(mark)), "utf-8")
    try:
        return content.decode(marked)
    except UnicodeDecodeError as error:
        if marked != "utf-8":
            raise UnreadableError(
                reason("not_as_marked", encoding=marked, place=error.start)
            ) from error
    try:
        text = content.decode("gb18030")
    except UnicodeDecodeError as error:
        raise UnreadableError(reason("neither_encoding", place=error.start)) from error
    _refuse_mistaken(text)
    return text


def _refuse_mistaken(text: str) -> None:
    """Refuse text that GB18030 can decode but that was written in another encoding."""
    chinese = [c for c in text if c > "\u3400"]
    common = "".join(chinese).encode("gb2312", "ignore").decode("gb2312")
    rare = len(chinese) - len(common)
    if rare > RARE * len(chinese):
        raise UnreadableError(reason("rare_characters", rare=rare, chinese=len(chinese)))


def _refuse_implausible(text: str) -> None:
    printed = "".join(text.split())
    if not printed:
        raise UnreadableError(reason("white_space"))
    hidden = () if printed.isprintable() else printed  # nearly every text is, all of it
    odd = sum(unicodedata.category(c) in IMPLAUSIBLE for c in hidden)
    if "\0" in text or odd > TOLERATED * len(printed):
        raise UnreadableError(reason("binary", odd=odd, printed=len(printed)))
