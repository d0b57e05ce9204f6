"""Pages for what is in the data, nothing run twice, one failure stops nothing, words stay words."""

import re
import shutil
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import unquote

import nbformat
import pytest

from analysis import paths, tables
from analysis.codebook.dictionary import dictionary
from analysis.errors import NotebookError
from analysis.figures import inventory
from analysis.figures.selection import read
from analysis.publishing import publish, running, standing
from analysis.publishing.pages import Page, pages_of

TABLES = (*inventory.TABLES, "passages")
NOTEBOOKS = paths.NOTEBOOKS
HOSTILE = "<script>alert(1)</script>"


def write(folder, bodies, years=(2016,)):
    """Write processed tables for `bodies`, as a build does, but without its checks of names."""
    each = [(*body, year) for body in bodies.items() for year in years]
    reports = [
        {
            "file": f"{number}.txt",
            "status": "read",
            "report_id": f"{body}-{year}",
            "body": body,
            "english": english,
            "level": "prefecture",
            "year": year,
            "title": f"{HOSTILE}{year}年报告",
            "form": "prose",
            "sha256": "0" * 64,
        }
        for number, (body, english, year) in enumerate(each)
    ]
    reports.append({"file": f"{HOSTILE}.txt", "status": "unreadable", "reason": f"empty {HOSTILE}"})
    observations = [
        {
            "report_id": f"{body}-{year}",
            "body": body,
            "year": year,
            "indicator": "request.received" if year < 2019 else "request.new",
            "applicant": "" if year < 2019 else "total",
            "scope": "all",
            "value": 120,
            "lower": 120,
            "upper": 120,
            "qualifier": "exact",
            "unit": "件",
            "source": "prose",
            "evidence": f"{HOSTILE}收到申请120件。",
            "start": 5,
            "end": 8,
        }
        for body, _, year in each
    ]
    (folder / paths.TEXTS).mkdir(parents=True, exist_ok=True)
    for body, _, year in each:
        if "/" not in body:
            text = f"收到申请：120件。{HOSTILE}"
            (folder / paths.TEXTS / f"{body}-{year}.txt").write_text(text, "utf-8")
    content = {name: [] for name in dictionary()}
    content |= {"reports": reports, "observations": observations}
    for name, rows in content.items():
        (folder / f"{name}.csv").write_text(tables.to_csv(tables.frame(name, rows)), "utf-8")
    return folder


