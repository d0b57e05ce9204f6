"""From a folder of raw files to tables: what is taken in, listed, told apart and not read again."""

import csv
import gzip
from dataclasses import replace
from pathlib import Path

import pytest

from analysis import documents, facts, intake, paths, pipeline
from analysis.documents.parts import Prose
from analysis.errors import TableError

from .forms import changed, statistics
from .made.docx import docx_of
from .made.html import html_of, page_of
from .made.workbook import xls_of, xlsx_of

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


# --- attachments -------------------------------------------------------------------------------

TABLE, HELD = statistics()
TITLE = "溆浦县2016年度政府信息公开情况统计表"


def test_a_table_named_like_a_report_follows_its_text(raw, out):
    put(raw, "溆浦2016-统计表.xls", xls_of("附件", TABLE))
    put(raw, "溆浦2016.txt")
    assert taken(raw, out) == {
        "溆浦2016-统计表.xls": ("read", "溆浦县-2016"),
        "溆浦2016.txt": ("read", "溆浦县-2016"),
    }
    table, report = rows(out, "reports")
    assert table["reason"] == "Attachment of 溆浦2016.txt." and report["reason"] == ""
    told = ("body", "province", "level", "adcode", "year", "title", "form")
    assert [table[name] for name in told] == [report[name] for name in told]
    assert (table["format"], report["format"], report["form"]) == ("xls", "txt", "form_2014")
    assert table["sha256"] != report["sha256"]
    (text,) = (out / "texts").iterdir()
    words = text.read_bytes().decode("utf-8")
    assert words.startswith(REPORT + "附件\n统计指标\t单位\t统计数\n")
    assert int(report["characters"]) == len(words) > int(table["characters"]) > 0


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("溆浦2016附件.docx", docx_of([Prose("附件"), TABLE])),
        ("溆浦2016附件.html", page_of("<p>附件", html_of(TABLE))),
        ("溆浦2016附件.xls", page_of("<p>附件", html_of(TABLE))),
    ],
)
def test_an_attachment_may_be_of_any_format(raw, out, name, content):
    put(raw, "溆浦2016.txt")
    put(raw, name, content)
    assert taken(raw, out)[name] == ("read", "溆浦县-2016")
    assert len(rows(out, "observations")) == 3 + len(HELD)


def test_the_values_of_an_attachment_stand_where_its_text_says(raw, out):
    put(raw, "溆浦2016.txt")
    put(raw, "溆浦2016附件.xlsx", xlsx_of(TITLE, TABLE))
    taken(raw, out)
    words = (out / "texts" / "溆浦县-2016.txt").read_bytes().decode("utf-8")
    stated = rows(out, "observations")
    tabled = [r for r in stated if r["source"] == "table"]
    assert {(r["indicator"], r["scope"], float(r["value"])) for r in tabled} == {
        (indicator, "all", float(value)) for (indicator, _), value in HELD.items()
    }
    assert all(words[int(r["start"]) : int(r["end"])] == r["value"] for r in tabled)
    assert {r["section"] for r in tabled} == {""}
    assert {float(r["value"]) for r in stated if r["source"] == "prose"} == {9846, 7302, 2544}
    kinds = [(p["kind"], int(p["start"]) >= len(REPORT)) for p in rows(out, "passages")]
    assert kinds[-2:] == [("title", True), ("table", True)]
    assert all(cell["report_id"] == "溆浦县-2016" for cell in rows(out, "cells"))


def test_what_stands_in_text_and_attachment_is_one_value(raw, out):
    put(raw, "溆浦2016.txt")
    grid = changed(TABLE, lambda c: replace(c, text="9846") if c.text == "1" else c)
    put(raw, "溆浦2016附件.xlsx", xlsx_of(grid))
    taken(raw, out)
    (total,) = [r for r in rows(out, "observations") if float(r["value"]) == 9846]
    assert (total["indicator"], total["source"]) == ("disclosure.total", "table")
    at = REPORT.index("9,846")
    assert total["also_at"] == f"{at}-{at + 5}"
    assert len({r["report_id"] for r in rows(out, "measures")}) == 1


