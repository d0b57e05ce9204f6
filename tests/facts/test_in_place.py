"""What words say where they stand: scopes, names of offices and lists of means."""

import pytest

from analysis.facts.cutting import sentences


def heard(text, facet, level="prefecture", body=""):
    """The words that say something of a facet, each with what it says."""
    words = [t for one in sentences(text, level, body) for t in one.tokens if t.values(facet)]
    return {text[t.start : t.end]: t.values(facet) for t in words}


@pytest.mark.parametrize(
    ("text", "scopes"),
    [
        ("州直机关和13个县市共公开3.2万条", {"州直机关": ("all",), "县市": ("county",)}),
        ("州直机关公开3.2万条", {"州直机关": ("municipal",)}),
        ("市级媒体刊发126篇", {}),  # whose media, not whose figure
        ("占市级部门的四成", {}),
        ("培训乡镇及县直单位信息员410人次", {}),
        ("屏山街道公开12条", {}),  # an unknown place, and not all street offices
    ],
)
def test_scopes_are_read_as_their_neighbours_have_them(text, scopes):
    assert heard(text, "scope") == scopes


def test_words_for_a_city_are_above_a_county_but_not_above_a_city_at_county_level():
    text = "全市公开信息5300条"
    assert heard(text, "scope", "county", "静海县") == {"全市": ("above",)}
    assert heard(text, "scope", "county", "北流市") == {"全市": ("all",)}


@pytest.mark.parametrize(
    ("text", "scopes"),
    [
        ("省局公开信息874条。", {}),
        (
            "省局公开信息874条,各市、县局3.4万条。",
            {"省局": ("municipal",), "各市、县局": ("county",)},
        ),
    ],
)
def test_a_short_name_is_a_level_only_beside_another(text, scopes):
    assert heard(text, "scope", "department", "湖南省地方税务局") == scopes


def test_an_office_behind_the_name_of_a_place_is_named():
    names = [t.name for one in sentences("其中武安市局公开210条", "department") for t in one.tokens]
    assert "武安市局" in names


def test_other_words_in_a_list_of_means_say_nothing():
    text = "通过电子屏、12345热线以及当地报纸发布信息216条"
    assert heard(text, "channel")
    assert heard(text, "foreign") == {}
    assert heard("12345热线受理216件", "foreign") == {"12345热线": ("subject",)}
