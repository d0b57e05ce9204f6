"""What each chart shows, as data."""

from functools import cache

from pydantic import BaseModel, ConfigDict

from analysis.codebook.identities import identities, parts
from analysis.codebook.loading import load
from analysis.codebook.measures import measure_of_share


class Charts(BaseModel):
    """Ids of indicators and measures by chart.

    Attributes
    ----------
    flows : dict
        By chart, sums and groups of ``identities.yaml`` and indicators without parts.
    grounds : list
        Groups of ``identities.yaml`` in order.
    applicants : str
        The indicator shown for each kind of applicant.
    counts : dict
        By chart, indicators in order.
    shares : list
        Measures in order.
    compared : dict
        By chart, the panels in order.
    trends : dict
        By chart, the panels in order, each a list of indicators or measures.
    endings : dict
        By form, the ending of the notebooks that show its reports.
    coverage : dict
        By column of the map, groups of indicators.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    flows: dict[str, list[str]]
    grounds: list[str]
    applicants: str
    counts: dict[str, list[str]]
    shares: list[str]
    compared: dict[str, list[str]]
    trends: dict[str, list[list[str]]]
    endings: dict[str, str]
    coverage: dict[str, list[str]]


@cache
def charts() -> Charts:
    """Return the contents of every chart.

    Examples
    --------
    >>> charts().compared["leading_shares"]
    ['share.website', 'share.new_media']
    """
    return load("charts", Charts)


def tree(chart: str, year: int) -> dict[str, tuple[str, ...]]:
    """Return the totals of a flow with their parts, as the form of a reporting year has them.

    Examples
    --------
    >>> tree("appeals", 2017)["complaint.total"]
    ()
    >>> tree("request_flow", 2020)["outcome.total"][-2:]
    ('outcome.rejected', 'outcome.other')
    """
    known = identities()
    groups = {name: (name, group.parts) for name, group in known.groups.items()}
    sums = {name: (one.total, one.parts) for name, one in known.sums.items()}
    found = [(groups | sums).get(name, (name, ())) for name in charts().flows[chart]]
    return {total: parts(of, year) for total, of in found if total in parts([total], year)}


@cache
def shared() -> dict[str, str]:
    """Return the indicator that each share is the share of.

    Examples
    --------
    >>> shared()["share.new_media"]
    'channel.new_media'
    """
    return {measure: indicator for indicator, measure in measure_of_share().items()}