def test_a_table_whose_title_names_a_report_beside_it_belongs_to_it(raw, out):
    put(raw, "a/report.txt")
    put(raw, "a/table.xls", xls_of(TITLE, TABLE))
    put(raw, "b/other.txt", OTHER.replace("溆浦县", "桐庐县"))
    assert taken(raw, out)["a/table.xls"] == ("read", "溆浦县-2016")
    assert [r["reason"] for r in rows(out, "reports")] == ["", "Attachment of a/report.txt.", ""]


def test_a_table_alone_is_a_report_where_its_title_says_whose(raw, out):
    put(raw, "a/report.txt", OTHER.replace("溆浦县", "桐庐县"))
    put(raw, "a/table.xls", xls_of(TITLE, TABLE))
    assert taken(raw, out)["a/table.xls"] == ("read", "溆浦县-2016")
    assert [r["reason"] for r in rows(out, "reports")] == ["", ""]
    assert len(rows(out, "observations")) == 3 + len(HELD)


@pytest.mark.parametrize(
    ("name", "above"),
    [
        ("溆浦县2016.xlsx", ()),
        ("溆浦20161.xlsx", ()),
        ("溆浦2016桐庐县统计表.xlsx", ()),
        ("b/溆浦2016附件.xlsx", ()),
        ("溆浦2016附件.xlsx", ("2015年度政府信息公开情况统计表",)),
        ("溆浦2016附件.xlsx", ("桐庐县政府信息公开情况统计表",)),
    ],
)
def test_a_table_of_something_else_is_listed_with_how_to_name_it(raw, out, name, above):
    put(raw, "溆浦2016.txt")
    put(raw, name, xlsx_of(*above, TABLE))
    status, reason = taken(raw, out)[name]
    assert status == "unrecognised"
    assert "no report here fits it" in reason and "新乡2016附件.xlsx" in reason
    assert len(rows(out, "observations")) == 3


def test_a_table_that_fits_two_reports_is_listed_with_both(raw, out):
    put(raw, "溆浦.txt")
    put(raw, "溆浦2.txt", OTHER)
    put(raw, "溆浦2附件.xlsx", xlsx_of(TABLE))
    put(raw, "统计表.xlsx", xlsx_of(TITLE, TABLE))
    found = taken(raw, out)
    for name in ("溆浦2附件.xlsx", "统计表.xlsx"):
        assert found[name][0] == "unrecognised"
        assert "several reports fit it (溆浦.txt, 溆浦2.txt)" in found[name][1]


def test_a_copy_of_a_report_is_not_a_second_owner(raw, out):
    put(raw, "溆浦2016.txt")
    put(raw, "溆浦2016年报.txt", REPORT.encode("gb18030"))
    put(raw, "溆浦2016年报附件.xlsx", xlsx_of(TABLE))
    assert taken(raw, out)["溆浦2016年报附件.xlsx"] == ("read", "溆浦县-2016")


def test_the_same_attachment_twice_is_a_duplicate(raw, out):
    put(raw, "溆浦2016.txt")
    put(raw, "溆浦2016附件.xls", xls_of(TABLE))
    put(raw, "溆浦2016附件.xlsx", xlsx_of(TABLE))
    found = taken(raw, out)
    assert found["溆浦2016附件.xls"] == ("read", "溆浦县-2016")
    assert found["溆浦2016附件.xlsx"] == ("duplicate", "The same text as 溆浦2016附件.xls.")
    assert (out / "texts" / "溆浦县-2016.txt").read_text(encoding="utf-8").count("统计指标") == 1


