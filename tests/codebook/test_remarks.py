"""Remarks are written once and said in two languages."""

import pytest

from analysis.codebook.remarks import remark, remarks, reworded


@pytest.mark.parametrize("key", remarks())
def test_every_remark_can_be_said_in_chinese(key):
    note = remark(key, ["channel.weibo", "request.received"])
    assert reworded(note, "zh") == f"{remarks()[key].zh}：政务微博、收到申请"
    assert reworded(note, "en") == f"{remarks()[key].en}: Weibo, Received"


def test_several_remarks_and_none():
    note = "not stated: channel.weibo; the denominator is zero"
    assert reworded(note, "en") == "not stated: Weibo; the denominator is zero"
    assert reworded("", "zh") == ""
