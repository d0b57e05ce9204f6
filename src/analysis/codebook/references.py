"""References from one file of the codebook to another, checked while loading."""

from typing import Annotated

from pydantic import AfterValidator

from analysis.codebook.indicators import indicators


def _known(name: str) -> str:
    if name not in indicators():
        raise ValueError(f"{name} is not an id of indicators.yaml")
    return name


IndicatorId = Annotated[str, AfterValidator(_known)]
