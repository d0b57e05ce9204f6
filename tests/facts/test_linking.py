"""Which number answers which phrase, sentence by sentence; every expectation was worked out by hand.

The first table holds values that a reader takes from the words, the second figures that look like
values and are not, the third what is still read wrongly.
"""

import pytest

from ..given import facts_of, stated

REQUESTS = "依申请公开政府信息情况"
APPEALS = "因政府信息公开申请行政复议、提起行政诉讼情况"

READ = [
    # --- counts of everything published, and through which channel (as published)
    (
        "2016年，全市共新增主动公开政府信息130661条。其中市级行政机关及企事业单位公开信息74949条，"
        "各县（市）、区公开信息55712条。",
        {"year": 2016},
        [
            "disclosure.total@all 130661",
            "disclosure.total@municipal 74949",
            "disclosure.total@county 55712",
        ],
    ),
    (
        "全市共制发规范性文件510件，主动公开425件，主动公开比例为83.3%。",
        {"year": 2016},
        ["disclosure.normative_documents_issued@all 510", "disclosure.normative_documents@all 425"],
    ),
    (
        "政府网站公开政府信息数4850条，政务微博公开政府信息数1300条，政务微信公开政府信息数1800条，"
        "其他方式公开政府信息数2000条。",
        {},
        [
            "channel.website@all 4850",
            "channel.weibo@all 1300",
            "channel.wechat@all 1800",
            "channel.other@all 2000",
        ],
    ),
    (
        "全市各级行政机关通过网站、报纸、微博、宣传栏等多种途径累计主动公开（更新）政府信息11余万条，"
        "其中，市级机关8余万条，县市区政府3余万条。",
        {},
        [
            "disclosure.total@all 110000",
            "disclosure.total@municipal 80000",
            "disclosure.total@county 30000",
        ],
    ),
    (
        "2017年，我市77个责任主体在市政府信息公开平台共发布政府信息73941条，比上年增长了8%，"
        "其中：各县（市、区）发布67029条；市直各单位发布6912条。",
        {},
        [
            "disclosure.total@all 73941",
            "disclosure.total@county 67029",
            "disclosure.total@municipal 6912",
        ],
    ),
    (
        "2017年政务微博、微信分别发信息1784条、1060条，及时回应公众关切。",
        {},
        ["channel.weibo@all 1784", "channel.wechat@all 1060"],
    ),
    (
        "利用电视、报刊、广播、手机报等多种方式公开各类政府信息，全年共累计发布21582条政府信息。",
        {},
        ["channel.other@all 21582"],
    ),
    (
        "政府公报刊登1.46万条；政务微博、政务微信分别发布18.7万余条和9.3万条；"
        "以广播、电视、报刊、公开栏等其他方式公开71.5万条。",
        {"level": "province", "heading": "主动公开政府信息情况"},
        [
            "channel.gazette@all 14600",
            "channel.weibo@all 187000",
            "channel.wechat@all 93000",
            "channel.other@all 715000",
        ],
    ),
    # --- the same in other words
    (
        "通过政务微博、政务微信发布信息2844条。",
        {},
        ["channel.new_media@all 2844"],
    ),
    (
        "“两微一端”等新媒体平台发布信息近1.3万条。",
        {},
        ["channel.new_media@all 13000"],
    ),
    (
        "县直单位公开政府信息7,302条，乡镇2,544条。",
        {"level": "county"},
        ["disclosure.total@municipal 7302", "disclosure.total@county 2544"],
    ),
    ("市政府信息公开平台公开政府信息12345条。", {}, ["disclosure.total@all 12345"]),
    # --- requests, as published
    (
        "全市各级行政机关累计受理政府信息公开申请120件。从申请渠道来看，网络申请是主要申请形式，"
        "申请量为64件，所占比重为53.3%；其次是信函申请，申请量为40件，占33.3%；当面申请为16件，占13.3%。",
        {"year": 2016},
        [
            "request.received@all 120",
            "request.received_online@all 64",
            "request.received_letter@all 40",
            "request.received_in_person@all 16",
        ],
    ),
    (
        "在答复的120件申请中，属“已主动公开”的9件，占总数7.5%；属“同意公开”的62件，占总数51.6%；"
        "属“同意部分公开”的3件，占总数2.5%；属“不同意公开”的4件，占总数3.4%；"
        "属“申请信息不存在”的6件，占总数5%。",
        {"year": 2016, "heading": REQUESTS},
        [
            "reply.total@all 120",
            "reply.already_public@all 9",
            "reply.granted@all 62",
            "reply.partially_granted@all 3",
            "reply.denied@all 4",
            "reply.not_exist@all 6",
        ],
    ),
    (
        "各地、各部门共接到公民、法人和其他组织提出的政府信息公开申请107起，"
        "多以当面申请、网络申请和信函申请为主，按时办结106起，延时办结1起。",
        {},
        [
            "request.received@all 107",
            "request.concluded_on_time@all 106",
            "request.concluded_extended@all 1",
        ],
    ),
    (
        "2017年我市通过网络、信函方式收到依申请公开8件，申请办结8件，办结率100%，已按照流程办理",
        {"level": "county"},
        ["request.received@all 8", "request.concluded@all 8"],
    ),
    (
        "全年共收到政府信息公开申请五十八件，同比增加十一件。网上提交四十四件，邮寄信函十二件，当面递交两件。",
        {"level": "department", "body": "湖北省教育厅"},
        [
            "request.received@all 58",
            "request.received_online@all 44",
            "request.received_letter@all 12",
            "request.received_in_person@all 2",
        ],
    ),
    (
        "市级行政机关中申请量位居前3位的是市环境保护局、市政府办公室、市国土资源局，分别为25件、23件、13件。",
        {"heading": REQUESTS},
        [
            "request.received@市环境保护局 25",
            "request.received@市政府办公室 23",
            "request.received@市国土资源局 13",
        ],
    ),
    # --- requests in other words
    (
        "收到政府信息公开申请一百零五件，其中网上申请六十件、信函申请四十件、当面申请五件。",
        {},
        [
            "request.received@all 105",
            "request.received_online@all 60",
            "request.received_letter@all 40",
            "request.received_in_person@all 5",
        ],
    ),
    (
        "当面、信函、传真申请均为0件。",
        {"heading": REQUESTS},
        [
            "request.received_in_person@all 0",
            "request.received_letter@all 0",
            "request.received_fax@all 0",
        ],
    ),
    (
        "网络、信函申请各3件。",
        {"heading": REQUESTS},
        ["request.received_online@all 3", "request.received_letter@all 3"],
    ),
    (
        "受理申请12件，其中市教育局5件，市公安局4件。",
        {"heading": REQUESTS},
        ["request.received@all 12", "request.received@市教育局 5", "request.received@市公安局 4"],
    ),
    # --- appeals
    (
        "其它县市区共收到行政复议13件，其中维持具体行政行为数4件，被依法纠错数8件，其他情况数1件；"
        "行政诉讼共4件，均是维持具体行政行为或者驳回原告诉讼请求。",
        {"heading": APPEALS},
        [
            "reconsideration.total@county 13",
            "reconsideration.upheld@county 4",
            "reconsideration.corrected@county 8",
            "reconsideration.other@county 1",
            "litigation.total@county 4",
        ],
    ),
    (
        "因依申请公开引起的行政诉讼3件，其中：维持具体行政行为1件，未开庭2件；因依申请公开引起的"
        "行政复议4件，其中：驳回申请人复议申请2件，维持具体行政行为2件。",
        {},
        [
            "litigation.total@all 3",
            "litigation.upheld@all 1",
            "reconsideration.total@all 4",
            "reconsideration.upheld@all 2",
        ],
    ),
    (
        "因政府信息公开引发行政复议5件，其中3件维持；行政诉讼2件，其中1件维持。",
        {},
        [
            "reconsideration.total@all 5",
            "reconsideration.upheld@all 3",
            "litigation.total@all 2",
            "litigation.upheld@all 1",
        ],
    ),
    # --- responses
    (
        "2017年，全市共回应公众关注热点、重大舆情576次，参加、举办新闻发布会40次，"
        "参加政府网站在线访谈67次，发布政策解读稿件1737篇，通过微博微信回应事件846次。",
        {},
        [
            "response.topics@all 576",
            "response.press_conferences@all 40",
            "response.online_interviews@all 67",
            "response.policy_interpretations@all 1737",
            "response.weibo_wechat@all 846",
        ],
    ),
    (
        "2016年全市共举办各类新闻发布会46次，其中主要负责同志参加新闻发布会次数33次；通过各类政府网站"
        "开展在线访谈55次，其中各级主要负责同志参加政府网站在线访谈6次。",
        {"year": 2016},
        [
            "response.press_conferences@all 46",
            "response.press_conferences_by_leaders@all 33",
            "response.online_interviews@all 55",
            "response.online_interviews_by_leaders@all 6",
        ],
    ),
    # --- capacity
    (
        "全市从事政府信息公开工作人员共有938人，其中，专职人员40人，兼职人员898人。",
        {"year": 2016},
        ["staff.total@all 938", "staff.full_time@all 40", "staff.part_time@all 898"],
    ),
    (
        "全市累计召开政府信息公开工作会议或专题会议125次，举办各类培训班118次，接受培训人员累计3497人次。",
        {},
        ["meeting.total@all 125", "training.sessions@all 118", "training.participants@all 3497"],
    ),
    (
        "全市共安排政府信息与政务公开工作专项经费76.10万元，其中，各县（市）区安排经费14.8万元。",
        {"year": 2016},
        ["budget.dedicated@all 76.1", "budget.dedicated@county 14.8"],
    ),
    (
        "全市共收取依申请公开信息检索、复制和邮寄费用2,176元，对3名低保对象减免85元。",
        {"year": 2010},
        ["fee.collected@all 0.2176"],
    ),
    (
        "召开政务公开专题会议2次，组织业务培训一次，二十多人参加。",
        {"level": "township", "heading": "政府信息公开工作"},
        ["meeting.total@all 2", "training.sessions@all 1", "training.participants@all 20"],
    ),
]


