"""A desk on a database of the test alone."""

import pytest

from actions.ports import Begin
from tests.actions.desk import Desk
from tests.factories import example_pilot


@pytest.fixture
def desk(begin: Begin) -> Desk:
    return Desk(begin=begin, catalogue=example_pilot().catalogue)
