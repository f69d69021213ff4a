"""What stands in a draft is what was said, or it was asked: random sentences of services, places and times."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from catalog.models import Place
from dialogs.understanding import Lexicon, understand
from dialogs.understanding.folding import fold
from domain.requests import OrderDraft
from domain.worktime import at_local
from tests.chat import Chat, texts_of, views_of
from tests.factories import NOW, example_pilot

Chats = Callable[[str], Chat]
CATALOGUE = example_pilot().catalogue
PLACES = CATALOGUE.places_of("PV1")
LEXICON = Lexicon.of(CATALOGUE)
TODAY = date(2022, 3, 15)
DAYS = {
    "sv": ("måndag", "tisdag", "onsdag", "torsdag", "fredag"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday"),
}
HOUR_NAMES = {
    "sv": ("tolv", "ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva"),
    "en": ("twelve", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
}
CODES = ("MO", "TU", "WE", "TH", "FR")
MONTHS = {"sv": {4: "april", 5: "maj", 6: "juni"}, "en": {4: "April", 5: "May", 6: "June"}}
PARTS = {
    "sv": {"på förmiddagen": (8, 12), "på eftermiddagen": (12, 16), "på kvällen": (17, 21)},
    "en": {"in the afternoon": (12, 16), "in the evening": (17, 21)},
}
FRAMES = {
    "sv": (
        "Kan ni ordna {what}{where}{when}?",
        "Tjena, det behövs {what}{where}{when}!",
        "Jag vill beställa {what}{where}{when}",
        "Hej! Vi behöver {what}{where}{when}, tack",
        "{what}{where}{when}",
        "{when} behöver vi {what}{where}",
    ),
    "en": (
        "Could you arrange {what}{where}{when}?",
        "Hello, please book {what}{where}{when}!",
        "I want to order {what}{where}{when}",
        "Hi! We need {what}{where}{when}, please",
        "{what}{where}{when}",
        "{when} we need {what}{where}",
    ),
}
ASKING = {"which-service", "which-unit", "which-fault", "not-understood"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Said:
    """A sentence, and what of it is to be stored."""

    text: str
    services: frozenset[str]
    place: Place | None
    wanted: Mapping[str, object]
    hours: Decimal | None
    count: int | None


def _opens(day: date) -> datetime:
    return at_local(day, time(7))


def _closes(day: date) -> datetime:
    return at_local(day, time(16))


def _wanted(kind: str, start: datetime | None = None, end: datetime | None = None) -> dict[str, object]:
    return {"wanted_kind": kind, "wanted_start": start, "wanted_end": end}


@st.composite
def days(draw: st.DrawFn, language: str) -> tuple[str, date]:
    """Return a day in words, with its preposition where it has one, and the day."""
    kind = draw(st.sampled_from(["near", "weekday", "next week", "date", "figures"]))
    if kind == "near":
        near = {"sv": ("imorgon", "i övermorgon"), "en": ("tomorrow", "the day after tomorrow")}[language]
        ahead = draw(st.sampled_from([1, 2]))
        return near[ahead - 1], TODAY + timedelta(days=ahead)
    nth = draw(st.sampled_from([2, 3, 4]))
    weekday = {"sv": "på ", "en": "on "}[language] + DAYS[language][nth]
    if kind == "weekday":
        return weekday, TODAY + timedelta(days=nth - 1)
    if kind == "next week":
        return f"{weekday} {'nästa vecka' if language == 'sv' else 'next week'}", TODAY + timedelta(days=nth + 6)
    month, number = draw(st.sampled_from([4, 5, 6])), draw(st.integers(1, 28))
    day = date(2022, month, number)
    if kind == "figures":
        return draw(
            st.sampled_from([day.isoformat(), {"sv": f"den {number}/{month}", "en": f"on {day}"}[language]])
        ), day
    words = MONTHS[language][month]
    written = {"sv": [f"den {number} {words}"], "en": [f"on {number} {words}", f"on {words} {number}"]}[language]
    return draw(st.sampled_from(written)), day


Wanted = tuple[str, dict[str, object]]


@st.composite
def undated(draw: st.DrawFn, language: str) -> Wanted:
    """Return no time at all, a whole week, or as soon as possible."""
    monday = TODAY + timedelta(days=6)
    week = _wanted("week", _opens(monday), _closes(monday + timedelta(days=4)))
    words = {
        "sv": ("", "nästa vecka", "vecka 12", "så snart som möjligt", "snarast"),
        "en": ("", "next week", "week 12", "as soon as possible", "asap"),
    }
    kept = (_wanted("none"), week, week, _wanted("asap"), _wanted("asap"))
    return draw(st.sampled_from(list(zip(words[language], kept, strict=True))))


@st.composite
def dated(draw: st.DrawFn, language: str) -> Wanted:
    """Return a day, a day as a deadline, or a part of a day."""
    words, day = draw(days(language))
    bare = words.removeprefix("på ").removeprefix("on ")
    part, (first, last) = draw(st.sampled_from(sorted(PARTS[language].items())))
    latest = draw(st.sampled_from({"sv": ("senast", "inte senare än"), "en": ("no later than", "by")}[language]))
    return draw(
        st.sampled_from(
            [
                (words, _wanted("day", _opens(day), _closes(day))),
                (f"{latest} {bare}", _wanted("before", None, _closes(day))),
                (f"{words} {part}", _wanted("between", at_local(day, time(first)), at_local(day, time(last)))),
            ]
        )
    )


def _spoken(hour: int, minute: int, language: str) -> str:
    """Return a time of day as it is spoken: "halv tre", "quarter past nine"."""
    named, following = ((HOUR_NAMES[language][each % 12]) for each in (hour, hour + 1))
    if language == "sv":
        return {0: f"kl {hour:02}", 15: f"kvart över {named}", 30: f"halv {following}"}[minute]
    return {0: f"at {hour}:00", 15: f"at quarter past {named}", 30: f"at half past {named}"}[minute]


@st.composite
def clocked(draw: st.DrawFn, language: str) -> Wanted:
    """Return a day with a time of day: at it, before it, or between two."""
    words, day = draw(days(language))
    hour, minute = draw(st.integers(7, 15)), draw(st.sampled_from([0, 15, 30]))
    clock, later = f"{hour}:{minute:02}", f"{hour + 2}:{minute:02}"
    moment, until = at_local(day, time(hour, minute)), at_local(day, time(hour + 2, minute))
    half = f"{hour % 12 or 12}:{minute:02} {'am' if hour < 12 else 'pm'}"
    spoken = _spoken(hour, minute, language)
    at, before, between = {
        "sv": (
            (f"kl {clock}", f"klockan {clock}", f"kl. {clock}", spoken),
            (f"före {clock}", f"senast kl {clock}", f"innan {clock}"),
            (f"kl {clock}-{later}", f"mellan {clock} och {later}", f"från {clock} till {later}"),
        ),
        "en": (
            (f"at {clock}", f"at {half}", spoken),
            (f"before {clock}", f"by {half}"),
            (f"between {clock} and {later}", f"from {clock} to {later}"),
        ),
    }[language]
    wanted = (_wanted("at", moment), _wanted("before", None, moment), _wanted("between", moment, until))
    said, kept = draw(st.sampled_from(list(zip((at, before, between), wanted, strict=True))))
    return f"{words} {draw(st.sampled_from(said))}", kept


@st.composite
def recurring(draw: st.DrawFn, language: str) -> Wanted:
    """Return what comes again on a weekday, perhaps every other week, at a time, from a day and until one."""
    nth, interval, hour = draw(st.integers(0, 4)), draw(st.sampled_from([1, 2])), draw(st.sampled_from([None, 7, 13]))
    begins, ends = draw(st.sampled_from([None, 4])), draw(st.sampled_from([None, 6]))
    every = {"sv": ("varje", "varannan"), "en": ("every", "every other")}[language][interval - 1]
    at = {"sv": f" kl {hour}", "en": f" at {hour}:00"}[language] if hour else ""
    since = {"sv": " från den 11 april", "en": " from 11 April"}[language] if begins else ""
    until = {"sv": " till den 30 juni", "en": " until 30 June"}[language] if ends else ""
    day = date(2022, 4, 11) + timedelta(days=nth) if begins else TODAY + timedelta(days=(nth - 1) % 7 or 7)
    if not begins and nth == TODAY.weekday() and hour == 13:
        day = TODAY
    rule = f"FREQ=WEEKLY;{'INTERVAL=2;' if interval == 2 else ''}BYDAY={CODES[nth]}"
    span = (at_local(day, time(hour)), None) if hour else (_opens(day), _closes(day))
    kept = _wanted("recurring", *span) | {"rrule": rule, "last_day": date(2022, 6, 30) if ends else None}
    return f"{every} {DAYS[language][nth]}{at}{since}{until}", kept


def times(language: str) -> st.SearchStrategy[Wanted]:
    """Return wanted times in words, each with how a draft keeps it."""
    return st.one_of(undated(language), dated(language), clocked(language), recurring(language))


def _words_for(code: str, language: str) -> tuple[str, ...]:
    service = CATALOGUE.services[code]
    return (service.name.of(language), *getattr(service.keywords, language))


def _says_only_what(word: str) -> bool:
    """Tell whether *word* names no time ("kväll", "stänga efter") and no place ("matsal") beside its service."""
    alone, dated = (understand(each, lexicon=LEXICON, places=PLACES, now=NOW) for each in (word, f"{word} {TODAY}"))
    is_timeless = alone.when is None and dated.when is not None and dated.when.kind == "day"
    return is_timeless and alone.place is None


WORDS = {
    language: [
        word for code in sorted(CATALOGUE.services) for word in _words_for(code, language) if _says_only_what(word)
    ]
    for language in ("sv", "en")
}


def _spaced(text: str) -> str:
    return f" {' '.join(re.findall(r'[a-z0-9]+', fold(text)))} "


def _services_named(text: str) -> frozenset[str]:
    """Return the services of which some word stands in *text*: "stolar i aulan" names two."""
    said = _spaced(text)
    return frozenset(
        code
        for code in CATALOGUE.services
        for language in ("sv", "en")
        for word in _words_for(code, language)
        if _spaced(word) in said
    )


HOURS: Mapping[str, Mapping[str, Decimal]] = {
    "sv": {
        "2 timmar": Decimal(2),
        "1,5 timmar": Decimal("1.5"),
        "en halvtimme": Decimal("0.5"),
        "90 minuter": Decimal("1.5"),
        "tre timmar": Decimal(3),
        "en och en halv timme": Decimal("1.5"),
    },
    "en": {
        "2 hours": Decimal(2),
        "1.5 hours": Decimal("1.5"),
        "half an hour": Decimal("0.5"),
        "90 minutes": Decimal("1.5"),
        "three hours": Decimal(3),
        "one and a half hours": Decimal("1.5"),
    },
}


UNCOUNTABLE = frozenset({"is"})
"""Words that a figure before them does not count: "3 is" in Swedish is a mark."""


@st.composite
def amounts(draw: st.DrawFn, language: str) -> tuple[str, int | None, str, Decimal | None]:
    """Return how many in words and in figures, and how long in words and in figures; nothing for most."""
    count = draw(st.sampled_from([None, None, 2, 3, 12, 40]))
    how_many = "" if count is None else draw(st.sampled_from([f"{count} ", f"{count} st " if language == "sv" else ""]))
    said, hours = draw(st.sampled_from([("", None), ("", None), *HOURS[language].items()]))
    lasts = {"sv": f". Det tar {said}", "en": f". It takes {said}"}[language] if said else ""
    return how_many, count if how_many else None, lasts, hours


@st.composite
def sentences(draw: st.DrawFn) -> Said:
    language = draw(st.sampled_from(["sv", "en"]))
    word = draw(st.sampled_from(WORDS[language]))
    place = draw(st.one_of(st.none(), st.sampled_from(PLACES)))
    where = f" {'i' if language == 'sv' else 'in the'} {place.name.of(language)}" if place else ""
    when, wanted = draw(times(language))
    how_many, count, lasts, hours = draw(amounts(language))
    if word in UNCOUNTABLE:
        how_many, count = "", None
    frame = draw(st.sampled_from(FRAMES[language]))
    text = frame.format(what=how_many + word, where=where, when=f" {when}" if when else "").strip() + lasts
    text = draw(st.sampled_from([text, text, text.lower(), text.replace(", ", " ").rstrip("!?.")]))
    return Said(text=text, services=_services_named(text), place=place, wanted=wanted, hours=hours, count=count)


def _fits_service(said: Said, draft: OrderDraft) -> bool:
    return (
        bool(said.services & {draft.service, *draft.choices})
        if draft.service is None
        else draft.service in said.services
    )


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(said=sentences())
async def test_what_is_stored_is_what_was_said_or_it_was_asked(chat_of: Chats, said: Said) -> None:
    chat = chat_of("KON11")
    async with chat.begin() as work:
        before = len(await work.requests.all())
        # What the sentence before it was about is forgotten: "12 stolar" would change an order of chairs.
        await work.conversations.save_state(chat.conversation, {})

    reply = await chat.says(said.text)

    async with chat.begin() as work:
        # Nothing is ordered or reported by a sentence that only asks for something.
        assert len(await work.requests.all()) == before, said.text
    if set(texts_of(reply)) & ASKING or views_of(reply)[:1] == [("catalogue", None)]:
        return
    (view, subject), *more = views_of(reply)
    assert not more, said.text
    assert view in {"order", "choice"}, (said.text, view)
    async with chat.begin() as work:
        draft = await work.drafts.get(str(subject).partition(":")[2])
    assert _fits_service(said, draft), (said.text, draft.service, draft.choices)
    stored = {name: getattr(draft, name) for name in said.wanted}
    assert stored == said.wanted or draft.wanted_kind in {"past", "season", "unreal"}, (said.text, stored)
    names = {said.place.name.sv, said.place.name.en} if said.place else {None}
    assert draft.place in names, (said.text, draft.place)
    assert draft.hours == said.hours, (said.text, draft.hours)
    assert draft.count == said.count, (said.text, draft.count)
