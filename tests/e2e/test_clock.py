"""The clock is moved from the start day into June: every question and reminder comes once, on the right working day.

Whom and what to expect is read from the CSV files by plain code here, not by the product's; the days stand as dates.
"""

import csv
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime

from tests.e2e.chats import Chat
from tests.e2e.conftest import BuildTown
from tests.e2e.programs import PILOT
from tests.e2e.town import Town

END = "2022-06-01T00:00:00+02:00"
END_OF_APRIL = "2022-04-30T00:00:00+02:00"
SAME_NIGHT = "2022-06-01T05:00:00+02:00"
QUESTION_DAYS = {3: "2022-03-15", 4: "2022-04-19", 5: "2022-05-16"}
"""15 April 2022 is Good Friday, 18 April Easter Monday; 15 May is a Sunday."""
U1_DAYS = ["2022-04-29", "2022-05-17", "2022-05-24", "2022-05-27", "2022-05-30", "2022-05-31"]
"""30, 14, 7, 3, 1 and 0 days before 31 May; 1 May is a Sunday, 28 May a Saturday."""
U1 = "Uppföljningsrapport delår 1 2022"

Rows = list[dict[str, str]]


def rows_of(name: str) -> Rows:
    with (PILOT / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def expected_questions(end: str) -> Iterator[tuple[str, str, str]]:
    """Yield (day, person, question in the person's language): the highest priority of those that are for them."""
    questions = rows_of("questions")
    for person in rows_of("people"):
        roles = person["roles"].split("|")
        for month, day in QUESTION_DAYS.items():
            asked = [q for q in questions if q["audience"] in roles and str(month) in q["months"].split("|")]
            if asked and day < end:
                chosen = max(asked, key=lambda question: int(question["priority"]))
                yield day, person["code"], chosen[f"text_{person['language']}"]


def days_of(notices: Rows, kind: str, person: str = "") -> list[tuple[str, str]]:
    """Return (day sent, recipient) of the notices of a kind, in order."""
    found = [each for each in notices if each["kind"] == kind and person in {"", each["recipient"]}]
    assert all(each["status"] == "sent" for each in found), [each for each in found if each["status"] != "sent"]
    return sorted((each["sent_at"][:10], each["recipient"]) for each in found)


async def assert_questions_are_asked(town: Town, notices: Rows, end: str) -> None:
    expected = sorted(expected_questions(end))
    assert len({person for _, person, _ in expected}) == 50, "all but six people have a question"
    assert days_of(notices, "survey.question") == [(day, person) for day, person, _ in expected]
    assert {each["sent_at"][11:16] for each in notices if each["kind"] == "survey.question"} == {"15:00"}
    later = Counter(each["recipient"] for each in notices if each["kind"] in {"survey.reminder", "survey.result"})
    for person in sorted({person for _, person, _ in expected}):
        chat = await town.chat(person)
        questions = Counter(text for _, one, text in expected if one == person)
        shown = {text: sum(each.says(text) for each in chat.of_bot) for text in questions}
        assert sum(shown.values()) == questions.total() + later[person], chat.told()


def assert_u1_is_reminded_of(chat: Chat, reminders: Sequence[tuple[str, str]], end: str) -> None:
    """Hold the days of the reminders against the messages that stand in the chat of the project leader, in order."""
    messages = [each for each in chat.of_bot if "commitment" in str(each.card)]
    assert len(messages) == len(reminders), chat.told()
    days = [day for (day, _), message in zip(reminders, messages, strict=True) if message.says(U1)]
    assert days == [day for day in U1_DAYS if day < end], chat.told()


async def assert_all_is_told_once(town: Town, end: str) -> Rows:
    """Hold the questions and the reminders of U1 up to *end* against what was sent and what stands in the chats."""
    notices = await town.export("notices")
    await assert_questions_are_asked(town, notices, end)
    assert_u1_is_reminded_of(await town.chat("PL1"), days_of(notices, "commitment.reminder", "PL1"), end)
    return notices


async def test_each_question_and_reminder_comes_once_on_its_working_day(
    build_town: BuildTown, sqlite_address: str
) -> None:
    """Nobody has ever opened their chat, and no server runs: the command alone reaches everybody, and only once."""
    town = await build_town(sqlite_address, bots=0)

    await town.clock_to(END)

    notices = await assert_all_is_told_once(town, END)
    assert {each["status"] for each in notices} == {"sent"}
    await town.clock_to(SAME_NIGHT)
    assert await town.export("notices") == notices


async def test_the_clock_moves_beside_a_running_server(build_town: BuildTown, postgresql_address: str) -> None:
    """The server sees each moment too and could run the same slots; it must not double anything."""
    town = await build_town(postgresql_address)
    await town.open("REK1", "SER3", "PL1")

    await town.clock_to(END_OF_APRIL)

    notices = await assert_all_is_told_once(town, END_OF_APRIL)
    assert {each["status"] for each in notices} == {"sent"}
    assert await town.now() >= datetime.fromisoformat(END_OF_APRIL)
