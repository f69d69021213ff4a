"""Where something is wanted: a known place of the unit, or the words of the sentence."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from rapidfuzz.distance import OSA

from catalog.models import Place
from dialogs.understanding import vocabulary
from dialogs.understanding.folding import Token, fold, keys_of, stem_of, tokens_of
from dialogs.understanding.values import PlaceFound
from dialogs.understanding.wordsets import words_of

Span = tuple[int, int]

_ROOM_WORDS = words_of("sal salen rum rummet klassrum klassrummet grupprum room classroom lokal lokalen")
_CODE_WORDS = words_of("""
    avdelning avdelningen avd hus huset plan vaning trapphus ward house building floor korridor entre paviljong
    paviljongen flygel flygeln
""")
_DONE_TO_ROOMS = words_of("""
    stada stadar moppa dammsuga skura vadra moblera iordningstalla clean vacuum mop tidy furnish
""")
_NAMED = words_of("avdelning avdelningen avd ward hus huset paviljong paviljongen flygel flygeln")
"""What has a name of its own behind it: "avdelning Blåklockan"."""
_ROOM_CODE = re.compile(r"[a-z]{1,2}-?[0-9]{1,4}[a-z]?$|[0-9]{1,4}[a-z]?$|[a-z]$")
_LETTER_CODE = re.compile(r"[a-h][0-9]{2,4}$|[a-h][0-9]$")
# Endings of words that are places by themselves: gymnastiksalen, personalrummet.
_HEADS = words_of("""
    salen salarna salongen rummet rummen hallen hallarna korridoren korridorerna korridor entren entreer entreerna
    koket aulan biblioteket expeditionen receptionen toaletten toaletterna toalett toan toaletter omkladningsrum
    parkeringen parkering garden skolgarden kallaren trappan trapporna trapphuset trapphus huset byggnaden
    avdelningen vaningen forradet kontoret kontoren slojden foajen scenen garderoben lekplatsen cykelstallet
    tvattstugan verkstaden utstallningen kafeterian cafeterian kafeet cafeet lokalen lokalerna studion ateljen
    vinden balkongen terrassen lastkajen garaget soprummet uppehallet duschen duscharna duschrummet badrummet
    kapprummet klassrummen grinden infarten utgangen ingangen entrehallen museet teatern fritids fritidshemmet
    forskolan skolan matbespisningen sal klassrum grupprum musiksal lararrum personalrum rum gymnastiksal
    idrottshall matsal omklad hemkunskapen room corridor hallway kitchen toilet toilets restroom bathroom library
    office entrance park lot yard playground basement stairs staircase stairway gym canteen cafeteria classroom
    building house ward storeroom lobby stage hall attic reception foyer garage
""")
# What goes before "room" in the name of a place; "meeting room" is a service as well.
_ENGLISH_ROOMS = words_of("coffee staff break lunch changing day dining teachers")
_HEAD_ENDINGS = tuple(sorted({head for head in _HEADS if len(head) > 4}, key=len, reverse=True))  # noqa: PLR2004
# Said with a preposition, but parts of a place and not a place.
_SURFACES = words_of("""
    golvet golv vaggen vaggarna vagg taket tak bordet bord bordet fonstret fonstren dorren dorrarna luckan hyllan stolen
    stolarna datorn skarmen projektorn element elementet lampan lampor lampan natten dagen veckan manaden tiden platsen
    plats jobbet vagen sjukhus semester lov lovet gang gangen basta satt satten posten mailen telefonen listan schemat
    spill vatten papper saker huvudet fall samband bruk stallet alla alltihop samma varje the floor wall ceiling door
    window table desk time way order touch place person stock use work english swedish svenska engelska teams vem vad
    nagon nagot nagra ny nytt nya mat fika kaffe mote motet konferens evenemanget fest person personer
    """)
_PREPOSITIONS = words_of("""
    i pa vid utanfor inne framfor bakom under intill bredvid nara langs inuti till fran invid mot in at outside near
    inside behind beside by from on to next