def test_sources_name_the_report_of_an_attachment(raw, out):
    put(raw, "报告/正文.txt")
    put(raw, "报表/县.xlsx", xlsx_of(TABLE))
    put(raw, "报表/说明.txt", "统计口径说明\n公开数含乡镇。\n")
    put(raw, "报表/无主.xlsx", xlsx_of(TITLE, changed(TABLE, lambda c: c if c.row else None)))
    put(
        raw,
        "sources.csv",
        "file,report_id\n报表/县.xlsx,溆浦县-2016\n报表/说明.txt,溆浦县-2016\n报表/无主.xlsx,无主\n",
    )
    assert taken(raw, out) == {
        "报告/正文.txt": ("read", "溆浦县-2016"),
        "报表/县.xlsx": ("read", "溆浦县-2016"),
        "报表/说明.txt": ("read", "溆浦县-2016"),
        "报表/无主.xlsx": ("read", "无主"),
    }
    words = (out / "texts" / "溆浦县-2016.txt").read_text(encoding="utf-8")
    assert words.index("统计指标") < words.index("统计口径说明")


def test_a_text_beside_a_report_is_no_attachment_by_its_name(raw, out):
    put(raw, "溆浦2016.txt")
    put(raw, "溆浦2016附件.txt", "溆浦县2016年财政预算执行情况报告\n全县收入5.2亿元。\n")
    status, reason = taken(raw, out)["溆浦2016附件.txt"]
    assert status == "unrecognised" and "Not an annual report" in reason


def test_an_attachment_of_a_second_text_bears_its_number(raw, out):
    put(raw, "a.txt")
    put(raw, "b.txt", OTHER)
    put(raw, "b附件.xlsx", xlsx_of(TABLE))
    assert taken(raw, out)["b附件.xlsx"] == ("read", "溆浦县-2016-2")
    (conflict,) = [r for r in rows(out, "findings") if r["rule"] == "duplicate_report"]
    assert conflict["state"] == "breach"


def test_no_words_of_a_report_say_whose_figures_an_attachment_holds(raw, out):
    signed = "六、下一步工作打算\n继续努力。\n溆浦县人民政府\n"
    put(raw, "溆浦2016.txt", REPORT + signed)
    put(raw, "溆浦2016附件.xlsx", xlsx_of(TABLE))
    taken(raw, out)
    tabled = [r for r in rows(out, "observations") if r["source"] == "table"]
    assert {(r["scope"], r["section"]) for r in tabled} == {("all", "")}


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


@pytest.fixture
def extracted(monkeypatch):
    """How many attachments each document had from which facts were read, in order."""
    numbers: list[int] = []
    extract = facts.extract

    def counted(document, report):
        numbers.append(len(document.attachments))
        return extract(document, report)

    monkeypatch.setattr(facts, "extract", counted)
    return numbers


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
    monkeypatch.setattr(intake, "fingerprint", lambda: "other code")
    taken(raw, out)
    assert sorted(reads) == ["a.txt", "a.txt", "b.txt", "b.txt"]


def test_a_pair_is_read_anew_when_one_of_the_two_changes(raw, out, extracted):
    put(raw, "a.txt")
    put(raw, "a附件.xlsx", xlsx_of(TABLE))

    def tenfold(cell):
        return replace(cell, text=cell.text + "0") if cell.text.isdigit() else cell

    first = taken(raw, out)
    assert extracted == [0, 1]
    assert taken(raw, out) == first
    assert extracted == [0, 1]
    put(raw, "a附件.xlsx", xlsx_of(changed(TABLE, tenfold)))
    taken(raw, out)
    assert extracted == [0, 1, 1]
    assert {r["value"] for r in rows(out, "observations")} >= {f"{n}0" for n in range(1, 9)}
    put(raw, "a.txt", OTHER)
    taken(raw, out)
    assert extracted == [0, 1, 1, 0, 1]
    (raw / "a附件.xlsx").unlink()
    taken(raw, out)
    assert extracted == [0, 1, 1, 0, 1]
    assert {r["source"] for r in rows(out, "observations")} == {"prose"}


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
