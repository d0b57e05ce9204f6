"""The command line: ``python -m analysis`` with build, review, publish, package or diff."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from analysis import paths, pipeline, tables
from analysis.errors import AnalysisError
from analysis.review import review as to_review

SOME_NOT_READ = 3
PAGES_FAILED = 4

app = typer.Typer(
    help=__doc__, no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False
)


@app.command()
def build(
    raw: Annotated[Path, typer.Option(help="Folder of reports.")] = paths.RAW,
    out: Annotated[Path, typer.Option(help="Folder for the tables.")] = paths.PROCESSED,
    jobs: Annotated[int, typer.Option(help="Processes at a time, -1 for one per core.")] = -1,
) -> None:
    """Read the reports and write the processed tables; status 3 when some could not be read."""
    intakes = pipeline.build(raw, out, jobs)
    listed = [intake for intake in intakes if intake.status != "read"]
    typer.echo(f"{len(intakes) - len(listed)} of {len(intakes)} files read; tables in {out}")
    for intake in listed:
        typer.echo(f"{intake.status}: {intake.file}: {intake.reason}", err=True)
    missing = any(intake.status != "duplicate" for intake in listed)
    raise typer.Exit(SOME_NOT_READ if missing else 0)


@app.command()
def publish(
    processed: Annotated[Path, typer.Option(help="Folder of the tables.")] = paths.PROCESSED,
    site: Annotated[Path, typer.Option(help="Folder for the site.")] = paths.SITE,
    jobs: Annotated[int, typer.Option(help="Processes at a time, -1 for one per core.")] = -1,
) -> None:
    """Run the notebooks for what is in the tables and write the site; status 4 when some failed."""
    from analysis.publishing import publish as write_site  # heavy: not needed to build

    done = write_site(processed, site, jobs=jobs)
    typer.echo(f"{len(done.due)} pages run; open {site / 'index.html'}")
    for stem, error in done.failed.items():
        typer.echo(f"failed: {stem}: {error}", err=True)
    raise typer.Exit(PAGES_FAILED if done.failed else 0)


@app.command()
def review(
    processed: Annotated[Path, typer.Option(help="Folder of the tables.")] = paths.PROCESSED,
) -> None:
    """List what deserves a look first, each with its place in the clean text and its words."""
    names = ("findings", "observations", "numerals", "passages")
    frames = {name: tables.read(processed, name) for name in names}
    for row in to_review(frames, tables.texts(processed)).itertuples():
        typer.echo(f"{row.kind}  {row.report_id}  {row.what}\n    {row.place}: {row.words}")


@app.command()
def package(
    processed: Annotated[Path, typer.Option(help="Folder of the tables.")] = paths.PROCESSED,
    out: Annotated[Path, typer.Option(help="Folder for the data set.")] = paths.DATASET,
) -> None:
    """Write the data set to hand on: CSV, Parquet, one workbook, texts and description."""
    from analysis.dataset import release  # heavy: not needed to build

    typer.echo(f"Data set in {out}; to look at: {release(processed, out)}")


@app.command()
def diff(
    processed: Annotated[Path, typer.Option(help="Folder of the tables.")] = paths.PROCESSED,
    since: Annotated[str, typer.Option(help="Revision of git to compare with.")] = "HEAD",
) -> None:
    """Say what changed in the tables since a revision: rows added, removed, changed, moved."""
    from analysis.dataset import compare, earlier, load, told

    with earlier(processed, since) as before:
        differences = compare(load(before), load(processed))
    for one in differences:
        typer.echo("\n".join(told(one)))
    if not differences:
        typer.echo(f"Nothing changed in {processed} since {since}")


def main() -> None:
    """Run the command line; errors of the project are told in one line."""
    try:
        app()
    except (AnalysisError, OSError) as error:
        typer.echo(f"{type(error).__name__}: {error}", err=True)
        sys.exit(1)


if __name__ == "__main__":
    main()
