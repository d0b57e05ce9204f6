"""Texts that are alike are brought together without comparing each with each."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from analysis.themes.neighbours import alike, families, signatures
from analysis.themes.sentences import sentences

TEXTS = sorted(
    [
        "公开的内容和形式还欠丰富",
        "公开的内容和形式仍欠丰富",
        "加强培训和队伍建设工作",
        "学习掌握还不够好",
    ]
)


def test_families_hold_what_is_alike():
    (family,) = families(TEXTS, 0.85)
    assert [TEXTS[place] for place in family] == [
        "公开的内容和形式仍欠丰富",
        "公开的内容和形式还欠丰富",
    ]


def test_a_signature_is_of_the_text_alone():
    assert (signatures(TEXTS)[2] == signatures([TEXTS[2]])[0]).all()


def test_signatures_agree_as_often_as_shingles_do():
    one = "推进财政资金信息公开切实提高信息公开工作水平确保取得实效"
    other = one + "并且加强督查"
    shingles = [{text[i : i + 3] for i in range(len(text) - 2)} for text in (one, other)]
    expected = len(shingles[0] & shingles[1]) / len(shingles[0] | shingles[1])
    first, second = signatures([one, other])
    assert abs((first == second).mean() - expected) < 0.12  # three standard deviations


@given(
    st.lists(st.text("公开信息政务工作条例", min_size=12, max_size=16), unique=True, max_size=30)
)
def test_no_two_families_share_a_text_and_all_members_hang_together(texts):
    texts = sorted(texts)
    groups = list(families(texts, 0.85))
    members = [place for group in groups for place in group]
    assert len(members) == len(set(members))
    for group in groups:
        matrix = np.vstack([block for _, block in alike([texts[i] for i in group], 0.85)])
        assert ((matrix > 0).sum(axis=1) > 1).all()


def test_no_pair_is_lost_that_comparing_each_with_each_finds(five):
    """Every sentence of the five reports, and each once more without its middle character."""
    said = {one for one in known(five) if len(one) >= 12}
    texts = sorted(said | {one[: len(one) // 2] + one[len(one) // 2 + 1 :] for one in said})
    pairs = {
        (start + row, column)
        for start, block in alike(texts, 0.85)
        for row, column in zip(*np.nonzero(block), strict=True)
        if start + row < column
    }
    group = {place: number for number, ours in enumerate(families(texts, 0.85)) for place in ours}
    assert len(pairs) > 400
    assert all(group.get(a, -1) == group.get(b, -2) for a, b in pairs)


def known(made):
    return sentences(made.reports, made.passages, made.texts)["sentence"]
