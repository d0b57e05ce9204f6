"""How numbers are written, and the interval that their words allow."""

import cn2an
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.facts.quantities import find_quantities
from analysis.facts.view import view


def only(written):
    (quantity,) = find_quantities(view(written, 0, len(written)).text)
    return quantity


def number(end):
    return None if end is None else float(end)


@pytest.mark.parametrize(
    ("written", "value", "lower", "upper", "qualifier"),
    [
        # 余 and 多 reach up by one unit of the last non-zero digit
        ("11余万条", 110_000, 110_000, 120_000, "over"),
        ("11万余条", 110_000, 110_000, 120_000, "over"),
        ("150余条", 150, 150, 160, "over"),
        ("300余条", 300, 300, 400, "over"),
        ("105余条", 105, 105, 106, "over"),
        ("3000多条", 3000, 3000, 4000, "over"),
        ("1.1万多次", 11_000, 11_000, 12_000, "over"),
        ("25.87万余条", 258_700, 258_700, 258_800, "over"),
        ("100多万人次", 1_000_000, 1_000_000, 2_000_000, "over"),
        ("1,900余条", 1900, 1900, 2000, "over"),
        ("百余条", 100, 100, 200, "over"),
        ("十余次", 10, 10, 20, "over"),
        ("两千多份", 2000, 2000, 3000, "over"),
        ("两万余条", 20_000, 20_000, 30_000, "over"),
        ("一千三百六十余人次", 1360, 1360, 1370, "over"),
        ("1900次余", 1900, 1900, 2000, "over"),
        # 近 reaches down by a tenth
        ("近万条", 10_000, 9000, 10_000, "under"),
        ("近3000条", 3000, 2700, 3000, "under"),
        ("近百条", 100, 90, 100, "under"),
        ("将近500条", 500, 450, 500, "under"),
        ("接近1.5万条", 15_000, 13_500, 15_000, "under"),
        # one end is open
        ("超过300条", 300, 300, None, "over"),
        ("逾3000条", 3000, 3000, None, "over"),
        ("突破21万条", 210_000, 210_000, None, "over"),
        ("上百条", 100, 100, None, "over"),
        ("上万条", 10_000, 10_000, None, "over"),
        ("300条以上", 300, 300, None, "over"),
        ("不足300条", 300, None, 300, "under"),
        ("不到20件", 20, None, 20, "under"),
        ("20件以下", 20, None, 20, "under"),
        # both ends are open
        ("约3000条", 3000, None, None, "about"),
        ("大约2.2万次", 22_000, None, None, "about"),
        ("3000条左右", 3000, None, None, "about"),
        # words that contradict each other say only that the number is not exact
        ("近2余万条", 20_000, None, None, "about"),
    ],
)
def test_words_of_approximation(written, value, lower, upper, qualifier):
    amount = only(written).amount
    assert float(amount.value) == value
    assert (number(amount.lower), number(amount.upper)) == (lower, upper)
    assert amount.qualifier == qualifier


@pytest.mark.parametrize(
    ("written", "value", "classifier"),
    [
        ("95842条", 95_842, "条"),
        ("130,661条", 130_661, "条"),
        ("１２，８４７条", 12_847, "条"),
        ("1,234,567条", 1_234_567, "条"),
        ("3.6万条", 36_000, "条"),
        ("584.36万条", 5_843_600, "条"),
        ("2亿次", 200_000_000, "次"),
        ("二十三件", 23, "件"),
        ("三百零八件", 308, "件"),
        ("一百六十六人", 166, "人"),
        ("一万二千条", 12_000, "条"),
        ("二百五十六万条", 2_560_000, "条"),
        ("零件", 0, "件"),
        ("两次", 2, "次"),
        ("0件", 0, "件"),
        ("106240件次", 106_240, "件次"),
        ("7场次", 7, "场次"),
        # money is kept in 万元
        ("251元", 0.0251, "元"),
        ("1,283.50元", 0.12835, "元"),
        ("76.10万元", 76.1, "元"),
        ("1.5亿元", 15_000, "元"),
        # a percentage counts nothing
        ("53.3%", 53.3, "%"),
        ("８３．３％", 83.3, "%"),
        ("3个百分点", 3, "%"),
    ],
)
def test_exact_numbers(written, value, classifier):
    quantity = only(written)
    amount = quantity.amount
    assert float(amount.value) == value
    assert amount.lower == amount.upper == amount.value
    assert (amount.qualifier, quantity.classifier) == ("exact", classifier)
    assert quantity.is_percentage == (classifier == "%")


@pytest.mark.parametrize("written", ["数百条", "几十条", "数千条", "若干条", "数十万条", "十几件"])
def test_some_words_name_no_number(written):
    assert find_quantities(written) == []


@pytest.mark.parametrize("written", ["网上120件", "附近3家", "预约120次", "节约300元", "公约2条"])
def test_the_end_of_another_word_is_no_approximation(written):
    assert only(written).amount.qualifier == "exact"


def test_the_span_of_a_number_is_its_run_of_digits():
    text = "累计主动公开政府信息近11余万条左右,占53.3%"
    first, second = find_quantities(text)
    assert text[first.start : first.end] == "11"
    assert text[first.before : first.behind] == "近11余万条左右"
    assert text[second.start : second.end] == "53.3%"


def test_a_chinese_numeral_needs_a_classifier():
    assert find_quantities("一是加强领导,万众一心,公开三公经费,进一步规范") == []


def test_places_of_dates_are_passed_over():
    assert [int(q.amount.value) for q in find_quantities("2017年8件", {0, 1, 2, 3})] == [8]


@given(st.integers(1, 99_999))
def test_chinese_numerals_are_read_as_cn2an_writes_them(value):
    assert only(f"{cn2an.an2cn(value)}件").amount.value == value


@given(st.integers(0, 10**9))
def test_separators_do_not_change_a_number(value):
    wide = f"{value:,}".translate(
        {ord(","): "，"} | {ord(str(d)): chr(0xFF10 + d) for d in range(10)}
    )
    for written in (f"{value}条", f"{value:,}条", f"{wide}条"):
        assert only(written).amount.value == value


@given(st.integers(1, 10**7), st.sampled_from(["余", "多"]))
def test_over_reaches_up_to_the_next_number_of_as_many_digits(value, word):
    amount = only(f"{value}{word}条").amount
    reach = int(amount.upper - amount.lower)
    assert amount.lower == value
    assert value % reach == 0 and value // reach % 10 != 0


# Faults that were found by reading and are mended.
MENDED = [
    ("十多万条", 100_000),
    ("一百多万条", 1_000_000),
    ("廿三件", 23),
    ("三四件", None),
    ("20几件", None),
    ("3至5件", None),
    ("1,2345条", None),
]


@pytest.mark.parametrize(("written", "value"), MENDED)
def test_mended_faults(written, value):
    found = find_quantities(view(written, 0, len(written)).text)
    assert [float(q.amount.value) for q in found] == ([] if value is None else [value])


# Wrong amounts that are known; None is no number at all.
STILL_WRONG = [
    ("8万9千件", 89_000),
    ("3万5千余条", 35_000),
    ("1亿2千万元", 12_000),
]


@pytest.mark.xfail(strict=True, reason="another amount so far")
@pytest.mark.parametrize(("written", "value"), STILL_WRONG)
def test_known_faults(written, value):
    found = find_quantities(view(written, 0, len(written)).text)
    assert [float(q.amount.value) for q in found] == ([] if value is None else [value])
