"""Chart, table, sentences and files follow what is chosen in the widgets."""

import base64
import html
import re
from threading import Thread

import pytest

from analysis.explorer import Explorer, panel


@pytest.fixture
def explorer(tmp_path):
    return Explorer("data/example/processed", "zh", tmp_path / "exports")


def seen(explorer):
    """Title of the chart, text of its image, of the table and of the sentences."""
    outputs = {name: one.value for name, one in explorer.outputs.items()}
    title, image = re.search(r'alt="(.*?)" src=".*?base64,(.*?)"', outputs["chart"]).groups()
    svg = base64.b64decode(image).decode()
    return html.unescape(title), svg, outputs["table"], outputs["sentences"]


def choose(explorer, **values):
    for name, value in values.items():
        explorer.inputs[name].value = value


def test_chart_table_and_sentences_follow_the_bodies(explorer):
    choose(explorer, group="requests", item=("request.new", ""))
    both = seen(explorer)
    choose(explorer, bodies=("样本市（虚构）",))
    one = seen(explorer)
    assert one[0] == "样本市（虚构） 2021–2022 年 · 本年新收政府信息公开申请数量"
    assert both[1] != one[1] and one[1].startswith("<?xml")
    assert "示例市" in both[2] and "<td>385</td>" in one[2] and "示例市" not in one[2]
    assert "310\\t42\\t3" in one[3]  # the row of the table of the first report
    explorer.report.value = "样本市（虚构）-2022"
    assert "285\\t38\\t2" in seen(explorer)[3]


def test_choices_narrow_each_other_and_are_cleared(explorer):
    choose(explorer, bodies=("样本市（虚构）",))
    assert [year for _, year in explorer.inputs["years"].options] == [2021, 2022]
    choose(explorer, bodies=(), years=(2019,))
    assert [body for _, body in explorer.inputs["bodies"].options] == ["示例市（虚构）"]
    explorer.reset.click()
    assert (explorer.choice.bodies, explorer.choice.years) == ((), ())
    assert len(explorer.inputs["bodies"].options) == 2


def test_what_no_longer_goes_together_is_dropped(explorer):
    explorer.choose(bodies=("样本市（虚构）",), years=(2019, 2021))
    assert explorer.choice.years == explorer.inputs["years"].value == (2021,)


def test_what_is_chosen_while_another_choice_is_followed_comes_next(explorer, monkeypatch):
    group, named = explorer.inputs["group"], explorer._named
    other = Thread(target=choose, args=(explorer,), kwargs={"group": "requests"})

    def choosing_meanwhile(body):
        if not other.ident:
            other.start()
            while group.value != "requests":
                pass
        return named(body)

    monkeypatch.setattr(explorer, "_named", choosing_meanwhile)
    choose(explorer, bodies=("样本市（虚构）",))
    other.join()
    assert group.value == "requests"
    assert (explorer.choice.item, "") == explorer.items["requests"][0]
    assert explorer.choice.bodies == ("样本市（虚构）",)


def test_the_language_changes_words_and_keeps_the_choice(explorer):
    choose(explorer, bodies=("样本市（虚构）",), group="requests", item=("request.new", ""))
    assert explorer.inputs["bodies"].description == "机关"
    choose(explorer, language="en")
    assert explorer.inputs["bodies"].description == "Bodies"
    assert explorer.inputs["bodies"].value == ("样本市（虚构）",)
    assert seen(explorer)[0] == "样本市（虚构） 2021–2022 · Requests newly received this year"
    assert ">Shown<" in seen(explorer)[2]


def test_a_choice_without_data_says_so_and_exports_nothing(explorer):
    choose(explorer, bodies=("样本市（虚构）",), group="disclosure", item=("disclosure.total", ""))
    assert explorer.outputs["message"].value == "所选报告的表式没有此项，报告也没有说明。"
    assert explorer.outputs["chart"].value == explorer.outputs["table"].value == ""
    assert (explorer.report.value, explorer.outputs["sentences"].value) == (None, "")
    assert explorer.export.disabled
    choose(explorer, bodies=())
    assert (explorer.export.disabled, explorer.outputs["message"].value) == (False, "")


def test_what_is_seen_is_exported_as_three_files(explorer, tmp_path):
    choose(explorer, group="requests", item=("request.new", ""))
    explorer.export.click()
    files = sorted((tmp_path / "exports").iterdir())
    assert [path.suffix for path in files] == [".csv", ".png", ".svg"]
    assert {path.stem for path in files} == {files[0].stem}
    assert files[0].stem.startswith("request_new-")
    assert files[0].stem in explorer.outputs["message"].value
    assert ",385," in files[0].read_text("utf-8")
    choose(explorer, bodies=("样本市（虚构）",))
    explorer.export.click()
    assert len(list((tmp_path / "exports").iterdir())) == 6  # another choice, other files


def test_words_of_reports_are_text_and_never_markup(explorer, monkeypatch):
    rows = explorer.frames["observations"]
    explorer.frames["observations"] = rows.assign(evidence="<script>alert(1)</script>")
    explorer.choose()
    assert "&lt;script&gt;" in seen(explorer)[3]
    assert "<script>" not in seen(explorer)[3]


def test_every_widget_has_a_name_in_both_languages(explorer):
    for language in ("zh", "en"):
        explorer.choose(language=language)
        named = [*explorer.inputs.values(), explorer.report, explorer.reset, explorer.export]
        assert all(one.description for one in named)


def test_files_stay_when_the_site_is_made_anew():
    exports = panel.paths.EXPORTS
    assert exports.relative_to(panel.paths.ROOT).as_posix() == "exports"
    assert not exports.is_relative_to(panel.paths.SITE)
