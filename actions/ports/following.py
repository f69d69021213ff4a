"""Ports of what is followed up and scheduled: surveys, the year wheel, slots, shared settings."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Protocol

from domain.commitments import Commitment, CommitmentStatus
from domain.notices import Progress
from domain.survey_results import AskedIn, Closed, Given, Words
from domain.surveys import Question, Wave


class Surveys(Protocol):
    """Waves, who was asked, and answers that nobody can trace to a person."""

    async def questions(self) -> Sequence[Question]:
        """Return the whole rota."""
        ...

    async def put_question(self, question: Question) -> None:
        """Store the question in place of what it was, or as a new one after all others."""
        ...

    async def claim_wave(self, wave: Wave) -> bool:
        """Store the wave; False when the month has one."""
        ...

    async def open_waves(self) -> Sequence[Wave]:
        """Return the waves that are not closed, oldest first."""
        ...

    async def find_wave(self, month: str) -> Wave | None:
        """Return the wave of the month, or None."""
        ...

    async def progress(self, month: str, *, at: datetime) -> Progress:
        """Return how far the questions of *month* have come; they go out while any is due, or being sent."""
        ...

    async def find_wave_held(self, month: str) -> Wave | None:
        """Return it as `find_wave` does, held open until this transaction ends; others may hold it too."""
        ...

    async def ask(self, month: str, asked: Mapping[str, Question]) -> None:
        """Note what each person is asked in the wave, and in which words; the first question stands."""
        ...

    async def find_asked(self, month: str, person: str) -> tuple[Question, bool] | None:
        """Return what the person was asked, as it was asked, and whether they have answered, or None."""
        ...

    async def asked_in(self, month: str) -> Sequence[AskedIn]:
        """Return the questions of the wave with how many were asked and have answered, by code."""
        ...

    async def participants(self, month: str) -> Mapping[str, str]:
        """Return the question of each person who was asked in the wave."""
        ...

    async def mark_answered(self, month: str, person: str) -> None:
        """Note that the person has answered; not what."""
        ...

    async def unanswered(self, month: str) -> Sequence[str]:
        """Return the people who were asked and have not answered, by code."""
        ...

    async def put_answer(self, month: str, question: str, *, key: str, unit: str | None, answer: str) -> None:
        """Keep the answer under *key*, in place of an earlier one."""
        ...

    async def own_answer(self, month: str, question: str, *, key: str) -> str | None:
        """Return what was answered under *key*, or None."""
        ...

    async def add_words(self, month: str, question: str, *, key: str, words: str | None) -> bool:
        """Keep *words* beside the answer under *key*, in place of earlier ones; False when there is no answer."""
        ...

    async def closing(self, month: str) -> Sequence[Given] | None:
        """Return the answers of the wave, held so that none is added; None when it is closed or was never opened."""
        ...

    async def close_wave(self, month: str, closed: Sequence[Closed]) -> None:
        """Destroy the secret, keep of the answers what *closed* says under new keys, and forget who answered."""
        ...

    async def show_waiting_words(self) -> None:
        """Let the words of small groups be shown, together, of each question of which enough have come."""
        ...

    async def words(self, question: str, *, month: str | None) -> Sequence[Words]:
        """Return what was said of *question* and can be shown: in *month*, or with None at some time or other."""
        ...

    async def results(self, month: str) -> Mapping[str, Sequence[str]]:
        """Return the answers per question, sorted."""
        ...


class Commitments(Protocol):
    """The year wheel."""

    async def all(self) -> Sequence[Commitment]:
        """Return every commitment, by due date."""
        ...

    async def get(self, commitment: str) -> Commitment:
        """Return the commitment; raise NotFound when there is none."""
        ...

    async def set_status(self, commitment: str, status: CommitmentStatus) -> None:
        """Keep how far it has come."""
        ...

    async def move_on(self, commitment: str, *, turn: date) -> None:
        """Let it be due on the next day of its rule; a move of the day before is over."""
        ...

    async def move(self, commitment: str, *, due: date) -> None:
        """Let it be due on another day, this time."""
        ...

    async def hand_over(self, commitment: str, person: str) -> None:
        """Let *person* answer for it."""
        ...

    async def assess(self, commitment: str, risk: str) -> None:
        """Let its risk be another, written as ``2x4``."""
        ...

    async def snoozed_until(self, commitment: str, person: str) -> date | None:
        """Return until when the person wants no reminder of it, or None."""
        ...

    async def snooze(self, commitment: str, person: str, *, until: date) -> None:
        """Remind the person no sooner than *until*."""
        ...

    async def note(self, commitment: str, person: str, text: str, *, at: datetime) -> None:
        """Keep what the person filled in as missing."""
        ...

    async def notes_of(self, commitment: str) -> Sequence[tuple[str, str, datetime]]:
        """Return (person, text, moment) of what was filled in, oldest first."""
        ...


class Slots(Protocol):
    """Which slots of scheduled jobs have been run."""

    async def claim(self, job: str, slot: str, *, at: datetime) -> bool:
        """Take the slot; False when it was taken, here or on another replica."""
        ...

    async def finish(self, job: str, slot: str, *, at: datetime, outcome: str) -> None:
        """Note how the slot went."""
        ...

    async def last(self, job: str) -> str | None:
        """Return the latest slot of the job, or None."""
        ...

    async def all(self) -> Sequence[tuple[str, str, datetime, str | None]]:
        """Return (job, slot, started, outcome), newest first, at most a few hundred."""
        ...


class Settings(Protocol):
    """Small values that all processes share."""

    async def find(self, name: str) -> str | None:
        """Return the value, or None."""
        ...

    async def starting(self, prefix: str) -> Mapping[str, str]:
        """Return the values whose names start with *prefix*, by the rest of their names."""
        ...

    async def put(self, name: str, value: str) -> None:
        """Store the value in place of an earlier one."""
        ...

    async def put_if_absent(self, name: str, value: str) -> str:
        """Store *value* unless there is one; return what is stored."""
        ...
