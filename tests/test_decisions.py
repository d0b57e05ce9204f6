"""Decisions by hand: used, marked, and loud when what they expect is gone."""

import shutil

import nbformat
import pandas as pd
import papermill
import pytest

from analysis import decisions, paths, pipeline, tables
from analysis.errors import DecisionError, TableError

from .frames import observations

CONFERENCES = [
    ("response.press_conferences", "municipal", 34),
    ("response.press_conferences", "municipal", 24),
    ("response.press_conferences", "all", 40),
]


def correction(**changed):
    """A row that puts 34 in the place of the 24 read."""
    row = {
        "report_id": "襄阳市-2017", "indicator": "response.press_conferences", "scope": "municipal",
        "as_read": 24, "value": 34, "reason": "同一报告第二章作34次", "who": "甲", "when": "2026-11-28",
    }  # fmt: skip
    return tables.frame("corrections", [row | changed])


def test_a_correction_replaces_one_value_and_keeps_what_was_read():
    read = observations("襄阳市-2017", *CONFERENCES)
    corrected = decisions.correct(read, correction())
    assert corrected["value"].to_list() == [34, 34, 40]
    assert corrected["source"].to_list() == ["prose", "reviewed", "prose"]
    assert corrected["as_read"].to_list()[1] == 24
    assert corrected["as_read"].isna().to_list() == [True, False, True]
    assert read["value"].to_list() == [34, 24, 40]


def test_an_approximate_value_becomes_exact():
    read = observations("甲市-2017", ("channel.website", "all", (9000, 9000, 10000)))
    row = correction(
        report_id="甲市-2017", indicator="channel.website", scope="all", as_read=9000, value=9650
    )
    (one,) = decisions.correct(read, row).itertuples()
    assert (one.value, one.lower, one.upper, one.qualifier) == (9650, 9650, 9650, "exact")


def test_a_value_can_be_withdrawn():
    read = observations("襄阳市-2017", *CONFERENCES)
    assert decisions.correct(read, correction(value=None))["value"].to_list() == [34, 40]


@pytest.mark.parametrize(
    "changed",
    [
        {"as_read": 25},
        {"scope": "county"},
        {"report_id": "襄阳市-2018"},
        {"indicator": "meeting.total"},
    ],
)
def test_a_correction_of_what_is_not_read_stops_the_run(changed):
    with pytest.raises(DecisionError, match=r"was read when it was corrected, now"):
        decisions.correct(observations("襄阳市-2017", *CONFERENCES), correction(**changed))


def test_the_error_names_the_value_read_now():
    repaired = observations("襄阳市-2017", ("response.press_conferences", "municipal", 34))
    with pytest.raises(
        DecisionError,
        match=r"襄阳市-2017 response.press_conferences municipal: 24 was read .* now 34\.",
    ):
        decisions.correct(repaired, correction())


def verdict(**changed):
    row = {
        "finding_id": "甲:conflict", "detail": "34 ≠ 24", "verdict": "accepted",
        "reason": "见原文", "who": "甲", "when": "2026-11-28",
    }  # fmt: skip
    return tables.frame("verdicts", [row | changed])


FOUND = {"report_id": "甲", "rule": "conflict", "state": "breach", "cases": 2}


def test_a_verdict_stands_beside_its_finding():
    found = tables.frame(
        "findings",
        [
            FOUND | {"finding_id": "甲:conflict", "detail": "34 ≠ 24"},
            FOUND | {"finding_id": "甲:sum.staff"},
        ],
    )
    judged = decisions.judge(found, verdict())
    assert judged["verdict"].to_list() == ["accepted", ""]
    assert judged["verdict_reason"].to_list() == ["见原文", ""]


@pytest.mark.parametrize("changed", [{"detail": "34 ≠ 25"}, {"finding_id": "甲:conflict:x"}])
def test_a_verdict_on_another_finding_stops_the_run(changed):
    found = tables.frame("findings", [FOUND | {"finding_id": "甲:conflict", "detail": "34 ≠ 24"}])
    with pytest.raises(DecisionError, match="Judge it again"):
        decisions.judge(found, verdict(**changed))


@pytest.fixture
def project(tmp_path):
    """A folder with the report of 襄阳市 and a correction of its press conferences."""
    (tmp_path / "raw").mkdir()
    shutil.copy(paths.RAW / "xiangyang-2017.txt", tmp_path / "raw")
    (tmp_path / "reviewed").mkdir()
    (tmp_path / "reviewed/corrections.csv").write_text(
        tables.to_csv(correction()), encoding="utf-8"
    )
    return tmp_path


def test_a_correction_changes_values_findings_and_measures_and_survives_a_rerun(project):
    for _ in range(2):
        pipeline.build(project / "raw", project / "out", jobs=1)
        rows = tables.read(project / "out", "observations").query("source == 'reviewed'")
        assert rows[["value", "as_read"]].to_numpy().tolist() == [[34, 24]]
        assert "24期" in rows["evidence"].iloc[0]
        found = tables.read(project / "out", "findings").query("rule == 'conflict'")
        assert found["state"].to_list() == ["consistent"]
    assert len(tables.read(project / "out", "corrections")) == 1


def test_a_repaired_report_stops_the_run_and_leaves_the_tables_of_before(project):
    pipeline.build(project / "raw", project / "out", jobs=1)
    before = (project / "out/observations.csv").read_bytes()
    report = project / "raw/xiangyang-2017.txt"
    text = report.read_text(encoding="utf-8")
    assert text.count("发布会24期") == 1
    report.write_text(text.replace("发布会24期", "发布会34期"), encoding="utf-8")
    with pytest.raises(DecisionError, match="24 was read when it was corrected, now 34"):
        pipeline.build(project / "raw", project / "out", jobs=1)
    assert (project / "out/observations.csv").read_bytes() == before


def test_no_file_is_no_decision(tmp_path):
    corrections, verdicts = decisions.read(tmp_path)
    assert corrections.empty and verdicts.empty


def test_a_row_that_says_not_why_is_refused(tmp_path):
    (tmp_path / "corrections.csv").write_text(
        tables.to_csv(correction(reason="")), encoding="utf-8"
    )
    with pytest.raises(TableError, match="reason"):
        decisions.read(tmp_path)
    assert isinstance(correction(), pd.DataFrame)


def test_a_correction_is_shown_in_notebooks_and_their_charts(project):
    pipeline.build(project / "raw", project / "out", jobs=1)
    shown = {"folder": str(project / "out"), "figures": str(project / "charts")}
    page = {"body": "襄阳市", "year": 2017, **shown}
    for name, parameters in (("city", page), ("data_quality", shown)):
        run = project / f"{name}.ipynb"
        papermill.execute_notebook(paths.NOTEBOOKS / run.name, run, parameters, progress_bar=False)
    chart = (project / "charts/responses.csv").read_text("utf-8")
    assert "新闻发布会,本级,34,34,34,34,次,确数" in chart  # 34 / 24（两说） as read
    assert "34（人工更正，原读作 24）" in html(project / "city.ipynb")
    assert "同一报告第二章作34次" in html(project / "data_quality.ipynb")


def html(notebook):
    """The tables that an executed notebook shows."""
    cells = nbformat.read(notebook, as_version=4).cells
    shown = [output.get("data", {}) for cell in cells for output in cell.outputs]
    return "".join(data.get("text/html", "") for data in shown)
