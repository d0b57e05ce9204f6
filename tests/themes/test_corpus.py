"""Paragraphs only, each with its headings, whatever the order of the tables."""

import pandas as pd

from analysis.themes.corpus import paragraphs

PARTS = [
    ("title", 0, "甲市2016年政府信息公开工作年度报告"),
    ("heading", 1, "一、概述"),
    ("heading", 2, "(一)组织领导"),
    ("paragraph", 0, "加强领导，\n健全机制２次。"),
    ("table", 0, "公开数 5"),
    ("heading", 1, "二、问题"),
    ("paragraph", 0, "内容还欠丰富。"),
    ("paragraph", 0, "甲市人民政府办公室"),
    ("paragraph", 0, "2017年3月1日"),
    ("paragraph", 0, "联系电话：0534-1234567"),
    ("furniture", 0, "上一篇：乙市"),
]


def made(report="甲市-2016", body="甲市"):
    text, rows = "", []
    for kind, level, words in PARTS:
        rows.append((report, len(text), len(text) + len(words), kind, level, words))
        text += words + "\n"
    columns = ["report_id", "start", "end", "kind", "level", "label"]
    reports = pd.DataFrame({"report_id": [report], "body": [body], "year": [2016]})
    return reports, pd.DataFrame(rows, columns=columns), {report: text}


def test_paragraphs_stand_under_their_headings_and_nothing_else_is_kept():
    reports, passages, texts = made()
    found = paragraphs(reports, passages, texts)
    assert found["paragraph"].to_list() == ["加强领导，\n健全机制２次。", "内容还欠丰富。"]
    assert found["section"].to_list() == ["一、概述 / (一)组织领导", "二、问题"]
    assert found["words"].to_list() == ["加强领导,健全机制2次。", "内容还欠丰富。"]
    assert found["characters"].to_list() == [12, 7]


def test_places_lead_back_to_the_clean_text():
    reports, passages, texts = made()
    for row in paragraphs(reports, passages, texts).itertuples():
        assert texts[row.report_id][row.start : row.end] == row.paragraph


def test_the_order_of_reports_and_passages_makes_no_difference():
    one, other = made(), made("乙市-2016", "乙市")
    reports, passages = (pd.concat([a, b], ignore_index=True) for a, b in zip(one[:2], other[:2], strict=True))  # fmt: skip
    texts = one[2] | other[2]
    expected = paragraphs(reports, passages, texts)
    turned = dict(reversed(texts.items()))
    shuffled = (reports[::-1], passages.sample(frac=1, random_state=7), turned)
    pd.testing.assert_frame_equal(paragraphs(*shuffled), expected)


def test_a_report_without_paragraphs_gives_an_empty_frame_with_the_columns():
    reports, passages, texts = made()
    found = paragraphs(reports, passages[passages["kind"] == "title"], texts)
    assert found.empty and "section" in found


def test_a_line_in_brackets_is_a_heading_of_a_chapter():
    reports, passages, _ = made()
    name = "甲市-2016"
    text = "【收费及减免情况】\n未收取任何费用。"
    rows = [(name, 0, 9, "paragraph", 0, ""), (name, 10, 18, "paragraph", 0, "")]
    found = paragraphs(reports, pd.DataFrame(rows, columns=passages.columns), {name: text})
    assert found[["section", "paragraph"]].to_numpy().tolist() == [
        ["收费及减免情况", "未收取任何费用。"]
    ]
