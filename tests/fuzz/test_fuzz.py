"""Ten thousand made-up activities through the real edge, on both databases; each shard has a bot of its own.

Here the seed is always the same, so that a change is judged by what it changes; `VAKTIS_SEED=…` takes another, and the
soak a new one each time.
"""

import os

import pytest

from tests.fuzz.field import fielded, fire

SHOTS = 2500
USUAL_SEED = 3
SHARDS = [("postgresql", 0), *(("sqlite", number) for number in range(1, 4))]


def seed() -> int:
    return int(os.environ.get("VAKTIS_SEED") or USUAL_SEED)


@pytest.fixture
def url(request: pytest.FixtureRequest, database: str) -> str:
    """The address of a database of this test alone, with the example pilot."""
    return str(request.getfixturevalue(f"{database}_url"))


@pytest.mark.parametrize(("database", "shard"), SHARDS)
async def test_what_is_made_up_gets_an_answer_in_words_and_changes_nothing_when_refused(url: str, shard: int) -> None:
    number = seed()
    print(f"VAKTIS_SEED={number}")

    async with fielded(url) as field:
        failures = await fire(field, seed=number + shard, count=SHOTS)

    assert not failures, f"VAKTIS_SEED={number}, shard {shard}\n" + "\n".join(each.told() for each in failures)
    assert sum(field.outcomes.values()) >= SHOTS
