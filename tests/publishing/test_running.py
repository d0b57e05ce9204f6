"""A page whose kernel did not start is tried once more."""

import pytest

from analysis.publishing import running
from analysis.publishing.pages import Page


@pytest.fixture
def page():
    return Page("甲市-2016-zh", "city", ("甲市",), (2016,), "zh", "甲市 2016")


@pytest.mark.parametrize(("failures", "tries"), [(0, 1), (1, 2), (2, 2)])
def test_a_kernel_that_does_not_start_is_tried_once_more(
    page, tmp_path, monkeypatch, failures, tries
):
    tried = []

    def execute(*_, each_cell=False):
        tried.append(each_cell)
        if len(tried) <= failures:
            raise RuntimeError("Kernel didn't respond in 60 seconds")

    monkeypatch.setattr(running, "_execute", execute)
    monkeypatch.setattr(running, "as_html", lambda *_: "<p></p>")
    error = running._attempt(page, "key", "", tmp_path, [])
    assert tried == [False, True][:tries], "what fails is saved as far as it came"
    assert bool(error) == (failures == 2)
