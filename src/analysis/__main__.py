"""The command line: ``python -m analysis`` with run, status, or one step of a run.

What is heavy is imported by the command that needs it: a run with nothing to do is over at once.
"""

import sys
from pathlib import Path
from typing import Annotated

import typer

from analysis import paths, rerun
from analysis.errors import AnalysisError, BusyError
from analysis.rerun import Code, alone

app = typer.Typer(
    help=__doc__, no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False
)


@app.command()
def run(
    jobs: Annotated[int, typer.Option(help="Processes at a time, -1 for one per core.")] = -1,
) -> None:
    """Do again what changed: reports to tables, tables to the site; the README has its statuses."""
    done = rerun.run(jobs)
    for line in done.lines:
        typer.echo(line)
    typer.echo(f"Open {paths.SITE / 'index.html'}")
    raise typer.Exit(done.code)


@app.command()
def status() -> None:
    """Say what stands, how the last run ended, whether one is going on and whether one is due."""
    for line in rerun.status():
        typer.echo(line)


@app.command()
def build(
    raw: Annotated[Path, typer.Option(help="Folder of reports.")] = paths.RAW,
    out: Annotated[Path, typer.Option(help="Folder for the tables.")] = paths.PROCESSED,
    jobs: Annotated[int, typer.Option(help="Processes at a time, -1 for one per core.")] = -1,
) -> None:
    """Read the reports and write the processed tables; status 3 when some could not be read."""
    from analysis.pipeline import build as write_tables

    with alone("build"):
        intakes = write_tables(raw, out, jobs)
    listed = [intake for intake in intakes if intake.status != "read"]
    typer.echo(f"{len(intakes) - len(listed)} of {len(intakes)} files read; tables in {out}")
    for intake in listed:
        typer.echo(f"{intake.status}: {intake.file}: {intake.reason}", err=True)
    missing = any(intake.is_missing for intake in listed)
    raise typer.Exit(Code.UNREAD if missing else Code.FINE)


@app.command()
def publish(
    processed: Annotated[Path, typer.Option(help="Folder of the tables.")] = paths.PROCESSED,
    site: Annotated[Path, typer.Option(help="Folder for the site.")] = paths.SITE,
    jobs: Annotated[int, typer.Option(help="Processes at a time, -1 for one per core.")] = -1,
) -> None:
    """Run the notebooks for what is in the tables and write the site; status 4 when some failed."""
    from analysis.publishing import publish as write_site

    with alone("publish"):
        done = write_site(processed, site, jobs=jobs)
    typer.echo(f"{len(done.due)} pages run; open {site / 'index.html'}")
    for stem, error in done.failed.items():
        typer.echo(f"failed: {stem}: {error}", err=True)
    raise typer.Exit(Code.FAILED if done.failed else Code.FINE)


@app.command()
def review(
    processed: Annotated[Path, typer.Option(help="Folder of the tables.")] = paths.PROCESSED,
) -> None:
    """List what deserves a look first, each with its place in the clean text and its words."""
    from analysis import tables
    from analysis.review import review as to_review

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
    from analysis.dataset import release

    with alone("package"):
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
        sys.exit(Code.BUSY if isinstance(error, BusyError) else Code.ERROR)


if __name__ == "__main__":
    main()