@pytest.mark.parametrize(("sentence", "report", "expected"), READ)
def test_values_that_a_sentence_states(sentence, report, expected):
    assert stated(facts_of(sentence, **report)) == expected


# A sentence and what of it, if anything, is a value.
REFUSED = [
    # --- another year
    ("2016年，全市主动公开政府信息8000条。", {}, []),
    ("2017年主动公开政府信息3,914条（2016年为3,502条）。", {}, ["disclosure.total@all 3914"]),
    ("2015年受理申请98件，办结90件。", {"year": 2016, "heading": REQUESTS}, []),
    ("去年受理政府信息公开申请34件。", {}, []),
    ("全县收到政府信息公开申请37件，上年度为51件。", {}, ["request.received@all 37"]),
    ("截至2018年1月15日，办结申请23件。", {"heading": REQUESTS}, []),
    # --- growth
    ("比上年多公开政府信息1,906条。", {}, []),
    (
        "全市收到政府信息公开申请三百零八件，较上年减少12件。",
        {"year": 2010},
        ["request.received@all 308"],
    ),
    (
        "发布政策解读稿件3.4万篇，同比增加近1万篇。",
        {},
        ["response.policy_interpretations@all 34000"],
    ),
    (
        "安排专项经费30万元，比上年增加5万元。",
        {"heading": "政府信息公开经费"},
        ["budget.dedicated@all 30"],
    ),
    # --- plans and duties
    ("全年主动公开政府信息力争达到13万条。", {}, []),
    ("2018年，计划主动公开政府信息10000条以上。", {}, []),
    ("年内组织开展全市政务公开集中培训不少于1次。", {}, []),
    ("各单位主动公开政府信息不得少于20条。", {}, []),
    # --- several years together
    ("自2008年《条例》施行以来，全市累计主动公开政府信息2316万条。", {}, []),
    ("《条例》施行两年八个月来，已累计公开政府信息31万余条。", {"year": 2010}, []),
    ("2014年以来，全市共举办新闻发布会120场。", {}, []),
    ("五年来，全市主动公开政府信息60万条。", {}, []),
    # --- another subject
    ("在市政府网站开设执法监督专栏，公开执法监管信息240条。", {}, []),
    ("全面公开城乡低保、医疗救助等信息77余条。", {}, []),
    ("2016年公开全市重大项目开工、建设进展、投资情况等信息35条。", {"year": 2016}, []),
    ("及时公开了征集意见采纳与否的理由等信息50多条。", {}, []),
    ("全市各级各部门受理行政许可申请12000件，办结11890件。", {}, []),
    ("我市共办理人大代表意见建议32件，政协提案41件。", {}, []),
    ("全市共办理市长信箱14822件，回复14145件。", {}, []),
    ("接待群众咨询120人次。", {"heading": REQUESTS}, []),
    ("受理消费者投诉举报1200件。", {}, []),
    ("召开全市安全生产工作会议12次。", {}, []),
    ("举办法律知识培训班12期，培训600人次。", {}, []),
    ("安排扶贫专项资金1200万元。", {}, []),
    ("全年行政事业性收费1200万元。", {}, []),
    ("目前，市政府微信平台拥有粉丝8400余人。", {}, []),
    ("2017年政务公开专栏访问量累计达到1300多万次。", {}, []),
    ("同时，向社会各界提供服务类信息近2余万条。", {}, []),
    ("全市共有政务微博32个，政务微信45个。", {}, []),
    # --- what the noun does not count
    ("转载上级网站信息300条，报送政务信息1200条。", {}, []),
    ("清理规范性文件350件，废止23件。", {}, []),
    ("《绍兴市人民政府公报》编辑出版12期，每期印发5000份。", {"year": 2010}, []),
    ("受理申请56件，其中涉及土地征收的20件。", {"heading": REQUESTS}, ["request.received@all 56"]),
    (
        "按内容分，工作动态类132条，政策文件类28条，财政资金类19条。",
        {"heading": "主动公开政府信息情况"},
        [],
    ),
    ("在线访谈成绩位居前3位。", {}, []),
    # --- a column, or some of the bodies
    ("“重点领域”专栏更新信息3317条。", {}, []),
    ("有9个单位全年公开信息不足20条。", {}, []),
    ("其余单位均不超过1件。", {"heading": REQUESTS}, []),
    # --- a unit's figure is not that of all
    ("市财政局主动公开政府信息320条。", {}, ["disclosure.total@市财政局 320"]),
    ("“中国襄阳”门户网站发布信息35753条。", {}, ["channel.website@“中国襄阳”门户网站 35753"]),
    # --- outcomes that the form does not have
    ("行政诉讼3件，未开庭2件。", {"heading": APPEALS}, ["litigation.total@all 3"]),
    ("属重复申请4件，申请人撤回1件。", {"heading": REQUESTS}, []),
    # --- one day's event
    ("12月21日举办了全市政府信息公开工作培训班，共计140余人参加了培训。", {"year": 2016}, []),
    ("9月3日，召开全市政务公开工作会议1次。", {}, []),
    # --- names, document numbers and contacts
    ("印发政务公开工作要点（同政办发〔2017〕32号），设置审批窗口18个。", {}, []),
    ("政府信息公开工作联系电话：0454-2907056，邮编：156400。", {}, []),
    ("通过12345市长热线接待公众电话来电28.85万次。", {}, []),
    # --- words that name no number
    ("主动公开政府信息数百条。", {}, []),
    # --- totals are not added up, percentages are no counts
    ("市直部门主动公开政府信息4000条。", {}, ["disclosure.total@municipal 4000"]),
    ("非涉密的规范性文件做到100%公开。", {}, []),
    ("受理申请办结率100%，满意率98%。", {"heading": REQUESTS}, []),
    # --- other things in the same words
    ("2008年以来，2017年公开规章12件，累计公开政府信息23846条，网站公开12000条。", {}, []),
    (
        "公开重大项目、扶贫资金等政府信息18条。",
        {"level": "department", "body": "秦安县财政局"},
        [],
    ),
    (
        "在县政府门户网站“本地要闻”栏目发布信息86条。",
        {"level": "department", "body": "秦安县财政局"},
        [],
    ),
    ("组织教师线上培训26场。", {"heading": REQUESTS}, []),
    ("网上受理企业开办申请3278件。", {"heading": REQUESTS}, []),
    (
        "调处山林权属纠纷41起，由此引发行政复议4件、行政诉讼2件。",
        {"heading": APPEALS, "level": "department", "body": "融水县林业局"},
        [],
    ),
    ("全县行政机关应诉案件17件，无政府信息公开类案件。", {"heading": APPEALS}, []),
    (
        "通过政府网站、政务微博微信、电视问政和政务公开栏等其他方式，分别公开政府信息9318条、6450条、1127条。",
        {},
        [],
    ),
]


