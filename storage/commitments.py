"""The year wheel."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import bindparam, insert, select, update

from domain.commitments import Commitment, CommitmentStatus
from domain.errors import NotFound
from storage.pilot_tables import commitments
from storage.repository import Repository
from storage.rows import Row, value_of
from storage.statements import Statement, Upsert
from storage.tables import commitment_notes, snoozes

_SNOOZE = Upsert(
    snoozes,
    lambda row: row.on_conflict_do_update(index_elements=["commitment", "person"], set_={"until": row.excluded.until}),
)
_SNOOZED = Statement(
    select(snoozes.c.until).where(
        snoozes.c.commitment == bindparam("commitment"), snoozes.c.person == bindparam("person")
    )
)


_ALL = Statement(select(commitments))
_GET = Statement(select(commitments).where(commitments.c.code == bindparam("of")))


_NOTES = Statement(
    select(commitment_notes).where(commitment_notes.c.commitment == bindparam("of")).order_by(commitment_notes.c.id)
)


class Commitments(Repository):
    """Keeps how far each commitment has come, who sleeps on it, and what is said to be missing."""

    async def all(self) -> Sequence[Commitment]:
        """Return every commitment, by the day it is due, then code."""
        found = [_commitment(row) for row in await self._all(_ALL)]
        return sorted(found, key=lambda each: (each.due, each.code))

    async def get(self, commitment: str) -> Commitment:
        """Return it; raise NotFound when there is none."""
        row = await self._first(_GET, {"of": commitment})
        if row is None:
            raise NotFound(id=commitment)
        return _commitment(row)

    async def set_status(self, commitment: str, status: CommitmentStatus) -> None:
        """Set how far it has come; it outlives a load of the files."""
        await self._change(commitment, chosen_status=status)

    async def move_on(self, commitment: str, *, turn: date) -> None:
        """Let it be due on the next day of its rule; a move of the day before is over."""
        await self._change(commitment, turn=turn, moved_to=None)

    async def move(self, commitment: str, *, due: date) -> None:
        """Let it be due on another day, this time."""
        await self._change(commitment, moved_to=due)

    async def hand_over(self, commitment: str, person: str) -> None:
        """Let *person* answer for it."""
        await self._change(commitment, holder=person)

    async def assess(self, commitment: str, risk: str) -> None:
        """Let its risk be another, written as ``2x4``; it outlives a load of the files."""
        await self._change(commitment, chosen_risk=risk)

    async def _change(self, commitment: str, **values: object) -> None:
        if not await self._do(update(commitments).where(commitments.c.code == commitment).values(**values)):
            raise NotFound(id=commitment)

    async def snoozed_until(self, commitment: str, person: str) -> date | None:
        """Return the day on which *person* is reminded again, or None."""
        day: date | None = await self._scalar(_SNOOZED, {"commitment": commitment, "person": person})
        return day

    async def snooze(self, commitment: str, person: str, *, until: date) -> None:
        """Remind *person* no sooner than *until*; the latest word counts."""
        await self._do(_SNOOZE, {"commitment": commitment, "person": person, "until": until})

    async def note(self, commitment: str, person: str, text: str, *, at: datetime) -> None:
        """Keep what the person filled in as missing."""
        await self._do(insert(commitment_notes).values(commitment=commitment, person=person, text=text, at=at))

    async def notes_of(self, commitment: str) -> Sequence[tuple[str, str, datetime]]:
        """Return (person, text, moment), oldest first."""
        rows = await self._all(_NOTES, {"of": commitment})
        return [(row["person"], row["text"], row["at"]) for row in rows]


def _commitment(row: Row) -> Commitment:
    chosen = {"status": row["chosen_status"] or row["status"], "risk": row["chosen_risk"] or row["risk"]}
    if row["turn"] is None and row["moved_to"] is None:
        return value_of(Commitment, row, **chosen, first_due=None, ends_on=None)
    turn = row["turn"] or row["due"]
    days = {"due": row["moved_to"] or turn, "turn": turn, "first_due": row["due"], "ends_on": None}
    return value_of(Commitment, row, **chosen, **days)
