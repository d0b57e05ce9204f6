"""Shared sentences: twenty pairs judged by reading, and small corpora worked out by hand."""

from pathlib import Path

import pandas as pd
import pytest
import yaml

from analysis.themes import rates, reuse
from analysis.themes.sentences import sentences

JUDGED = yaml.safe_load((Path(__file__).parent / "reused.yaml").read_text(encoding="utf-8"))
PROBLEMS, PLANS = "三、存在的主要问题", "四、2018年工作思路"
LEARN = "对条例和上级规定的学习、掌握还不够深入全面。"
ACTIVE = "部分单位公开政府信息的主动性还不够强。"
FORMS = "公开的内容和形式与群众的期待相比还欠丰富。"
TRAIN = "举办培训班3期，不断强化对工作人员的业务培训。"
TRAIN_MORE = "举办培训班5期，不断强化对工作人员的业务培训。"


def corpus(*rows, province="某省"):
    """Sentences and reports from (body, year, section, words)."""
    made = pd.DataFrame(
        [
            (f"{body}-{year}", body, year, section, place * 100, place * 100 + len(said), said)
            for place, (body, year, section, said) in enumerate(rows)
        ],
        columns=["report_id", "body", "year", "section", "start", "end", "sentence"],
    )
    reports = made[["report_id", "body"]].drop_duplicates()
    where = province if callable(province) else lambda body: province
    return made, reports.assign(province=reports["body"].map(where))


def pair(judged):
    rows = [(judged[side]["body"], year, "", judged[side]["says"]) for side, year in zip("ab", (2016, 2017), strict=True)]  # fmt: skip
    return reuse.find(*corpus(*rows))


@pytest.mark.parametrize("judged", JUDGED["reused"], ids=lambda one: one["a"]["says"][:12])
def test_reused(judged):
    (row,) = reuse.pairs(pair(judged)).itertuples()
    assert row.kind == judged["kind"]
    assert row.similarity >= 0.85


@pytest.mark.parametrize("judged", JUDGED["different"], ids=lambda one: one["a"]["says"][:12])
def test_different(judged):
    assert reuse.pairs(pair(judged)).empty


def test_published_sentences_of_the_judged_pairs_are_as_published(five, fourteen):
    texts = "".join([*five.texts.values(), *fourteen.texts.values()])
    for judged in JUDGED["reused"][:4]:
        assert judged["a"]["says"].rstrip("；。") in texts
        assert judged["b"]["says"].rstrip("；。") in texts


def test_pairs_lead_back_to_both_texts(five, fourteen):
    texts = five.texts | fourteen.texts
    reports, passages = (
        pd.concat([getattr(five, one), getattr(fourteen, one)]) for one in ("reports", "passages")
    )
    shared = reuse.pairs(reuse.find(sentences(reports, passages, texts), reports))
    assert len(shared) == 11
    for one in shared.itertuples():
        assert texts[one.report_a][one.start_a : one.end_a] == one.passage_a
        assert texts[one.report_b][one.start_b : one.end_b] == one.passage_b


def test_what_returns_the_next_year():
    found = reuse.find(
        *corpus(
            ("甲市", 2016, PROBLEMS, LEARN),
            ("甲市", 2016, PROBLEMS, ACTIVE),
            ("甲市", 2016, PLANS, TRAIN),
            ("甲市", 2017, PROBLEMS, LEARN),
            ("甲市", 2017, PROBLEMS, FORMS),
            ("甲市", 2017, PLANS, TRAIN_MORE),
            ("甲市", 2017, "一、概述", ACTIVE),  # not among the problems
            ("甲市", 2019, PROBLEMS, LEARN),  # no report for 2018
            ("乙市", 2017, PROBLEMS, ACTIVE),  # another body
        )
    )
    again = reuse.returning(found, "甲市")
    shown = again[["year_a", "year_b", "topic", "passage_a", "kind"]].values.tolist()
    assert shown == [
        [2016, 2017, "problems", LEARN, "exact"],
        [2016, 2017, "plans", TRAIN, "near"],
    ]


def test_what_returns_is_shown_even_where_everybody_says_it():
    bodies = [f"{name}市" for name in "甲乙丙丁"]
    rows = [(body, year, PROBLEMS, LEARN) for body in bodies for year in (2016, 2017)]
    found = reuse.find(*corpus(*rows, province=lambda body: f"{body}省"))
    assert reuse.returning(found, "甲市")["mark"].to_list() == ["boilerplate"]


