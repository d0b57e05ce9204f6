"""A topic, its facets and a scope become the indicator that a number answers."""

from analysis.codebook.forms import by_applicant
from analysis.codebook.frames import frames
from analysis.facts.fields import Field, Link, Setting, unit_class
from analysis.facts.refusals import is_refused
from analysis.facts.scoping import Scope


def answer(
    words: Field, topic: str, facets: dict[str, str], scope: Scope, setting: Setting
) -> Link | None:
    """Return the link if a row of the topic's frame fits and nothing said forbids it."""
    frame = frames()[topic]
    row = frame.row(facets, unit_class(words.quantity, frame))
    name = row.stated_in(setting.year) if row else ""
    if not name or ("applicant" in facets and name not in by_applicant()):
        return None
    if "money" not in frame.units and words.quantity.amount.value % 1:
        return None  # nobody counts 12.345 items
    if scope.kind in ("above", "several") or is_refused(words, topic, facets, setting):
        return None
    return Link(words.quantity, topic, facets, name, scope)
