"""Sentences of paragraphs only, each under the headings above it."""

from types import SimpleNamespace

import pandas as pd

from analysis.themes.sentences import sentences


def made(*parts, report="甲市-2016"):
    text, rows = "", []
    for kind, level, words in parts:
        rows.append((report, len(text), len(text) + len(words), kind, level, words if kind == "heading" else ""))  # fmt: skip
        text += words + "\n"
    columns = ["report_id", "start", "end", "kind", "level", "label"]
    return SimpleNamespace(
        reports=pd.DataFrame({"report_id": [report], "body": ["甲市"], "year": [2016]}),
        passages=pd.DataFrame(rows, columns=columns),
        texts={report: text},
    )


def test_only_paragraphs_have_sentences_and_each_has_its_headings():
    given = made(
        ("title", 0, "甲市2016年报告"),
        ("heading", 1, "一、概述"),
        ("heading", 2, "(一)组织"),
        ("paragraph", 0, "加强领导。加强考核;"),
        ("table", 0, "公开数 5"),
        ("heading", 1, "二、问题"),
        ("paragraph", 0, "  主动性不够强!  "),
        ("furniture", 0, "打印本页。"),
    )
    found = sentences(given.reports, given.passages, given.texts)
    assert found[["section", "sentence"]].values.tolist() == [
        ["一、概述 / (一)组织", "加强领导。"],
        ["一、概述 / (一)组织", "加强考核;"],
        ["二、问题", "主动性不够强!"],
    ]
    for one in found.itertuples():
        assert given.texts[one.report_id][one.start : one.end] == one.sentence


def test_a_line_end_inside_a_paragraph_ends_no_sentence():
    given = made(("paragraph", 0, "受理申请\n１９件。"))
    assert len(sentences(given.reports, given.passages, given.texts)) == 1


def test_attachments_and_reports_not_asked_for_are_left_out():
    given = made(("paragraph", 0, "加强领导。"))
    assert sentences(given.reports.iloc[:0], given.passages, given.texts).empty
