"""A broken file of the codebook is refused with its name, the place and the fault."""

import pytest

from analysis import paths
from analysis.codebook.frames import Frame
from analysis.codebook.kinds import KindPattern
from analysis.codebook.loading import load
from analysis.codebook.notions import Notion
from analysis.codebook.quantities import Quantities
from analysis.errors import CodebookError


@pytest.fixture
def codebook(tmp_path, monkeypatch):
    """A codebook of one's own: write a file, then load it."""
    monkeypatch.setattr(paths, "CODEBOOK", tmp_path)

    def loaded(name, content, schema):
        (tmp_path / f"{name}.yaml").write_text(content, encoding="utf-8")
        return load(name, schema)

    return loaded


@pytest.mark.parametrize(
    ("name", "content", "schema", "place", "fault"),
    [
        (
            "notions",
            "topic.fee: {froms: [收费], example: 未收费}",
            dict[str, Notion],
            "topic.fee.forms",
            "Field required",
        ),
        (
            "notions",
            "topic.fee: {forms: {收费: 未收费}, exmaple: 未收费}",
            dict[str, Notion],
            "topic.fee.exmaple",
            "not permitted",
        ),
        (
            "kinds",
            "- {kind: dates, pattern: '\\d+年', example: 2016年}",
            list[KindPattern],
            "0.kind",
            "'date'",
        ),
        (
            "frames",
            "fee: {units: money, facets: [], rows: []}",
            dict[str, Frame],
            "fee.units",
            "valid list",
        ),
        (
            "quantities",
            "digits: {一: eins}",
            Quantities,
            "digits.一",
            "valid integer",
        ),
    ],
)
def test_what_breaks_the_schema_is_refused(codebook, name, content, schema, place, fault):
    with pytest.raises(CodebookError) as error:
        codebook(name, content, schema)
    message = str(error.value)
    assert message.startswith(f"{name}.yaml: ")
    assert place in message and fault in message


def test_what_keeps_the_schema_is_taken(codebook):
    content = "topic.fee: {forms: {收费: 未收费}}"
    assert codebook("notions", content, dict[str, Notion])["topic.fee"].forms == {"收费": "未收费"}
