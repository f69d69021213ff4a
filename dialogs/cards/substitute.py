"""The card of a substitute: who approves instead, on which days; or the choice of one."""

from collections.abc import Sequence
from dataclasses import dataclass

from dialogs.cards.elements import GOOD, OVER, WARNING, Frame, Shown, Writer
from domain.substitutes import Substitution
from texts.format import near_day

MOST_CHOICES = 20


@dataclass(frozen=True, kw_only=True, slots=True)
class SubstituteFacts:
    """Who approves for whom. Without a `substitution` one of `choices`, (code, name), is to be chosen."""

    substitution: Substitution | None = None
    principal: str = ""
    substitute: str = ""
    is_own: bool = True
    may_end: bool = False
    choices: Sequence[tuple[str, str]] = ()


def substitute_card(facts: SubstituteFacts, frame: Frame) -> Shown:
    """Return the card by which a principal sees who approves instead, and by which that one sees that they may."""
    write = Writer(frame)
    held = facts.substitution
    heading = _heading(write, facts)
    write.heading(heading)
    if held is None:
        _choosing(write, facts)
        return write.finish(heading)
    if held.is_over:
        write.status(OVER, write.words("substitute-over"))
    elif facts.is_own:
        write.status(GOOD, write.words("substitute-told", name=facts.substitute))
    else:
        write.status(GOOD, write.words("substitute-you", name=facts.principal))
    write.row(write.words("substitute-who-label"), facts.substitute)
    write.row(write.words("absence-days"), _days(held, frame))
    if not held.is_over:
        write.hint(write.words("substitute-hint" if facts.is_own else "substitute-hint-you"))
    if facts.may_end:
        write.button("approval.back")
    return write.finish(f"{heading}: {facts.substitute}, {_days(held, frame)}")


def _heading(write: Writer, facts: SubstituteFacts) -> str:
    is_over = facts.substitution is not None and facts.substitution.is_over
    if facts.is_own:
        return write.words("substitute-heading-back" if is_over else "substitute-heading")
    key = "substitute-heading-you-back" if is_over else "substitute-heading-you"
    return write.words(key, name=facts.principal)


def _choosing(write: Writer, facts: SubstituteFacts) -> None:
    if not facts.choices:
        write.status(WARNING, write.words("substitute-nobody"))
        return
    choices = facts.choices[:MOST_CHOICES]
    today = write.frame.today.isoformat()
    with write.section(style="emphasis"):
        write.choice_input("person", write.words("substitute-choose"), choices, value=choices[0][0])
        write.date_input("date", write.words("absence-first"), today)
        write.date_input("last", write.words("absence-last"), today)
    write.hint(write.words("substitute-choose-how", name=choices[0][1].split()[0]))
    way = write.words("way-approval-substitute", name=choices[0][1])
    write.button("approval.substitute", style="positive", way=way)


def _days(held: Substitution, frame: Frame) -> str:
    first = near_day(held.first, frame.language, frame.today)
    return first if held.first == held.last else f"{first} – {near_day(held.last, frame.language, frame.today)}"