def test_a_body_with_one_report_has_nothing_that_returns():
    found = reuse.find(*corpus(("甲市", 2016, PROBLEMS, LEARN)))
    again = reuse.returning(found, "甲市")
    assert again.empty and list(again.columns) == reuse.RETURNING


def test_boilerplate_needs_bodies_of_several_provinces():
    rows = [(f"{name}市", 2016, "", LEARN) for name in "甲乙丙丁"]
    one = reuse.find(*corpus(*rows))
    two = reuse.find(*corpus(*rows, province=lambda body: "某省" if body == "甲市" else "他省"))
    assert set(one.sentences["mark"]) == {""} and len(reuse.pairs(one)) == 6
    assert set(two.sentences["mark"]) == {"boilerplate"} and reuse.pairs(two).empty


def test_nearly_the_same_wording_makes_boilerplate_too():
    rows = [(f"{name}市", 2016, "", f"{extra}{LEARN}") for name, extra in
            zip("甲乙丙丁", ("", "仍", "还", "尚"), strict=True)]  # fmt: skip
    found = reuse.find(*corpus(*rows, province=lambda body: f"{body}省"))
    assert set(found.sentences["mark"]) == {"boilerplate"}


def test_formulae_and_short_sentences_do_not_count():
    found = reuse.find(
        *corpus(
            ("甲市", 2016, "", "坚持以公开为常态、不公开为例外。"),
            ("甲市", 2016, "", "特此报告。"),
            ("甲市", 2016, "", LEARN),
        )
    )
    assert found.sentences["mark"].to_list() == ["formula", "short", ""]
    assert found.sentences["formula"].to_list() == ["decision_2014", "", ""]


def test_rates_by_sentences_and_by_characters():
    found = reuse.find(
        *corpus(
            ("甲市", 2016, "", LEARN),  # 20 characters, in 2017 and in 乙市
            ("甲市", 2016, "", ACTIVE),  # 18 characters, in neither
            ("甲市", 2017, "", LEARN),
            ("甲市", 2017, "", FORMS),
            ("乙市", 2016, "", LEARN),
        )
    )
    made = rates.rates(found).set_index("report_id")
    first, other = made.loc["甲市-2016"], made.loc["乙市-2016"]
    assert (first["n"], first["characters"]) == (2, 38)
    assert (first["own_years"], first["others"]) == (1, 1)
    assert first["own_years_rate"] == 0.5
    assert first["own_years_characters_rate"] == pytest.approx(20 / 38)
    assert other["others_rate"] == 1 and pd.isna(other["own_years_rate"])


def test_rates_between_two_reports_are_of_either():
    found = reuse.find(
        *corpus(
            ("甲市", 2016, "", TRAIN),
            ("甲市", 2016, "", ACTIVE),
            ("乙市", 2016, "", TRAIN_MORE),
        )
    )
    (row,) = rates.between(found).itertuples()
    assert (row.report_a, row.report_b) == ("乙市-2016", "甲市-2016")
    assert (row.n_a, row.n_b, row.sentences_a, row.sentences_b) == (1, 2, 1, 1)
    assert (row.rate_a, row.rate_b) == (1, 0.5)
    assert (row.exact_a, row.exact_b) == (0, 0)  # the figures differ


def test_the_order_of_sentences_makes_no_difference(five, fourteen):
    reports, passages = (
        pd.concat([getattr(five, one), getattr(fourteen, one)]) for one in ("reports", "passages")
    )
    known = sentences(reports, passages, five.texts | fourteen.texts)
    mixed = known.sample(frac=1, random_state=5)
    one, other = reuse.find(known, reports), reuse.find(mixed, reports.iloc[::-1])
    for step in (reuse.pairs, rates.rates, rates.between):
        pd.testing.assert_frame_equal(step(one), step(other))


def test_one_report_has_no_rates_against_others():
    found = reuse.find(*corpus(("甲市", 2016, "", LEARN)))
    (row,) = rates.rates(found).itertuples()
    assert pd.isna(row.others_rate) and pd.isna(row.own_years_rate)
    assert rates.between(found).empty


def test_no_sentences_at_all():
    known, reports = corpus(("甲市", 2016, "", LEARN))
    found = reuse.find(known.iloc[:0], reports)
    assert reuse.pairs(found).empty and rates.rates(found).empty and rates.between(found).empty
