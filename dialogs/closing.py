"""Closing a request by its number, or a month: nobody does it by hand, so what closes it is told."""

from actions.ports import Begin
from actions.requests import read_request
from dialogs.turn import Reply, Turn, say, show
from dialogs.understanding.closing_words import closes_month, is_closing
from dialogs.work import finish_by_words
from domain.notices import Message
from domain.people import Role
from domain.requests import RequestStatus, ServiceRequest


async def close_by_words(turn: Turn, *, begin: Begin) -> Reply | None:
    """Answer "stäng ärende F-2022-0001"; who does the work finishes it. None for other words.

    Who wants a month closed is told that it closes by itself.

    Raises:
        RequestNotFound: there is none, or they may not see it.
    """
    if closes_month(turn.text):
        return Reply(messages=(say("close-month"),))
    number = turn.number
    if number is None or not is_closing(turn.text):
        return None
    if turn.person.has_role(Role.SERVICE_EMPLOYEE):
        return await finish_by_words(turn, begin=begin)
    request = await read_request(number, by=turn.person, catalogue=turn.catalogue, begin=begin)
    subject = f"request:{request.id}"
    return Reply(messages=(*_told(turn, request), show("request", subject)), state={"focus": subject})


def _told(turn: Turn, request: ServiceRequest) -> tuple[Message, ...]:
    if request.status is RequestStatus.DONE:
        return (say("close-is-done", request=request.id),)
    if not request.is_open:
        return ()
    party = turn.catalogue.parties.get(request.party or "")
    if request.status is RequestStatus.FORWARDED and party is not None and turn.person.has_role(Role.COORDINATOR):
        return (say("close-how-forwarded", request=request.id, party=party.code),)
    return (say("close-how", request=request.id),)
