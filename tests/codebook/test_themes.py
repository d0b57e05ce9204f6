"""Thresholds come with a reason that names them."""

from string import Formatter

import pytest

from analysis.codebook.themes import thresholds

RULES = thresholds()


@pytest.mark.parametrize("rule", [RULES.likeness, RULES.themes], ids=["likeness", "themes"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_reason_names_the_threshold(rule, language):
    reason = getattr(rule.reason, language)
    fields = {name for _, name, _, _ in Formatter().parse(reason) if name}
    assert "least" in fields and fields <= {"least", "number"}


def test_a_theme_has_three_reports_as_its_reason_says():
    assert RULES.themes.least_reports == 3 * RULES.themes.number


def test_what_leads_a_list_stands_in_more_than_one_sentence():
    assert RULES.terms.least_sentences > 1 and RULES.terms.top <= RULES.terms.listed