@pytest.mark.parametrize(("sentence", "report", "expected"), REFUSED)
def test_figures_that_only_look_like_values(sentence, report, expected):
    assert stated(facts_of(sentence, **report)) == expected


# Faults that were found by reading and are mended.
MENDED = [
    ("截至6月底，全市主动公开政府信息6000条。", {}, []),
    ("上半年，全市主动公开政府信息6000条。", {}, []),
    ("2017年1月1日至6月30日，受理申请23件。", {"heading": REQUESTS}, []),
    ("12月份公开政府信息600条。", {}, []),
    ("平均每天公开政府信息20条。", {}, []),
    ("日均发布政府信息20条。", {}, []),
    ("平均每个部门公开政府信息120条。", {}, []),
    ("每季度举办新闻发布会1场。", {}, []),
    ("“十二五”期间，全市主动公开政府信息60万条。", {"year": 2015}, []),
    ("2015年至2017年，共受理政府信息公开申请123件。", {}, []),
    ("近三年共受理政府信息公开申请123件。", {}, []),
    ("全市受理工伤认定行政复议12件。", {}, []),
    ("监测网络舆情1200条。", {}, []),
    ("组织政府信息公开知识考试，工作人员500人参加。", {}, []),
    ("据省政府统计，全省主动公开政府信息12345条。", {}, []),
    ("最多的部门公开政府信息1200条。", {}, []),
    ("因政府信息公开引发的行政复议、行政诉讼共3件。", {}, []),
    ("通过广播电视公开政府信息300条，报纸公开100条。", {}, []),
    ("共有12人提出政府信息公开申请35件。", {}, ["request.received@all 35"]),
    ("主动公开全文电子化的政府信息数12000条。", {}, []),
    ("省政府维持3件。", {"heading": APPEALS + "行政复议"}, ["reconsideration.upheld@all 3"]),
    ("全市受理户籍申请300件，其中网上申请200件。", {}, []),
    ("“新乡发布”微博发布政府信息1200条。", {}, ["channel.weibo@“新乡发布”微博 1200"]),
    ("确保每一件申请都得到答复。", {"heading": REQUESTS}, []),
    ("安排政府信息公开专项经费15.6万。", {}, []),
    ("供水公司公开信息320条。", {}, []),
    ("国庆期间公开政府信息320条。", {}, []),
    ("免于公开的政府信息320条。", {}, []),
    ("应公开政府信息3200条。", {}, []),
    ("2016年共收到申请56件。其中网上申请30件，信函26件。", {"heading": REQUESTS}, []),
    ("自2008年以来，共受理申请560件。其中网上申请300件。", {"heading": REQUESTS}, []),
    ("举办新闻发布会12场。", {"heading": "五、2018年主要任务"}, []),
    (
        "截至2017年底，累计主动公开政府信息56万条，其中2017年公开3.2万条。",
        {},
        ["disclosure.total@all 32000"],
    ),
    ("主动公开政府信息12.345条。", {}, []),
    ("政府信息公开工作全年实际支出费用25万元。", {}, []),
    ("部分单位收到申请12件。", {"heading": REQUESTS}, []),
    ("考核要求：乡镇主动公开政府信息100条。", {}, []),
    ("发布解读材料120篇，其中转载80篇。", {}, ["response.policy_interpretations@all 120"]),
    ("其他单位公开政府信息3200条。", {}, []),
    (
        "全市因政府信息公开引发行政复议4起（市级1起，县区3起），维持3起、纠错1起。",
        {"heading": APPEALS},
        [
            "reconsideration.total@all 4",
            "reconsideration.total@municipal 1",
            "reconsideration.total@county 3",
            "reconsideration.upheld@all 3",
            "reconsideration.corrected@all 1",
        ],
    ),
    # --- sums, and figures of one sentence that rival each other
    (
        "收到当面申请3件、网络申请5件，共8件。",
        {"heading": REQUESTS},
        [
            "request.received_in_person@all 3",
            "request.received_online@all 5",
            "request.received@all 8",
        ],
    ),
    ("向区政府申请行政复议5件，向市政府申请行政复议2件。", {"level": "county"}, []),
    ("一审维持8件，二审维持3件。", {"heading": APPEALS + "行政诉讼"}, []),
    ("公民申请102件，法人申请12件。", {"heading": REQUESTS}, []),
    ("收取复印费120元、邮寄费35元，共计155元。", {}, ["fee.collected@all 0.0155"]),
    # --- what other matters are told in the same words
    ("全市共办理行政复议案件320件，其中政府信息公开类12件。", {}, ["reconsideration.total@all 12"]),
    (
        "行政复议案件23件，其中涉及政府信息公开2件；行政应诉案件41件，其中涉及政府信息公开1件。",
        {"heading": "总体情况"},
        ["reconsideration.total@all 2", "litigation.total@all 1"],
    ),
    ("受理企业设立申请351件，办结351件。", {"heading": REQUESTS}, []),
    ("受理渣土运输、占道等申请1865件，准予许可1702件。", {"heading": REQUESTS}, []),
    ("收到村民宅基地申请318件。", {"heading": REQUESTS}, []),
    ("以网上提交表单形式申请18件。", {"heading": REQUESTS}, ["request.received_online@all 18"]),
    ("举办项目签约发布会14场，举办专场发布会6场。", {}, ["response.press_conferences@all 6"]),
    (
        "因拆除违法建设被申请行政复议9件；被提起行政诉讼4件。",
        {"heading": APPEALS},
        [],
    ),
    ("其他行政复议案件涉及行政处罚，维持31件。", {"heading": APPEALS}, []),
    (
        "4件政府信息公开行政诉讼案件均为未经复议直接起诉，其中结果维持3件。",
        {"heading": APPEALS, "year": 2019},
        ["litigation_direct.total@all 4", "litigation_direct.upheld@all 3"],
    ),
    (
        "9件申请中网络申请6件，信函申请3件。",
        {"heading": REQUESTS},
        [
            "request.received@all 9",
            "request.received_online@all 6",
            "request.received_letter@all 3",
        ],
    ),
    ("《条例》施行五年多来，全县累计主动公开政府信息41236条。", {}, []),
    (
        "新收政府信息公开申请402件、结转18件。",
        {"heading": REQUESTS, "year": 2019},
        ["request.new@all 402"],
    ),
    ("其他处理2件。", {"heading": REQUESTS, "year": 2020}, ["outcome.other@all 2"]),
    (
        "新收政府信息公开申请13件，其中予以公开6件，结转下年度1件，上年无结转。",
        {"heading": REQUESTS, "year": 2021},
        [
            "request.new@all 13",
            "outcome.granted@all 6",
            "request.carried_out@all 1",
            "request.carried_in@all 0",
        ],
    ),
    (
        "作出行政处罚决定118件，未作出行政强制决定。",
        {"year": 2021},
        ["penalty.decisions@all 118", "coercion.decisions@all 0"],
    ),
    (
        "举办政府信息公开业务培训班1次，培训村（社区）信息员42人次。",
        {},
        ["training.sessions@all 1", "training.participants@all 42"],
    ),
    ("其他处理2件。", {"heading": REQUESTS, "year": 2021}, []),
    (
        "政府集中采购项目26项，采购总金额1384.5万元。",
        {"year": 2020},
        ["procurement.projects@all 26", "procurement.amount@all 13845000"],
    ),
    ("政府采购项目26项，采购总金额1384.5万元。", {"year": 2020}, []),
    ("收取行政事业性收费5312.6万元。", {"year": 2021}, ["charge.amount@all 5312.6"]),
    ("收取行政事业性收费5312.6万元。", {"year": 2019}, []),
    (
        "行政许可上一年项目326项，本年减少18项，作出处理决定45672件。",
        {"year": 2020},
        [
            "licence.items_previous_year@all 326",
            "licence.items_change@all -18",
            "licence.decisions@all 45672",
        ],
    ),
    (
        "现行有效规章5件，本年废止1件。",
        {"year": 2021},
        ["rules.in_force@all 5", "rules.repealed@all 1"],
    ),
    (
        "被申请行政复议45件、被提起行政诉讼56件，其中因政府信息公开引发的分别为9件、4件。",
        {"heading": "总体情况"},
        ["reconsideration.total@all 9", "litigation.total@all 4"],
    ),
    ("公路路政案件引发行政复议14件、行政诉讼6件。", {"heading": APPEALS}, []),
    ("办理行政复议答复12件、行政应诉4件（不含信息公开类）。", {"heading": APPEALS}, []),
    (
        "因政府信息公开被申请行政复议15件，占全市行政复议案件总数182件的8.2%；"
        "市政府作为复议机关审结167件，其中维持74件、纠错19件。",
        {"heading": APPEALS},
        ["reconsideration.total@all 15"],
    ),
    (
        "因政府信息公开被申请行政复议5件、被提起行政诉讼2件，复议机关维持4件。",
        {"heading": APPEALS},
        ["reconsideration.total@all 5", "litigation.total@all 2", "reconsideration.upheld@all 4"],
    ),
    (
        "因政府信息公开被申请行政复议6件，其中维持4件；应诉行政诉讼案件144件。",
        {"heading": APPEALS},
        ["reconsideration.total@all 6", "reconsideration.upheld@all 4"],
    ),
    (
        "受理政府信息公开申请38件（不含2012年结转的2件），其中网上提交的27件。",
        {"heading": REQUESTS, "year": 2013},
        ["request.received@all 38", "request.received_online@all 27"],
    ),
    (
        "办结55件，剩余2件延至2019年1月答复；其中同意公开29件。",
        {"heading": REQUESTS, "year": 2018},
        ["request.concluded@all 55", "reply.granted@all 29"],
    ),
    ("县委宣传部召开媒体见面会、通气会13场。", {"level": "county"}, []),
    ("全系统现有在职干部1324人，其中办税服务厅工作人员287人。", {"heading": "机构和人员"}, []),
    (
        "举办企业人力资源管理业务培训班44期，培训5260人次。",
        {"heading": "政府信息公开培训情况", "level": "department", "body": "新乡市人社局"},
        [],
    ),
    (
        "县发改委、孝丰镇公开政府信息数量居前，分别为512条、390条。",
        {"level": "county"},
        ["disclosure.total@县发改委 512", "disclosure.total@孝丰镇 390"],
    ),
    (
        "汇川区、遵义县分别公开政府信息9800条和8120条。",
        {},
        ["disclosure.total@汇川区 9800", "disclosure.total@遵义县 8120"],
    ),
    ("“十三五”期间，全市累计公开规范性文件1316件、政策解读材料2045篇。", {}, []),
    ("关停整合基层网站416个。", {"heading": REQUESTS}, []),
    (
        "公开渠道：厅门户网站4126条；官方微博738条。",
        {"heading": "政府信息公开基本数据", "level": "department", "body": "江西省水利厅"},
        ["channel.website@all 4126", "channel.weibo@all 738"],
    ),
    (
        "2015年因信息公开引发行政复议5件，今年没有发生因信息公开引起的行政诉讼。",
        {"heading": APPEALS, "year": 2016},
        ["litigation.total@all 0"],
    ),
    ("全年未收到书面的政府信息公开申请。", {"heading": REQUESTS}, ["request.received@all 0"]),
    ("全市未收取依申请公开费用。", {}, ["fee.collected@all 0"]),
    ("政务微博于2011年11月开通，截至2013年底累计发布微博9684条。", {"year": 2013}, []),
    (
        "发布政策解读稿件23篇，参加企业640家。",
        {},
        ["response.policy_interpretations@all 23"],
    ),
    (
        "街道公开政府信息1123条，由各单位分别公布，未计入本报告。",
        {},
        [],
    ),
    (
        "办理行政复议答复1件，系申请人不服审计报告提出，与政府信息公开无关。",
        {"heading": APPEALS},
        [],
    ),
    (
        "因投诉举报答复引起的复议45件、诉讼11件。",
        {"heading": APPEALS},
        [],
    ),
    ("全年办理其他行政复议案件3件。", {"heading": REQUESTS}, []),
    (
        "收取信息处理费1260元，涉及申请3件。",
        {"heading": REQUESTS, "year": 2021},
        ["fee.collected@all 0.126"],
    ),
    (
        "因政府信息公开引起的行政复议18件，复议后提起行政诉讼6件。",
        {"heading": APPEALS, "year": 2020},
        ["reconsideration.total@all 18", "litigation_after_reconsideration.total@all 6"],
    ),
    (
        "未经复议直接起诉的政府信息公开行政诉讼1件。",
        {"heading": APPEALS, "year": 2020},
        ["litigation_direct.total@all 1"],
    ),
    (
        "举办各类业务培训班31期，培训村医3950人次；另举办政府信息公开培训班2期，培训约120人次。",
        {"heading": "会议培训情况", "level": "department", "body": "桐梓县卫生局"},
        ["training.sessions@all 2", "training.participants@all 120"],
    ),
    (
        "举办业务培训班6期，培训乡镇及县直单位信息员410人次。",
        {"heading": "政府信息公开培训情况", "level": "county"},
        ["training.sessions@all 6", "training.participants@all 410"],
    ),
    (
        "未发生一起因政府信息公开引起的行政复议，没有发生1起行政诉讼。",
        {"heading": APPEALS},
        ["reconsideration.total@all 0", "litigation.total@all 0"],
    ),
    # --- what became of a figure, and figures told again of some bodies
    (
        "受理政府信息公开申请由上年的84件增至112件。",
        {"heading": REQUESTS, "year": 2011},
        ["request.received@all 112"],
    ),
    (
        "政务微博粉丝由2万增至4.6万，微博发布信息由2300条降至1200条。",
        {"year": 2015},
        ["channel.weibo@all 1200"],
    ),
    (
        "因政府信息公开引发行政复议17件，行政诉讼6件，其中市直单位分别为9件和2件。",
        {"heading": APPEALS},
        [
            "reconsideration.total@all 17",
            "litigation.total@all 6",
            "reconsideration.total@municipal 9",
            "litigation.total@municipal 2",
        ],
    ),
    (
        "微信公众号推送信息1126条，粉丝由年初的3.2万增加到4.1万。",
        {"level": "county"},
        ["channel.wechat@all 1126"],
    ),
    # --- channels where requests are told in the same paragraph, and pages of an office's own
    (
        "主动公开政府信息1400条，其中网站1102条、微信公众号216条。新收政府信息公开申请63件。",
        {"year": 2019},
        [
            "disclosure.total@all 1400",
            "channel.website@all 1102",
            "channel.wechat@all 216",
            "request.new@all 63",
        ],
    ),
    (
        "通过门户网站公开信息3.1万余条，《云南省人民政府公报》出刊24期、刊登政府信息238条。",
        {"level": "province"},
        ["channel.website@all 31000", "channel.gazette@all 238"],
    ),
    (
        "全年对外公开预决算、惠民补贴、债务限额等政府信息418条，其中县政府网站财政局栏目发布297条。",
        {"level": "department", "body": "秦安县财政局"},
        ["disclosure.total@all 418", "channel.website@all 297"],
    ),
    (
        "主动公开政府信息114条，其中县政府信息公开平台47条；其他形式15条。",
        {"level": "township", "body": "红星乡"},
        ["disclosure.total@all 114", "channel.other@all 15"],
    ),
    # --- an office's own name in short, and a school's own year
    (
        "区城管局共收到政府信息公开申请11件。",
        {"level": "department", "body": "合肥市蜀山区城市管理局"},
        ["request.received@all 11"],
    ),
    (
        "分局收到政府信息公开类行政复议2件。",
        {"level": "department", "body": "襄阳市生态环境局宜城分局"},
        ["reconsideration.total@all 2"],
    ),
    (
        "2015—2016学年，学校共收到信息公开申请7件。",
        {"level": "department", "body": "沈阳工程学院", "year": 2016},
        ["request.received@all 7"],
    ),
    (
        "2015—2016学年，各高校共公开信息7件。",
        {"level": "department", "body": "辽宁省教育厅", "year": 2016},
        [],
    ),
    # --- numbers that are telephone numbers, too
    (
        "举办信息公开培训班2期，培训工作人员110余人次。",
        {},
        ["training.sessions@all 2", "training.participants@all 110"],
    ),
    # --- what comes from the year before and goes into the next
    (
        "新收政府信息公开申请9件，连同上年结转的6件，办结14件，其余1件结转2020年继续办理。",
        {"year": 2019},
        [
            "request.new@all 9",
            "request.carried_in@all 6",
            "outcome.total@all 14",
            "request.carried_out@all 1",
        ],
    ),
    (
        "不予公开1件（涉及个人隐私）。",
        {"heading": REQUESTS},
        ["reply.denied@all 1", "reply.denied_privacy@all 1"],
    ),
    # --- outcomes added up, what there was to handle, and years that requests go to by name
    (
        "办理结果：予以公开147件，部分公开41件，无法提供85件，不予处理12件，合计285件；结转15件。",
        {"heading": REQUESTS, "year": 2023},
        ["outcome.granted@all 147", "outcome.partial@all 41", "outcome.total@all 285"],
    ),
    (
        "新收政府信息公开申请58件，予以公开30件，不予公开3件，合计33件。",  # of some, and not received
        {"year": 2021},
        ["request.new@all 58", "outcome.granted@all 30", "reply.denied@all 3"],
    ),
    (
        "因政府信息公开被申请行政复议12件，2019年结转3件。",  # appeals and no requests
        {"heading": APPEALS, "year": 2020},
        ["reconsideration.total@all 12"],
    ),
    (
        "新收政府信息公开申请48件，上年结转2件，办理50件，其中予以公开30件。",
        {"year": 2021},
        [
            "request.new@all 48",
            "request.carried_in@all 2",
            "outcome.total@all 50",
            "outcome.granted@all 30",
        ],
    ),
    (
        "新收政府信息公开申请486件，加上年结转11件，共办理497件。",
        {"year": 2022},
        ["request.new@all 486", "request.carried_in@all 11"],
    ),
    (
        "新收政府信息公开申请74件，2022年结转18件；87件结转2024年。",
        {"year": 2023},
        ["request.new@all 74", "request.carried_in@all 18", "request.carried_out@all 87"],
    ),
    (
        "截至2012年底，历年累计主动公开政府信息23846条。其中2012年新增5127条。",
        {"year": 2012},
        ["disclosure.total@all 5127"],
    ),
    # --- whose figures they are
    (
        "从层级看，市直单位收到申请198宗，各县（市、区）收到148宗。其中，当面提交申请203宗。",
        {"heading": REQUESTS},
        [
            "request.received@municipal 198",
            "request.received@county 148",
            "request.received_in_person@all 203",
        ],
    ),
    (
        "市直单位收到申请198宗，各县（市、区）收到148宗。其中，当面提交申请103宗。",  # of the last
        {"heading": REQUESTS},
        [
            "request.received@municipal 198",
            "request.received@county 148",
            "request.received_in_person@county 103",
        ],
    ),
    (
        "设置政府信息公开查阅点276个，其中州直41个，县市235个。",
        {},
        [
            "organisation.access_points@all 276",
            "organisation.access_points@municipal 41",
            "organisation.access_points@county 235",
        ],
    ),
    (
        "“平安南靖”微信公众号公开信息1206条。",
        {"level": "department", "body": "南靖县公安局"},
        ["channel.wechat@all 1206"],
    ),
    (
        "“南靖交警”微信公众号公开信息206条。",
        {"level": "department", "body": "南靖县公安局"},
        ["channel.wechat@“南靖交警”微信公众号 206"],
    ),
    (
        "行政复议、诉讼案件均为0件。",
        {"heading": APPEALS},
        ["reconsideration.total@all 0", "litigation.total@all 0"],
    ),
    (
        "区政府常务会议审议议题143个，发布政策解读材料46篇。",
        {"level": "county"},
        ["response.policy_interpretations@all 46"],
    ),
]


