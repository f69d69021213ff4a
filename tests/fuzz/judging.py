"""What must hold of each answer, whatever was asked; the table of permissions is read here once more, by itself."""

import csv
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bot.wire import SHORT_MESSAGE, JsonObject, as_object
from domain.notices import REPLY
from domain.people import Person
from tests.factories import example_pilot
from tests.fuzz.ledger import TRAFFIC, Change, Happening, Ledger, Owing
from tests.fuzz.sentences import BESIDE, FAULT, is_no, keys_of
from tests.fuzz.shots import MESSAGES, Shot

NOT_IMPLEMENTED = 501
_PERMISSIONS = Path(__file__).parent.parent.parent / "catalog" / "pilot" / "permissions.csv"
PERMITTED: Mapping[str, Sequence[str]] = {
    "placed": ("order.create",),
    "reported": ("issue.report",),
    "approved": ("order.approve",),
    "rejected": ("order.approve",),
    "cancelled": ("order.cancel",),
    "withdrawn": ("order.cancel", "order.create", "request.assign", "absence.report"),
    "planned": ("order.create",),
    "offered": ("request.assign", "absence.report"),
    "assigned": ("request.assign", "assignment.work", "assignment.claim"),
    "accepted": ("assignment.work", "assignment.claim"),
    "declined": ("assignment.work",),
    "started": ("assignment.work",),
    "paused": ("assignment.work",),
    "done": ("assignment.work",),
    "rated": ("request.rate",),
    "reopened": ("request.reopen",),
    "commented": ("request.comment",),
    "file-added": ("request.read",),
    "survey.paused": ("survey.manage",),
    "survey.resumed": ("survey.manage",),
    "commitment.filled": ("commitment.edit",),
    "commitment.snoozed": ("commitment.edit", "commitment.read"),
    "commitment.status": ("commitment.edit",),
}
"""One of these actions somebody must be allowed to do, for the event to be theirs."""
CHANGED = "-changed"
BELOW = (b"Invalid method encountered", b"Can not decode content-encoding")
"""How the HTTP server itself refuses what can't become a request, before the bot sees anything."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Answered:
    """How the bot answered a shot: HTTP status, body, and what had been written when it answered."""

    status: int
    body: bytes
    changes: Sequence[Change] = ()
    happenings: Sequence[Happening] = ()
    owings: Sequence[Owing] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Sent:
    """A shot as the bot must read it; `is_forged` when no such button was ever made."""

    shot: Shot
    activity: JsonObject
    sender: Person | None
    is_forged: bool
    is_again: bool

    @property
    def spoken(self) -> str:
        """Return the language of the client."""
        locale = self.activity.get("locale")
        return "en" if isinstance(locale, str) and locale.partition("-")[0].casefold() == "en" else "sv"

    @property
    def language(self) -> str:
        """Return the language that its sender reads."""
        return self.sender.language if self.sender else self.spoken

    @property
    def is_press(self) -> bool:
        """Tell whether it is an invoke of a button."""
        return self.activity.get("type") == "invoke" and self.activity.get("name") == "adaptiveCard/action"


def sender_of(activity: JsonObject) -> Person | None:
    """Return the person whom development believes an activity to be from."""
    aad = as_object(activity.get("from")).get("aadObjectId")
    return _people().get(aad) if isinstance(aad, str) else None


def faults_of(sent: Sent, answered: Answered) -> Iterator[str]:
    """Yield what is wrong with the answer."""
    yield from _http_faults(sent, answered)
    apart = TRAFFIC | {"files"} if sent.activity.get("attachments") else TRAFFIC
    # A request that was torn off may still be at work: what happened by somebody else is no effect of this one.
    # Files that waited are put to what the person speaks of, whatever comes of the words.
    own = [
        each
        for each in answered.happenings
        if (sent.sender is None or each.person == sent.sender.code) and each.what != "file-added"
    ]
    apart = apart if own else apart | {"events"}
    business = [each for each in answered.changes if each.table not in apart]
    told = list(_told(sent, answered))
    if any(FAULT in keys for keys in told):
        yield "the answer is a reference number"
    if sent.is_press and answered.status == 200:
        yield from _press_faults(sent, answered)
    is_told_no = bool(told) and not _shown(answered) and all(any(is_no(key) for key in keys) for keys in told)
    reason = _why_refused(sent, answered, is_told_no=is_told_no)
    if reason and business:
        happened = sorted({f"{each.what} {each.subject}" for each in own})
        yield f"{reason}, but it changed {sorted({(each.table, each.what) for each in business})}: {happened}"
    if sent.sender is not None:
        yield from _theft(sent.sender, answered)


def _why_refused(sent: Sent, answered: Answered, *, is_told_no: bool) -> str:
    if answered.status >= 400:
        return f"status {answered.status}"
    if sent.shot.path == MESSAGES and sent.activity and sent.sender is None:
        return "nobody whom the desk knows"
    if sent.is_forged:
        return "no button of ours"
    return "the answer says no" if is_told_no else ""


def _http_faults(sent: Sent, answered: Answered) -> Iterator[str]:
    if answered.status >= 500 and answered.status != NOT_IMPLEMENTED:
        yield f"status {answered.status}"
    if b"Traceback" in answered.body or b'File "' in answered.body:
        yield "a traceback in the answer"
    if answered.status < 400 or sent.shot.raw is not None or sent.shot.method == "HEAD":
        return
    if any(each.table == "inbox" for each in answered.changes):
        yield "refused, but remembered as taken"
    if sent.shot.kind == "wire" and answered.body.startswith(BELOW):
        return
    body = as_object(_read(answered.body))
    error = as_object(body.get("error") or body.get("value"))
    if not error.get("code") or len(str(error.get("message") or "")) < 5:
        yield f"status {answered.status} without a code and a message: {answered.body[:200]!r}"


def _press_faults(sent: Sent, answered: Answered) -> Iterator[str]:
    body = as_object(_read(answered.body))
    status, value = body.get("statusCode"), body.get("value")
    if status == 400:
        message = as_object(value).get("message")
        # What names no button at all is answered before anybody is looked up, in the language of the client.
        if not isinstance(message, str) or not keys_of(message, sent.spoken):
            yield f"no sentence: {message!r}"
    elif status == 200 and body.get("type") == SHORT_MESSAGE:
        yield from _wordless(sent, answered, value)
    elif status != 200 or as_object(value).get("type") != "AdaptiveCard":
        yield f"a press was answered with {status!r} {value!r}"


def _wordless(sent: Sent, answered: Answered, value: object) -> Iterator[str]:
    if not isinstance(value, str) or not (value or sent.is_again or _shown(answered)):
        yield f"a press was answered with {value!r}"
    elif value and not keys_of(value, sent.language):
        yield f"no sentence in {sent.language}: {value!r}"


def _told(sent: Sent, answered: Answered) -> Iterator[frozenset[str]]:
    """Yield the keys of each sentence that answers, as far as it is a sentence of its own."""
    for owing in answered.owings:
        if owing.kind == REPLY and owing.text is not None and owing.text not in BESIDE:
            yield frozenset({owing.text})
    if not sent.is_press or answered.status != 200:
        return
    body = as_object(_read(answered.body))
    value = body.get("value")
    if body.get("type") == SHORT_MESSAGE and isinstance(value, str) and value:
        yield keys_of(value, sent.language)
    elif body.get("statusCode") != 200:
        yield keys_of(str(as_object(value).get("message")), sent.language) | {"error-"}


def _shown(answered: Answered) -> bool:
    return any(each.kind == REPLY and each.view is not None for each in answered.owings)


def _theft(sender: Person, answered: Answered) -> Iterator[str]:
    """Yield what the sender has done, or is written down as having done, without being allowed to anywhere."""
    is_by_desk = any(each.person is None for each in answered.happenings)
    for each in answered.happenings:
        if each.person is None or (is_by_desk and each.what == "approved"):
            continue
        if each.person != sender.code:
            yield f"{each.person} is said to have {each.what} {each.subject}, but {sender.code} did it"
        actions = _actions(each.what)
        if actions and not any(_scopes(sender, action) for action in actions):
            yield f"{sender.code} may not have {each.what} {each.subject}"


def _actions(what: str) -> Sequence[str]:
    return ("order.create",) if what.endswith(CHANGED) else PERMITTED.get(what, ())


async def thefts(ledger: Ledger) -> Sequence[str]:
    """Return the events of all requests and assignments that their doers were not allowed to make happen there."""
    requests = await ledger.rows("SELECT id, unit, requester FROM requests")
    units = {str(identity): (str(unit), str(requester)) for identity, unit, requester in requests}
    of_schedules = await ledger.rows("SELECT DISTINCT schedule, unit FROM standing_days")
    units |= {str(schedule): (str(unit), "") for schedule, unit in of_schedules}
    held: dict[str, set[str]] = {}
    of_all = "SELECT id, COALESCE(request, schedule), person FROM assignments"
    for identity, work, person in await ledger.rows(of_all):
        held.setdefault(str(work), set()).add(str(person))
        units[str(identity)] = units.get(str(work), ("", ""))
        held.setdefault(str(identity), set()).add(str(person))
    # Whoever has joined a report follows it as their own.
    for subject, person in await ledger.rows("SELECT subject, person FROM events WHERE what = 'joined'"):
        held.setdefault(str(subject).partition(":")[2], set()).add(str(person))
    found = []
    for subject, what, code in await ledger.rows("SELECT subject, what, person FROM events WHERE person IS NOT NULL"):
        identity = str(subject).partition(":")[2]
        if identity not in units:
            continue
        unit, requester = units[identity]
        doer = _by_code()[str(code)]
        is_own = doer.code == requester or doer.code in held.get(identity, set())
        actions = _actions(str(what))
        scopes = [scope for action in actions for scope in _scopes(doer, action)]
        if actions and not any(_reaches(scope, doer, unit=unit, is_own=is_own) for scope in scopes):
            found.append(f"{code} {what} {subject} of {unit}")
    return found


def _reaches(scope: str, doer: Person, *, unit: str, is_own: bool) -> bool:
    return scope == "all" or (scope == "own" and is_own) or (scope in {"unit", "units"} and unit in doer.units)


@cache
def _table() -> Mapping[str, Mapping[str, str]]:
    with _PERMISSIONS.open(encoding="utf-8") as file:
        return {row["action"]: row for row in csv.DictReader(file)}


def _scopes(person: Person, action: str) -> list[str]:
    row = _table()[action]
    return [row[role.value] for role in person.roles if row[role.value]]


@cache
def _people() -> Mapping[str, Person]:
    return {each.aad_object_id: each for each in example_pilot().people}


@cache
def _by_code() -> Mapping[str, Person]:
    return {each.code: each for each in example_pilot().people}


def _read(raw: bytes) -> object:
    try:
        return json.loads(raw)
    except ValueError:
        return None
