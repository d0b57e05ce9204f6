"""What is said in two places says the same, and the contracts between the rooms hold."""

import ast
import os
import re
import runpy
import shutil
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from analysis.codebook.dictionary import dictionary

ROOT = Path(__file__).resolve().parents[1]
BIN = ROOT / ".venv" / "bin"
TOOL = runpy.run_path(str(ROOT / "tools" / "environment.py"))


def read(name):
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def project():
    return tomllib.loads(read("pyproject.toml"))["project"]


@pytest.fixture(scope="module")
def locked():
    """Locked requirements by name; a package may be there once for each Python it is needed on."""
    found = {}
    for line in TOOL["locked"](read("requirements.lock")):
        requirement = Requirement(line)
        found.setdefault(canonicalize_name(requirement.name), []).append(requirement)
    return found


def test_lock_gives_every_package_of_pyproject(project, locked):
    for line in project["dependencies"] + project["optional-dependencies"]["test"]:
        requirement = Requirement(line)
        versions = [str(r.specifier)[2:] for r in locked[canonicalize_name(requirement.name)]]
        assert versions, line
        assert all(version in requirement.specifier for version in versions), line


def test_lock_builds_the_project_itself(project):
    build = tomllib.loads(read("pyproject.toml"))["build-system"]["requires"]
    assert set(build) <= set(project["optional-dependencies"]["test"])


def imported(folder):
    """Names of the packages that the sources below a folder import."""
    for path in (ROOT / folder).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module] if isinstance(node, ast.ImportFrom) and not node.level else []
            yield from (name.split(".")[0] for name in names)


@pytest.mark.parametrize(
    ("folder", "extras"), [("src", []), ("benchmarks", []), ("tests", ["test"])]
)
def test_every_imported_package_is_asked_for(project, folder, extras):
    lines = project["dependencies"] + [
        line for extra in extras for line in project["optional-dependencies"][extra]
    ]
    asked = {canonicalize_name(Requirement(line).name) for line in lines} | {"analysis"}
    carriers = packages_distributions()
    foreign = set(imported(folder)) - sys.stdlib_module_names - {"analysis"}
    assert {
        n for n in foreign if not asked & set(map(canonicalize_name, carriers.get(n, [])))
    } == set()


def test_every_locked_package_has_a_hash():
    lock = read("requirements.lock")
    entries = re.findall(
        r"^[a-z].*==.*\n(?:    --hash=sha256:[0-9a-f]{64}.*\n)+", lock, re.MULTILINE
    )
    assert len(entries) == len(re.findall(r"^[^\s#]", lock, re.MULTILINE))


def test_environment_is_that_of_the_lock():
    assert read("environment.yml") == TOOL["environment"](read("requirements.lock"))


def test_environment_takes_packages_from_pip_and_python_from_conda(locked):
    *conda, pip = yaml.safe_load(read("environment.yml"))["dependencies"]
    assert conda == ["python=3.11", "pip"]
    assert pip["pip"][-1] == "-e ."
    assert {canonicalize_name(Requirement(line).name) for line in pip["pip"][:-1]} == set(locked)


@pytest.mark.parametrize("name", ["requirements.lock", "environment.yml"])
def test_lock_names_no_registry_and_no_folder(name):
    assert not re.search(r"://|--(extra-)?index|--find-links|(?<![\w<>=])/\w", read(name))


def test_page_of_the_dictionary_is_that_of_the_codebook():
    page = runpy.run_path(str(ROOT / "tools" / "dictionary.py"))["page"]()
    assert read("docs/dictionary.md") == page, "run `make dictionary`"
    assert page.count("\n## ") == len(dictionary()) + 1
    links = set(re.findall(r"\(#([\w-]+)\)", page))
    heads = re.findall(r"^#+ (.*)", page, re.MULTILINE)
    assert links and links <= {head.lower().replace(" ", "-") for head in heads}


def test_version_is_the_same_everywhere(project):
    assert yaml.safe_load(read("CITATION.cff"))["version"] == project["version"]
    assert re.search(r"^## (\S+),", read("CHANGES.md"), re.MULTILINE)[1] == project["version"]


def test_both_ways_of_continuous_integration_run_the_same_commands():
    steps = yaml.safe_load(read(".github/workflows/ci.yml"))["jobs"]["test"]["steps"]
    assert [step["run"] for step in steps[-2:]] == ["make test", "make test-slow"]
    assert read(".ci/run").splitlines()[-2:] == ["make test", "exec make test-slow"]
    assert (ROOT / ".ci" / "run").stat().st_mode & 0o111


def test_hooks_fetch_nothing():
    repositories = yaml.safe_load(read(".pre-commit-config.yaml"))["repos"]
    assert [repository["repo"] for repository in repositories] == ["local"]
    for hook in repositories[0]["hooks"]:
        assert hook["language"] == "system"
        assert shutil.which(hook["entry"].split()[0], path=f"{ROOT}:{os.environ['PATH']}")


@pytest.mark.parametrize(
    "name", ["README.md", "README.zh-CN.md", "CONTRIBUTING.md", ".pre-commit-config.yaml"]
)
def test_every_make_command_named_exists(name):
    targets = set(re.findall(r"^([a-z-]+):", read("Makefile"), re.MULTILINE))
    named = set(re.findall(r"(?:`|^|&& |entry: )make ([a-z-]+)", read(name), re.MULTILINE))
    assert named and named <= targets


@pytest.fixture
def sources(tmp_path):
    """Return a copy of the sources, to break contracts in."""
    shutil.copytree(ROOT / "src", tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path / "src"


def lint(sources):
    env = {"PYTHONPATH": str(sources), "PYTHONUTF8": "1"}
    command = [BIN / "lint-imports", "--no-cache"]
    return subprocess.run(command, cwd=sources.parent, env=env, capture_output=True, text=True)


def test_contracts_are_kept(sources):
    assert lint(sources).returncode == 0


@pytest.mark.parametrize(
    ("room", "line", "broken"),
    [
        ("figures", "import analysis.documents", "Charts know nothing of reading"),
        ("facts", "import analysis.documents", "Data goes one way through the rooms"),
        ("documents", "import pandas", "Reading knows nothing of data frames"),
        ("newcomer", "", "Data goes one way through the rooms"),
    ],
)
def test_contract_refuses(sources, room, line, broken):
    module = sources / "analysis" / room / "__init__.py"
    module.parent.mkdir(exist_ok=True)
    with module.open("a", encoding="utf-8") as end:
        end.write(f"\n{line}\n")
    done = lint(sources)
    assert done.returncode != 0
    assert f"{broken} BROKEN" in done.stdout


def test_every_room_is_introduced():
    rooms = (ROOT / "src" / "analysis").glob("[!_]*")
    names = {f"`{p.name}`" if p.is_file() else f"`{p.name}/`" for p in rooms}
    assert {name for name in names if name not in read("CONTRIBUTING.md")} == set()
