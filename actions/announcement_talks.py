"""What those who got an announcement ask its sender: a talk between the two."""

from datetime import datetime

from actions.ports import Begin, Work
from actions.telling import clean, tell
from domain.announcements import LONGEST_TEXT, Announcement
from domain.errors import BadInput, NotFound
from domain.notices import Event, Message
from domain.people import Person
from domain.talks import Talk, TalkLine


async def ask_sender(announcement: str, question: str | None, *, by: Person, begin: Begin, at: datetime) -> Talk:
    """Put a question about it to its sender, as a talk between the two; more questions go on in that talk.

    Raises:
        NotFound: it was not sent to them.
        BadInput: there is no question.
    """
    words = clean(question)
    if words is None:
        raise BadInput(field="comment", lowest=1, highest=LONGEST_TEXT)
    async with begin() as work:
        found = await work.announcements.get_locked(announcement)
        if await work.announcements.find_reader(announcement, by.code) is None:
            raise NotFound(id=announcement)
        talk = await _talk_about(work, found, by, at=at)
        lines = await work.talks.lines(talk.id)
        if not lines or (lines[-1].person, lines[-1].words) != (by.code, words):
            nth = len(lines) + 1
            await work.talks.put_line(TalkLine(talk=talk.id, nth=nth, person=by.code, words=words, at=at))
            card = Message(view="talk", subject=talk.subject, values={"line": nth})
            await tell(work, "announcement.asked", [found.sender], card, occasion=f"{talk.id}:{nth}", at=at)
        return talk


async def _talk_about(work: Work, announcement: Announcement, by: Person, *, at: datetime) -> Talk:
    for each in await work.talks.live():
        if (each.person, each.about) == (by.code, announcement.read_as):
            return each
    number, about = await work.talks.next_id(), announcement.read_as
    talk = Talk(id=number, person=by.code, asked=(announcement.sender,), created_at=at, about=about)
    await work.talks.add(talk)
    await work.events.put(Event(subject=talk.subject, what="asked-for-human", person=by.code, at=at))
    return talk
