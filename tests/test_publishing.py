"""Pages for what is in the data, nothing run twice, one failure stops nothing, words stay words."""

import re
from dataclasses import replace

import nbformat
import pytest

from analysis import paths, tables
from analysis.errors import NotebookError
from analysis.figures import inventory
from analysis.figures.selection import read
from analysis.publishing import publish, running
from analysis.publishing.pages import Page, pages_of

TABLES = (*inventory.TABLES, "passages")
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
    content = {name: [] for name in TABLES}
    content |= {"reports": reports, "observations": observations}
    for name, rows in content.items():
        (folder / f"{name}.csv").write_text(tables.to_csv(tables.frame(name, rows)), "utf-8")
    return folder


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A site in which one page cannot be made, because its body would leave the folder."""
    folder = tmp_path_factory.mktemp("published")
    processed = write(folder / "processed", {"甲市": "Jia", "../乙市": ""})
    with pytest.raises(NotebookError, match=r"1 of 5 pages failed: \.\./乙市-2016-zh: "):
        publish(processed, folder / "site", ["zh"], jobs=1)
    return folder / "site"


def pages(site):
    return [*site.glob("*.html"), *site.glob("notebooks/*.html")]


def test_one_failure_stops_nothing_and_is_listed(site):
    assert sorted(path.name for path in site.glob("notebooks/*.html")) == [
        "comparison-zh.html",
        "data_quality-zh.html",
        "requests-zh.html",
        "甲市-2016-zh.html",
    ]
    index = (site / "index.html").read_text("utf-8")
    assert "../乙市 2016 年政府信息公开</td><td>没有做成: NotebookError:" in index


def test_nothing_is_written_outside_the_site(site):
    assert sorted(path.name for path in site.parent.iterdir()) == ["processed", "site"]


def test_files_not_read_stand_first_on_the_index(site):
    index = (site / "index.html").read_text("utf-8")
    assert index.index("empty &lt;script&gt;") < index.index("各机关</h2>")


def test_words_of_reports_are_never_markup(site):
    for path in pages(site):
        text = path.read_text("utf-8")
        assert "<script>alert" not in text
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
    from urllib.parse import unquote

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
    run = []
    monkeypatch.setattr(running, "_attempt", lambda page, *_: run.append(page.stem) or "")
    processed = site.parent / "processed"
    publish(processed, site, ["zh"], jobs=1)
    assert run == ["../乙市-2016-zh"]


def test_changed_rows_run_only_the_pages_about_them(site, tmp_path):
    before = read(site.parent / "processed", TABLES)
    changed = before["observations"].assign(value=[120.0, 121.0])
    after = {**before, "observations": changed}
    pages = list(pages_of(before, ["zh"]))
    different = [p.stem for p in pages if running.key(p, before) != running.key(p, after)]
    touched = changed.loc[1, "report_id"]
    assert different == ["comparison-zh", "requests-zh", "data_quality-zh", f"{touched}-zh"]


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
    assert publish(processed, tmp_path / "site", jobs=1) == []
    for name, words in {
        "index.html": "未能读入的文件",
        "index.en.html": "Files that were not read",
    }.items():
        assert words in (tmp_path / "site" / name).read_text("utf-8")


def test_a_page_cut_short_is_made_again_and_one_of_no_report_is_removed(site, monkeypatch):
    run = []
    monkeypatch.setattr(running, "_attempt", lambda page, *_: run.append(page.stem) or "")
    page = site / "notebooks" / "甲市-2016-zh.html"
    whole = page.read_text("utf-8")
    page.write_text(whole[: whole.rindex("<!--")], "utf-8")
    other = site / "notebooks" / "丙市-2016-zh.html"
    other.write_text(whole, "utf-8")
    publish(site.parent / "processed", site, ["zh"], jobs=1)
    page.write_text(whole, "utf-8")
    assert "甲市-2016-zh" in run
    assert not other.exists()