@contextmanager
def failing(body):
    """Let the notebook of one body fail."""
    with TemporaryDirectory() as aside, pytest.MonkeyPatch.context() as patch:
        for path in NOTEBOOKS.glob("*.ipynb"):
            shutil.copy(path, aside)
        city = Path(aside) / "city.ipynb"
        notebook = nbformat.read(city, as_version=4)
        notebook.cells.append(nbformat.v4.new_code_cell(f'assert body != "{body}", "a<b"'))
        nbformat.write(notebook, city)
        patch.setattr(paths, "NOTEBOOKS", Path(aside))
        yield


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A site in which one page cannot be made."""
    folder = tmp_path_factory.mktemp("published")
    processed = write(folder / "processed", {"甲市": "Jia", "乙市": ""})
    with failing("乙市"):
        done = publish(processed, folder / "site", ["zh"], jobs=1)
        assert done.failed == {"乙市-2016-zh": "AssertionError: a<b"}
        assert len(done.pages) == len(done.due) == 5
        yield folder / "site"


def files(folder):
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def pages(site):
    return list(site.rglob("*.html"))


def test_one_failure_stops_nothing_and_is_listed(site):
    assert sorted(path.name for path in site.glob("notebooks/*.html")) == [
        "comparison-zh.html",
        "data_quality-zh.html",
        "requests-zh.html",
        "甲市-2016-zh.html",
    ]
    index = (site / "index.html").read_text("utf-8")
    told = re.search(r"<li>乙市 2016 年政府信息公开: (没有做成: .*?)</li>", index)[1]
    assert told.startswith("没有做成: AssertionError: a&lt;b ")
    (link,) = re.findall(r'href="([^"]+)"', told)
    failed = nbformat.read(site / unquote(link), as_version=4)
    assert failed.cells[-1].outputs[0].ename == "AssertionError"


def test_nothing_is_written_outside_the_site(site):
    assert sorted(path.name for path in site.parent.iterdir()) == ["processed", "site"]


def test_a_body_never_names_a_place_outside(tmp_path):
    page = Page("../乙市-2016-zh", "city", ("../乙市",), (2016,), "zh", "")
    (tmp_path / "site").mkdir()
    failed = running.run({page: ""}, "", tmp_path / "site", [], jobs=1)
    assert list(failed) == [page.stem] and "cannot name a file" in failed[page.stem]
    assert list(tmp_path.rglob("*")) == [tmp_path / "site"]


def test_the_data_set_is_part_of_the_site(site):
    names = {path.name for path in (site / "data").iterdir()}
    assert {"observations.csv", "observations.parquet", "datapackage.json"} <= names


def test_files_not_read_stand_first_on_the_index(site):
    index = (site / "index.html").read_text("utf-8")
    assert index.index("empty &lt;script&gt;") < index.index("比较</h2>")


def test_words_of_reports_are_never_markup(site):
    for path in pages(site):
        text = path.read_text("utf-8")
        assert "<script>alert" not in text
        if path.stem.split("-")[0] in ("bodies", "data", "dictionary", "method"):
            continue  # of which a report says nothing
        assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text, path.name


def test_pages_load_nothing_from_outside(site):
    for path in [*pages(site), site / "style.css"]:
        text = path.read_text("utf-8")
        loads = re.findall(
            r"""(?:src|href)=["']?([^"'\s>]+)|url\(["']?([^"')]+)|@import ([^;]+)""", text
        )
        found = [one for group in loads for one in group if one]
        assert [one for one in found if re.match(r"['\"]?(?:https?:)?//", one)] == []
        assert not re.search(r"<script[^>]*\bsrc=|\bimport\(", text)


def test_every_link_leads_to_a_file(site):
    for path in pages(site):
        links = re.findall(r'(?:src|href)="([^"#:]+)"', path.read_text("utf-8"))
        targets = {unquote(link) for link in links if "-en.html" not in link and ".en." not in link}
        assert len(targets) > 3
        assert [one for one in targets if not (path.parent / one).exists()] == []


def test_the_title_carries_the_body(site):
    text = (site / "notebooks" / "甲市-2016-zh.html").read_text("utf-8")
    assert "<title>甲市 2016 年政府信息公开</title>" in text


def test_every_chart_is_a_png_an_svg_and_a_table(site):
    names = {path.name for path in (site / "figures" / "甲市-2016-zh").iterdir()}
    charts = ["coverage", "channels", "requests", "appeals", "responses", "capacity"]
    assert names == {f"{chart}.{kind}" for chart in charts for kind in ("png", "svg", "csv")}


def test_a_page_shows_every_chart_of_its_folder(site):
    for stem in ("甲市-2016-zh", "comparison-zh", "data_quality-zh"):
        text = (site / "notebooks" / f"{stem}.html").read_text("utf-8")
        shown = re.findall(r'<img[^>]* src="[^"]*/([\w-]+)\.svg"', text)
        assert sorted(shown) == sorted(p.stem for p in (site / "figures" / stem).glob("*.svg"))


def test_nothing_unchanged_is_run_again(site, monkeypatch):
    before = files(site)
    run = noted(monkeypatch)
    done = publish(site.parent / "processed", site, ["zh"], jobs=1)
    assert run == [page.stem for page in done.due] == ["乙市-2016-zh"]  # it failed
    after = files(site)
    assert {name for name in before if before[name] != after.get(name)} == {
        "notebooks/乙市-2016-zh.failed.ipynb",
        "index.html",
    }


def test_a_run_goes_on_where_one_was_cut_short(site, tmp_path, monkeypatch):
    left = tmp_path / ".site-aside-left"
    shutil.copytree(site, left)
    page = left / "notebooks" / "甲市-2016-zh.html"
    whole = page.read_text("utf-8")
    page.write_text(whole[: whole.rindex("<!--")], "utf-8")
    page.with_stem("丙市-2016-zh").write_text(whole, "utf-8")
    run = noted(monkeypatch)
    publish(site.parent / "processed", tmp_path / "site", ["zh"], jobs=1)
    assert sorted(run) == ["乙市-2016-zh", "甲市-2016-zh"]
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
    made = {path.stem for path in tmp_path.glob("site/notebooks/*.html")}
    assert made == {"comparison-zh", "requests-zh", "data_quality-zh"}


def test_the_last_good_page_stays_and_says_that_a_run_failed(site, tmp_path):
    shutil.copytree(site, tmp_path / "site")
    before = files(site)
    with failing("甲市"):
        done = publish(site.parent / "processed", tmp_path / "site", ["zh"], jobs=1)
    assert done.failed == {"甲市-2016-zh": "AssertionError: a<b"}
    after = files(tmp_path / "site")
    kept = [name for name in before if name.startswith(("notebooks/甲市", "figures/甲市"))]
    page = "notebooks/甲市-2016-zh.html"
    assert [name for name in kept if before[name] != after[name]] == [page]
    text, index = (after[name].decode("utf-8") for name in (page, "index.html"))
    told = re.search(r'<p class="failed">(.*?)</p>', text)[1]
    assert told.startswith("之后一次运行没有做成")
    (link,) = re.findall(r'href="([^"]+)"', told)
    assert (tmp_path / "site" / "notebooks" / unquote(link)).exists()
    assert unquote(f'href="notebooks/{link}"') in unquote(index)
    assert f'href="{page}"' in unquote(index)
    assert files(site) == before  # though pages taken over are the same files


def test_a_page_that_failed_is_due_again_and_stays_good_when_it_fails_again(site, tmp_path):
    page = Page("甲市-2016-zh", "city", ("甲市",), (2016,), "zh", "甲")
    for earlier, later in ((site, tmp_path / "1"), (tmp_path / "1", tmp_path / "2")):
        running._keep_last(page, later, [earlier])
        assert standing.by_key([later]) == {}
    once, twice = files(tmp_path / "1"), files(tmp_path / "2")
    assert once == twice and any(name.startswith("figures/甲市") for name in once)


def test_changed_rows_run_only_the_pages_about_them(site, tmp_path):
    before = read(site.parent / "processed", TABLES)
    changed = before["observations"].assign(value=[120.0, 121.0])
    after = {**before, "observations": changed}
    pages = list(pages_of(before, ["zh"]))
    different = [p.stem for p in pages if running.key(p, before) != running.key(p, after)]
    touched = changed.loc[1, "report_id"]
    assert different == ["comparison-zh", "requests-zh", "data_quality-zh", f"{touched}-zh"]


def test_a_new_report_runs_its_own_pages_and_those_about_all(tmp_path):
    few = read(write(tmp_path / "few", {"甲市": "Jia"}), TABLES)
    more = read(write(tmp_path / "more", {"甲市": "Jia", "丙市": "Bing"}), TABLES)
    known = {(page.stem, running.key(page, few)) for page in pages_of(few, ["zh"])}
    due = [page.stem for page in pages_of(more, ["zh"])
           if (page.stem, running.key(page, more)) not in known]  # fmt: skip
    assert due == ["comparison-zh", "requests-zh", "data_quality-zh", "丙市-2016-zh"]


def test_what_is_not_settled_or_not_read_runs_the_page_on_quality_only(site):
    before = read(site.parent / "processed", TABLES)
    number = {"report_id": "甲市-2016", "start": 5, "end": 8, "text": "120", "kind": "quantity"}
    numerals = {"numerals": tables.frame("numerals", [number])}
    reports = before["reports"]
    unread = {
        "reports": reports.assign(reason=reports["reason"].replace(f"empty {HOSTILE}", "gone"))
    }
    pages = list(pages_of(before, ["zh"]))
    for change in (numerals, unread):
        after = {**before, **change}
        assert [p.stem for p in pages if running.key(p, before) != running.key(p, after)] == [
            "data_quality-zh"
        ]


def test_a_notebook_with_other_parameters_is_refused(tmp_path, monkeypatch):
    cell = nbformat.v4.new_code_cell('body = "x"\nyeer = 1', metadata={"tags": ["parameters"]})
    kernel = {"kernelspec": {"name": "python3", "language": "python", "display_name": "p"}}
    notebook = nbformat.v4.new_notebook(cells=[cell], metadata=kernel)
    nbformat.write(notebook, tmp_path / "city.ipynb")
    monkeypatch.setattr(paths, "NOTEBOOKS", tmp_path)
    page = Page("甲市-2016-zh", "city", ("甲市",), (2016,), "zh", "")
    with pytest.raises(
        NotebookError,
        match=r"unknown \['figures', 'folder', 'language', 'year'\], missing \['yeer'\]",
    ):
        running.check_parameters(page, "")
    comparison = replace(page, notebook="comparison")
    assert set(comparison.parameters("")) == {"bodies", "years", "language", "folder", "figures"}


@pytest.mark.parametrize("years", [(2017, 2018), (2018, 2021), (2021, 2022)])
def test_pages_are_those_of_the_form_of_each_year(tmp_path, years):
    frames = read(write(tmp_path / "processed", {"甲市": "Jia", "乙市": "Yi"}, years), TABLES)
    made = {(page.stem, page.notebook) for page in pages_of(frames, ["zh"])}
    ending = {2017: "", 2018: "", 2021: "_since_2019", 2022: "_since_2019"}
    assert made == {
        *(
            (f"{body}-{year}-zh", f"city{ending[year]}")
            for body in ("甲市", "乙市")
            for year in years
        ),
        *((f"trends-{body}-zh", "trends") for body in ("甲市", "乙市")),
        *(
            (f"{kind}{ending[year]}-zh", f"{kind}{ending[year]}")
            for kind in ("comparison", "requests")
            for year in years
        ),
        ("data_quality-zh", "data_quality"),
    }


def test_pages_since_2019_and_over_the_years_are_made_and_linked(tmp_path):
    folder = write(tmp_path / "processed", {"甲市": "Jia"}, (2018, 2021))
    publish(folder, tmp_path / "site", ["zh"], jobs=1)
    index = (tmp_path / "site" / "index.html").read_text("utf-8")
    assert ">甲市 2018–2021 年各年度</a>" in index
    made = {path.stem for path in (tmp_path / "site" / "notebooks").glob("*.html")}
    assert made == {
        "甲市-2018-zh", "甲市-2021-zh", "trends-甲市-zh", "comparison-zh", "comparison_since_2019-zh",
        "requests-zh", "requests_since_2019-zh", "data_quality-zh",
    }  # fmt: skip
    shown = {path.stem for path in (tmp_path / "site" / "figures" / "甲市-2021-zh").glob("*.svg")}
    assert "request_flow" in shown
    assert "channels" not in shown


def test_without_a_report_there_is_an_index_and_no_page(tmp_path):
    processed = write(tmp_path / "processed", {})
    assert publish(processed, tmp_path / "site", jobs=1).pages == ()
    for name, words in {
        "index.html": "未能读入的文件",
        "index.en.html": "Files that were not read",
    }.items():
        assert words in (tmp_path / "site" / name).read_text("utf-8")


def noted(monkeypatch):
    """Run no notebook, and note which would be run."""
    run = []
    monkeypatch.setattr(running, "_attempt", lambda page, *_: run.append(page.stem) or "not run")
    return run
