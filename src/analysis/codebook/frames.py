"""What a number counts, topic by topic (框架)."""

from collections.abc import ItemsView
from functools import cache, cached_property

from pydantic import BaseModel, ConfigDict, Field

from analysis.codebook.indicators import stated_in
from analysis.codebook.loading import load
from analysis.codebook.references import IndicatorId


class Row(BaseModel):
    """The indicator for a combination of facets, with a published example."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    when: dict[str, str]
    units: list[str] = []
    until: int | None = None
    indicator: IndicatorId
    example: str

    def stated_in(self, year: int) -> str:
        """Return the indicator that it is in a reporting year; empty where no form asks for it."""
        asked = self.until is None or year <= self.until
        return stated_in(self.indicator, year) if asked else ""


class Together(BaseModel):
    """What several values of one facet mean when they stand together for one number."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    facet: str
    values: list[str]
    others: list[str] = Field(default=[], alias="with")
    least: int = 1
    means: str
    example: str

    def covers(self, facet: str, stated: list[str]) -> bool:
        """Tell whether these are the values that the entry is about, one for each word."""
        needed = set(self.values)
        named = needed <= set(stated) <= needed | set(self.others)
        return facet == self.facet and named and len(stated) >= self.least


class Frame(BaseModel):
    """A topic; the comments of ``frames.yaml`` explain each key."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    units: list[str]
    facets: list[str]
    implied_by: list[str] = []
    in_context: bool = False
    needs: list[str] = []
    verbs: list[str] = []
    not_with: list[str] = []
    not_through: list[str] = []
    implied_without: list[str] = []
    bare_behind: list[str] = []
    endings: list[str] = []
    strict: bool = False
    narrowable: bool = False
    dated: bool = False
    carried_over: bool = False
    of_the_body: bool = False
    stock: bool = False
    attended: bool = False
    reposted: bool = False
    own_sentence: bool = False
    outright_at: list[str] = []
    counted_by_bodies: bool = False
    stated_none: bool = False
    together: list[Together] = []
    rows: list[Row]

    def accepted(self, facet: str) -> set[str]:
        """Return the values of a facet that tell rows apart."""
        return self._accepted.get(facet, set())

    @cached_property
    def _accepted(self) -> dict[str, set[str]]:
        facets = {facet for row in self.rows for facet in row.when}
        return {f: {row.when[f] for row in self.rows if f in row.when} for f in facets}

    def row(self, facets: dict[str, str], unit: str) -> Row | None:
        """Return the first row whose facets are among `facets` and that `unit` may count.

        An empty `unit` (a number without classifier) fits every row.
        """
        stated = facets.items()
        fitting = (row for row, when, units in self._rows if when <= stated and unit in units)
        return next(fitting, None)

    @cached_property
    def _rows(self) -> list[tuple[Row, ItemsView[str, str], set[str]]]:
        """The rows with the facets and the units that each needs."""
        return [(row, row.when.items(), {"", *(row.units or self.units)}) for row in self.rows]


@cache
def frames() -> dict[str, Frame]:
    """Return the frame of every topic.

    Examples
    --------
    >>> frames()["request"].row({"act": "receive", "route": "letter"}, "cases").indicator
    'request.received_letter'
    """
    return load("frames", dict[str, Frame])
