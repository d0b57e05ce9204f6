"""What the numbers of a sentence that were not linked mean for those behind them (未计入的数字)."""

from analysis.codebook.frames import frames
from analysis.facts.facets import own_facets
from analysis.facts.fields import APPEALS, Field, Link, Reading, Setting
from analysis.facts.lexing import says, values
from analysis.facts.quantities import Quantity
from analysis.facts.sentences import Sentence
from analysis.facts.times import is_of_another_time, says_this_year

_NEAR = 6  # characters before a number in which its own verb stands
_COMPLETE = {"outcome", "ground"}  # 无法提供32件,其中本机关不掌握相关政府信息25件


class Dismissed:
    """The numbers of a sentence that were not linked, and why.

    Attributes
    ----------
    of_another_time : bool
        Whether the last number that had a topic is not the year's.
    grew : bool
        Whether it but says how much more or less it was.
    narrowed : bool
        Whether the last noun that a number counted was of another subject.
    """

    def __init__(self, sentence: Sentence, setting: Setting):
        self.sentence, self.year = sentence, setting.year
        self.of_another_time = self.grew = False
        self.narrowed = False
        self.last: Quantity | None = None
        self.taken: Quantity | None = None
        self.elsewhen: Reading | None = None
        self.counted = ""  # the classifier of what it was read of
        if sentence.opens_as_part and setting.elsewhen:
            self.elsewhen, self.counted = setting.elsewhen
        self.of_every_kind: Reading | None = None
        self.appeals: list[Reading] = []

    def note(self, words: Field, read: Reading, found: Link | None) -> None:
        """Keep in mind why a number that had a topic was refused, if it was."""
        self.of_another_time = not found and is_of_another_time(words, self.year)
        self.grew = self.of_another_time and says(words.own, "relation", "growth", "compared")
        self.elsewhen = read if self.of_another_time else None
        self.counted = words.quantity.classifier
        refused = not found and not self.of_another_time
        self.of_every_kind = read if refused and read[0] in APPEALS else None

    def note_subject(self, words: Field, found: Link | None, linked: list[Link]) -> None:
        """Keep in mind whether the last noun that a number counted was of another subject."""
        self.last = None if found else words.quantity
        aside = self.sentence.is_in_parenthesis(words.quantity.start) or _is_whole(words)
        who = says(words.own, "party") and not says(words.own, "act", "hold")
        if aside or who:
            return  # 行政诉讼9宗(含经复议后起诉的4宗),其中驳回6宗; 公民申请756件;同意公开523件
        nouns, refused = values(words.near, "topic"), found is None
        if refused and nouns and len({*nouns}) == 1 and nouns[0] in APPEALS:
            self._note_appeal(words, nouns[0])
        if any(frames()[t].own_sentence and not _goes_on(words, t, linked) for t in nouns):
            self.narrowed = refused and not is_of_another_time(words, self.year)

    def _note_appeal(self, words: Field, topic: str) -> None:
        if not is_of_another_time(words, self.year):
            self.appeals.append((topic, {}))
            self.of_every_kind = self.of_every_kind or (topic, {})

    def go_past_semicolon(self, prior: Link | None, goes_on: bool) -> None:
        """Forget what only holds up to a semicolon; `goes_on` where 其中 follows it."""
        self.elsewhen = self.elsewhen if goes_on else None
        self.of_every_kind = self.of_every_kind if goes_on else None
        self.narrowed = self.narrowed and prior is None

    def handed_on(self) -> tuple[Reading, str] | None:
        """Return what the next sentence may single out a part of.

        历年累计公开23846条。其中2012年新增5127条.
        """
        return (self.elsewhen, self.counted) if self.elsewhen else None

    def singled_out(self, words: Field, read: Reading | None) -> Reading | None:
        """Return what a number that was refused is of, where this one is the part that counts.

        开通以来累计发布21560条,其中今年新增4317条; 复议45件,其中政府信息公开类5件, whatever was
        counted before the 45.
        """
        became = says(words.own, "relation", "became")  # 由上年的84件增至112件
        if became and says(words.clause.tokens, "relation", "period"):
            return None  # 日均发布量由31条升至38条
        alike = self.elsewhen is not None and self.counted == words.quantity.classifier
        silent = read is None or not (says(words.own, "topic") or own_facets(words))
        if (silent or became) and alike and says_this_year(words, self.year):
            return self.elsewhen
        names_it = says(words.own, "work", "ogi") and not words.names_topic
        return self.of_every_kind if names_it else None

    def takes(self, words: Field, prior: Link | None) -> bool:
        """Tell whether a number belongs to one not linked: as its part, or as the rest beside it.

        户籍申请300件,其中网上申请200件、当面申请100件; 政策法规类386条、其他信息2319条;
        粉丝由3.2万增加到4.1万.
        """
        taken = _became(words) or (self._is_beside(words) and self._belongs(words, prior))
        self.taken = words.quantity if taken else self.taken
        return taken

    def _belongs(self, words: Field, prior: Link | None) -> bool:
        if says(words.own, "relation", "rest") and not self.of_another_time:
            return True
        own = own_facets(words)
        if self.of_every_kind and self._goes_on(words):
            return True
        is_part = says(words.own, "relation", "part") and own.isdisjoint(_COMPLETE)
        nested = is_part or (self.last is self.taken and not own)
        if nested and says_this_year(words, self.year):
            return False  # 累计1.86万条,其中2009年新增5274条
        if says(self._said_near(self.last), "result") and says(words.own, "result"):
            return False  # 已审结149宗,其中维持117宗
        share = self.sentence.text.rfind("占", self.sentence.start, self.last.before) > 0
        return (nested or share) and prior is None and not words.names_topic

    def _goes_on(self, words: Field) -> bool:
        """Tell whether a number goes on with appeals of every kind.

        路政案件引发行政复议14件、行政诉讼6件; 复议机关审结167件,其中维持74件、纠错19件.
        """
        listed = self.sentence.text.startswith("、", words.begin) or self.last is self.taken
        goes_on = listed or says(words.own, "relation", "part")
        return goes_on and not says(words.own, "work", "ogi")

    def _is_beside(self, words: Field) -> bool:
        """Tell whether the number before was not linked and is counted as this one is."""
        if self.last is None or self.last.classifier != words.quantity.classifier:
            return False
        inside = self.sentence.is_in_parenthesis
        # 9宗(含经复议后起诉的4宗),其中驳回6宗
        return inside(words.quantity.start) or not inside(self.last.start)

    def _said_near(self, number: Quantity) -> list:
        return self.sentence.spoken(number.before - _NEAR, number.before)


def _is_whole(words: Field) -> bool:
    """Tell whether it but names what is parted behind it (在办理的18件申请中,予以公开10件)."""
    head = words.head
    named = head is not None and words.sentence.text.startswith("中", head.end)
    return named and not words.foreign


def _became(words: Field) -> bool:
    """Tell whether it is what the number before, of whatever, grew or fell to."""
    follows = any(q.behind == words.begin for q in words.clause.quantities)
    return follows and says(words.own, "relation", "became")


def _goes_on(words: Field, topic: str, linked: list[Link]) -> bool:
    """Tell whether it is more of the event just told (培训会1次,日常培训3次,全年培训150多人)."""
    told = topic in {one.topic for one in linked}
    return told and frames()[topic].attended and not says(words.own, "act", "hold")