@pytest.mark.parametrize(("sentence", "report", "expected"), MENDED)
def test_mended_faults(sentence, report, expected):
    assert stated(facts_of(sentence, **report)) == expected


# Wrong values that are known. A row that passes belongs into a table above.
STILL_WRONG = [
    (
        "新收78件，加上2016年结转5件，共办理83件。",
        {"heading": REQUESTS},
        ["request.received@all 78"],
    ),
    (
        "机构85个，其中市直45个，县区40个，配备政府信息公开工作人员320名。",
        {"heading": "政府信息公开专门机构"},
        [],
    ),
    ("同意公开（含部分公开）56件。", {"heading": REQUESTS}, []),
]


@pytest.mark.xfail(strict=True, reason="a wrong value so far")
@pytest.mark.parametrize(("sentence", "report", "expected"), STILL_WRONG)
def test_known_faults(sentence, report, expected):
    assert stated(facts_of(sentence, **report)) == expected


def test_an_appeal_is_no_answer_where_nothing_speaks_of_open_government_information():
    sentence = "立案查处经济违法案件763件，其中当事人申请行政复议2件、提起行政诉讼1件。"
    assert stated(facts_of(sentence, "一、基本情况")) == []
    assert stated(facts_of("提起行政诉讼1件。", "四、行政诉讼情况")) == ["litigation.total@all 1"]


