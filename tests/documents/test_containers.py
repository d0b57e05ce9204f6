from analysis.documents.containers import is_broken

from ..made.workbook import xls_of, xlsx_of


def test_a_whole_file_is_not_broken():
    assert not is_broken(xls_of("公开数"))
    assert not is_broken(xlsx_of("公开数")[:9])  # of another format


def test_a_file_that_ends_before_its_last_sector():
    content = xls_of("公开数")
    assert all(is_broken(content[:end]) for end in range(8, len(content), 101))


def test_sectors_that_follow_each_other_in_a_circle():
    content = xls_of("公开数")
    first, second = (n.to_bytes(4, "little") for n in (1, 2))
    assert content.count(first + second) == 1
    assert is_broken(content.replace(first + second, first + first))
