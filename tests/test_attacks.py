"""Sentences that were written to be misread: each is read as its writer labelled it, and no more."""

import pytest

from .accuracy import outcomes_of
from .passages import FOLDER, load

ATTACKS = sorted((FOLDER.parent / "attacks").glob("*.yaml"))


@pytest.mark.parametrize("path", ATTACKS, ids=[path.stem for path in ATTACKS])
def test_what_was_written_to_be_misread_is_not(path):
    found = outcomes_of(load(path))
    odd = found[(found["outcome"] != "found") | found["differs"].str.contains("lower|upper")]
    assert odd[["outcome", "key"]].to_numpy().tolist() == []
