"""The desk as the tests of its actions see it: the example pilot, with short words for what every test needs."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from itertools import count

from actions.assignments import accept_assignment, finish_assignment, offer_assignment, start_assignment
from actions.issues import Report, report_issue
from actions.orders import keep_draft, place_order
from actions.ports import Begin
from catalog.models import Catalogue
from domain.assignments import Assignment
from domain.notices import Event
from domain.people import Person
from domain.requests import OrderDraft, ServiceRequest
from tests.factories import NOW, a_draft, the_person

_drafts = count(1)


@dataclass(frozen=True, kw_only=True, slots=True)
class Desk:
    begin: Begin
    catalogue: Catalogue

    async def draft(self, who: str = "KON11", **but: object) -> OrderDraft:
        person = the_person(who)
        ordinary: dict[str, object] = {
            "id": f"draft-{next(_drafts)}",
            "person": who,
            "unit": next(iter(person.units), None),
            "hours": None,
        }
        draft = a_draft(**ordinary | but)
        return await keep_draft(draft, by=person, catalogue=self.catalogue, begin=self.begin)

    async def place(self, draft: OrderDraft, *, at: datetime = NOW, charged: str | None = None) -> ServiceRequest:
        return await place_order(
            draft.id,
            {},
            by=the_person(draft.person),
            catalogue=self.catalogue,
            begin=self.begin,
            at=at,
            charged_as_shown=charged,
        )

    async def order(self, who: str = "KON11", *, at: datetime = NOW, **but: object) -> ServiceRequest:
        return await self.place(await self.draft(who, **but), at=at)

    async def report(self, code: str, *, who: str = "KON11", unit: str = "PV1", note: str = "") -> ServiceRequest:
        return await report_issue(
            Report(unit=unit, object=code, note=note),
            by=the_person(who),
            catalogue=self.catalogue,
            begin=self.begin,
            at=NOW,
        )

    async def offer(self, request: ServiceRequest, person: str, *, by: Person, at: datetime = NOW) -> Assignment:
        return await offer_assignment(request.id, person, by=by, catalogue=self.catalogue, begin=self.begin, at=at)

    async def under_way(
        self, *, by: str = "SAM1", to: str = "SER1", **but: object
    ) -> tuple[ServiceRequest, Assignment]:
        """Return an order and its assignment, which *to* has begun."""
        request = await self.order(**but)  # type: ignore[arg-type]
        offered = await self.offer(request, to, by=the_person(by))
        await accept_assignment(offered.id, by=the_person(to), begin=self.begin, at=NOW)
        started = await start_assignment(offered.id, by=the_person(to), begin=self.begin, at=NOW)
        return await self.request(request.id), started

    async def done(self, hours: str = "0.5", **but: object) -> ServiceRequest:
        """Return an order that SER1 has done."""
        request, started = await self.under_way(**but)  # type: ignore[arg-type]
        await finish_assignment(started.id, Decimal(hours), by=the_person("SER1"), begin=self.begin, at=NOW)
        return await self.request(request.id)

    async def request(self, code: str) -> ServiceRequest:
        async with self.begin() as work:
            return await work.requests.get(code)

    async def assignment(self, code: str) -> Assignment:
        async with self.begin() as work:
            return await work.assignments.get(code)

    async def owed(self) -> list[tuple[str, str | None]]:
        """Return kind and recipient of every notice, oldest first."""
        async with self.begin() as work:
            return [(each.kind, each.recipient) for each in await work.outbox.list_notices()]

    async def events(self, subject: str) -> list[Event]:
        async with self.begin() as work:
            return list(await work.events.of_subject(subject))

    async def story(self, subject: str) -> list[str]:
        """Return what happened to *subject*, as the names of the events."""
        return [each.what for each in await self.events(subject)]
