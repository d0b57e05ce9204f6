"""Paragraphs of the five reports, most under no heading, labelled by reading beforehand.

``tests/gold/topics.csv`` has a topic for each, and others that a careful reader could choose.
"""

import pandas as pd
import pytest

from analysis import paths, tables
from analysis.themes.corpus import read
from analysis.themes.sections import HEADING, OPENING, placed
from analysis.themes.segmentation import segmented


@pytest.fixture(scope="module")
def judged():
    reports = tables.reports_only(tables.read(paths.PROCESSED, "reports"))
    paragraphs = read("", reports)
    found = placed(paragraphs, segmented(paragraphs))
    gold = pd.read_csv(paths.ROOT / "tests" / "gold" / "topics.csv", keep_default_na=False)
    gold = gold[gold["report_id"].isin(reports["report_id"])]
    labels = gold.rename(columns={"topic": "label"})
    return found.merge(labels, on=["report_id", "start"], validate="one_to_one"), gold


def right(rows):
    pairs = zip(rows["topic"], rows["label"], rows["alternatives"], strict=True)
    return [topic == label or topic in others.split() for topic, label, others in pairs]


def test_every_label_is_of_a_paragraph(judged):
    found, gold = judged
    assert len(found) == len(gold) == 59


def test_first_words_are_right_wherever_they_decide(judged):
    decided = judged[0][judged[0]["by"].isin([HEADING, OPENING])]
    assert len(decided) == 36 and all(right(decided))


def test_most_of_the_rest_is_right(judged):
    rest = judged[0][~judged[0]["by"].isin([HEADING, OPENING])]
    assert len(rest) == 23 and sum(right(rest)) >= 16