""")
_INSIDE = words_of("i vid utanfor framfor bakom")
_ENGLISH_INSIDE = words_of("in outside inside near behind")
_NO_STUDIO = words_of("the agreement meantime end case event future catalogue list system app same middle")
_LOCATIVE = words_of("""
    i pa vid utanfor framfor bakom intill bredvid nara mot till in at outside near behind beside by of on under
""")
_SKIP = words_of("""
    den det de var vart min mitt mina hela alla stora lilla gamla nya ovre nedre vara the our my all whole big small
    main upper lower first second third fourth ground top 1st 2nd 3rd 4th andra forsta inne uppe nere ute
""")
_STOREYS = words_of("first second third fourth ground top upper lower 1st 2nd 3rd 4th")
_NO_NAMES = _SKIP | _SURFACES | vocabulary.STOP | vocabulary.WEAK
_INDEFINITE = words_of("avdelning avd paviljong flygel")
_JOINED = re.compile(r"\s*(?:,|&|\+|,?\s*\b(?:och|and|samt)\b)\s*(?:the\s+)?")
_FUZZY_LENGTH = 6
_SHORTEST_NAME = 3


@dataclass(frozen=True, kw_only=True, slots=True)
class PlaceSpan:
    """A place and the span of text that says it."""

    place: PlaceFound
    span: Span


def find_place(
    text: str, tokens: Sequence[Token], places: Sequence[Place], *, is_thing: Callable[[str], bool]
) -> PlaceSpan | None:
    """Return the place that *text* names, or None; *tokens* are those of its words that do not speak of time.

    *is_thing* tells of a folded word whether the catalogue has it: "i skrivaren" is no place.

    A known place counts, however it is inflected or misspelt. Otherwise a room with a code, then what stands after a
    word like "i" or "outside", then a bare word that can only be a place. Those are given as written.
    """
    tokens = _with_codes(text, tokens)
    known = _known(tokens, places)
    if known is not None:
        return _widened(text, tokens, known)
    found = _coded(text, tokens) or _after_preposition(text, tokens, is_thing) or _bare(text, tokens)
    return found or _named(text, tokens, is_thing)


def said_where(folded: str, tokens: Sequence[Token], place: Span) -> list[Token]:
    """Return the words that say where, those of *place* and more: nobody eats in "städa aulan och matsalen"."""
    found: list[Token] = []
    for nth, each in enumerate(tokens):
        is_of_place = place[0] <= each.start and each.end <= place[1]
        is_joined = bool(found) and _JOINED.fullmatch(folded[found[-1].end : each.start]) is not None
        is_told = is_joined or (nth > 0 and tokens[nth - 1].folded in _LOCATIVE)
        if is_of_place or (is_told and _is_head(each.folded)):
            found.append(each)
    return found


def _with_codes(text: str, tokens: Sequence[Token]) -> Sequence[Token]:
    """Return the words with "B 214" and "sal b 214" as the one word "b214"; "1 h 30" stays three."""
    found: list[Token] = []
    for token in tokens:
        before = found[-1] if found else None
        if before is not None and token.is_number and token.start == before.end + 1 and _is_letter(text, found):
            found[-1] = Token(folded=before.folded + token.folded, start=before.start, end=token.end)
        else:
            found.append(token)
    return found


def _is_letter(text: str, tokens: Sequence[Token]) -> bool:
    """Tell whether the last word is a letter that names a building: a capital, or one after "sal"."""
    last = tokens[-1]
    if len(last.folded) != 1 or last.folded not in "abcdefgh":
        return False
    return text[last.start].isupper() or (len(tokens) > 1 and tokens[-2].folded in _ROOM_WORDS)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Known:
    place: PlaceFound
    first: int
    last: int
    worth: float


def _known(tokens: Sequence[Token], places: Sequence[Place]) -> _Known | None:
    best: _Known | None = None
    letters = {token.folded[0] for token in tokens}
    for place in places:
        for name, is_swedish in ((place.name.sv, True), (place.name.en, False)):
            # The first letter decides quickly that most names are not there.
            if _letter_of(name) not in letters:
                continue
            for found in _occurrences(tokens, place, name, is_swedish=is_swedish):
                if best is None or (found.worth, -found.first) > (best.worth, -best.first):
                    best = found
    return best


def _occurrences(tokens: Sequence[Token], place: Place, name: str, *, is_swedish: bool) -> list[_Known]:
    words, letter = _words_of(name), _letter_of(name)
    found = []
    is_coded = _is_coded(words)
    for number, token in enumerate(tokens):
        if token.folded[0] != letter:
            continue
        if is_coded:
            match = _coded_match(tokens, number, words)
        else:
            match = _name_match(tokens, number, words, is_swedish=is_swedish)
        if match is not None:
            first, worth = match
            last = number if is_coded else number + len(words) - 1
            known = PlaceFound(text=name, code=place.code, swedish=place.name.sv)
            found.append(_Known(place=known, first=first, last=last, worth=worth))
    return found


@lru_cache(maxsize=4096)
def _words_of(name: str) -> tuple[str, ...]:
    return tuple(token.folded for token in tokens_of(fold(name)))


def _is_coded(words: Sequence[str]) -> bool:
    return len(words) > 1 and _ROOM_CODE.match(words[-1]) is not None


@lru_cache(maxsize=4096)
def _letter_of(name: str) -> str:
    """Return with which letter the word begins that decides whether *name* is there; empty where it has no word."""
    words = _words_of(name)
    return (words[-1] if _is_coded(words) else words[0])[0] if words else ""


def _coded_match(tokens: Sequence[Token], number: int, words: Sequence[str]) -> tuple[int, float] | None:
    """Return where the name begins when its code is the word at *number*: "sal B214", "rum b214", and "b214" alone."""
    code = words[-1]
    if tokens[number].folded.replace("-", "") != code:
        return None
    before = tokens[number - 1].folded if number else ""
    is_room = words[0] in _ROOM_WORDS
    if before == words[0] or (is_room and before in _ROOM_WORDS) or stem_of(before) == stem_of(words[0]):
        return number - 1, 3.0
    return (number, 2.5) if _LETTER_CODE.match(code) else None


def _name_match(
    tokens: Sequence[Token], number: int, words: Sequence[str], *, is_swedish: bool
) -> tuple[int, float] | None:
    if number + len(words) > len(tokens):
        return None
    worth = 0.0
    for offset, word in enumerate(words):
        likeness = _likeness(tokens[number + offset].folded, word, is_swedish=is_swedish)
        if not likeness:
            return None
        worth += likeness
    return number, worth


def _likeness(said: str, word: str, *, is_swedish: bool) -> float:
    if said == word:
        return 1.0
    if is_swedish and len(said) > 3 and set(keys_of(said)) & set(keys_of(word)):  # noqa: PLR2004
        return 0.95
    if len(said) < _FUZZY_LENGTH or len(word) < _FUZZY_LENGTH or said[0] != word[0]:
        return 0.0
    limit = 2 if len(word) > 8 else 1  # noqa: PLR2004
    distance = OSA.distance(said, word, score_cutoff=limit)
    return 0.9 - 0.1 * distance if distance <= limit else 0.0


def _widened(text: str, tokens: Sequence[Token], known: _Known) -> PlaceSpan:
    """Return the known place, or what is written when it only tells where another is: "korridoren utanför aulan"."""
    first = _begin_of(text, tokens, known.first)
    if first < known.first:
        return _as_written(text, tokens, first, known.last)
    return PlaceSpan(place=known.place, span=(tokens[known.first].start, tokens[known.last].end))


def _begin_of(text: str, tokens: Sequence[Token], first: int) -> int:
    """Return where the place begins that the one at *first* tells more of ("köket på plan 3"), or *first*."""
    before = first - 1
    while before >= 1 and tokens[before].folded in _SKIP:
        before -= 1
    is_told = before >= 1 and tokens[before].folded in _LOCATIVE and _is_where(tokens, before - 1)
    return before - 1 if is_told and _is_joined(text, tokens, before - 1, first) else first


def _is_where(tokens: Sequence[Token], number: int) -> bool:
    """Tell whether the word says where: "korridoren", "the toilet"; a "reception" that is ordered does not."""
    word = tokens[number].folded
    before = tokens[number - 1].folded if number else ""
    if not _is_head(word) or word in {"room", "house"}:
        return False
    return _is_definite(word) or before in _SKIP or before in _PREPOSITIONS


def _is_joined(text: str, tokens: Sequence[Token], first: int, last: int) -> bool:
    """Tell whether only spaces stand between the words from *first* to *last*."""
    pairs = zip(tokens[first:last], tokens[first + 1 : last + 1], strict=True)
    return all(not text[one.end : other.start].strip() for one, other in pairs)


def _is_head(word: str) -> bool:
    return word in _HEADS or (len(word) > 6 and word.endswith(_HEAD_ENDINGS) and word not in _SURFACES)  # noqa: PLR2004


def _coded(text: str, tokens: Sequence[Token]) -> PlaceSpan | None:
    for number, token in enumerate(tokens):
        before = tokens[number - 1].folded if number else ""
        is_room = (before in _ROOM_WORDS | _CODE_WORDS) and _ROOM_CODE.match(token.folded) is not None
        if (is_room or _is_name(text, tokens, number)) and _is_joined(text, tokens, number - 1, number):
            return _extended(text, tokens, _begin_of(text, tokens, number - 1), number)
        if _LETTER_CODE.match(token.folded):
            return _as_written(text, tokens, number, number)
    return None


def _is_name(text: str, tokens: Sequence[Token], number: int) -> bool:
    """Tell whether the word is what a ward or a house is called: "Blåklockan", and "på avdelning blåklockan"."""
    token = tokens[number]
    before = tokens[number - 1].folded if number else ""
    if before not in _NAMED or len(token.folded) < _SHORTEST_NAME or not token.folded.isalpha():
        return False
    is_said_where = number > 1 and tokens[number - 2].folded in _INSIDE | {"pa"} and before in _INDEFINITE
    return text[token.start].isupper() or (is_said_where and _is_definite(token.folded))


def _after_preposition(text: str, tokens: Sequence[Token], is_thing: Callable[[str], bool]) -> PlaceSpan | None:
    """Return what follows a preposition: rather a word that can only be a place than another definite noun."""
    second = None
    for number, token in enumerate(tokens[:-1]):
        if token.folded not in _PREPOSITIONS:
            continue
        last = number + 1
        while last + 1 < len(tokens) and tokens[last].folded in _SKIP:
            last += 1
        word = tokens[last].folded
        if not _is_joined(text, tokens, number, last) or word in _PREPOSITIONS:
            continue
        if word in _SURFACES and not _is_storey(tokens, last):
            continue
        last = _english_end(tokens, last)
        if _is_head(tokens[last].folded) or _is_storey(tokens, last):
            return _extended(text, tokens, number + 1, last)
        if (
            second is None
            and (_is_english_definite(tokens, number) or (token.folded in _INSIDE and _is_definite(word)))
            and not is_thing(word)
        ):
            second = (number + 1, last)
    return None if second is None else _extended(text, tokens, *second)


def _is_storey(tokens: Sequence[Token], number: int) -> bool:
    """Tell whether the word is the "floor" of "the second floor", which is no surface."""
    return tokens[number].folded == "floor" and number > 0 and tokens[number - 1].folded in _STOREYS


def _english_end(tokens: Sequence[Token], last: int) -> int:
    """Return the end of "car park", "staff kitchen": an English place may have its head one word later."""
    return (
        last + 1
        if last + 1 < len(tokens) and not _is_head(tokens[last].folded) and _is_head(tokens[last + 1].folded)
        else last
    )


def _is_english_definite(tokens: Sequence[Token], number: int) -> bool:
    """Tell whether "in the studio" stands there: a word that can be a place only by its article."""
    following = [token.folded for token in tokens[number + 1 : number + 3]]
    return tokens[number].folded in _ENGLISH_INSIDE and following[0] == "the" and following[-1] not in _NO_STUDIO


def _is_definite(word: str) -> bool:
    return len(word) > 4 and word.endswith(("en", "et", "an", "na", "rn", "ln")) and word.isalpha()  # noqa: PLR2004


def _bare(text: str, tokens: Sequence[Token]) -> PlaceSpan | None:
    for number, token in enumerate(tokens):
        word = token.folded
        if word == "room" and number > 0 and tokens[number - 1].folded in _ENGLISH_ROOMS:
            return _extended(text, tokens, number - 1, number)
        # "Toilet" only looks as a Swedish word with its article does.
        if len(word) > 4 and _is_head(word) and word.endswith(("en", "et", "an", "na")) and word != "toilet":  # noqa: PLR2004
            return _extended(text, tokens, number, number)
    return None


def _named(text: str, tokens: Sequence[Token], is_thing: Callable[[str], bool]) -> PlaceSpan | None:
    """Return the name that stands behind what is done to a room: "städa Lärken", "clean Lärken"."""
    for number, (before, token) in enumerate(pairwise(tokens), start=1):
        if before.folded not in _DONE_TO_ROOMS or not _is_joined(text, tokens, number - 1, number):
            continue
        # Where each word begins with a capital, none of them is a name.
        is_title = text[token.start : token.end].istitle() and (number == 1 or text[before.start].islower())
        if not is_title or len(token.folded) < _SHORTEST_NAME or token.folded in _NO_NAMES or is_thing(token.folded):
            continue
        is_whose = number + 1 < len(tokens) and _is_joined(text, tokens, number, number + 1)
        last = number + 1 if is_whose and _is_head(tokens[number + 1].folded) else number
        return _extended(text, tokens, number, last)
    return None


def _extended(text: str, tokens: Sequence[Token], first: int, last: int) -> PlaceSpan:
    """Return the place with what tells where it is: "korridoren utanför slöjden", "toaletterna i hus C"."""
    while first < last and tokens[first].folded in {"den", "det", "the", "our", "my", "var", "vart"}:
        first += 1
    if _is_code_pair(tokens, last + 1) and _is_nearer(text, tokens, last):
        last += 2
    following = last + 1
    if following + 1 <= len(tokens) - 1 and tokens[following].folded in _LOCATIVE:
        end = following + 1
        while end + 1 < len(tokens) and tokens[end].folded in _SKIP:
            end += 1
        if _is_code_pair(tokens, end):
            end += 1
        elif not _is_head(tokens[end].folded) and not _LETTER_CODE.match(tokens[end].folded):
            return _as_written(text, tokens, first, last)
        if _is_joined(text, tokens, last, end):
            last = end
    return _as_written(text, tokens, first, last)


def _is_nearer(text: str, tokens: Sequence[Token], last: int) -> bool:
    """Tell whether what follows says where in it: "hus B, rum 12"; "sal 101, sal 102" are two."""
    between = text[tokens[last].end : tokens[last + 1].start].strip()
    return between in {"", ","} and tokens[last + 1].folded != tokens[last - 1].folded


def _is_code_pair(tokens: Sequence[Token], number: int) -> bool:
    if number + 1 >= len(tokens) or tokens[number].folded not in _CODE_WORDS | _ROOM_WORDS:
        return False
    return _ROOM_CODE.match(tokens[number + 1].folded) is not None


def _as_written(text: str, tokens: Sequence[Token], first: int, last: int) -> PlaceSpan:
    span = (tokens[first].start, tokens[last].end)
    return PlaceSpan(place=PlaceFound(text=text[span[0] : span[1]]), span=span)
