"""Internal remarks: what those who do and plan the work write to each other about a request, and nobody else reads."""

from datetime import datetime

from actions.ports import Begin
from actions.requests import demand_read
from actions.telling import clean, coordinators_of, record, subject_of, tell
from catalog.models import Catalogue
from domain.errors import BadInput
from domain.notices import Message
from domain.people import Person
from domain.requests import ServiceRequest

ACTION = "request.internal_comment"
REMARKED = "remarked"
"""The event of a remark; its reason are the words."""


async def remark_on_request(
    request_id: str, words: str | None, *, by: Person, catalogue: Catalogue, begin: Begin, at: datetime
) -> ServiceRequest:
    """Add an internal remark to the story, and tell whoever has the work and the coordinators, but never the unit.

    Raises:
        BadInput: it is empty.
        RequestNotFound: there is none, or *by* may not see it.
        NotAllowed: *by* neither plans the work of the unit nor has this.
    """
    text = clean(words)
    if text is None:
        raise BadInput(field="comment", lowest="", highest="")
    async with begin() as work:
        request = await work.requests.get_locked(request_id)
        await demand_read(request, by, work=work, catalogue=catalogue)
        live = [each for each in await work.assignments.of_request(request.id) if each.is_live]
        is_own = by.code in {each.person for each in live}
        catalogue.permissions.demand(by, ACTION, unit=request.unit, is_own=is_own)
        story = await work.events.of_subject(subject_of(request))
        await record(work, request, request, REMARKED, by=by.code, at=at, reason=text)
        for each in live:
            await work.outbox.refresh(subject_of(each), at=at)
        concerned = [*(each.person for each in live), *await coordinators_of(work, request.unit)]
        others = [person for person in concerned if person != by.code]
        values = {"request": request.id, "by_person": by.code, "comment": text}
        message = Message(text="request-remarked", values=values)
        await tell(work, "request.remarked", others, message, occasion=f"{request.id}:{len(story) + 1}", at=at)
        return request
