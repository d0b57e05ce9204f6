import hashlib
from html import escape

import pytest

from analysis import paths
from analysis.documents import read
from analysis.documents.parts import Prose
from analysis.errors import UnreadableError

from ..made.docx import docx_of
from ..made.html import page_of

PUBLISHED = sorted(paths.RAW.glob("*.txt"))


def test_document_says_where_it_is_from(tmp_path):
    path = tmp_path / "河南" / "报告.TXT"
    path.parent.mkdir()
    path.write_bytes("一、概述\r\n无。".encode("gb18030"))
    document = read(path, tmp_path)
    assert (document.file, document.format) == ("河南/报告.TXT", "txt")
    assert document.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert document.text == "一、概述\n无。"


@pytest.mark.parametrize("name", ["report.odt", "report"])
def test_other_formats_are_refused_with_those_read(tmp_path, name):
    path = tmp_path / name
    path.write_text("一、概述", encoding="utf-8")
    with pytest.raises(UnreadableError, match=r"\.txt"):
        read(path, tmp_path)


def test_a_folder_named_like_a_report(tmp_path):
    (tmp_path / "x.txt").mkdir()
    with pytest.raises(UnreadableError, match="cannot be opened"):
        read(tmp_path / "x.txt", tmp_path)


@pytest.mark.parametrize("path", PUBLISHED, ids=lambda path: path.stem)
def test_a_report_has_the_same_parts_in_each_format(path, tmp_path):
    document = read(path, path.parent)
    paragraphs = (f"<p>{escape(line)}</p>" for line in document.text.split("\n") if line.strip())
    (tmp_path / "report.HTM").write_bytes(page_of(*paragraphs, charset="gb18030"))
    (tmp_path / "report.docx").write_bytes(docx_of([Prose(document.text)]))
    page, file = (read(tmp_path / name, tmp_path) for name in ("report.HTM", "report.docx"))
    assert parts(file) == parts(document)
    assert parts(page)[1:-1] == parts(document)
    assert [parts(page)[i][2] for i in (0, -1)] == ["navigation", "page footer"]


def parts(document) -> list[tuple[str, int, str, str]]:
    return [
        (p.kind, p.level, p.label, "".join(document.text[p.start : p.end].split()))
        for p in document.passages
    ]
