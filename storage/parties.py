"""The links by which parties answer, and what they have answered."""

from collections.abc import Sequence

from sqlalchemy import bindparam, func, insert, select

from domain.errors import NotFound
from domain.parties import PartyAnswer, PartyLink
from storage.party_tables import party_answers, party_links
from storage.repository import Repository
from storage.rows import row_of, value_of
from storage.statements import Statement

_ADD_LINK = Statement(insert(party_links))
_LINK = Statement(select(party_links).where(party_links.c.hash == bindparam("key")))
_ADD_ANSWER = Statement(insert(party_answers))
_of_request = party_answers.c.request == bindparam("of")
_COUNT = Statement(select(func.count()).select_from(party_answers).where(_of_request))
_ANSWERS = Statement(select(party_answers).where(_of_request).order_by(party_answers.c.nth))


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
