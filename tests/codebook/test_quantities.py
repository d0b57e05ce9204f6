"""Every word of approximation widens the number of its example as its reach says."""

import pytest

from analysis.codebook.frames import frames
from analysis.codebook.indicators import indicators
from analysis.codebook.quantities import quantities
from analysis.facts.quantities import find_quantities
from analysis.facts.view import view

APPROXIMATIONS = quantities().approximations


@pytest.mark.parametrize("rule", APPROXIMATIONS, ids=lambda rule: rule.example)
def test_the_example_is_read_by_its_rule(rule):
    (quantity,) = find_quantities(view(rule.example, 0, len(rule.example)).text)
    value, lower, upper, qualifier = quantity.amount
    ends = {
        "up_one_digit": lower == value < (upper or 0),
        "down_a_tenth": (lower or 0) < value == upper,
        "open_up": lower == value and upper is None,
        "open_down": lower is None and upper == value,
        "open": lower is upper is None,
    }
    assert qualifier == rule.qualifier
    assert ends[rule.reach]


@pytest.mark.parametrize(
    ("rule", "word"), [(rule, word) for rule in APPROXIMATIONS for word in rule.words]
)
def test_every_word_is_read(rule, word):
    number = "万" if rule.before else "3000"
    written = {
        "before": f"{word}{number}条",
        "inside": f"{number}{word}条",
        "behind": f"{number}条{word}",
    }[rule.position]
    (quantity,) = find_quantities(written)
    assert quantity.amount.qualifier == rule.qualifier
    assert quantity.behind == len(written) and quantity.before == 0


@pytest.mark.parametrize("word", quantities().vague)
def test_vague_words_name_no_number(word):
    assert find_quantities(f"{word}百条") == []


@pytest.mark.parametrize(
    ("name", "classifier"),
    [(name, one) for name, words in quantities().classifiers.items() for one in words],
)
def test_every_classifier_is_read_whole(name, classifier):
    (quantity,) = find_quantities(f"12{classifier}")
    assert quantity.behind == len(f"12{classifier}")


def test_frames_count_by_classes_that_exist():
    used = {unit for frame in frames().values() for unit in frame.units}
    used |= {unit for frame in frames().values() for row in frame.rows for unit in row.units}
    counts_nothing = {"copies"}  # 便民手册2万册 are no items disclosed
    assert used == set(quantities().classifiers) - counts_nothing


@pytest.mark.parametrize("topic", frames())
def test_the_unit_of_an_indicator_can_be_written_after_its_number(topic):
    frame = frames()[topic]
    for row in frame.rows:
        classes = row.units or frame.units
        written = [word for name in classes for word in quantities().classifiers[name]]
        assert indicators()[row.indicator].unit in written
