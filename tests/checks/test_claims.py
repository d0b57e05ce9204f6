"""What sentences say of their own figures, worked out by hand."""

import pandas as pd
import pytest

from ..arithmetic import Planted


def found(text, rule, year=2016, body="甲市"):
    """The findings of a rule in a text."""
    table = Planted("甲市-2016", body, year, text, []).found()
    return table[table["rule"] == rule]


@pytest.mark.parametrize(
    ("printed", "state"),
    [
        ("53.3%", "consistent"),
        ("53%", "consistent"),
        ("53.33%", "consistent"),
        ("53.4%", "breach"),
        ("35.3%", "breach"),
    ],
)
def test_a_share_is_that_of_its_figures(printed, state):
    # 64 / 120 = 53.333… %
    (row,) = found(f"全市收到申请120件，其中网络申请64件，占{printed}。", "share").itertuples()
    assert row.state == state
    assert row.detail.startswith("64 / 120 = 53.3333 % ")
    assert (row.stated, round(row.expected, 4)) == (float(printed[:-1]), 53.3333)


def test_a_share_cut_off_is_right_and_one_rounded_up_is_likely_the_report():
    # 62 / 120 = 51.666… %
    assert found("答复申请120件，同意公开62件，占51.6%。", "share")["state"].item() == "consistent"
    row = found("答复申请120件，同意公开62件，占51.8%。", "share").iloc[0]
    assert (row["state"], row["likely_cause"]) == ("breach", "undecided")
    row = found("答复申请120件，不同意公开4件，占3.4%。", "share").iloc[0]
    assert (row["state"], row["likely_cause"]) == ("breach", "report")
    assert row["ground"].startswith("off by less than one unit of the last digit")


def test_a_share_of_something_that_is_not_given_is_not_assessed():
    (row,) = found("市教育局公开信息300条，占全市教育系统的12.5%。", "share").itertuples()
    assert (row.state, row.ground) == ("not_assessable", "no figure that it could be a share of")


def test_a_rate_is_of_what_came_in():
    text = "中心派发电子工单106240件次，承办单位已办结106157件次，办结率为99.92%，满意率为96.16%。"
    (row,) = found(text, "share").itertuples()
    assert (row.state, row.detail) == ("consistent", "106157 / 106240 = 99.9219 % ≈ 99.92 %")


@pytest.mark.parametrize(
    ("text", "state", "detail"),
    [
        (
            "受理申请214件，较2015年的147件增长45.6%。",
            "consistent",
            "147 → 214: 45.5782 % ≈ 45.6 %",
        ),
        ("受理申请214件，较2015年的147件增长54.6%。", "breach", "147 → 214: 45.5782 % ≠ 54.6 %"),
        ("收到申请37件，上年度为51件，下降27.5%。", "consistent", "51 → 37: −27.451 % ≈ −27.5 %"),
        ("收到申请37件，比上年的51件减少14件。", "consistent", "51 → 37: −14 ≈ −14"),
        ("收到申请37件，比上年的51件减少13件。", "breach", "51 → 37: −14 ≠ −13"),
        ("受理申请96件，是去年（32件）的3倍。", "consistent", "32 → 96: 3 × ≈ 3 ×"),
        ("受理申请96件，比去年的32件增长2倍。", "consistent", "32 → 96: 2 × ≈ 2 ×"),
        (
            "按时办结率由96.2%提高到99.4%，提高2.2个百分点。",
            "breach",
            "96.2 → 99.4: 3.2 个百分点 ≠ 2.2 个百分点",
        ),
    ],
)
def test_growth_is_that_of_two_years(text, state, detail):
    (row,) = found(text, "growth").itertuples()
    assert (row.state, row.detail) == (state, detail)


def test_growth_without_the_year_before_waits_for_its_report():
    (row,) = found("全市收到政府信息公开申请37件，同比下降27.5%。", "growth").itertuples()
    assert (row.state, row.ground) == ("not_assessable", "no figure of the year before")


