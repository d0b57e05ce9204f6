"""Every key that is used exists, every key that exists is used, and both languages say the same."""

import re
from pathlib import Path
from string import Formatter

import pytest

from analysis import paths
from analysis.codebook.charts import charts
from analysis.codebook.indicators import indicators
from analysis.codebook.measures import measures
from analysis.codebook.words import plain, section, word, words
from analysis.errors import CodebookError
from analysis.figures.listings import CODED

SOURCE = Path(paths.CODEBOOK).parent


def used():
    """Keys written out in code, templates and notebooks, and the beginnings of composed ones."""
    files = [*SOURCE.rglob("*.py"), *SOURCE.rglob("*.j2"), *paths.NOTEBOOKS.glob("*.ipynb")]
    text = "\n".join(path.read_text(encoding="utf-8") for path in files)
    return set(re.findall(r'["\']([\w.]+)["\'\\]', text)), set(
        re.findall(r'["\'](\w+\.)["\'{]', text)
    )


def test_no_key_is_left_over():
    keys, beginnings = used()
    columns = {f"{column}." for column in CODED}  # composed in a listing
    composed = {"city.", "comparison.", "quality.", "themes.", *columns, *beginnings}
    left = [k for k in words() if k not in keys and not k.startswith(tuple(composed))]
    assert left == []


def test_units_and_groups_have_words():
    named = [*indicators().values(), *measures().values()]
    assert {f"unit.{one.unit}" for one in named} <= set(words())
    assert {f"group.{group}" for group in charts().coverage} <= set(words())


def test_every_group_of_indicators_is_in_one_column_of_the_map():
    columns = [group for groups in charts().coverage.values() for group in groups]
    assert sorted(columns) == sorted({one.group for one in indicators().values()})


@pytest.mark.parametrize("key", words())
def test_both_languages_set_in_the_same_values(key):
    fields = [
        {name for _, name, _, _ in Formatter().parse(text) if name}
        for text in (words()[key].zh, words()[key].en)
    ]
    assert fields[0] == fields[1]


def test_an_unknown_key_is_named():
    with pytest.raises(CodebookError, match=r"no 'site\.nothing'"):
        word("site.nothing", "zh")
    with pytest.raises(CodebookError, match="in 'fr'"):
        word("not_stated", "fr")


def test_values_are_never_markup_or_fields():
    assert word("page.city", "zh", name="{years}<b>", years=2016).startswith("{years}<b> 2016")
    assert plain("[a](http://b) <i>") == "\\[a\\]\\(http://b\\) &lt;i&gt;"
    assert section("channels", "zh").startswith("## 公开渠道\n\n")
