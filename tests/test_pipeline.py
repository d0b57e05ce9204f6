"""From a folder of raw files to tables: what is taken in, listed, told apart and not read again."""

import csv
import gzip
from pathlib import Path

import pytest

from analysis import documents, facts, paths, pipeline
from analysis.errors import TableError

REPORT = (
    "溆浦县2016年政府信息公开工作年度报告\n"
    "根据《中华人民共和国政府信息公开条例》规定，现公布溆浦县2016年政府信息公开工作年度报告。\n"
    "一、主动公开政府信息情况\n"
    "全县主动公开政府信息9,846条，其中县直单位7,302条，乡镇2,544条。\n"
)
OTHER = REPORT.replace("9,846", "9,999")
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"


@pytest.fixture
def raw(tmp_path, monkeypatch):
    """An empty raw folder, and a cache that nothing else uses."""
    monkeypatch.setattr(paths, "CACHE", tmp_path / "cache")
    folder = tmp_path / "raw"
    folder.mkdir()
    return folder


@pytest.fixture
def out(tmp_path):
    return tmp_path / "out"


def put(raw, name, content=REPORT):
    path = raw / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))


def rows(out, table):
    with (out / f"{table}.csv").open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def taken(raw, out):
    """Status and id or reason of every file, after a build."""
    pipeline.build(raw, out, jobs=1)
    return {r["file"]: (r["status"], r["report_id"] or r["reason"]) for r in rows(out, "reports")}


# --- what is taken in --------------------------------------------------------------------------


def test_a_report_becomes_tables(raw, out):
    put(raw, "xupu.txt")
    assert taken(raw, out) == {"xupu.txt": ("read", "溆浦县-2016")}
    assert (out / "texts" / "溆浦县-2016.txt").read_bytes().decode("utf-8") == REPORT
    stated = {(r["scope"], r["value"]) for r in rows(out, "observations")}
    assert {(scope, float(value)) for scope, value in stated} == {
        ("all", 9846),
        ("municipal", 7302),
        ("county", 2544),
    }


@pytest.mark.parametrize(
    ("name", "content", "status", "reason"),
    [
        ("empty.txt", b"", "unreadable", "empty"),
        ("blank.txt", b" \n\n", "unreadable", ""),
        ("picture.txt", PNG, "unreadable", "PNG"),
        ("packed.txt", gzip.compress(b"report"), "unreadable", "gzip"),
        ("report.docx", PNG, "unreadable", "PNG"),
        ("report.odt", PNG, "unreadable", ".odt"),
        (
            "budget.txt",
            "溆浦县2016年财政预算执行情况报告\n全县一般公共预算收入5.2亿元。\n",
            "unrecognised",
            "",
        ),
    ],
)
def test_what_cannot_be_taken_in_is_listed_and_stops_nothing(
    raw, out, name, content, status, reason
):
    put(raw, name, content)
    put(raw, "xupu.txt")
    found = taken(raw, out)
    assert found["xupu.txt"] == ("read", "溆浦县-2016")
    assert found[name][0] == status
    assert found[name][1].strip() and reason in found[name][1]
    assert {r["report_id"] for r in rows(out, "observations")} == {"溆浦县-2016"}


def test_what_is_no_report_file_is_passed_over(raw, out):
    for name in ["README.md", "readme.txt", ".hidden.txt", "~$xupu.txt", ".git/xupu.txt"]:
        put(raw, name)
    put(raw, "hunan/2016/xupu.txt")
    put(raw, "sources.csv", "file,note\n")
    assert taken(raw, out) == {"hunan/2016/xupu.txt": ("read", "溆浦县-2016")}


def test_an_empty_folder_gives_empty_tables(raw, out):
    assert taken(raw, out) == {}
    assert rows(out, "observations") == []


def test_a_folder_that_is_not_there(raw, out):
    with pytest.raises(TableError, match="--raw"):
        pipeline.build(raw / "nowhere", out, jobs=1)
    assert not out.exists()


# --- the same again ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "again",
    [
        REPORT.encode("gb18030"),
        REPORT.encode("utf-8-sig"),
        REPORT.replace("\n", "\r\n").encode("utf-8"),
        REPORT.encode("utf-16"),
    ],
    ids=["gb18030", "bom", "crlf", "utf-16"],
)
def test_the_same_text_in_other_bytes_is_a_duplicate(raw, out, again):
    put(raw, "a.txt")
    put(raw, "b.txt", again)
    found = taken(raw, out)
    assert found["a.txt"] == ("read", "溆浦县-2016")
    assert found["b.txt"][0] == "duplicate" and "a.txt" in found["b.txt"][1]
    assert len(rows(out, "observations")) == 3


def test_another_text_of_the_same_body_and_year_is_kept_and_found(raw, out):
    put(raw, "a.txt")
    put(raw, "b.txt", OTHER)
    assert taken(raw, out) == {
        "a.txt": ("read", "溆浦县-2016"),
        "b.txt": ("read", "溆浦县-2016-2"),
    }
    assert (out / "texts" / "溆浦县-2016-2.txt").exists()
    totals = {
        r["report_id"]: float(r["value"])
        for r in rows(out, "observations")
        if r["scope"] == "all" and r["indicator"] == "disclosure.total"
    }
    assert totals == {"溆浦县-2016": 9846, "溆浦县-2016-2": 9999}
    doubled = [r for r in rows(out, "findings") if r["rule"] == "duplicate_report"]
    assert doubled and all(r["state"] == "breach" for r in doubled)


