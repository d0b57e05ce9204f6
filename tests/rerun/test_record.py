"""The last run is kept with what it said, and its status is the gravest reason."""

import pytest

from analysis import paths
from analysis.rerun import record
from analysis.rerun.record import Code, Record

UNREAD, FAILED = (Code.UNREAD, "unreadable: a.pdf"), (Code.FAILED, "page failed: 甲市-2016-zh")
FINE = (Code.FINE, "16 pages")


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ([], 0),
        ([FINE], 0),
        ([FINE, UNREAD], 3),
        ([FAILED, UNREAD, FINE], 4),
        ([UNREAD, (Code.MOVED, "figure"), FAILED], 5),
        ([(Code.ERROR, "TableError")], 1),
    ],
)
def test_the_status_is_the_highest_that_applies(told, status):
    assert Record("then").over(told, {}).code == status


def test_what_was_written_comes_back(tmp_path, monkeypatch):
    monkeypatch.setattr(paths, "CACHE", tmp_path)
    assert record.read() is None
    ended = Record("then").over([UNREAD, FINE], {"raw": "a"})
    record.write(ended)
    back = record.read()
    assert (back.began, back.ended, back.code) == ("then", ended.ended, Code.UNREAD)
    assert back.lines == ["unreadable: a.pdf", "16 pages"]
    assert back.grounds == {"raw": "a"}
    assert [path.name for path in tmp_path.iterdir()] == ["run.json"]


def test_where_nothing_changed_reasons_are_told_again_and_nothing_else():
    again = Record("then", "later", Code.UNREAD, [FINE, UNREAD]).again()
    assert again.lines == ["Nothing changed since later.", "unreadable: a.pdf"]
    assert again.code == Code.UNREAD