@pytest.mark.parametrize(
    ("text", "state", "detail"),
    [
        ("主体74个，其中部门57个、乡镇17个。", "consistent", "57 + 17 = 74 = 74"),
        ("主体74个，其中部门57个。", "consistent", "57 = 57 ≤ 74"),
        ("主体74个，其中部门57个、乡镇18个。", "breach", "57 + 18 = 75 > 74"),
        ("主体74个，其中部门57个，其余16个为乡镇。", "breach", "57 + 16 = 73 ≠ 74"),
        ("查阅点36个（县级9个、乡镇28个）。", "breach", "9 + 28 = 37 ≠ 36"),
        ("甲类25件、乙类17件、丙类8件，共计49件。", "breach", "25 + 17 + 8 = 50 ≠ 49"),
        (
            "清理文件10213件，其中甲类815件，乙类6127件，丙类3261件。",
            "breach",
            "815 + 6127 + 3261 = 10203 ≠ 10213",
        ),
        (
            "面积14.5万件，其中甲类3.12万件，其余11.4万件。",
            "consistent",
            "31200 + 114000 = 145200 ≈ 145000",
        ),
    ],
)
def test_parts_and_whole(text, state, detail):
    (row,) = found(text, "list").itertuples()
    assert (row.state, row.detail) == (state, detail)


@pytest.mark.parametrize(
    "text",
    [
        "公开信息1000条，其中网站800条、微博500条。",  # one item may go out twice
        "行政诉讼19件，其中区政府6件，维持16件，纠错1件，其他情形2件。",  # divided in two ways
        "力争全年公开信息1000条，比上年的900条增长20%。",  # a plan
        "设立专门机构46个，设置查阅点（含图书馆、档案馆）58个。",  # 含 belongs to the aside
        # what was handled is no sum, a first outcome no whole, parts in an aside are not nested
        "新收政府信息公开申请867件，上年结转31件。全年共办结871件，结转下年度27件。",
        "新收申请21件，上年结转1件。其中予以公开9件，无法提供8件，不予处理2件，结转下年度3件。",
        "予以公开41件，不予公开17件，无法提供19件，不予处理4件，其他处理9件。",
        "予以公开96件，不予公开28件（其中内部事务信息9件、过程性信息19件），无法提供52件，总计176件。",
        "编发专报48期；共回应关注390次，其中通过微博回应184次，其他方式回应206次。",
        "行政许可事项由改革前的41项精简到19项，精简比例达53.7%。",
    ],
)
def test_no_breach_is_made_up(text):
    table = Planted("甲市-2016", "甲市", 2016, text, []).found()
    assert table[
        table["rule"].isin(["list", "growth", "share"]) & (table["state"] == "breach")
    ].empty


def test_growth_is_checked_against_the_report_of_the_year_before():
    from analysis import tables
    from analysis.checks import findings
    from analysis.documents.structure import structured
    from analysis.facts import extract
    from analysis.records import Document, Report

    texts = {
        2015: "全市收到政府信息公开申请51件。",
        2016: "全市收到政府信息公开申请37件，同比下降27.5%。",
    }
    facts, rows, listed = {}, [], []
    for year, text in texts.items():
        name, title = f"甲市-{year}", f"甲市{year}年政府信息公开工作年度报告"
        report = Report(name, "甲市", "", "", "prefecture", "", year, title, "", "", "prose")
        whole = f"{title}\n\n{text}"
        facts[name] = extract(Document("a", "txt", "0" * 64, whole, *structured(whole)), report)
        rows += tables.rows("observations", report, facts[name].observations)
        listed.append(
            {"file": name, "status": "read", "report_id": name, "body": "甲市", "year": year}
        )
    table = findings(tables.frame("observations", rows), tables.frame("reports", listed), facts)
    row = table.query("rule == 'growth'").iloc[0]
    assert (row["state"], row["detail"]) == ("consistent", "51 → 37: −27.451 % ≈ −27.5 %")
    assert row["observations"].split()[-1].startswith("甲市-2015:")
    assert isinstance(table, pd.DataFrame)


@pytest.mark.parametrize(
    ("text", "state", "detail"),
    [
        (
            "本报告数据统计期限为2016年1月1日至2016年12月31日。",
            "consistent",
            "2016-01-01..2016-12-31 = 2016",
        ),
        ("数据统计期限自2016年1月1日起至11月30日止。", "breach", "2016-01-01..2016-11-30 ≠ 2016"),
        (
            "数据统计期限自2015年1月1日起至2015年12月31日止。",
            "breach",
            "2015-01-01..2015-12-31 ≠ 2016",
        ),
        (
            "数据统计期限自2016年1月1日起至2016年12月32日止。",
            "breach",
            "2016-01-01..2016-12-32 ≠ 2016",
        ),
    ],
)
def test_the_period_is_the_year(text, state, detail):
    (row,) = found(text, "period").itertuples()
    assert (row.state, row.detail) == (state, detail)


