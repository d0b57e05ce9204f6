"""Every shape of a name is met in its example."""

import pytest

from analysis.codebook.bodies import Bodies, bodies
from analysis.facts.own_names import is_own_subject, is_school, is_zone


@pytest.mark.parametrize("name", sorted(Bodies.model_fields.keys() - {"own_subjects"}))
def test_each_shape_is_met_in_its_example(name):
    shape = getattr(bodies(), name)
    assert shape.pattern.search(shape.example)


def test_a_place_as_a_whole_is_no_zone():
    assert not bodies().governments.pattern.search("临海高新区")
    assert not is_zone("海淀区")
    assert not is_school("湖南省教育厅")


def test_what_a_school_opens_of_itself_is_another_subject_to_an_office():
    assert is_own_subject("校务公开", "临江市第一中学")
    assert not is_own_subject("校务公开", "临江市教育局")
