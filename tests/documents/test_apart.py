"""What a process of its own brings back, and what is said when it ends."""

import os

import pytest

from analysis.documents.apart import apart
from analysis.errors import UnreadableError

DAMAGED = UnreadableError("The workbook is damaged.")


def test_the_answer_comes_back():
    assert apart(len, b"abc", DAMAGED) == 3


def test_a_process_that_ends_is_a_file_that_cannot_be_read():
    with pytest.raises(UnreadableError, match="damaged"):
        apart(os._exit, 6, DAMAGED)


def test_errors_come_back_as_they_are():
    with pytest.raises(UnicodeDecodeError):
        apart(_decoded, b"\xff", DAMAGED)


_decoded = bytes.decode