def test_rows_counted_beside_the_total_are_no_breach():
    # 2 + 11 + 34 + 31 = 78, and 48 that are no government information beside them
    text = "不予公开78件，其中涉及国家秘密2件，商业秘密11件，个人隐私34件，法律法规规定的其他情形31件；不是《条例》所指政府信息48件。"
    table = found(text, "sum.denial_grounds", body="甲区")
    assert set(table["state"]) <= {"not_assessable", "consistent"}


def outcomes(text, rule):
    return [(row.state, row.detail) for row in found(text, rule).itertuples()]


# --- figures of several years -----------------------------------------------------------------------


ROW = "2014年至2016年受理申请分别为31、40、52件，三年累计123件。"


@pytest.mark.parametrize(
    ("text", "state", "detail"),
    [
        ("2015年增长29.0%。", "consistent", "31 → 40: 29.0323 % ≈ 29 %"),
        ("2016年又增长40.0%。", "breach", "40 → 52: 30 % ≠ 40 %"),
        ("2016年比2014年净增21件。", "consistent", "31 → 52: 21 ≈ 21"),
        ("2016年比2014年净增12件。", "breach", "31 → 52: 21 ≠ 12"),
        ("较2014年增加22件。", "breach", "31 → 52: 21 ≠ 22"),
    ],
)
def test_growth_of_a_year_is_that_of_a_row_of_years(text, state, detail):
    assert outcomes(ROW + text, "growth") == [(state, detail)]


@pytest.mark.parametrize(
    "years", ["2014年、2015年和2016年", "2014年至2016年", "2014—2016年", "近三年", "最近3年"]
)
def test_years_of_a_row_may_be_named_or_counted(years):
    text = f"{years}受理申请分别为31件、40件和52件，同比分别增长29.0%、40%。"
    assert outcomes(text, "growth") == [
        ("consistent", "31 → 40: 29.0323 % ≈ 29 %"),
        ("breach", "40 → 52: 30 % ≠ 40 %"),
    ]


def test_a_row_of_years_may_end_before_the_year_reported_on():
    text = "2013年至2015年受理申请分别为31件、40件和52件，2015年增长40%。"
    assert outcomes(text, "growth") == [("breach", "40 → 52: 30 % ≠ 40 %")]


def test_the_growth_of_the_first_year_of_a_row_is_not_assessed():
    text = "2015年和2016年受理申请分别为40件和52件，同比分别增长29.0%、40%。"
    assert outcomes(text, "growth") == [("breach", "40 → 52: 30 % ≠ 40 %")]


@pytest.mark.parametrize(
    "text",
    [
        "2014年至2016年受理申请分别为40件和52件，2016年增长50%。",  # two figures for three years
        "2014年至2016年受理申请分别为31件、40件和52件。回复来信88件，2016年增长50%。",  # of the letters
        "2014年至2016年受理申请分别为31件、40件和52件，年均增长29.5%，三年增长67.7%。",
        "2014年至2016年受理申请分别为31件、40件和52件，2013年增长50%。",
        "2015年、2016年受理申请分别为40件和52件，较2010年增长三成，较2012年增长90%。",
        "公开信息1204条，比2010年增长300%。",
    ],
)
def test_growth_of_what_is_not_in_a_row_is_no_breach(text):
    assert found(text, "growth").query("state == 'breach'").empty


# --- sums of some -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "state", "detail"),
    [
        (ROW, "consistent", "31 + 40 + 52 = 123 = 123"),
        (ROW.replace("123", "132"), "breach", "31 + 40 + 52 = 123 ≠ 132"),
        (
            "土地类62件、住房类30件、社保类11件，前两类合计92件。",
            "consistent",
            "62 + 30 = 92 = 92",
        ),
        ("土地类62件、住房类30件、社保类11件，前两类合计95件。", "breach", "62 + 30 = 92 ≠ 95"),
        (
            "受理103件，土地类62件、住房类30件、社保类11件，前两类合计92件。",
            "consistent",
            "62 + 30 = 92 = 92",
        ),
        (
            "受理412件，市住建局30件、市规划局21件、市公安局14件，三家合计66件。",
            "breach",
            "30 + 21 + 14 = 65 ≠ 66",
        ),
    ],
)
def test_a_sum_of_as_many_as_are_said(text, state, detail):
    assert outcomes(text, "list") == [(state, detail)]


