"""Announcements in their main states, as their sender follows them and as they are read."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from domain.announcements import Announcement, AnnouncementStatus, Piece, Reader
from tests.dialogs.cards.sample import Sample
from tests.dialogs.cards.shelf import Shelf
from tests.factories import NOW

S = AnnouncementStatus
FRIDAY = datetime(2022, 3, 18, 8, 0, tzinfo=UTC)
DRAFT = Announcement(
    id="I-2022-0001",
    sender="PL1",
    created_at=NOW,
    pieces=(
        Piece(
            audience="principal",
            words="Från 1 april kan ni avropa vaktmästare i tjänstekatalogen.",
            affects="Du godkänner beställningar över gränsen i er överenskommelse.",
        ),
        Piece(audience="service_employee", words="Från 1 april kommer fler uppdrag från skolorna."),
        Piece(audience="unions", words="Piloten utökas den 1 april. Uppdragsbeskrivningen är den ni har sett."),
    ),
)
SENT = replace(DRAFT, status=S.SENT, sent_at=NOW - timedelta(hours=1))
READERS = (
    Reader(announcement="I-2022-0001", recipient="REK1", audience="principal", read_at=NOW),
    Reader(announcement="I-2022-0001", recipient="REK2", audience="principal"),
    Reader(announcement="I-2022-0001", recipient="SER1", audience="service_employee"),
    Reader(announcement="I-2022-0001", recipient="recipient:unions", audience="unions"),
)
REACHED = frozenset({"REK1", "REK2", "recipient:unions"})


def announced(held: Announcement, reader: str = "PL1", view: str = "announcement", **values: bool) -> Sample:
    """Return *held* as *reader* sees it."""
    shelf = Shelf(announcements=(held,), readers=READERS if held.sent_at else (), reached=REACHED)
    return Sample(view=view, reader=reader, subject=f"{view}:{held.id}", values=values, shelf=shelf)


def listing(reader: str, *, count: int = 1) -> Sample:
    """Return the list of *reader*: the sent one as often as told, a draft, and one that waits for approval."""
    draft = replace(DRAFT, id="I-2022-0020", pieces=DRAFT.pieces[1:])
    asked = replace(DRAFT, id="I-2022-0021", status=S.ASKED, approver="AGA1", sender="SAM1")
    sent = [replace(SENT, id=f"I-2022-{nth:04d}") for nth in range(count, 0, -1)]
    readers = tuple(replace(each, announcement=one.id) for one in sent for each in READERS)
    shelf = Shelf(announcements=(draft, asked, *sent), readers=readers, reached=REACHED)
    return Sample(view="announcements", reader=reader, shelf=shelf)


ANNOUNCED: Mapping[str, Sample] = {
    "announcements-own": listing("PL1"),
    "announcements-sent": listing("REK2"),
    "announcement-draft": announced(DRAFT),
    "announcement-approval": announced(replace(DRAFT, status=S.ASKED, approver="AGA1"), "AGA1"),
    "announcement-sent": announced(SENT),
    "announcement-information": announced(SENT, "REK2", "information"),
    "announcement-read": announced(SENT, "REK1", "information"),
}
RARER: Mapping[str, Sample] = {
    "announcements-many": listing("PL1", count=12),
    "announcements-to-approve": listing("AGA1"),
    "announcements-none": listing("KON11"),
    "announcement-asked": announced(replace(DRAFT, status=S.ASKED, approver="AGA1")),
    "announcement-approved": announced(replace(DRAFT, approver="AGA1", approved_at=NOW)),
    "announcement-scheduled": announced(replace(DRAFT, status=S.SCHEDULED, send_at=FRIDAY, units=("PV1", "PV2"))),
    "announcement-recalled": announced(replace(SENT, status=S.RECALLED, recalled_at=NOW)),
    "announcement-discarded": announced(replace(DRAFT, status=S.RECALLED, recalled_at=NOW)),
    "announcement-reminder": announced(SENT, "SER1", "information", reminder=True),
    "announcement-gone": announced(replace(SENT, status=S.RECALLED, recalled_at=NOW), "REK2", "information"),
    "announcement-of-a-coordinator": announced(replace(DRAFT, sender="SAM1", units=("PV1",)), "SAM1"),
}
