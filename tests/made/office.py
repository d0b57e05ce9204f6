"""Files as a word processor saves them in another format."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest
import zhplot

needs_office = pytest.mark.skipif(
    shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed"
)


def converted(files: dict[str, bytes], ending: str, folder: Path) -> dict[str, bytes]:
    """Word files, given by name, in the format of an ending, all in one go."""
    fonts = folder / "share" / "fonts"
    fonts.mkdir(parents=True)
    shutil.copy(next(Path(zhplot.__file__).parent.rglob("NotoSansSC*.ttf")), fonts)
    for name, content in files.items():
        (folder / f"{name}.docx").write_bytes(content)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    names = [f"{name}.docx" for name in files]
    command = ["soffice", profile, "--headless", "--convert-to", ending, *names]
    environment = {**os.environ, "XDG_DATA_HOME": str(folder / "share")}
    subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True)
    return {name: (folder / f"{name}.{ending}").read_bytes() for name in files}
