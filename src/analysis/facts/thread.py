"""What the numbers of a sentence go on with (承前): what was linked so far, and the last whole."""

from analysis.facts.fields import Field, Link, Setting
from analysis.facts.scoping import Scope
from analysis.facts.sentences import Sentence


class Thread:
    """The numbers linked in a sentence, and the one that others may carry on.

    Attributes
    ----------
    found : list of Link
        What was linked so far.
    prior : Link or None
        What a number without a noun of its own goes on with.
    """

    def __init__(self, sentence: Sentence, setting: Setting):
        self.is_aside, self.stated = sentence.is_in_parenthesis, setting.stated
        self.found: list[Link] = []
        self.nested: list[Link] = []
        self.prior = setting.prior if sentence.opens_as_part else None
        self.before = setting.linked if sentence.opens_as_part else []

    def add(self, found: list[Link], in_part: bool) -> None:
        """Keep what was linked; a unit's figure is carried on only where it is the first."""
        self.found += found
        self.nested += found if in_part else []
        is_aside = found and self.prior and self.is_aside(found[-1].quantity.start)
        if is_aside and not self.is_aside(self.prior.quantity.start):
            return  # 诉讼42件(直接起诉26件,复议后起诉16件),结果维持30件: of the 42
        whole = [one for one in found if one.scope.kind != "unit"]
        is_new = found and (self.prior is None or self.prior.topic != found[-1].topic)
        if whole or is_new:
            self.prior = (whole or found)[-1]

    def whole(self) -> Link | None:
        """Return what a next sentence goes on with: the total rather than the last of its parts.

        接到申请23件,当面递交11件、网上提交9件。其中县直部门18件: of the 23.
        """
        first = self.prior and next(
            (one for one in self.found if one not in self.nested), self.prior
        )
        same = [one for one in self.found if first and one.topic == first.topic]
        totals = [one for one in same if one.facets.keys() <= {"act"} and one.scope.kind != "unit"]
        return totals[-1] if totals else self.prior

    def total(self, topic: str, scope: Scope) -> Link | None:
        """Return the last figure of a topic and scope that is of all its ways and results."""
        same = [one for one in self.found if (one.topic, one.scope) == (topic, scope)]
        return next((one for one in reversed(same) if one.facets.keys() <= {"act"}), None)

    def pick_up(self, words: Field) -> None:
        """Go on with the figure counted alike where the sentence before has several topics.

        召开会议70次,举办培训班52期。其中,州政府办公厅举办2期: of the trainings.
        """
        if self.found:
            return
        alike = [one for one in self.before if one.quantity.classifier == words.quantity.classifier]
        if len({one.topic for one in alike}) == 1:
            self.prior = alike[0]

    def recall(self, words: Field, found: Link | None) -> Link | None:
        """Go on with a figure that is named again, and return it.

        584.36万条信息中,省直部门31.08万条; 37件申请均按期答复,其中同意公开25件.
        """
        named = words.head is not None and words.head.has("topic")
        if found is None and not named:
            return None
        amount = (words.quantity.amount.value, words.quantity.classifier)
        again = self.stated.get(amount)
        if found:
            self.stated[amount] = found
        elif again and words.head.has("topic", again.topic):
            self.prior = again
            return again
        return None
