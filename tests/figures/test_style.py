"""The font has every character, files are the same in every run, and words of reports stay words."""

import re
from dataclasses import replace

import pytest
from matplotlib.ft2font import FT2Font

from analysis.codebook.indicators import indicators
from analysis.codebook.words import words
from analysis.figures import city, style


def test_font_has_every_character_of_words_and_indicators():
    known = set(FT2Font(str(style.font_file())).get_charmap())
    labels = [*words().values()]
    labels += [label for one in indicators().values() for label in (one.label, one.short)]
    characters = {char for label in labels for char in label.zh + label.en}
    assert {char for char in characters if ord(char) not in known} == set()


def test_svg_is_the_same_in_every_run(one):
    first, second = (city.requests(one("甲市")) for _ in range(2))
    assert first.svg("none") == second.svg("none")
    assert first.svg("path") == second.svg("path")


def test_a_changed_value_changes_the_svg(one, frames):
    page = one("甲市")
    changed = page.observations.assign(value=page.observations["value"].replace(64, 63))
    changed["lower"] = changed["upper"] = changed["value"]
    assert city.requests(page).svg("none") != city.requests(
        replace(page, observations=changed)
    ).svg("none")


def test_a_chart_says_its_title_and_subtitle_to_those_who_do_not_see_it(one):
    chart = city.channels(one("甲市"))
    _, said = chart._repr_mimebundle_()
    assert said["image/svg+xml"] == {
        "chart": "channels",
        "alt": "甲市 2016 年 · 公开渠道构成 – 各渠道公开信息的比重，%；一条信息可经多个渠道公开，合计可超过 100%",
    }


def test_saved_figure_has_three_files_of_one_name(one, tmp_path):
    city.channels(one("甲市")).save(tmp_path / "甲市" / "channels")
    names = sorted(path.name for path in (tmp_path / "甲市").iterdir())
    assert names == ["channels.csv", "channels.png", "channels.svg"]
    table = (tmp_path / "甲市" / "channels.csv").read_text(encoding="utf-8")
    assert table.splitlines()[1].startswith("政府网站,")
    assert b"tIME" not in (tmp_path / "甲市" / "channels.png").read_bytes()


@pytest.mark.parametrize("letters", ["none", "path"])
def test_words_of_a_report_are_neither_markup_nor_formula(one, letters):
    page = one("甲市")
    title = "<script>alert(1)</script> $\\frac{$ -- ]]> &"
    svg = city.channels(replace(page, reports=page.reports.assign(title=title))).svg(letters)
    assert "<script>" not in svg
    assert not re.search(r"<!--(?:(?!-->).)*--(?!>)", svg, flags=re.DOTALL)


def test_lines_never_begin_with_a_full_stop():
    assert style.wrapped("全市公开信息条数。合计", 16) == "全市公开信息条\n数。合计"


def test_layout_does_not_depend_on_the_last_digits_of_the_solver(one):
    figure = city.requests(one("甲市")).figure
    ends = [end for axes in figure.axes for end in axes.get_position().bounds]
    assert ends == [round(end, 4) for end in ends]
    assert figure.get_layout_engine() is None  # nothing is laid out again when it is drawn
