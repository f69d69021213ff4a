"""Searching the catalogue while typing: for an input of a card, and for the card that is put in any chat.

Nothing is written by it, so a search that comes twice is answered twice.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from actions.ports import Begin, Work
from bot.clock import DeskClock
from bot.knowledge import Shelf
from bot.people import find_known, language_of
from bot.wire import CARD, JsonObject, as_object
from catalog.models import Catalogue, Service
from catalog.search import index_of
from dialogs.cards.order import SERVICES
from dialogs.present import present
from dialogs.turn import show
from domain.people import Person
from texts import say
from texts.format import hours, money

RESULTS = "application/vnd.microsoft.search.searchResponse"
PREVIEW = "application/vnd.microsoft.card.thumbnail"
COMMAND = "catalogue"
MOST_CHOICES, MOST_CARDS = 15, 8
FURTHEST = 10_000
OK = 200


@dataclass(frozen=True, kw_only=True, slots=True)
class Reader:
    """Who searches, when, in which catalogue; in a transaction that only reads."""

    work: Work
    person: Person
    catalogue: Catalogue
    at: datetime


class Searches:
    """Answers the invokes of a search, in the form that Teams asks for."""

    def __init__(self, *, begin: Begin, clock: DeskClock, shelf: Shelf, sign: Callable[[str, str, int], str]) -> None:
        self._begin = begin
        self._clock = clock
        self._shelf = shelf
        self._sign = sign

    async def choices(self, value: object, *, aad_object_id: str | None) -> JsonObject:
        """Return the services that fit what is typed in an input, of those that the person's units can order.

        Another data set, and somebody unknown, get no choices.
        """
        asked = as_object(value)
        async with self._begin() as work:
            reader = await self._reader(work, aad_object_id)
            found = _fitting(reader, asked) if reader and asked.get("dataset") == SERVICES else []
        results = [{"value": each.code, "title": each.name.of(reader.person.language)} for each in found if reader]
        return {"statusCode": OK, "type": RESULTS, "value": {"results": results}}

    async def cards(self, value: object, *, aad_object_id: str | None, locale: str) -> JsonObject:
        """Return the services that fit what is typed beside a chat, each with the card that is put into it."""
        query = _written(value)
        async with self._begin() as work:
            reader = await self._reader(work, aad_object_id)
            if reader is None:
                return _told(say("search-unknown", language_of(locale, otherwise="sv")))
            skip, most = _window(as_object(value), "count", MOST_CARDS)
            codes = index_of(reader.catalogue).search(query, limit=skip + most)[skip:]
            found = [await self._attachment(reader, reader.catalogue.services[code]) for code in codes]
        return _listed(found) if found else _told(say("search-nothing", reader.person.language, query=query))

    async def card(self, value: object, *, aad_object_id: str | None, locale: str) -> JsonObject:
        """Return the card of the service that was chosen among those found."""
        code = as_object(value).get("service")
        async with self._begin() as work:
            reader = await self._reader(work, aad_object_id)
            if reader is None:
                return _told(say("search-unknown", language_of(locale, otherwise="sv")))
            service = reader.catalogue.services.get(code) if isinstance(code, str) else None
            if service is None:
                return _told(say("refused-service-unknown", reader.person.language))
            return _listed([await self._attachment(reader, service)])

    async def _reader(self, work: Work, aad_object_id: str | None) -> Reader | None:
        person = await find_known(work, aad_object_id)
        if person is None:
            return None
        at = await self._clock.read(work)
        catalogue = (await self._shelf.read(work, at=at)).catalogue
        return Reader(work=work, person=person, catalogue=catalogue, at=at)

    async def _attachment(self, reader: Reader, service: Service) -> JsonObject:
        message = show("service", f"catalogue:{service.code}", posted=True)
        shown = await present(
            message,
            work=reader.work,
            reader=reader.person,
            catalogue=reader.catalogue,
            at=reader.at,
            sign=self._sign,
        )
        return {"contentType": CARD, "content": shown.card, "preview": _preview(service, reader.person.language)}


def _fitting(reader: Reader, asked: Mapping[str, object]) -> Sequence[Service]:
    services = reader.catalogue.services
    types = {reader.catalogue.units[code].unit_type for code in reader.person.units if code in reader.catalogue.units}
    offered = {
        each.code for each in services.values() if each.is_orderable and (not types or types & set(each.unit_types))
    }
    query = asked.get("queryText")
    skip, most = _window(asked, "top", MOST_CHOICES)
    found = index_of(reader.catalogue).search(query if isinstance(query, str) else "", limit=skip + most, only=offered)
    return [services[code] for code in found[skip:]]


def _window(asked: Mapping[str, object], name: str, most: int) -> tuple[int, int]:
    """Return how many to pass over and how many to give, as far as the options say so with sense."""
    options = as_object(asked.get("queryOptions"))
    skip, count = options.get("skip"), options.get(name)
    passed = skip if isinstance(skip, int) and 0 < skip < FURTHEST else 0
    return int(passed), int(min(count, most)) if isinstance(count, int) and count > 0 else most


def _written(value: object) -> str:
    """Return what was typed; nothing when the search has just been opened."""
    parameters = as_object(value).get("parameters")
    for each in parameters if isinstance(parameters, list) else ():
        written = as_object(each).get("value")
        if as_object(each).get("name") != "initialRun" and isinstance(written, str):
            return written
    return ""


def _preview(service: Service, language: str) -> JsonObject:
    price = say("service-price", language, price=money(service.price_sek_per_hour, language))
    level = say("service-level", language, hours=hours(service.service_level_hours, language))
    tap = {"type": "invoke", "value": {"service": service.code}}
    words = {"title": service.name.of(language), "text": f"{price} · {level}"}
    return {"contentType": PREVIEW, "content": {**words, "tap": tap}}


def _listed(attachments: Sequence[JsonObject]) -> JsonObject:
    return {"composeExtension": {"type": "result", "attachmentLayout": "list", "attachments": list(attachments)}}


def _told(text: str) -> JsonObject:
    return {"composeExtension": {"type": "message", "text": text}}
