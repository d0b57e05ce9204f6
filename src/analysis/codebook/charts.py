"""What each chart shows, as data."""

from functools import cache

from pydantic import BaseModel, ConfigDict

from analysis.codebook.identities import identities
from analysis.codebook.loading import load
from analysis.codebook.measures import measure_of_share


class Charts(BaseModel):
    """Ids of indicators and measures by chart.

    Attributes
    ----------
    flows : dict
        By chart, sums of ``identities.yaml`` and indicators without parts.
    counts : dict
        By chart, indicators in order.
    shares : list
        Measures in order.
    compared : dict
        By chart, the panels in order.
    coverage : dict
        By column of the map, groups of indicators.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    flows: dict[str, list[str]]
    counts: dict[str, list[str]]
    shares: list[str]
    compared: dict[str, list[str]]
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


def tree(chart: str) -> dict[str, tuple[str, ...]]:
    """Return the totals of a flow with their parts.

    Examples
    --------
    >>> tree("appeals")["complaint.total"]
    ()
    """
    sums = identities().sums
    found = [
        (sums[name].total, sums[name].parts) if name in sums else (name, ())
        for name in charts().flows[chart]
    ]
    return dict(found)


@cache
def shared() -> dict[str, str]:
    """Return the indicator that each share is the share of.

    Examples
    --------
    >>> shared()["share.new_media"]
    'channel.new_media'
    """
    return {measure: indicator for indicator, measure in measure_of_share().items()}
