"""From a sentence to what it wants: each part is read by its own module, and put together here."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal

from catalog.models import Place
from dialogs.understanding import amounts, intents, machine_words, vocabulary, wishes
from dialogs.understanding.doubts import LEAK, Doubt, doubt_in, leaks_no_water
from dialogs.understanding.folding import Token, fold, readable, tokens_of
from dialogs.understanding.gates import Gate
from dialogs.understanding.letters import own_words
from dialogs.understanding.lexicon import Lexicon
from dialogs.understanding.one_thing import as_one
from dialogs.understanding.places import PlaceSpan, find_place, said_where
from dialogs.understanding.ranking import Candidate, Tone, language_of, rank
from dialogs.understanding.values import Intent, PlaceFound, Understood, Unsettled
from dialogs.understanding.when import WhenFound, find_when
from dialogs.understanding.when.unreal import is_unreal

FOUND_SCORE = 0.24
HINT_SCORE = 0.1
OWN_WISH_SCORE = 0.5
CLOSE = 0.45
DOUBTED = 0.35
"""The most confidence in a fault that the sentence itself, or a guessed word, leaves in doubt."""
HURT_SURE = 0.9
MOST_ALTERNATIVES = 3
_TIME_WEIGHT = 0.35
_PLACE_WEIGHT = 0.4
_FAULT = re.compile(vocabulary.FAULTS)
_MACHINE_FAULT = re.compile(machine_words.MACHINE_FAULT)
_DRILL = re.compile(vocabulary.DRILLS)
_HURT = re.compile(vocabulary.HURT)
_PHRASES = tuple((re.compile(pattern), stands_for) for pattern, stands_for in vocabulary.PHRASES)
_ANY_PHRASE = Gate(pattern for pattern, _ in vocabulary.PHRASES)
_CHANGES = re.compile(r"^\W*(?:\w+\s+){0,3}(?:andra|flytta|boka\s+om|omboka|change|move|reschedule|skjut)\b")
_IN = re.compile(r"\b(?:i|pa|vid|till|fran|utanfor|in|at|to|from|outside)\s+(?:the\s+)?$")
_WISH = re.compile(vocabulary.WISHES)
_NEEDS = re.compile(
    r"^\W*(?:(?:hej|hi|hello)\W+)?(?:vi|we)\s+(?:\w+\s+)?(?:behover|vill\s+ha|onskar|saknar|need|want|would\s+like)\b|"
    r"\b(?:kan|kunde|skulle)\s+(?:vi|ni)\s+(?:fa|bemanna|ordna|hjalpa)\b|\b(?:can|could)\s+(?:we\s+(?:get|have)|you)\b"
)
_IS_ONESELF = re.compile(r"\b(?:jag|mitt?|mina|my|i\s+(?:am|feel|can.?t|have)|i.m|vabb?ar?)\b|\bsjukt\s+barn\b")
_IS_UNWELL = re.compile(r"\b(?:is|am|are)\s+sick\b(?!\s+(?:in|on|all|every\w*)\b)")
_OFFERS_OTHERS = frozenset({Intent.ORDER, Intent.ISSUE, Intent.UNKNOWN})
_NAMES_A_SERVICE = frozenset(
    {Intent.CATALOGUE, Intent.STATUS, Intent.CANCEL, Intent.HOURS, Intent.REOPEN, Intent.FINISH, Intent.RATE}
)


def understand(text: str, *, lexicon: Lexicon, places: Sequence[Place], now: datetime) -> Understood:
    """Return what *text* wants, seen from *now* (aware) by somebody whose unit has *places*.

    Only the first 2,000 characters are read. Any text has an answer; what is not understood is `Intent.UNKNOWN`.
    Identity numbers are masked by the caller.
    """
    written = readable(own_words(text))
    context = _Context(written=written, folded=fold(written), lexicon=lexicon, places=places, now=now)
    first, *more = _with_hurt(context, _wishes(context))
    return replace(first, text=text, more=tuple(more))


@dataclass(frozen=True, kw_only=True, slots=True)
class _Context:
    """A sentence, or a part of one, and what it is read against."""

    written: str
    folded: str
    lexicon: Lexicon
    places: Sequence[Place]
    now: datetime

    def part(self, span: tuple[int, int]) -> "_Context":
        return replace(self, written=self.written[span[0] : span[1]], folded=self.folded[span[0] : span[1]])


@dataclass(frozen=True, kw_only=True, slots=True)
class _Details:
    """All that a part says besides what it wants."""

    when: WhenFound
    place: PlaceFound | None
    count: int | None
    hours: Decimal | None
    tone: Tone
    tokens: Sequence[Token]
    weights: Mapping[Token, float]
    candidates: list[Candidate]
    beside: tuple[str, ...]

    @property
    def best(self) -> Candidate | None:
        return self.candidates[0] if self.candidates and self.candidates[0].score >= FOUND_SCORE else None


def _wishes(context: _Context) -> list[Understood]:
    details = _details(context)
    whole = _read(context, details)
    if whole.intent in wishes.COMMANDS:
        return _with_wishes(context, details, whole)
    if whole.intent not in {Intent.ORDER, Intent.ISSUE} or details.best is None:
        return [whole]
    both = _broken_too(context) if details.tone.is_fault else []
    if both:
        return both
    for is_clause in (True, False):
        spans = wishes.parts_of(context.folded, kept=details.when.spans, is_clause=is_clause)
        if len(spans) > 1:
            found = _separate(context, details, spans, is_clause=is_clause)
            if len(found) > 1:
                return as_one(found, context.lexicon)
    return [whole]


def _broken_too(context: _Context) -> list[Understood]:
    """Return the faults of a sentence that says of one more thing that it is so too; none when that is not known."""
    found = wishes.broken_too(context.folded)
    if found is None:
        return []
    how, other = (context.part(span) for span in found)
    alike = replace(how, written=f"{other.written} {how.written}", folded=f"{other.folded} {how.folded}")
    said = _read(alike, _details(alike))
    before = _wishes(context.part((0, found[0][1])))
    code = said.service or said.object
    if code is None:
        return []
    is_another = all(code != (each.service or each.object) for each in before)
    return [*before, said][: wishes.MOST_WISHES] if is_another else before


def _with_wishes(context: _Context, details: _Details, whole: Understood) -> list[Understood]:
    """Return what is asked or to be shown, and what else is wanted: "avboka B-2022-0001 och lampan är trasig"."""
    spans = wishes.parts_of(context.folded, kept=details.when.spans, is_clause=False)
    if not wishes.are_apart(context.folded, spans):
        return [whole]
    parts = [context.part(span) for span in spans]
    found = [(_read(part, _details(part)), part.folded) for part in parts]
    commands = [each for each, folded in found if each.intent is whole.intent and wishes.is_command(each, folded)]
    wanted = [each for each, folded in found if wishes.is_wanted(each, folded)]
    return [commands[0], *wanted] if len(commands) == 1 and len(found) == 1 + len(wanted) else [whole]


def _with_hurt(context: _Context, found: list[Understood]) -> list[Understood]:
    """Return the wishes, first of them that somebody is hurt, if the sentence says so."""
    if not _HURT.search(context.folded) or doubt_in(context.folded) is not None:
        return found
    words = [Token(folded=word, start=-1, end=-1) for word in vocabulary.HURT_STANDS_FOR.split()]
    ranked = rank(words, {}, context.lexicon, Tone(is_fault=True, is_wish=False, language=None))
    code = ranked[0].object if ranked and ranked[0].service is None else None
    if code is None or found[0].intent not in _OFFERS_OTHERS:
        return found
    others = [each for each in found if each.object != code]
    said = next((each for each in found if each.object == code), found[0])
    hurt = replace(said, intent=Intent.ISSUE, service=None, object=code, confidence=HURT_SURE, alternatives=())
    return [hurt, *(each for each in others if each.intent is not Intent.UNKNOWN)][: wishes.MOST_WISHES]


def _separate(
    context: _Context, details: _Details, spans: Sequence[tuple[int, int]], *, is_clause: bool
) -> list[Understood]:
    """Return the wishes of the parts, or fewer than two when the sentence is one wish.

    A part that wants nothing of its own ("tack", "imorgon") belongs to the wish before it.
    """
    needed = OWN_WISH_SCORE if is_clause else OWN_WISH_SCORE * 1.5
    begins: list[tuple[int, int]] = []
    codes: list[str] = []
    has_own = True
    for span in spans:
        best = _best_of_part(context, details, span)
        if best is not None and best.score >= needed and best.code not in codes:
            begins.append(span)
            codes.append(best.code)
        elif begins:
            begins[-1] = (begins[-1][0], span[1])
            has_own &= best is not None
    if len(begins) < 2 or not (is_clause or has_own):  # noqa: PLR2004
        return []
    begins[0] = (0, begins[0][1])
    parts = [context.part(span) for span in begins[: wishes.MOST_WISHES]]
    found = [_read(part, _details(part)) for part in parts]
    return wishes.with_one_time([each for each in found if each.intent in {Intent.ORDER, Intent.ISSUE}])


def _best_of_part(context: _Context, details: _Details, span: tuple[int, int]) -> Candidate | None:
    tokens = [token for token in details.tokens if _within(token, [span])]
    text = context.folded[span[0] : span[1]]
    tone = replace(details.tone, is_fault=bool(_FAULT.search(text)), is_wish=bool(_WISH.search(text)))
    ranked = rank([*tokens, *_said_otherwise(text)], details.weights, context.lexicon, tone)
    return ranked[0] if ranked and ranked[0].score >= FOUND_SCORE else None


def _read(context: _Context, details: _Details) -> Understood:
    written, folded = context.written, context.folded
    rating = amounts.find_rating(folded)
    number = amounts.find_number(folded)
    intent, sureness = _intent(folded, details, number=number, rating=rating)
    best = details.best if intent in _NAMES_A_SERVICE or intent in {Intent.ORDER, Intent.ISSUE} else None
    # Where a request is pointed out by its number, a word that sounds like a service only misleads.
    if best is not None and intent in _NAMES_A_SERVICE and (number is not None or best.score < OWN_WISH_SCORE):
        best = None
    if best is not None and intent in {Intent.ORDER, Intent.ISSUE}:
        intent = Intent.ORDER if best.service else Intent.ISSUE
    if intent is Intent.ORDER and best and not details.tone.is_wish and _MACHINE_FAULT.search(folded):
        # A machine that no boundary list knows is asked about; whoever says that it is broken wants nothing of it.
        intent, best, sureness = Intent.ISSUE, None, DOUBTED
    if intent is Intent.ISSUE and best is not None:
        intent, best, sureness = _doubted(context, details, best, sureness)
    unsettled = _unsettled(context, details)
    return Understood(
        text=written,
        intent=intent,
        service=best.service if best else None,
        object=best.object if best and intent in {Intent.ORDER, Intent.ISSUE} else None,
        when=None if unsettled is Unsettled.UNREAL else details.when.when,
        place=details.place,
        count=details.count,
        hours=details.hours,
        confidence=sureness,
        alternatives=_alternatives(details.candidates, best) if intent in _OFFERS_OTHERS else (),
        number=number,
        rating=rating if intent is Intent.RATE else None,
        unsettled=unsettled,
        beside=details.beside,
    )


def _doubted(
    context: _Context, details: _Details, best: Candidate, sureness: float
) -> tuple[Intent, Candidate | None, float]:
    """Return the fault with little confidence, as one that no list knows, or as none, where the sentence says so."""
    doubt = doubt_in(context.folded)
    if doubt is Doubt.NO_FAULT:
        return Intent.UNKNOWN, None, 0.1
    if leaks_no_water(context.folded) and any(context.lexicon.names(word, best.code) for word in LEAK):
        return Intent.ISSUE, None, DOUBTED
    words = [*details.tokens, *_said_otherwise(context.folded)]
    is_guessed = not details.tone.is_fault and not any(
        context.lexicon.names(token.folded, best.code) for token in words
    )
    return Intent.ISSUE, best, min(sureness, DOUBTED) if doubt or is_guessed else sureness


def _unsettled(context: _Context, details: _Details) -> Unsettled | None:
    """Return why the time has to be asked about; what went wrong yesterday is no wanted time."""
    if details.when.is_season and details.when.when is None:
        return Unsettled.SEASON
    closes = details.when.when.closes if details.when.when else None
    known = None if details.when.when is None else details.when.spans
    if not details.tone.is_fault and is_unreal(context.folded, context.now.date(), known):
        return Unsettled.UNREAL
    has_passed = closes is not None and closes <= context.now
    is_behind = details.when.is_past and details.when.when is None and not details.tone.is_fault
    return Unsettled.PAST if has_passed or is_behind else None


def _details(context: _Context) -> _Details:
    folded = context.folded
    tokens = tokens_of(folded)
    when = find_when(folded, context.now)
    timed = frozenset(token for token in tokens if _within(token, when.spans))
    timeless = [token for token in tokens if token not in timed]
    place = find_place(context.written, timeless, context.places, is_thing=context.lexicon.knows)
    taken = [*when.spans, *([place.span] if place else [])]
    has_figures = amounts.has_figures(folded, tokens)
    hours = amounts.find_hours(folded, taken) if has_figures else None
    count = None if not has_figures else amounts.find_count(folded, [*taken, *([hours[1]] if hours else [])])
    tone = Tone(
        is_fault=_FAULT.search(folded) is not None,
        is_wish=_WISH.search(folded) is not None,
        language=language_of(context.written, tokens),
    )
    weights = dict.fromkeys(timed, _TIME_WEIGHT)
    drills = [found.span() for found in _DRILL.finditer(folded)]
    weights |= {token: 0.0 for token in tokens if (drills and _within(token, drills)) or _is_other_word(context, token)}
    if place is not None:
        weights |= dict.fromkeys(said_where(folded, tokens, place.span), _PLACE_WEIGHT)
    # "Inte senare än fredag" denies nothing.
    kept = [token for token in tokens if token.folded not in vocabulary.NEGATORS or token not in timed]
    words = [*kept, *_said_otherwise(folded)]
    candidates = rank(words, weights, context.lexicon, tone)
    if place is not None and candidates and _is_only_where(context, place):
        # "I matsalen" alone wants no meal: some other word has to speak for it.
        others = [token for token in words if not _within(token, [place.span])]
        named = {each.code for each in rank(others, weights, context.lexicon, tone)}
        candidates = [each for each in candidates if each.code in named]
    return _Details(
        when=when,
        place=place.place if place else None,
        count=count[0] if count else None,
        hours=hours[0] if hours else when.hours,
        tone=tone,
        tokens=tokens,
        weights=weights,
        candidates=candidates,
        beside=tuple(each.folded for each in timeless if place is None or not _within(each, [place.span])),
    )


def _is_other_word(context: _Context, token: Token) -> bool:
    """Tell whether a word is another than the folded one: "bara" is "only" and no carrying, "hål" is not slippery.

    Who "is sick" has not been sick on a floor.
    """
    written = context.written[token.start : token.end].casefold()
    if token.folded == "hal" and written == "hål":
        return True
    if token.folded == "sick" and _IS_UNWELL.search(context.folded):
        return True
    is_written_so = token.folded == "bara" and written == "bara"
    return is_written_so and not context.folded[: token.start].rstrip().endswith(("att", "hjalp", "hjalpa"))


def _is_only_where(context: _Context, place: PlaceSpan | None) -> bool:
    """Tell whether a known place stands where it can be nothing else: "i matsalen", "in the canteen"."""
    return (
        place is not None and place.place.code is not None and _IN.search(context.folded[: place.span[0]]) is not None
    )


def _said_otherwise(folded: str) -> list[Token]:
    """Return the words of the catalogue that ways of saying stand for: "proppen har gått" is "strömlöst"."""
    if not _ANY_PHRASE.is_in(folded):
        return []
    words = (word for pattern, stands_for in _PHRASES if pattern.search(folded) for word in stands_for.split())
    return [Token(folded=word, start=-1, end=-1) for word in words if word not in folded]


def _within(token: Token, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= token.start and token.end <= end for start, end in spans)


def _intent(folded: str, details: _Details, *, number: str | None, rating: int | None) -> tuple[Intent, float]:
    if rating is not None and details.count is None:
        return Intent.RATE, 0.9
    cue = intents.whole_cue(folded) or intents.strong_cue(folded)
    if _is_time_entry(folded, details, cue):
        return Intent.HOURS, 0.85
    if cue is not None and not _is_only_why(folded, details, cue):
        return cue.intent, cue.sureness
    if number is not None and (details.best is None or _CHANGES.search(folded)):
        return Intent.STATUS, 0.65
    if details.best is not None:
        return Intent.ORDER, _confidence(details.candidates)
    return _without_cue(folded, details)


def _is_only_why(folded: str, details: _Details, cue: intents.Cue) -> bool:
    """Tell whether somebody is away in the sentence, and that is why there is a wish: "bemanning …, Lisa är sjuk"."""
    is_wanted = details.best is not None and details.best.score >= OWN_WISH_SCORE and _NEEDS.search(folded) is not None
    return cue.intent is Intent.ABSENCE and is_wanted and not _IS_ONESELF.search(folded)


def _without_cue(folded: str, details: _Details) -> tuple[Intent, float]:
    fallback = intents.fallback_cue(folded)
    if fallback is not None:
        return fallback.intent, fallback.sureness
    return (Intent.ISSUE, 0.3) if details.tone.is_fault else (Intent.UNKNOWN, 0.1)


def _is_time_entry(folded: str, details: _Details, cue: intents.Cue | None) -> bool:
    """Tell whether the text reports time worked: hours that lie behind, or hours and nothing that is wanted."""
    if details.hours is None or (details.when.when is not None and not intents.HAS_WORKED.search(folded)):
        return False
    if cue is not None and cue.intent is not Intent.HOURS:
        return False
    if details.when.is_past or intents.WORKED.search(folded):
        return True
    opens = amounts.find_hours(folded[:24], ())
    return opens is not None and not folded[: opens[1][0]].strip() and not details.tone.is_wish


def _confidence(candidates: list[Candidate]) -> float:
    best = candidates[0].score
    second = candidates[1].score if len(candidates) > 1 else 0.0
    margin = min(1.0, 2 * (best - second) / best)
    return min(0.99, best / (best + 0.3) * (0.55 + 0.45 * margin))


def _alternatives(candidates: list[Candidate], best: Candidate | None) -> tuple[str, ...]:
    chosen = {best.service, best.object} if best else set()
    floor = best.score * CLOSE if best else HINT_SCORE
    close = [each.code for each in candidates if each.score >= floor and each.code not in chosen]
    return tuple(close[:MOST_ALTERNATIVES])
