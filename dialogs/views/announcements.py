"""The views of an announcement: for its sender and who approves it, and for those whom it was sent to."""

from collections.abc import Sequence
from datetime import timedelta

from actions.announcements import APPROVERS, READ, SEND, announcement_reach, audiences_for
from dialogs.cards.announcement import (
    BETWEEN,
    EVERYWHERE,
    AnnouncementFacts,
    InformationFacts,
    ReachLine,
    announcement_card,
    information_card,
)
from dialogs.cards.elements import Shown
from dialogs.views.asked import Asked, Hidden
from domain.announcements import Announcement, AnnouncementStatus
from domain.people import Role
from texts import has, say
from texts.format import listed, local_day, moment

SENT_EACH_SECOND = 10
LEAST_GOING = timedelta(seconds=30)
"""How fast it goes out at least; whoever has not got it by then can't be reached for now."""
SHOWN = frozenset({AnnouncementStatus.SENT, AnnouncementStatus.RECALLED})


async def show_announcement(asked: Asked) -> Shown:
    """Return it as its sender follows it, or as who was asked approves it."""
    held = await asked.work.announcements.get(asked.id)
    reader = asked.reader.code
    if reader not in {held.sender, held.approver}:
        raise Hidden
    outside = await asked.work.announcements.outside()
    names = {code: audience_name(code, asked.language) for code in (*Role, *outside)}
    people = await asked.names([held.sender, held.approver or ""])
    reach = await _reach(asked, held, names)
    facts = AnnouncementFacts(
        announcement=held,
        names=names,
        units=_units(asked, held),
        sender=people.get(held.sender, ""),
        approver=people.get(held.approver or "", ""),
        is_sender=reader == held.sender,
        may_approve=reader == held.approver,
        audiences=[(code, names[code]) for code in audiences_for(asked.reader, tuple(outside), asked.catalogue)],
        approvers=await _approvers(asked),
        places=_places(asked, held),
        reach=reach,
        is_going=_is_going(asked, held, reach),
    )
    return announcement_card(facts, asked.frame(held.version))


def audience_name(code: str, language: str) -> str:
    """Return what an audience is called: those who hold a role, or who is outside Teams."""
    key = f"audience-{code.replace('_', '-')}"
    return say(key if has(key) else f"recipient-{code}", language) if has(key) or has(f"recipient-{code}") else code


def _units(asked: Asked, held: Announcement) -> str:
    if not held.units:
        return say("announcement-all-units", asked.language)
    units = asked.catalogue.units
    return listed([units[code].name.of(asked.language) for code in held.units if code in units], asked.language)


def _places(asked: Asked, held: Announcement) -> list[tuple[str, str]]:
    """Return what it can be for: all that the reader may write to, each unit of that, and what it is for now."""
    units = {code: unit.name.of(asked.language) for code, unit in asked.catalogue.units.items()}
    mine = {code: name for code, name in units.items() if asked.allows(SEND, unit=code)}
    if asked.allows(SEND):
        whole = {EVERYWHERE: say("announcement-all-units", asked.language)}
    else:
        whole = {BETWEEN.join(asked.reader.units): listed(list(mine.values()), asked.language)}
    now = {BETWEEN.join(held.units): _units(asked, held)} if held.units else {}
    return list({**whole, **mine, **now}.items())


async def _approvers(asked: Asked) -> list[tuple[str, str]]:
    found = {each.code: each.name for role in APPROVERS for each in await asked.work.people.with_role(role)}
    found.pop(asked.reader.code, None)
    return list(found.items())


async def _reach(asked: Asked, held: Announcement, names: dict[str, str]) -> Sequence[ReachLine]:
    if held.sent_at is None:
        return ()
    reach = await announcement_reach(held, asked.work)
    people = await asked.names([code for each in reach for code in each.unread])
    return [
        ReachLine(
            name=names.get(each.audience, each.audience),
            sent=each.sent,
            reached=each.reached,
            read=each.read,
            unread=tuple(people.get(code, code) for code in each.unread),
            is_outside=each.audience not in set(Role),
        )
        for each in reach
    ]


def _is_going(asked: Asked, held: Announcement, reach: Sequence[ReachLine]) -> bool:
    """Tell whether it was sent so lately that those who have not got it still may."""
    if held.status is not AnnouncementStatus.SENT or held.sent_at is None:
        return False
    everybody = sum(each.sent for each in reach)
    within = LEAST_GOING + timedelta(seconds=everybody / SENT_EACH_SECOND)
    return sum(each.reached for each in reach) < everybody and asked.at - held.sent_at < within


async def show_information(asked: Asked) -> Shown:
    """Return it as the reader's audience reads it; who was not sent it sees nothing."""
    held = await asked.work.announcements.get(asked.id)
    theirs = await asked.work.announcements.find_reader(held.id, asked.reader.code)
    piece = held.piece_for(theirs.audience) if theirs else None
    if theirs is None or piece is None or held.status not in SHOWN or not asked.allows(READ, is_own=True):
        raise Hidden
    names = await asked.names([held.sender])
    read = moment(theirs.read_at, asked.language, local_day(asked.at)) if theirs.read_at else ""
    facts = InformationFacts(
        announcement=held,
        piece=piece,
        sender=names.get(held.sender) or say("person-unknown", asked.language),
        read=read,
        is_reminder=bool(asked.value("reminder")),
    )
    return information_card(facts, asked.frame(held.version))
