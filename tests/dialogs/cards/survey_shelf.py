"""A wave, who was asked, and what can be shown of it, in memory."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from domain.notices import Progress
from domain.survey_results import AskedIn, Words
from domain.surveys import Question, Wave
from tests.factories import example_pilot

if TYPE_CHECKING:
    from tests.dialogs.cards.shelf import Shelf


@dataclass(kw_only=True)
class Surveys:
    wave: Wave | None
    asked: Mapping[str, str]
    answered: frozenset[str]
    answers: Mapping[str, Sequence[str]]
    counts: tuple[AskedIn, ...]
    said: tuple[Words, ...]
    gone: Progress

    @classmethod
    def of(cls, shelf: "Shelf") -> "Surveys":
        return cls(
            wave=shelf.wave,
            asked=shelf.asked,
            answered=shelf.answered,
            answers=shelf.answers,
            counts=shelf.asked_in,
            said=shelf.survey_words,
            gone=shelf.progress,
        )

    async def questions(self) -> Sequence[Question]:
        return example_pilot().questions

    async def find_wave(self, month: str) -> Wave | None:
        return self.wave if self.wave and self.wave.month == month else None

    async def progress(self, month: str, *, at: datetime) -> Progress:
        del month, at
        return self.gone

    async def find_asked(self, month: str, person: str) -> tuple[Question, bool] | None:
        code = self.asked.get(person) if self.wave and self.wave.month == month else None
        question = next((each for each in await self.questions() if each.code == code), None)
        return None if question is None else (question, person in self.answered)

    async def own_answer(self, month: str, question: str, *, key: str) -> str | None:
        """Return the one answer that there is: a sample has one reader."""
        del month, key
        return next(iter(self.answers.get(question, ())), None)

    async def asked_in(self, month: str) -> Sequence[AskedIn]:
        return [each for each in self.counts if each.month == month]

    async def results(self, month: str) -> Mapping[str, Sequence[str]]:
        return self.answers if self.wave and self.wave.month == month else {}

    async def words(self, question: str, *, month: str | None) -> Sequence[Words]:
        return [each for each in self.said if (each.question, each.month) == (question, month)]
