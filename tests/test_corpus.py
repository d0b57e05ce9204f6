"""All reports, read from the raw files: offsets, coverage, evidence, and scores against labels."""

import re
import shutil
import unicodedata
from pathlib import Path

import pandas as pd
import pytest

from analysis import paths, pipeline

from .accuracy import as_csv, checked, kinds, outcomes, rates, read, sets, table
from .arithmetic import outcomes as outcomes_of

TESTS = Path(__file__).parent
WRITTEN = TESTS / "written"
# A run of Arabic digits as the contract has it: separators, decimals and percent sign belong to it.
RUN = re.compile(r"[\d０-９]+")
# What a number may be multiplied by: 千, 万, 亿 and the like; 元 are kept in 万元.
FACTORS = {0.0001, 1, 100, 1000, 10**4, 10**5, 10**6, 10**7, 10**8}
NUMBER = re.compile(r"[\d０-９零〇一二两三四五六七八九十百千万]")


@pytest.fixture(scope="session")
def built(tmp_path_factory):
    """Folders of tables built anew, from the reports and from texts written in other styles."""
    folder = tmp_path_factory.mktemp("corpus")
    (folder / "texts").mkdir()
    for path in WRITTEN.glob("*.txt"):
        shutil.copy(path, folder / "texts")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(paths, "CACHE", folder / "cache")
        pipeline.build(paths.RAW, folder / "raw", jobs=1)
        pipeline.build(folder / "texts", folder / "written", jobs=1)
    return folder


@pytest.fixture(scope="session", params=["raw", "written"])
def processed(built, request):
    return built / request.param


def texts(processed):
    found = {p.stem: p.read_bytes().decode("utf-8") for p in (processed / "texts").glob("*.txt")}
    assert found
    return found


def by_report(processed, name):
    """Rows of a table with their report's text."""
    known = texts(processed)
    rows = read(processed / f"{name}.csv").astype({"start": int, "end": int})
    return [(row, known[row["report_id"]]) for row in rows.to_dict("records")]


def test_numerals_are_the_words_at_their_offsets(processed):
    wrong = [
        r
        for r, text in by_report(processed, "numerals")
        if text[r["start"] : r["end"]] != r["text"]
    ]
    assert wrong == []


def test_every_run_of_digits_has_one_numeral(processed):
    rows = read(processed / "numerals.csv").astype({"start": int, "end": int})
    for report_id, text in texts(processed).items():
        spans = rows.loc[rows["report_id"] == report_id, ["start", "end"]].to_numpy()
        holders = [0] * len(text)
        for start, end in spans:
            for place in range(start, end):
                holders[place] += 1
        assert max(holders) == 1
        unheld = [m.group() for m in RUN.finditer(text) if set(holders[m.start() : m.end()]) != {1}]
        assert unheld == [], report_id


def test_passages_cover_the_words_and_do_not_overlap(processed):
    rows = read(processed / "passages.csv").astype({"start": int, "end": int})
    for report_id, text in texts(processed).items():
        place = 0
        for row in rows[rows["report_id"] == report_id].itertuples():
            assert row.start >= place and not text[place : row.start].strip()
            assert text[row.start : row.end].strip()
            place = row.end
        assert not text[place:].strip()


@pytest.mark.parametrize("table", ["observations", "printed_shares"])
def test_evidence_is_as_published_and_holds_the_number(processed, table):
    rows = by_report(processed, table)
    assert rows
    for row, text in rows:
        span = text[row["start"] : row["end"]]
        begins = [m.start() for m in re.finditer(re.escape(row["evidence"]), text)]
        assert any(b <= row["start"] < row["end"] <= b + len(row["evidence"]) for b in begins)
        assert NUMBER.search(span) or row.get("source") == "stated_none"
        assert re.search("[无未没不零免]", span) or row.get("source") != "stated_none"


def test_values_of_digits_are_the_digits(processed):
    """Before the multiplier: 11 of 11余万 times a power of ten, 251 元 in 万元."""
    for row, text in by_report(processed, "observations"):
        span = unicodedata.normalize("NFKC", text[row["start"] : row["end"]])
        digits = re.sub(r"[,\s]", "", span)
        if re.fullmatch(r"[\d.]+", digits) and float(digits):
            assert round(float(row["value"]) / float(digits), 9) in FACTORS


