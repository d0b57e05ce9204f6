"""Old Word files (doc) become docx by LibreOffice; many are something else by their bytes."""

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from analysis.codebook.reasons import reason
from analysis.documents.docx import read_docx
from analysis.documents.formats import DOC, DOCX, HTML, RTF, WORD_XML, require
from analysis.documents.html import read_html
from analysis.documents.parts import Part
from analysis.errors import UnreadableError

PROGRAM = "soffice"
SECONDS = 180


def read_doc(content: bytes) -> list[Part]:
    """Read an old Word file, or the web page, docx or rtf that bears its ending.

    Parameters
    ----------
    content : bytes

    Raises
    ------
    UnreadableError
        When the bytes are something else, are damaged or ask for a password, or LibreOffice is
        needed and missing.
    """
    found = require(content, {DOC, DOCX, HTML, RTF, WORD_XML}, "a Word file (doc)")
    readers = {HTML: read_html, DOCX: read_docx}
    if found in readers:
        return readers[found](content)
    if found == RTF and not content.rstrip(b"\0 \r\n").endswith(b"}"):
        raise UnreadableError(reason("rtf_cut_off"))
    return read_docx(_as_docx(content))


def _as_docx(content: bytes) -> bytes:
    program = shutil.which(PROGRAM)
    if not program:
        raise UnreadableError(reason("no_libreoffice"))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "report.doc").write_bytes(content)
        _run(program, folder)
        made = folder / "report.docx"
        if not made.exists():
            raise UnreadableError(reason("doc_damaged"))
        return made.read_bytes()


def _run(program: str, folder: Path) -> None:
    """Convert the file in a folder; a profile of its own lets several run side by side."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [program, profile, "--headless", "--norestore", "--convert-to", "docx"]
    process = subprocess.Popen(
        [*command, "--outdir", folder, folder / "report.doc"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        process.wait(SECONDS)
    except subprocess.TimeoutExpired as error:
        # The program is a script that starts another, so that all of its group have to go.
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        raise UnreadableError(reason("doc_too_slow", seconds=SECONDS)) from error
