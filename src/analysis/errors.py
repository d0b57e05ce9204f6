"""One tree of errors: what went wrong, where, and what to do about it.

A breach in a *report* is data and never an exception. These errors are for files that cannot
be taken in (`DocumentError`, listed in ``reports.csv`` while the other reports go on) and for
breaches in the project itself (`CodebookError`, `TableError`, `DecisionError`, `NotebookError`,
`SiteError`), which stop the run, as `BusyError` does while another run is going on.
"""


class AnalysisError(Exception):
    """Root of every error that this package raises on purpose."""


class DocumentError(AnalysisError):
    """A file cannot become a report; the message is the reason shown to the user."""


class UnreadableError(DocumentError):
    """The bytes are not text of a format that is read."""


class UnrecognisedError(DocumentError):
    """The text is readable, but is not an annual report whose body and year can be told."""


class CodebookError(AnalysisError):
    """A codebook file breaks its schema or contradicts itself."""


class TableError(AnalysisError):
    """A table breaks the data dictionary and is not written."""


class DecisionError(AnalysisError):
    """A decision made by hand expects what is no longer there."""


class NotebookError(AnalysisError):
    """A notebook cannot be run with the parameters given, or failed while running."""


class SiteError(AnalysisError):
    """A folder holds something else than a site and is not replaced."""


class BusyError(AnalysisError):
    """Another run is writing."""