def test_kinds_of_a_channels_items_are_not_all_of_them():
    sentence = "网站公开信息中，环境质量信息365条，建设项目环评信息142条。"
    assert stated(facts_of(sentence, "二、主动公开情况")) == []


def test_requests_are_told_apart_by_applicant_as_in_the_form_since_2019():
    sentence = (
        "新收政府信息公开申请46件，其中自然人38件、商业企业5件、其他3件；上年结转2件，办结45件。"
    )
    rows = facts_of(sentence, year=2021).observations
    assert [(one.indicator, one.applicant, one.value) for one in rows] == [
        ("request.new", "total", 46),
        ("request.new", "natural_person", 38),
        ("request.new", "business", 5),
        ("request.new", "other_organisation", 3),
        ("request.carried_in", "total", 2),
        ("outcome.total", "total", 45),
    ]
    assert stated(facts_of(sentence, year=2017))[0] == "request.received@all 46"
    assert {one.applicant for one in facts_of(sentence, year=2017).observations} == {""}


@pytest.mark.parametrize(
    "sentence",
    [
        "上年结转7件，其中自然人提出139件。",  # of which whole is not said
        "予以公开30件，其中自然人28件。",
        "自然人、商业企业申请41件。",
    ],
)
def test_applicants_of_no_one_row_are_no_value(sentence):
    rows = facts_of(sentence, "（二）依申请公开", year=2021).observations
    assert {one.applicant for one in rows} <= {"total"}
    assert not any(one.indicator == "request.new" for one in rows)


def test_a_heading_of_one_channel_holds_for_what_stands_below_it_but_a_whole():
    heading = "（二）政务微博"
    assert stated(facts_of("全年发布信息2218条。", heading)) == ["channel.weibo@all 2218"]
    whole = "全年主动公开政府信息总数6230条。"
    assert stated(facts_of(whole, heading)) == ["disclosure.total@all 6230"]
    told = "全年公开政府信息6230条，其中网站1200条、微博1018条。"
    assert stated(facts_of(told, heading))[0] == "disclosure.total@all 6230"