@pytest.mark.parametrize(
    "text",
    [
        "网上申请75件，较上年增加20件，国土、规划、住建三家合计60件。",  # named without a figure
        "市直部门公开120条、县区公开130条，累计公开10000条。",  # of all years
        "网上申请75件、信函申请20件，三类合计99件。",  # only two of three are given
    ],
)
def test_what_may_add_up_other_figures_is_no_breach(text):
    assert found(text, "list").empty


# --- a rest that is none ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "state", "detail"),
    [
        ("复议9件，其中维持6件、纠正3件，无其他情形。", "consistent", "6 + 3 = 9 = 9"),
        ("复议9件，其中维持6件、纠正2件，无其他情形。", "breach", "6 + 2 = 8 ≠ 9"),
        ("诉讼5件，其中维持4件，其余均为零。", "breach", "4 = 4 ≠ 5"),
        ("复议9件，其中维持6件、纠正2件，无其他重大情形。", "consistent", "6 + 2 = 8 ≤ 9"),
        ("复议9件，其中维持6件；诉讼5件，无其他情形。", "consistent", "6 = 6 ≤ 9"),
    ],
)
def test_parts_without_others_make_up_the_whole(text, state, detail):
    assert outcomes(text, "list")[0] == (state, detail)


def test_the_rest_of_another_list_is_no_part():
    text = "访谈12次，其中负责人参加4次；发布解读58篇；微博回应213次，其他方式回应19次。"
    assert outcomes(text, "list") == [("consistent", "4 = 4 ≤ 12")]


STAFF = "从事政府信息公开工作人员118人，其中专职人员15人，兼职人员93人。"


def test_all_the_parts_of_the_form_make_up_the_whole():
    text = "全县从事政府信息公开工作人员108人。" + STAFF
    assert outcomes(text, "list") == [("breach", "15 + 93 = 108 ≠ 118")]


def test_a_list_is_not_reported_beside_the_sum_of_its_figures():
    assert outcomes(STAFF, "sum.staff") == [("breach", "15 + 93 = 108 ≠ 118")]
    assert found(STAFF, "list").empty


# --- doubled ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "state", "detail"),
    [
        ("公开信息8200条，较上年的2050条翻了两番。", "consistent", "2050 → 8200: 4 × ≈ 4 ×"),
        ("公开信息8200条，较上年的4100条翻两番。", "breach", "4100 → 8200: 2 × ≠ 4 ×"),
        ("接待640人次，比去年的318人次翻了一番。", "consistent", "318 → 640: 2.0126 × ≈ 2 ×"),
        ("受理申请64件，比上年的60件翻番。", "breach", "60 → 64: 1.0667 × ≠ 2 ×"),
    ],
)
def test_what_doubled_is_a_multiple(text, state, detail):
    assert outcomes(text, "growth") == [(state, detail)]


@pytest.mark.parametrize(
    "text",
    [
        "公开信息1204条，网站访问量比上年翻了一番。",  # of what has no figure
        "力争公开信息1300条，较上年的1204条翻一番。",  # a plan
    ],
)
def test_what_may_have_doubled_is_no_breach(text):
    assert found(text, "growth").query("state != 'not_assessable'").empty


# --- shares of what stands elsewhere ----------------------------------------------------------------


PAIR = "网上申请75件、信函申请20件，"
DENIED = "全市不予公开12件，涉及国家秘密6件、个人隐私6件。"


@pytest.mark.parametrize(
    ("text", "state", "detail"),
    [
        (PAIR + "前者占申请总数95件的78.9%。", "consistent", "75 / 95 = 78.9474 % ≈ 78.9 %"),
        (PAIR + "后者占申请总数95件的78.9%。", "breach", "20 / 95 = 21.0526 % ≠ 78.9 %"),
        (DENIED + "个人隐私类占不予公开总数的50%。", "consistent", "6 / 12 = 50 % ≈ 50 %"),
        (DENIED + "其中，涉及个人隐私的占不予公开总数的60%。", "breach", "6 / 12 = 50 % ≠ 60 %"),
    ],
)
def test_a_share_of_a_part_that_is_named(text, state, detail):
    assert outcomes(text, "share") == [(state, detail)]


