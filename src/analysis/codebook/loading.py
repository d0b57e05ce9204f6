"""Load a file of the codebook and refuse what breaks its schema."""

from typing import TypeVar

import yaml
from pydantic import TypeAdapter, ValidationError

from analysis import paths
from analysis.errors import CodebookError

Schema = TypeVar("Schema")
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # of libyaml, ten times as fast


def load(name: str, schema: type[Schema]) -> Schema:
    """Read ``<name>.yaml`` of the codebook as `schema`.

    Parameters
    ----------
    name : str
        File name without its ending.
    schema : type
        A pydantic model, or any type that pydantic can check (``dict[str, Model]``).

    Raises
    ------
    CodebookError
        When the file breaks the schema; the message names the file, the place and the fault.
    """
    path = paths.CODEBOOK / f"{name}.yaml"
    content = yaml.load(path.read_text(encoding="utf-8"), LOADER)
    try:
        return TypeAdapter(schema).validate_python(content)
    except ValidationError as error:
        faults = "; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors())
        raise CodebookError(f"{path.name}: {faults}. Mend the entry named.") from error
