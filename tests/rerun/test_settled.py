"""A figure that moves though its report did not is named, with what it was and what it is."""

import os
import subprocess

import pandas as pd
import pytest

from analysis import paths, pipeline
from analysis.dataset import load
from analysis.rerun.settled import moved, since_accepted

COLUMNS = ["report_id", "indicator", "applicant", "scope", "scope_name"]
AMOUNT = ["value", "lower", "upper", "unit", "evidence", "start"]
RECEIVED = ("甲市-2016", "request.received", "", "all", "")
TOTAL = ("乙市-2017", "disclosure.total", "", "county", "")
EXACT = ("120", "120", "120", "件", "收到120件", "5")
ABOUT = ("110000", "110000", "120000", "条", "11余万条", "9")


def tables(*observations, files=(("甲市-2016", "a"), ("乙市-2017", "b")), corrected=()):
    reports = pd.DataFrame([*files, ("", "c")], columns=["report_id", "sha256"])
    rows = pd.DataFrame([key + amount for key, amount in observations], columns=COLUMNS + AMOUNT)
    decided = pd.DataFrame(corrected, columns=[*COLUMNS, "as_read", "value"])
    return {"reports": reports, "observations": rows, "corrections": decided}


BEFORE = tables((RECEIVED, EXACT), (TOTAL, ABOUT))


def told(after, before=BEFORE):
    return [str(one) for one in moved(before, after)]


def test_what_is_the_same_has_not_moved():
    elsewhere = (*EXACT[:4], "共收到120件", "15")
    assert told(tables((RECEIVED, elsewhere), (TOTAL, ABOUT))) == []


def test_another_value_interval_or_unit():
    other = ("121", "121", "121", *EXACT[3:])
    open_end = ("110000", "110000", "", *ABOUT[3:])
    assert told(tables((RECEIVED, other), (TOTAL, open_end))) == [
        "observations: 乙市-2017 disclosure.total county: "
        "110000 [110000, 120000] 条 → 110000 [110000, ] 条",
        "observations: 甲市-2016 request.received all: 120 件 → 121 件",
    ]
    assert told(tables((RECEIVED, (*EXACT[:3], "次", *EXACT[4:])), (TOTAL, ABOUT))) == [
        "observations: 甲市-2016 request.received all: 120 件 → 120 次"
    ]


def test_a_figure_more_or_less():
    twice = [(RECEIVED, EXACT), (RECEIVED, ("8", "8", "8", *EXACT[3:]))]
    online = ("甲市-2016", "request.received_online", "natural", "unit", "市公安局")
    assert told(tables(*twice, (online, EXACT))) == [
        "observations: 乙市-2017 disclosure.total county: 110000 [110000, 120000] 条 → nothing",
        "observations: 甲市-2016 request.received all: 120 件 → 120 件, 8 件",
        "observations: 甲市-2016 request.received_online natural unit 市公安局: nothing → 120 件",
    ]


def test_a_row_without_a_figure_is_none():
    silent = ("", "", "", "件", "", "")
    assert told(tables((RECEIVED, EXACT), (TOTAL, ABOUT), (TOTAL, silent))) == []


@pytest.mark.parametrize(
    "after",
    [
        tables((RECEIVED, EXACT), files=[("甲市-2016", "a"), ("乙市-2017", "other")]),
        tables(
            (RECEIVED, EXACT), files=[("甲市-2016", "a"), ("乙市-2017", "b"), ("乙市-2017", "x")]
        ),
        tables((RECEIVED, EXACT), files=[("甲市-2016", "a")]),
        tables((RECEIVED, EXACT), corrected=[(*TOTAL, "110000", "")]),
    ],
    ids=["file", "attachment", "gone", "correction"],
)
def test_a_report_whose_ground_changed_is_not_settled(after):
    assert told(after) == []


def test_values_and_measures_are_figures_too():
    values = pd.DataFrame([("甲市-2016", "request.received", "", "all", "120", "120", "120", "件")])
    values.columns = [*COLUMNS[:4], *AMOUNT[:4]]
    measures = pd.DataFrame([("甲市-2016", "granted_share", "all", "", "0.5", "0.6", "1")])
    measures.columns = ["report_id", "measure", "scope", *AMOUNT[:4]]
    before = BEFORE | {"values": values, "measures": measures}
    after = BEFORE | {"values": values.assign(value=""), "measures": measures.assign(upper="0.7")}
    assert told(after, before) == [
        "values: 甲市-2016 request.received all: 120 件 → [120, 120] 件",
        "measures: 甲市-2016 granted_share all: [0.5, 0.6] 1 → [0.5, 0.7] 1",
    ]


def test_a_new_measure_has_not_moved_and_one_that_is_gone_has():
    columns = ["report_id", "measure", "scope", *AMOUNT[:4]]
    silent = ("甲市-2016", "a", "all", "", "", "", "%")
    known = pd.DataFrame([silent, ("乙市-2017", "b", "all", "5", "5", "5", "%")], columns=columns)
    fresh = pd.DataFrame([("甲市-2016", "c", "all", "7", "7", "7", "%")], columns=columns)
    stated = known.assign(value="1", lower="1", upper="1").iloc[:1]
    before, more = BEFORE | {"measures": known}, BEFORE | {"measures": pd.concat([known, fresh])}
    assert told(more, before) == []
    assert told(before, more) == ["measures: 甲市-2016 c all: 7 % → nothing"]
    assert told(BEFORE | {"measures": pd.concat([stated, known.iloc[1:]])}, before) == [
        "measures: 甲市-2016 a all: nothing → 1 %"
    ]


def test_what_is_committed_is_accepted_and_other_reports_are_compared_with_what_stood(
    tmp_path, monkeypatch
):
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    other = ("121", "121", "121", *EXACT[3:])
    before = tables((RECEIVED, other), (TOTAL, ABOUT))
    after = tables((RECEIVED, other), (TOTAL, EXACT))
    assert len(since_accepted(tmp_path, before, after)) == 1  # of 乙市: nothing is committed
    committed = tables((RECEIVED, EXACT), files=[("甲市-2016", "a")])
    for name, table in committed.items():
        table.to_csv(tmp_path / f"{name}.csv", index=False)
    commit(tmp_path)
    assert [one.whose for one in since_accepted(tmp_path, before, after)] == [
        "甲市-2016 request.received all",
        "乙市-2017 disclosure.total county",
    ]
    for name, table in after.items():
        table.to_csv(tmp_path / f"{name}.csv", index=False)
    commit(tmp_path)
    assert since_accepted(tmp_path, before, after) == []


def commit(folder):
    who = ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    for command in (["init"], ["add", "-A"], [*who, "commit", "-m", "state"]):
        subprocess.run(["git", "-C", folder, *command], check=True, capture_output=True)


def test_no_figure_of_the_data_has_moved(tmp_path):
    pipeline.build(paths.RAW, tmp_path, jobs=1)
    found = moved(load(paths.PROCESSED), load(tmp_path))
    assert not found, (
        "Figures moved though their reports did not:\n"
        + "\n".join(map(str, found))
        + "\nWhere they are right, accept them: `make report`, then `git commit data/processed`."
    )
