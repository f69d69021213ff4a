import pytest

from actions.ports import Begin
from tests.jobs.desk import Desk


@pytest.fixture
def desk(begin: Begin) -> Desk:
    return Desk(begin=begin)
