"""What no linter knows of how the house is built."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PACKAGES: tuple[str, ...] = tuple(PROJECT["tool"]["importlinter"]["root_packages"])
MODULE_LINES = 400
FUNCTION_LINES = 45
# Alembic writes them, and each stays as it was when it was applied.
MIGRATIONS = ROOT / "storage" / "migrations"
# The unit of work, and the driver whose commit it calls.
COMMITTERS = {ROOT / "storage" / "unit_of_work.py", ROOT / "storage" / "sqlite_driver.py"}
VAGUE_NAMES = {"utils", "helpers", "manager", "info", "service", "misc", "common"}

# Where sentences could slip in. The others: domain and storage have none by the other rules, catalog names faults of
# files by code, texts is where they belong, and the emulator is its own program.
SPEAKING = ("bot", "dialogs", "web", "jobs", "actions")
# What people may say is vocabulary, not a sentence of ours.
VOCABULARY = ROOT / "dialogs" / "understanding"
# argparse and OpenAPI: the command line and the API speak English to operators and developers, as code does.
HELP_ARGUMENTS = {"help", "description", "epilog", "metavar", "title", "summary"}
LOG_CALLS = {"debug", "info", "warning", "error", "exception", "critical", "log"}
# Raised for whoever wrote the call, never shown: the edge answers them with a reference number.
PROGRAMMER_ERRORS = {"ValueError", "TypeError", "RuntimeError", "NotImplementedError", "LookupError", "AssertionError"}
PATTERN_CALLS = {"compile"}
SWEDISH_LETTER = re.compile("[åäöÅÄÖ]")
SENTENCE = re.compile(r"\w+(?:[^\w.]+\w+){2,}.*[.?!…]\W*$", re.DOTALL)

GENERATED = {".git", *(line.strip("/*") for line in (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines())}
# Each with a bracket in it, so that this file does not name what it looks for.
REGISTRIES = (
    r"\bpypi\.[o]rg",
    r"python[h]osted\.org",
    r"npmjs\.[oc]",
    r"[d]eb\.debian",
    r"proxy\.[g]olang",
    r"\bcrates\.[i]o\b",
)
MACHINE_PATHS = (r"(?<![\w./-])/(?:[w]ork|[r]oot|[h]ome|[U]sers)/\w", r"/opt/[w]heels", r"/opt/[p]ypi")
ADDRESS_OR_PATH = re.compile("|".join(REGISTRIES + MACHINE_PATHS).encode())


def project_files(folder: Path = ROOT) -> Iterator[Path]:
    """Yield every file that is ours: all but what .gitignore names, so that it works without git too."""
    for path in sorted(folder.iterdir()):
        if path.name in GENERATED or path.name.endswith(".egg-info"):
            continue
        if path.is_dir():
            yield from project_files(path)
        else:
            yield path


MODULES = [path for path in project_files() if path.suffix == ".py" and not path.is_relative_to(MIGRATIONS)]
SPEAKING_MODULES = [
    path
    for path in MODULES
    if path.relative_to(ROOT).parts[0] in SPEAKING
    and not path.is_relative_to(VOCABULARY)
    and path != VOCABULARY.with_suffix(".py")
]


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


def code_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def tree_of(path: Path) -> ast.Module:
    return ast.parse(code_of(path))


def functions(node: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Yield each function in *node*, at any depth. No expression holds one, so none is looked into."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef):
            yield child
        if isinstance(child, ast.stmt | ast.excepthandler | ast.match_case):
            yield from functions(child)


def docstring_of(node: ast.AST) -> ast.expr | None:
    """Return the docstring's node, also of a constant that a string below it explains; else None."""
    body = getattr(node, "body", None)
    if not isinstance(body, list) or not body or not isinstance(body[0], ast.Expr):
        return None
    return body[0].value


def code_lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Return the lines from `def` to the end, less the docstring's."""
    lines = (function.end_lineno or function.lineno) - function.lineno + 1
    docstring = docstring_of(function)
    return lines - ((docstring.end_lineno or 0) - docstring.lineno + 1 if docstring is not None else 0)


def called(node: ast.Call) -> str:
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def is_said_elsewhere(node: ast.AST) -> bool:
    """Return whether the strings below *node* are for the log, a pattern, or for whoever wrote the code."""
    if isinstance(node, ast.Call):
        return called(node) in LOG_CALLS | PATTERN_CALLS | PROGRAMMER_ERRORS
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def wording(node: ast.JoinedStr) -> str:
    """Return an f-string's text with a word where a value goes."""
    return "".join(str(part.value) if isinstance(part, ast.Constant) else "x" for part in node.values)