def test_texts_of_reports_that_are_gone_do_not_stay(raw, out):
    put(raw, "a.txt")
    put(raw, "b.txt", OTHER)
    taken(raw, out)
    (raw / "b.txt").unlink()
    assert taken(raw, out) == {"a.txt": ("read", "溆浦县-2016")}
    assert [path.name for path in (out / "texts").iterdir()] == ["溆浦县-2016.txt"]


# --- sources.csv -------------------------------------------------------------------------------


def test_sources_say_whose_report_it_is(raw, out):
    put(raw, "town.txt", REPORT.replace("溆浦县2016年", "").replace("溆浦县", "我乡"))
    assert taken(raw, out)["town.txt"][0] == "unrecognised"
    put(raw, "sources.csv", "file,body,level,province,year\ntown.txt,某乡,township,湖南省,2016\n")
    assert taken(raw, out) == {"town.txt": ("read", "某乡-2016")}
    (report,) = rows(out, "reports")
    assert (report["level"], report["province"], report["year"]) == ("township", "湖南省", "2016")


def test_sources_overrule_the_title(raw, out):
    put(raw, "xupu.txt")
    put(raw, "sources.csv", b"\xef\xbb\xbffile,year\r\nxupu.txt,2015\r\n")
    assert taken(raw, out) == {"xupu.txt": ("read", "溆浦县-2015")}


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("name,year\nxupu.txt,2015\n", r"sources\.csv has the columns \['name', 'year'\]"),
        ("file,boddy\nxupu.txt,某县\n", r"has the columns \['file', 'boddy'\]"),
        ("file,year\nxupu.txt,2015\nxupu.txt,2016\n", r"two rows for xupu\.txt"),
    ],
)
def test_sources_that_would_lose_a_correction_are_refused(raw, out, content, message):
    put(raw, "xupu.txt")
    put(raw, "sources.csv", content)
    with pytest.raises(TableError, match=message):
        pipeline.build(raw, out, jobs=1)
    assert not out.exists()


def test_sources_may_be_gb18030_and_name_a_file_that_is_not_there(raw, out):
    put(raw, "xupu.txt")
    put(raw, "sources.csv", "file,note\nxupu.txt,备注\ngone.txt,撤下\n".encode("gb18030"))
    found = taken(raw, out)
    assert found["xupu.txt"] == ("read", "溆浦县-2016")
    assert found["gone.txt"][0] == "unreadable"


def test_tables_are_not_written_among_the_reports(raw):
    with pytest.raises(TableError, match="tables would be taken for reports"):
        pipeline.build(raw, raw / "tables", jobs=1)


# --- only what changed -------------------------------------------------------------------------


@pytest.fixture
def reads(monkeypatch):
    """Names of the files that were read, in order."""
    names: list[str] = []
    read = documents.read

    def counted(path: Path, folder: Path):
        names.append(path.name)
        return read(path, folder)

    monkeypatch.setattr(documents, "read", counted)
    return names


def test_what_is_unchanged_is_not_read_again(raw, out, reads):
    put(raw, "a.txt")
    put(raw, "b.txt", OTHER.replace("溆浦县", "桐庐县"))
    first = taken(raw, out)
    assert sorted(reads) == ["a.txt", "b.txt"]
    assert taken(raw, out) == first
    assert sorted(reads) == ["a.txt", "b.txt"]


def test_other_bytes_another_row_or_other_code_are_read(raw, out, reads, monkeypatch):
    put(raw, "a.txt")
    put(raw, "b.txt", OTHER.replace("溆浦县", "桐庐县"))
    taken(raw, out)
    reads.clear()
    put(raw, "a.txt", OTHER)
    taken(raw, out)
    assert reads == ["a.txt"]
    put(raw, "sources.csv", "file,year\nb.txt,2015\n")
    assert taken(raw, out)["b.txt"] == ("read", "桐庐县-2015")
    assert reads == ["a.txt", "b.txt"]
    monkeypatch.setattr(pipeline, "fingerprint", lambda: "other code")
    taken(raw, out)
    assert sorted(reads) == ["a.txt", "a.txt", "b.txt", "b.txt"]


def test_the_place_of_the_folder_does_not_matter(raw, out, reads):
    put(raw, "a.txt")
    first = taken(raw, out)
    assert taken(raw.rename(raw.parent / "moved"), out) == first
    assert reads == ["a.txt"]


def test_a_file_that_moved_keeps_its_new_name(raw, out):
    put(raw, "a.txt")
    taken(raw, out)
    (raw / "a.txt").rename(raw / "c.txt")
    assert taken(raw, out) == {"c.txt": ("read", "溆浦县-2016")}


def test_two_builds_give_the_same_bytes(raw, out, tmp_path):
    put(raw, "a.txt")
    put(raw, "b.txt", OTHER)
    put(raw, "empty.txt", b"")
    taken(raw, out)
    taken(raw, tmp_path / "again")
    names = sorted(path.relative_to(out) for path in out.rglob("*") if path.is_file())
    assert names
    for name in names:
        assert (out / name).read_bytes() == (tmp_path / "again" / name).read_bytes()


def test_faults_of_the_program_are_not_faults_of_a_file(raw, out, monkeypatch):
    def broken(document, report):
        raise ZeroDivisionError

    put(raw, "a.txt")
    monkeypatch.setattr(facts, "extract", broken)
    with pytest.raises(ZeroDivisionError):
        pipeline.build(raw, out, jobs=1)
    assert not out.exists()
