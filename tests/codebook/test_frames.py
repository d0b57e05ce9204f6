"""Every row of a frame reads its own example, and every indicator of the form has a row."""

import re

import pytest

from analysis.codebook.forms import forms
from analysis.codebook.frames import frames
from analysis.codebook.indicators import indicators

from ..given import facts_of

# A heading that reports put above what a topic is about.
HEADINGS = {
    "information": "主动公开政府信息情况",
    "normative_document": "规范性文件公开情况",
    "rule": "政府规章公开情况",
    "request": "依申请公开政府信息情况",
    "licence": "行政许可和行政处罚情况",
    "penalty": "行政许可和行政处罚情况",
    "coercion": "行政许可和行政处罚情况",
    "service": "主动公开政府信息情况",
    "charge": "主动公开政府信息情况",
    "procurement": "主动公开政府信息情况",
    "reconsideration": "因政府信息公开申请行政复议的情况",
    "litigation": "因政府信息公开提起行政诉讼的情况",
    "litigation_direct": "因政府信息公开提起行政诉讼的情况",
    "litigation_after_reconsideration": "因政府信息公开提起行政诉讼的情况",
    "complaint": "政府信息公开举报投诉情况",
    "fee": "政府信息公开的收费及减免情况",
    "office": "政府信息公开工作机构情况",
    "access_point": "政府信息查阅场所建设情况",
    "staff": "政府信息公开工作人员配备情况",
    "budget": "政府信息公开工作经费保障情况",
    "meeting": "政府信息公开工作会议情况",
    "training": "政府信息公开培训情况",
    "press_conference": "政策解读和新闻发布情况",
    "online_interview": "政策解读和在线访谈情况",
    "interpretation": "政策解读情况",
    "response": "回应社会关切情况",
}
ROWS = [(topic, row) for topic, frame in frames().items() for row in frame.rows]
TOGETHER = [(topic, entry) for topic, frame in frames().items() for entry in frame.together]


def read(topic, example):
    year = re.search(r"(20\d\d)年", example)
    facts = facts_of(example, HEADINGS[topic], year=int(year[1]) if year else 2017)
    return [one.indicator for one in facts.observations]


@pytest.mark.parametrize(("topic", "row"), ROWS, ids=[row.example for _, row in ROWS])
def test_the_example_gives_the_indicator_of_its_row(topic, row):
    assert row.indicator in read(topic, row.example)


@pytest.mark.parametrize(("topic", "entry"), TOGETHER, ids=[e.example for _, e in TOGETHER])
def test_values_together_give_the_row_of_what_they_mean(topic, entry):
    frame = frames()[topic]
    sentence = entry.example if re.search(r"\d", entry.example) else f"{entry.example}300条"
    when = {entry.facet: entry.means} if entry.means else {"act": "receive"}
    assert read(topic, sentence) == [frame.row(when, "").indicator]


def test_every_row_leads_to_an_indicator():
    assert {row.indicator for _, row in ROWS} <= set(indicators())


def test_every_row_of_the_form_of_2014_is_read_from_prose():
    form = {row.key for row in forms()["form_2014"].parts["statistics"].rows if row.key}
    assert form <= {row.indicator for _, row in ROWS}


@pytest.mark.parametrize("topic", frames())
def test_no_row_is_hidden_by_an_earlier_one(topic):
    rows = frames()[topic].rows
    for place, row in enumerate(rows):
        for earlier in rows[:place]:
            units = set(row.units or frames()[topic].units) - set(
                earlier.units or frames()[topic].units
            )
            assert units or not earlier.when.items() <= row.when.items()


@pytest.mark.parametrize("topic", frames())
def test_rows_tell_apart_by_facets_of_their_frame(topic):
    frame = frames()[topic]
    assert {facet for row in frame.rows for facet in row.when} == set(frame.facets)
