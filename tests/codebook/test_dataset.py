"""What the data say of themselves is said once, and is right in the eyes of another's program."""

import shutil

import frictionless
import pytest
import yaml

from analysis import paths
from analysis.codebook.citation import citation
from analysis.codebook.dataset import dataset, package
from analysis.codebook.dictionary import dictionary

EXAMPLE = paths.ROOT / "data" / "example" / "processed"


def faults(folder):
    report = frictionless.validate(str(folder / "datapackage.json"))
    return [*report.errors, *(error for task in report.tasks for error in task.errors)]


@pytest.mark.parametrize("folder", [paths.PROCESSED, EXAMPLE], ids=["published", "example"])
def test_another_program_finds_the_tables_as_described(folder):
    assert faults(folder) == []


@pytest.mark.parametrize(
    ("table", "old", "new", "kind"),
    [
        ("findings", ",breach,", ",broken,", "constraint-error"),
        ("numerals", "示例市（虚构）-2018,", "无此市-2018,", "foreign-key"),
        ("measures", ",2019,", ",MMXIX,", "type-error"),
    ],
)
def test_another_program_finds_what_is_not_as_described(tmp_path, table, old, new, kind):
    shutil.copytree(EXAMPLE, tmp_path / "data")
    path = tmp_path / "data" / f"{table}.csv"
    words = path.read_text("utf-8")
    assert old in words
    path.write_text(words.replace(old, new, 1), "utf-8")
    assert kind in {error.type for error in faults(tmp_path / "data")}


def test_version_licence_and_citation_are_those_of_the_citation_file():
    cited = yaml.safe_load((paths.ROOT / "CITATION.cff").read_text("utf-8"))
    made = package(["reports"])
    assert made["version"] == citation().version == cited["version"]
    assert [one["name"] for one in made["licenses"]] == [cited["license"]]
    assert made["title"].startswith(cited["title"])
    assert cited["title"] in made["citation"] and cited["message"] in made["citation"]


def fields(name):
    described = package(["reports", name])["resources"]
    (resource,) = [one for one in described if one["name"] == name]
    return {one["name"]: one for one in resource["schema"]["fields"]}


def test_fields_say_type_unit_meaning_and_limits():
    start = fields("passages")["start"]
    assert (start["type"], start["unit"]) == ("integer", "字符")
    assert start["description"] == "First character in the clean text / 在正文中的起点"
    assert start["constraints"] == {"required": True, "minimum": 0}
    assert fields("numerals")["kind"]["constraints"]["enum"][0] == "indicator"


def test_reports_are_referred_to_where_they_are_there():
    assert "foreignKeys" not in package(["passages"])["resources"][0]["schema"]
    passages, reports = package(["reports", "passages"])["resources"]
    assert passages["schema"]["foreignKeys"][0]["reference"]["resource"] == "reports"
    assert "foreignKeys" not in reports["schema"]


def test_the_texts_are_mentioned():
    assert "texts/" in package([])["description"]


def test_only_tables_that_exist_are_left_out_of_the_workbook():
    assert set(dataset().workbook.left_out) <= set(dictionary())
