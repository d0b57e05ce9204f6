"""Marks hold exactly their characters, whatever stands within or across them, and change none."""

from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from analysis.publishing.marking import Note, marked

TEXT = "市级公开742条、县级<55>条"


def parsed(written):
    return html.fromstring(f"<div>{written}</div>")


def marks(written):
    """Characters of every mark by its place, its pieces joined."""
    found = {}
    for piece in parsed(written).iter():
        place = piece.get("data-place")
        if place:
            found[place] = found.get(place, "") + piece.text_content()
    return found


def plain(written):
    return parsed(written).text_content()


def test_words_of_a_report_are_never_markup():
    written = marked(TEXT, [Note(4, 7, "value", "<b>", '"><script>', "v1")], 0, len(TEXT))
    assert "&lt;55&gt;" in written
    assert "<b>" not in written
    assert "<script>" not in written
    assert plain(written) == TEXT


def test_several_statements_of_one_number_are_one_mark_with_a_note_each():
    notes = [Note(4, 7, "value", "甲", "甲：742", "v1"), Note(4, 7, "value", "乙", "乙：742", "v2")]
    written = marked(TEXT, notes, 0, len(TEXT))
    assert written.count("<mark") == 1
    assert 'href="#v1"' in written
    assert 'href="#v2"' in written


def test_a_place_within_another_is_a_mark_within_a_mark():
    notes = [Note(2, 8, "value", "", "", "v1"), Note(4, 7, "undecided", "", "", "u1")]
    written = marked(TEXT, notes, 0, len(TEXT))
    assert marks(written) == {"2-8": "公开742条", "4-7": "742"}
    outer = written.index('id="n2-8"'), written.rindex("条</mark>")
    assert outer[0] < written.index('id="n4-7"') < outer[1]


def test_places_that_cross_are_cut_and_still_hold_their_characters():
    notes = [Note(2, 7, "value", "", "", "v1"), Note(4, 9, "value", "", "", "v2")]
    written = marked(TEXT, notes, 0, len(TEXT))
    assert marks(written) == {"2-7": "公开742", "4-9": "742条、"}
    assert written.count('id="n4-9"') == 1
    assert written.count('href="#v2"') == 1


def test_a_place_across_the_end_of_a_part_goes_on_in_the_next():
    notes = [Note(4, 9, "value", "", "", "v1")]
    first, second = marked(TEXT, notes, 0, 7), marked(TEXT, notes, 7, len(TEXT))
    assert (plain(first), plain(second)) == (TEXT[:7], TEXT[7:])
    assert 'id="n4-9"' in first
    assert 'id="n4-9"' not in second
    assert 'href="#v1"' not in first
    assert 'href="#v1"' in second


def test_what_a_value_and_a_check_use_is_marked_as_the_value():
    notes = [Note(4, 7, "used"), Note(4, 7, "value", "甲", "甲", "v1")]
    assert '<mark class="value" id="n4-7"' in marked(TEXT, notes, 0, len(TEXT))


@given(st.text("公开<&\"'123 \n\t", min_size=1, max_size=30), st.data())
def test_no_character_changes_and_every_mark_is_exact(text, data):
    ends = st.tuples(st.integers(0, len(text) - 1), st.integers(1, len(text)))
    places = {place for place in data.draw(st.lists(ends, max_size=8)) if place[0] < place[1]}
    notes = [Note(*place, "value", "甲", "甲", "v1") for place in places]
    written = marked(text, notes, 0, len(text))
    assert plain(written) == text
    assert marks(written) == {f"{start}-{end}": text[start:end] for start, end in places}
    ids = [one.get("id") for one in parsed(written).iter() if one.get("id")]
    assert sorted(ids) == sorted(f"n{start}-{end}" for start, end in places)
