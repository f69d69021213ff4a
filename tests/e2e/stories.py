"""Stories that people play at once: each is about a place of its own, and goes on whatever goes wrong around it.

A person here does what a person does: looks at the card, presses, looks again when nothing came of it. What was
acknowledged is never done again; all that was tried and acknowledged stands in the ledger.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from time import monotonic
from typing import Protocol

from tests.e2e.chats import Chat, Said
from tests.e2e.ledger import Entry, Ledger
from tests.e2e.town import Answer, Town

PATIENCE_SECONDS = 240.0
LOOK_SECONDS = 2.0
DONE = "Okej."
"""How long somebody waits for a card before they wonder whether it will ever come."""
REQUESTER, PRINCIPAL, COORDINATOR, EMPLOYEE = "requester", "principal", "coordinator", "employee"
SECOND = "second"
"""Who shares the work of the employee."""
DONE_BY_WORDS = frozenset({"assignment.accept", "assignment.decline"})
"""What an employee can say as well, where no card came."""
GIVING = frozenset({"assignment.offer", "assignment.assign", "assignment.split", "standing.assign"})


class Refused(AssertionError):
    """A press was answered with a no where the story has none."""


@dataclass(frozen=True, kw_only=True)
class Step:
    """One thing that one of the cast does: says `words` (no verb), or presses `verb` on the newest card that has it.

    The card is known by `on` beside its button, by default by the place. An answer in words instead of a card is good
    when `answer` stands in it. With `to_another` work is given to somebody else than the one before. A
    `is_repeatable` step has its effect each time it is taken, also when nobody learnt of the first. Words that
    `may_name_place` are answered with it or not, as the others leave it. `button` is what the button says,
    where several have the verb.
    """

    who: str
    verb: str = ""
    words: str = ""
    on: tuple[str, ...] = ("{place}",)
    inputs: Mapping[str, str] = field(default_factory=dict)
    answer: str = ""
    to_another: bool = False
    is_repeatable: bool = False
    may_name_place: bool = False
    button: str = ""


class Trouble(Protocol):
    """What goes wrong around a story."""

    async def strike(self, step: Step, doing: "asyncio.Task[Answer]") -> None:
        """Do harm while *doing* is under way, if this step is one to harm."""
        ...

    async def over(self) -> None:
        """Return when the desk can be reached again."""
        ...

    async def find_again(self, who: str, place: str, step: Step) -> str:
        """Return what a person says who will never be shown the card for *step*; nothing while it is still to come."""
        ...


class Calm:
    """No trouble at all."""

    async def strike(self, step: Step, doing: "asyncio.Task[Answer]") -> None:
        """Leave it alone."""

    async def over(self) -> None:
        """Return at once."""

    async def find_again(self, who: str, place: str, step: Step) -> str:  # noqa: ARG002  # as Trouble has it
        """Let everybody wait."""
        return ""


@dataclass(kw_only=True)
class Story:
    """A script played by a cast for one place, which is its key in the ledger.

    `employee` is who has the work; where nobody gives it to them, the cast says who takes it.
    """

    town: Town
    ledger: Ledger
    place: str
    cast: Mapping[str, str]
    steps: Sequence[Step]
    trouble: Trouble = field(default_factory=Calm)
    employee: str = ""
    employee_before: str = ""

    async def play(self) -> None:
        """Take each step until it is acknowledged."""
        for step in self.steps:
            await self._take(step)

    def who(self, step: Step) -> str:
        """Return the code of who takes *step*."""
        self.employee = self.employee or self.cast.get(EMPLOYEE, "")
        return self.employee if step.who == EMPLOYEE else self.cast[step.who]

    async def _take(self, step: Step) -> None:
        entry = Entry(
            place=self.place,
            who=self.who(step),
            role=step.who,
            verb=step.verb,
            is_repeatable=step.is_repeatable,
            is_about_place="{place}" in step.words,
            may_name_place=step.may_name_place,
        )
        self.ledger.open(entry)
        self.employee_before = self.employee
        while True:
            answer = await self._try(step, entry)
            if answer is None or self._is_good(step, answer):
                break
            # What was refused or never sent had no effect, and says nothing of an earlier try that nobody answered.
            entry.tries -= answer.is_old or answer.is_gone
            await self.trouble.over()
        entry.employee = self.employee
        entry.is_acknowledged = True

    async def _try(self, step: Step, entry: Entry) -> Answer | None:
        """Try once; None when the button is gone because an earlier try, that nobody answered, had its effect."""
        do = self._saying(step) if not step.verb else await self._pressing(step, entry)
        if do is None:
            return None
        entry.tries += 1
        doing = asyncio.ensure_future(do())
        await self.trouble.strike(step, doing)
        return await doing

    def _saying(self, step: Step) -> Callable[[], Awaitable[Answer]]:
        return lambda: self.town.say(self.who(step), step.words.format(place=self.place))

    async def _pressing(self, step: Step, entry: Entry) -> Callable[[], Awaitable[Answer]] | None:
        card = await self._card(step, entry)
        if card is None:
            return None
        inputs = {name: value.format(place=self.place) for name, value in step.inputs.items()}
        if step.verb in GIVING:
            inputs["person"] = self._chosen(step, card, entry)
            self.employee = inputs["person"]
        return lambda: self.town.try_to_press(self.who(step), card, step.button or step.verb, inputs)

    async def _card(self, step: Step, entry: Entry) -> Said | None:
        who, on = self.who(step), [each.format(place=self.place) for each in step.on]

        def look(chat: Chat) -> Said | None:
            return chat.with_verb(step.verb, *on)

        found = await self.town.glance(who, look)
        if found is not None or entry.tries:
            return found
        end = monotonic() + PATIENCE_SECONDS
        while (found := await self.town.glance(who, look, seconds=LOOK_SECONDS)) is None:
            assert monotonic() < end, f"{who} never saw {step.verb} for {self.place}\n{self.town.told(who)}"
            words = await self.trouble.find_again(who, self.place, step)
            if words and await self._ask(who, words, step, entry):
                return None
        return found

    async def _ask(self, who: str, words: str, step: Step, entry: Entry) -> bool:
        """Say *words* until they are heard; return whether they have done what the step is for."""
        self.ledger.asked[who] += 1
        while not (await self.town.say(who, words)).is_taken:
            await self.trouble.over()
        entry.tries += 1
        return step.verb in DONE_BY_WORDS

    def _chosen(self, step: Step, card: Said, entry: Entry) -> str:
        """Return who is to have the work: whoever was chosen at first, as a try that nobody answered may count."""
        offered = [each for each in card.choices("person") if not (step.to_another and each == self.employee_before)]
        assert offered, card.words
        return self.employee if entry.tries and self.employee in offered else offered[0]

    def _is_good(self, step: Step, answer: Answer) -> bool:
        """Tell whether the step was acknowledged; an old card is looked at again, any other no ends the proof."""
        if not answer.is_taken or answer.is_old:
            return False
        if step.verb and answer.card is None:
            said = str(answer.result.get("value", ""))
            # Where the card was sent, but a kill kept it from being known, nothing is said, or that it is done.
            if said not in {"", DONE} and not (step.answer and step.answer in said):
                raise Refused(f"{self.who(step)} pressed {step.verb} for {self.place}: {answer.result}")
        return True
