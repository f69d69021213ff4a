"""Every setting can be found by who needs it: in the example file, and in the help."""

import re
from pathlib import Path

from bot.__main__ import parser
from bot.settings import Settings, variable

EXAMPLE = Path(__file__).parents[2] / "deploy" / "env.example"


def test_the_example_file_names_every_setting_and_no_other() -> None:
    named = set(re.findall(r"^#?(VAKTIS_[A-Z_]+)=", EXAMPLE.read_text(encoding="utf-8"), re.MULTILINE))

    assert named == {variable(name) for name in Settings.model_fields}


def test_the_help_names_every_setting() -> None:
    serving = next(action.choices["serve"] for action in parser("serve")._actions if isinstance(action.choices, dict))
    told = parser().format_help() + serving.format_help()

    assert {variable(name) for name in Settings.model_fields} <= set(re.findall(r"VAKTIS_[A-Z_]+", told))
