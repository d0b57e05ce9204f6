"""How the project is cited (引用方式): ``CITATION.cff``, the one place for title and version."""

from functools import cache

import yaml
from pydantic import BaseModel, ConfigDict, Field

from analysis import paths


class Author(BaseModel):
    """Whoever is named as an author."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    name: str


class Citation(BaseModel):
    """What ``CITATION.cff`` says, as far as the data repeat it."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    title: str
    version: str
    licence: str = Field(alias="license")
    message: str
    authors: tuple[Author, ...]

    @property
    def words(self) -> str:
        """The citation as a line, with what is to be kept in mind.

        Examples
        --------
        >>> Citation(
        ...     title="Reports, as data", version="1.2.0", license="MIT",
        ...     message="Please cite the reports.", authors=[{"name": "the contributors"}],
        ... ).words
        'the contributors. Reports, as data. Version 1.2.0. Please cite the reports.'
        """
        who = ", ".join(one.name for one in self.authors)
        return f"{who}. {self.title}. Version {self.version}. {self.message}"


@cache
def citation() -> Citation:
    """Return what the project says of itself."""
    return Citation(**yaml.safe_load(paths.CITATION.read_text(encoding="utf-8")))
