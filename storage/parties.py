"""The links by which parties answer, and what they have answered."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from sqlalchemy import and_, bindparam, func, insert, select

from domain.errors import NotFound
from domain.parties import IssueCount, PartyAnswer, PartyLink, PartyStep
from domain.requests import RequestKind
from storage.columns import Moment, OneOf
from storage.party_tables import party_answers, party_links
from storage.repository import Repository
from storage.rows import row_of, value_of
from storage.statements import Statement
from storage.tables import requests

_ADD_LINK = Statement(insert(party_links))
_LINK = Statement(select(party_links).where(party_links.c.hash == bindparam("key")))
_ADD_ANSWER = Statement(insert(party_answers))
_of_request = party_answers.c.request == bindparam("of")
_COUNT = Statement(select(func.count()).select_from(party_answers).where(_of_request))
_ANSWERS = Statement(select(party_answers).where(_of_request).order_by(party_answers.c.nth))

_WITHIN = and_(
    requests.c.kind == RequestKind.ISSUE,
    requests.c.unit.in_(bindparam("units", expanding=True)),
    # Nobody wants an issue at another time than now, so it counts when it was reported.
    requests.c.counts_at >= bindparam("start", type_=Moment),
    requests.c.counts_at < bindparam("end", type_=Moment),
)
_ALIKE = (requests.c.unit, requests.c.object, requests.c.is_open, requests.c.party, requests.c.deviation_of)
_COUNTED = Statement(select(*_ALIKE, func.count().label("count")).where(_WITHIN).group_by(*_ALIKE).order_by(*_ALIKE))
_RETURNED = Statement(
    select(party_answers.c.party, func.count(func.distinct(requests.c.id)).label("count"))
    .join(requests, requests.c.id == party_answers.c.request)
    .where(_WITHIN, party_answers.c.step == bindparam("step", type_=OneOf(PartyStep)))
    .group_by(party_answers.c.party)
)


class Parties(Repository):
    """Keeps what parties outside the desk may answer, and have answered."""

    async def put_link(self, link: PartyLink) -> None:
        """Keep the hash of a new link."""
        await self._do(_ADD_LINK, row_of(link))

    async def link(self, hash_of_token: str) -> PartyLink:
        """Return the link; raise NotFound when there is none."""
        row = await self._first(_LINK, {"key": hash_of_token})
        if row is None:
            raise NotFound(link=hash_of_token)
        return value_of(PartyLink, row)

    async def put_answer(self, answer: PartyAnswer) -> None:
        """Keep what a party said; the caller holds its request."""
        nth = int(await self._scalar(_COUNT, {"of": answer.request})) + 1
        await self._do(_ADD_ANSWER, row_of(answer) | {"nth": nth})

    async def answers(self, request: str) -> Sequence[PartyAnswer]:
        """Return what parties have said of the request, oldest first."""
        return [value_of(PartyAnswer, row) for row in await self._all(_ANSWERS, {"of": request})]

    async def counted(self, units: Collection[str], *, start: datetime, end: datetime) -> Sequence[IssueCount]:
        """Return how many issues of *units* were reported from *start* until *end*, those alike together."""
        rows = await self._all(_COUNTED, {"units": sorted(units), "start": start, "end": end})
        return [value_of(IssueCount, row) for row in rows]

    async def returned(self, units: Collection[str], *, start: datetime, end: datetime) -> Mapping[str, int]:
        """Return, by party, how many of those issues it has said are not its own."""
        values = {"units": sorted(units), "start": start, "end": end, "step": PartyStep.RETURNED}
        return {row["party"]: row["count"] for row in await self._all(_RETURNED, values)}