def test_each_whole_that_is_named_is_that_of_its_own_share():
    text = PAIR + "前者占申请总数95件的78.9%，后者占21.1%。"
    assert [state for state, _ in outcomes(text, "share")] == ["consistent"] * 2


@pytest.mark.parametrize(
    "text",
    [
        "土地类5件、住房类3件、社保类2件，前者占申请总数10件的50%。",  # the first of three, or of two?
        DENIED + "个人隐私类占全部答复的3.1%。",  # a whole without a figure
        DENIED + "个人隐私类占比由上年的40%提高到50%。",
        "市本级不予公开12件，其中个人隐私6件。全市个人隐私类占不予公开总数的20%。",
        DENIED + "涉及个人隐私4件。个人隐私类占不予公开总数的60%。",  # 6 or 4
        "微博公开1200条，网站公开8000条。网站公开占主动公开总数的80%。",
    ],
)
def test_a_share_of_what_is_not_sure_is_no_breach(text):
    assert found(text, "share").query("state == 'breach'").empty


@pytest.mark.parametrize(
    "text",
    [
        "网上申请25件，占50%；信函17件，占34%；当面8件，占16%。",  # none is the whole of another
        "网上申请25件（50%）、信函17件（34%）、当面8件（16%）。",
    ],
)
def test_parts_with_shares_of_their_own_are_no_whole(text):
    assert found(text, "share").query("state == 'breach'").empty


def test_a_whole_may_be_summed_up_behind_its_parts():
    text = "网上申请25件，占50%；信函17件，占43%，共42件。"
    assert outcomes(text, "share")[1] == ("breach", "17 / 42 = 40.4762 % ≠ 43 %")


# --- items announced --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "state", "detail"),
    [
        ("落实三项制度，即审查制度、考核制度和通报制度。", "consistent", "3 = 3"),
        ("落实四项工作制度，即审查制度、考核制度和通报制度。", "breach", "4 ≠ 3"),
        ("从以下两个方面推进：一是健全机构；二是规范目录。", "consistent", "2 = 2"),
        (
            "从以下两个方面推进：一是健全机构；二是规范目录。三是加强培训。",
            "breach",
            "2 ≠ 3",
        ),
        ("突出两个重点，一抓目录，二抓培训，三抓考核。", "breach", "2 ≠ 3"),
        ("三种方式分别收到申请25件、17件和8件。", "consistent", "3 = 3"),
        ("四种方式分别收到申请25件、17件和8件。", "breach", "4 ≠ 3"),
    ],
)
def test_as_many_items_are_named_as_announced(text, state, detail):
    assert outcomes(text, "items") == [(state, detail)]


@pytest.mark.parametrize(
    "text",
    [
        "落实四项制度，即主动公开和依申请公开制度、审查制度、考核制度。",  # one name for two
        "落实四项制度，即审查、考核、通报等制度。",
        "围绕两个清单，扎实推进工作：一是健全机构；二是规范目录；三是加强培训。",
        "从以下三个方面推进：一是健全机构；二是规范目录。",  # may go on below
        "从以下两个方面推进：一是健全机构；二是规范目录。同时，一是加强培训；二是加强考核；三是通报。",
        "四种方式分别收到申请25件、17件、当面8件。",
        "四种方式分别收到申请25件、17件等。",
        "第四类分别收到申请25件、17件和8件。",
        "一、四类分别收到申请25件、17件和8件。",
        "20个单位分别报送预算表20份、20份。",
    ],
)
def test_what_may_be_named_otherwise_is_no_breach(text):
    assert found(text, "items").query("state == 'breach'").empty