def test_every_observation_of_a_number_has_its_numeral(processed):
    held = {
        (r["report_id"], int(r["start"]))
        for r in read(processed / "numerals.csv").to_dict("records")
        if r["kind"] == "indicator"
    }
    stated = read(processed / "observations.csv").query("source == 'prose'").to_dict("records")
    assert [r for r in stated if (r["report_id"], int(r["start"])) not in held] == []


def test_furniture_and_headings_of_plans_state_nothing(processed):
    passages = read(processed / "passages.csv").query("kind == 'furniture'")
    parts = passages.astype({"start": int, "end": int}).to_dict("records")
    for row, _ in by_report(processed, "observations"):
        assert not any(
            p["report_id"] == row["report_id"] and p["start"] <= row["start"] < p["end"]
            for p in parts
        )
        assert not re.search("打算|思路|改进|下一步", row["section"].split(" / ")[0])


def test_intervals_hold_their_value(processed):
    rows = read(processed / "observations.csv")
    for row in rows.to_dict("records"):
        value = float(row["value"])
        assert not row["lower"] or float(row["lower"]) <= value
        assert not row["upper"] or value <= float(row["upper"])
        exact = row["lower"] == row["upper"] == row["value"]
        assert exact == (row["qualifier"] == "exact")


def test_committed_tables_are_what_the_build_gives(built):
    """For the reports that are committed: a further one in the raw folder changes nothing of them."""
    if not paths.PROCESSED.is_dir():
        pytest.skip("data/processed is not there: make report writes it")
    files = set(read(paths.PROCESSED / "reports.csv")["file"])
    assert files
    for path in sorted(paths.PROCESSED.glob("*.csv")):
        committed, anew = read(path), read(built / "raw" / path.name)
        assert list(committed.columns) == list(anew.columns)
        pd.testing.assert_frame_equal(
            _of_reports(anew, _rows_of(built / "raw", files)),
            _of_reports(committed, _rows_of(paths.PROCESSED, files)),
            obj=path.name,
        )
    for path in sorted((paths.PROCESSED / "texts").iterdir()):
        assert path.read_bytes() == (built / "raw" / "texts" / path.name).read_bytes()


def _rows_of(processed, files):
    reports = read(processed / "reports.csv")
    return reports[reports["file"].isin(files)]


def _of_reports(table, reports):
    """The rows of a table that are about some reports."""
    if "file" in table:
        kept = table["file"].isin(reports["file"])
    elif "report_id" in table:
        kept = table["report_id"].isin(reports["report_id"])
    else:
        kept = table["finding_id"].str.split(":").str[0].isin(reports["report_id"])
    return table[kept].reset_index(drop=True)


# --- scores against labels -----------------------------------------------------------------------


def test_labelled_reports(built):
    found = outcomes(built / "raw", TESTS / "gold")
    assert rates(found[found["part"] == "main"])["F1"] >= 0.97
    assert rates(found)["precision"] == 1
    assert found.loc[found["differs"] != "", "key"].tolist() == []


def test_texts_written_in_other_styles(built):
    found = outcomes(built / "written", WRITTEN / "gold")
    assert found.loc[found["outcome"] == "wrong", "key"].tolist() == []
    assert rates(found[found["part"] == "main"])["recall"] >= 0.98
    assert rates(found[found["part"] == "unit"])["recall"] >= 0.9
    assert not found["differs"].str.contains("lower|upper").any()


def test_kinds_of_labelled_numerals(built):
    assert kinds(built / "raw", TESTS / "gold")["right"].all()
    assert kinds(built / "written", WRITTEN / "gold")["right"].mean() >= 0.98


def test_scores_in_the_readme_are_those_of_make_accuracy(built):
    printed = table(sets(built / "raw", built / "written"), "set")
    checks = checked(built / "raw", built / "written")
    breaches = table({name: outcomes_of(*one) for name, one in checks.items()}, "breaches of")
    for name in ("README.md", "README.zh-CN.md"):
        page = (paths.RAW.parents[1] / name).read_text(encoding="utf-8")
        assert printed in page
        assert breaches in page


def test_scores_on_the_site_are_those_of_make_accuracy(built):
    scores = as_csv(sets(built / "raw", built / "written"))
    assert paths.ACCURACY.read_text("utf-8") == scores, "run `make accuracy`"