def literals(node: ast.AST) -> Iterator[tuple[int, str]]:
    """Yield (line, text) of each string in *node* that a person could come to read."""
    if is_said_elsewhere(node):
        return
    if isinstance(node, ast.JoinedStr):
        yield node.lineno, wording(node)
    elif isinstance(node, ast.Constant):
        if isinstance(node.value, str):
            yield node.lineno, node.value
    else:
        for child in ast.iter_child_nodes(node):
            if not (isinstance(child, ast.keyword) and child.arg in HELP_ARGUMENTS):
                yield from literals(child)


def sentences(tree: ast.Module) -> list[tuple[int, str]]:
    found = literals(tree)
    return [(line, text) for line, text in found if SWEDISH_LETTER.search(text) or SENTENCE.search(text.strip())]


def test_every_package_at_the_root_is_held_by_the_import_contracts() -> None:
    folders = {path.parent.name for path in ROOT.glob("*/__init__.py")} - {"tests"}

    assert set(PACKAGES) == folders


def test_every_package_is_installed() -> None:
    installed = PROJECT["tool"]["setuptools"]["packages"]["find"]["include"]

    assert set(installed) == {*PACKAGES, *(f"{package}.*" for package in PACKAGES)}


def test_every_folder_with_code_in_a_package_is_a_package() -> None:
    inside = [path for path in MODULES if path.relative_to(ROOT).parts[0] in {*PACKAGES, "tests"}]

    assert {named(path.parent) for path in inside if not (path.parent / "__init__.py").exists()} == set()


def test_no_module_is_longer_than_the_limit() -> None:
    lengths = {named(path): len(code_of(path).splitlines()) for path in MODULES}

    assert {name: length for name, length in lengths.items() if length > MODULE_LINES} == {}


def test_no_function_is_longer_than_the_limit() -> None:
    lengths = [
        (f"{named(path)}:{function.lineno} {function.name}", code_lines(function))
        for path in MODULES
        for function in functions(tree_of(path))
    ]

    assert [(name, length) for name, length in lengths if length > FUNCTION_LINES] == []


def test_modules_are_named_by_what_they_hold() -> None:
    assert [named(path) for path in MODULES if path.stem in VAGUE_NAMES] == []


def test_only_the_unit_of_work_commits() -> None:
    others = [path for path in MODULES if path.relative_to(ROOT).parts[0] in PACKAGES and path not in COMMITTERS]
    commits = [
        f"{named(path)}:{node.lineno}"
        for path in others
        if "commit" in code_of(path)
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Attribute) and node.attr == "commit"
    ]

    assert commits == []


def test_no_sentence_lives_outside_the_texts() -> None:
    found = [f"{named(path)}:{line} {text!r}" for path in SPEAKING_MODULES for line, text in sentences(tree_of(path))]

    assert found == []


@pytest.mark.parametrize(
    "source",
    [
        'reply = "Tack"\nx = say("Nu är det klart")',
        'text = "Your order is placed."',
        'text = f"{name}, is that right?"',
        'raise DeskError("That service is not yours.")',
        'return_to("No one is free then!")',
    ],
)
def test_a_sentence_in_code_is_found(source: str) -> None:
    assert len(sentences(ast.parse(source))) == 1


@pytest.mark.parametrize(
    "source",
    [
        '"""What this module is about, at length."""',
        'LIMIT = 3\n"""Why it is three, and not four."""',
        'text = say("order-placed", name=name)',
        'log.info("turn handled without any fault.")',
        'parser.add_argument("--to", help="Move the clock to this moment.")',
        'raise ValueError(f"{moment} has no time zone.")',
        r'LINK = re.compile(r"(http|ftp|file):|www\.")',
        'VERBS = "order.place order.change order.drop"',
        'HOST = "smba.trafficmanager.net"',
    ],
)
def test_what_no_user_reads_is_no_sentence(source: str) -> None:
    assert sentences(ast.parse(source)) == []


@pytest.mark.parametrize("line", ["see py" + "pi.org/x", "in /wor" + "k/main", "url=/opt/whe" + "els"])
def test_a_registry_or_a_path_of_one_machine_is_found(line: str) -> None:
    assert ADDRESS_OR_PATH.search(line.encode())


def test_no_file_names_a_package_registry_or_a_path_of_one_machine() -> None:
    texts = {path: content for path in project_files() if b"\0" not in (content := path.read_bytes())}
    found = [
        f"{named(path)}:{number}"
        for path, text in texts.items()
        if ADDRESS_OR_PATH.search(text)
        for number, line in enumerate(text.splitlines(), 1)
        if ADDRESS_OR_PATH.search(line)
    ]

    assert found == []
