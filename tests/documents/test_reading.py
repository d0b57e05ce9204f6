import hashlib

import pytest

from analysis.documents import read
from analysis.errors import UnreadableError


def test_document_says_where_it_is_from(tmp_path):
    path = tmp_path / "河南" / "报告.TXT"
    path.parent.mkdir()
    path.write_bytes("一、概述\r\n无。".encode("gb18030"))
    document = read(path, tmp_path)
    assert (document.file, document.format) == ("河南/报告.TXT", "txt")
    assert document.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert document.text == "一、概述\n无。"


@pytest.mark.parametrize("name", ["report.docx", "report", "报告.ofd"])
def test_other_formats_are_refused_with_those_read(tmp_path, name):
    path = tmp_path / name
    path.write_text("一、概述", encoding="utf-8")
    with pytest.raises(UnreadableError, match=r"\.txt"):
        read(path, tmp_path)


def test_a_folder_named_like_a_report(tmp_path):
    (tmp_path / "x.txt").mkdir()
    with pytest.raises(UnreadableError, match="cannot be opened"):
        read(tmp_path / "x.txt", tmp_path)