# --- false alarms that were read in passages and are mended ------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "复议158宗，已审结149宗，其中维持117宗，被依法纠错14宗，其他情形18宗。",
        "全市主动公开信息9862条，其中市政府办公室1745条，市直各部门5203条，各乡镇2914条。",
        "承办代表建议58件、政协提案73件，办复率100%，其中已经解决94件。",
        "承办代表建议252件，政协提案431件，其中应当公开的517件已公开。",
        "召开政府信息公开专题会议两次（同期局务会21次）。",
        "全市主动公开信息9862条。其中，市政府办公室1745条，市直各部门5203条，各乡镇2914条。",
        "历年累计受理申请41件。已答复9件，答复率100%。",
        "主动公开信息1638条（2008年以来累计公开7204条），其中机关1102条。",
        "行政诉讼9宗（含经复议后起诉的4宗），其中驳回6宗。",
        "受理诉求8.4万件，其中咨询5.1万件、投诉举报1.3万件。",
        "受理审批43.7万件，其中网上申请27.5万件，按时办结43.6万件。",
        "政策解读58篇，其中图解17篇，转载上级解读312篇。",
        "企业申请37件、其他机构申请17件，其中一人提出5件以上的有7人，共计74件。",
        "受理申请308宗（市局196宗，分局112宗），与上年的241宗相比上升27.8%。",
        "当面三件、在线六件、信函二件；比上年（4件）增加7件。",
        "申请2014年为61件、2015年为98件，2016年又多出44件，同比增长44.9%。",
        "《条例》实施以来公开信息21.7万条，其中2015年公开31288条，比2014年多4102条。",
        "网上申请6件；历年累计受理申请41件，已答复9件，答复率100%。",
        "受理申请32000件，当场办结27000件，办结率100%。",
    ],
)
def test_what_is_right_for_a_reader_is_no_breach(text):
    table = Planted("甲市-2016", "甲市", 2016, text, []).found()
    assert list(table.query("state == 'breach'")["detail"]) == []


def test_a_figure_with_an_aside_is_the_one_that_grew():
    text = "受理申请308宗（市局196宗，分局112宗），与上年的241宗相比上升37.8%。"
    assert outcomes(text, "growth") == [("breach", "241 → 308: 27.8008 % ≠ 37.8 %")]


# --- parts and wholes by what a paragraph says -----------------------------------------------------


@pytest.mark.parametrize(
    ("text", "state", "detail"),
    [
        (  # the whole stands in the sentence before, and 其他 closes the parts
            "全市收到申请214件。按内容分，征地97件，住房45件，社保38件，其他34件。",
            "consistent",
            "97 + 45 + 38 + 34 = 214 = 214",
        ),
        (
            "全市收到申请214件。按内容分，征地97件，住房45件，社保38件，其他24件。",
            "breach",
            "97 + 45 + 38 + 24 = 204 ≠ 214",
        ),
        (  # half-years leave nothing out
            "上半年收到申请63件，下半年收到58件，全年共收到申请131件。",
            "breach",
            "63 + 58 = 121 ≠ 131",
        ),
        (
            "三种途径依次收到16件、42件、31件，全年共收到申请86件。",
            "breach",
            "16 + 42 + 31 = 89 ≠ 86",
        ),
        (  # one digit is another: 7402
            "网站双语发布信息7402条，其中藏文2816条，汉文4576条。",
            "breach",
            "2816 + 4576 = 7392 ≠ 7402",
        ),
        (  # what stands aside of the results
            "行政诉讼19件，其中以市政府为被告的6件，维持16件，纠错1件，其他情形2件。",
            "consistent",
            "16 + 1 + 2 = 19 = 19",
        ),
    ],
)
def test_parts_are_sought_with_all_that_a_paragraph_says(text, state, detail):
    rows = found(text, "list")
    assert (state, detail) in {(row.state, row.detail) for row in rows.itertuples()}
    assert set(rows["state"]) == {state}


@pytest.mark.parametrize(
    "text",
    [
        "申请量居前3位的是国土局（2318件）、房管局（1406件）和公安局（982件）。",  # not 2388
        "收到申请1428件，涉及征地类486件、规划类317件。从受理单位看，区住建委298件，区政府办187件。",
        "全年公开信息31条，通过网站公开20条，其余通过电视、公开栏等形式公开。",
        "收到申请40件，复议、诉讼分别为12件、8件。",
    ],
)
def test_figures_that_only_look_like_parts_make_no_breach(text):
    assert found(text, "list").query("state == 'breach'").empty


