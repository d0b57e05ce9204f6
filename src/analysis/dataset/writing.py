"""The data set as a folder to hand on: CSV and texts as built, Parquet beside, and one workbook."""

from pathlib import Path

from analysis import paths, tables
from analysis.codebook.dataset import dataset
from analysis.dataset.parquet import to_parquet
from analysis.dataset.workbook import to_xlsx


def release(processed: Path, out: Path) -> Path:
    """Write the data set of `processed` to `out` and return the workbook's place.

    Parameters
    ----------
    processed : Path
        Folder of the tables, as a build leaves it.
    out : Path
        Made if needed. The same tables give the same bytes.

    Raises
    ------
    TableError
        When a table breaks the dictionary; nothing is written then.
    """
    content = tables.checked(processed)
    workbook = f"{dataset().name}.xlsx"
    files = {f"{name}.parquet": to_parquet(name, table) for name, table in content.items()}
    files |= {workbook: to_xlsx(content), paths.CITATION.name: paths.CITATION.read_bytes()}
    tables.write(out, content, tables.texts(processed))
    tables.place(out, files)
    return out / workbook
