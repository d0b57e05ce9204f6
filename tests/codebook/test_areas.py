"""Every word of a policy area stands in its example and names that area there."""

import bracex
import pytest

from analysis.codebook.areas import areas, areas_in

FORMS = [(name, form) for name, area in areas().items() for form in area.forms]


@pytest.mark.parametrize(("name", "form"), FORMS)
def test_each_form_stands_in_its_example_and_names_its_area(name, form):
    example = areas()[name].forms[form]
    assert any(word in example for word in bracex.expand(form))
    assert name in areas_in(example)


def test_no_word_names_two_areas():
    words = [word for _, form in FORMS for word in bracex.expand(form)]
    assert len(words) == len(set(words))