@pytest.mark.parametrize(
    ("text", "state", "detail"),
    [
        (
            "全县公开信息31862条，其中县直部门19407条、乡镇12455条；乡镇公开数占全县的35.1%。",
            "breach",
            "12455 / 31862 = 39.0905 % ≠ 35.1 %",
        ),
        (
            "公开信息9716条，前两家依次为1326条、1108条，合计占总数的25.1%。",
            "consistent",
            "(1326 + 1108) / 9716 = 25.0515 % ≈ 25.1 %",
        ),
        (
            "办理申请93件：同意公开64件，占百分之六十八点八。",
            "consistent",
            "64 / 93 = 68.8172 % ≈ 68.8 %",
        ),
    ],
)
def test_part_and_whole_of_a_share_are_found_by_their_names(text, state, detail):
    (row,) = found(text, "share", body="甲县").itertuples()
    assert (row.state, row.detail) == (state, detail)


@pytest.mark.parametrize(
    ("text", "state", "detail"),
    [
        (  # a percentage against the difference: 37 / (236 - 37)
            "全年发布信息236条，比上年多37条，增长18.6%。",
            "consistent",
            "199 → 236: 18.593 % ≈ 18.6 %",
        ),
        (
            "许可事项上一年度为2318项，本年减少126项，现有2292项。",
            "breach",
            "2318 → 2292: −26 ≠ −126",
        ),
        (  # the whole grew, not its last part
            "行政诉讼24件，其中维持16件，纠错5件，其他情形3件，与上年（19件）相比增加5件。",
            "consistent",
            "19 → 24: 5 ≈ 5",
        ),
    ],
)
def test_growth_is_of_the_figure_that_is_meant(text, state, detail):
    rows = [row for row in found(text, "growth").itertuples() if row.state != "not_assessable"]
    assert [(row.state, row.detail) for row in rows] == [(state, detail)]


@pytest.mark.parametrize(
    ("text", "detail"),
    [
        ("制定三个文件：《甲办法》《乙办法》《丙办法》和《丁办法》。", "3 ≠ 4"),
        ("集中在四个环节：首先是理解偏差；其次是查找不全；再次是文书不规范。对此，约谈。", "4 ≠ 3"),
        (
            "存在三个方面的问题：（一）认识不足；（二）更新不及时；（三）差距；（四）不稳定。",
            "3 ≠ 4",
        ),
    ],
)
def test_items_are_counted_as_titles_and_in_turn(text, detail):
    (row,) = found(text, "items").itertuples()
    assert (row.state, row.detail) == ("breach", detail)


@pytest.mark.parametrize(
    ("text", "state", "detail"),
    [
        ("行政复议由上年的6件下降至9件。", "breach", "6 ≯ 9"),
        ("行政复议由上年的9件下降至6件。", "consistent", "9 > 6"),
        ("行政复议由上年的6件增加到9件。", "consistent", "6 < 9"),
        ("行政复议由上年的9件增加到6件。", "breach", "9 ≮ 6"),
    ],
)
def test_a_figure_becomes_another_in_the_direction_told(text, state, detail):
    (row,) = found(text, "growth").itertuples()
    assert (row.state, row.detail) == (state, detail)


@pytest.mark.parametrize(
    ("text", "state", "detail"),
    [
        (  # each result is another one, whatever others there are
            "行政复议5件，其中维持3件，撤销1件，申请人撤回2件。",
            "breach",
            "3 + 1 + 2 = 6 > 5",
        ),
        (  # what offices received, too
            "全市受理申请61件。其中，市国土资源局32件，市住房和城乡建设局24件，浚县10件。",
            "breach",
            "32 + 24 + 10 = 66 > 61",
        ),
        ("行政诉讼4件，法院判决驳回3件，尚未审结2件。", "breach", "3 + 2 = 5 ≠ 4"),
        ("3件不予公开的理由：涉及国家秘密1件，涉及商业秘密3件。", "breach", "1 + 3 = 4 ≠ 3"),
        (
            "收到申请1286件，同比上升9.4%。申请人中，自然人1143件，占88.9%；商业企业107件，科研机构4件，"
            "社会公益组织2件，法律服务机构21件，其他19件。",
            "breach",
            "1143 + 107 + 4 + 2 + 21 + 19 = 1296 ≠ 1286",
        ),
        (
            "主动公开政府信息1863条，其中2016年新增1240条，2015年及以前形成的633条。",
            "breach",
            "1240 + 633 = 1873 ≠ 1863",
        ),
    ],
)
def test_parts_that_their_names_tell_apart(text, state, detail):
    rows = found(text, "list")
    assert (state, detail) in set(zip(rows["state"], rows["detail"], strict=True))


@pytest.mark.parametrize(
    "text",
    [
        "申请113件，其中网上申请80件，公民提出60件。",  # 140, but of two sorts
        "解读稿件58篇，其中图解17篇，转载62篇。",
        "申请412件。从申请的信息内容来看，动拆迁类信息231件，规划类信息74件。",  # there may be others
    ],
)
def test_parts_of_several_sorts_are_no_breach(text):
    assert "breach" not in set(found(text, "list")["state"])


SHARES = "受理政府信息公开申请96件。\n从申请内容看，征地批文类64件，占66.7%；矿业权类19件，占19.8%；规划类8件，占8.3%；其他5件，占{}。"


@pytest.mark.parametrize(("printed", "state"), [("5.2%", "consistent"), ("6.2%", "breach")])
def test_shares_of_one_sentence_tell_what_they_are_of(printed, state):
    rows = found(SHARES.format(printed), "share").set_index("stated")
    assert rows.loc[float(printed[:-1]), "state"] == state


@pytest.mark.parametrize(("printed", "state"), [("20.5%", "consistent"), ("22.5%", "breach")])
def test_a_share_of_all_that_was_disclosed_is_that_of_the_total_told_elsewhere(printed, state):
    # 38215 / 186420 = 20.4994 %
    text = (
        "全市主动公开政府信息186420条。\n公开重点领域信息38215条，占全年公开总量的" + printed + "。"
    )
    (row,) = found(text, "share").itertuples()
    assert row.state == state


@pytest.mark.parametrize(
    ("printed", "state"),
    [
        ("超过七成", "consistent"),
        ("超过八成", "breach"),
        ("近八成", "consistent"),
        ("近七成", "breach"),
    ],
)
def test_tenths_are_bounds(printed, state):
    # 987 / 1286 = 76.7 %
    (row,) = found(f"收到申请1286件，其中网上申请987件，占{printed}。", "share").itertuples()
    assert row.state == state


@pytest.mark.parametrize(
    ("again", "state"),
    [("582件", "breach"), ("528件", "consistent"), ("500余件", "consistent"), ("30件", None)],
)
def test_what_problems_tell_again_is_no_value_but_compared(again, state):
    text = f"全市收到政府信息公开申请528件。\n\n五、存在的主要问题\n\n全市全年收到政府信息公开申请{again}，答复不规范。"
    rows = found(text, "conflict", body="甲市")
    assert list(rows["state"]) == ([state] if state else [])


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("从申请内容看，征地类占66.7%，规划类占18.3%，其他占15.0%。", "consistent"),
        ("从申请内容看，征地类占66.7%，规划类占18.3%，其余占12.0%。", "breach"),  # 15.0 are left
        ("征地类64件，占66.7%，规划类占18.3%，其余占12.0%。", "breach"),
        ("主动公开政府信息1000条。\n动态类占58.3%，指南类350条，其他类别不到一成。", "consistent"),
        # 4410 / 47095 = 9.36 %, so that 32 % are left
        (
            "主动公开政府信息47095条。\n动态类占58.3%，指南类4410条，其他类别合计不到一成。",
            "breach",
        ),
    ],
)
def test_what_other_parts_leave(text, state):
    rows = found(text, "share")
    rest = rows[rows["detail"].str.startswith("100 %")]
    assert list(rest["state"]) == [state]


@pytest.mark.parametrize(
    "text",
    [
        "予以公开占66.7%，部分公开占18.3%，其他处理占3.0%。",  # a row of the form, and there are more
        "网上占66.7%，公民占88.3%，其他占3.0%。",  # two sorts of parts leave nothing
        "动态类占58.3%，指南类4410条，其他类别合计不到一成。",  # of what total is not known
    ],
)
def test_what_is_left_of_nothing_known_is_no_breach(text):
    rows = found(text, "share")
    assert not rows["detail"].str.startswith("100 %").any()
