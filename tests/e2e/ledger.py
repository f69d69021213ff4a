"""The book that a checker keeps beside the desk: what was acknowledged, and so must be stored, owed and shown.

Written from the contract alone; nothing here is the product's own code.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from tests.e2e.chats import Said
from tests.e2e.town import Town

Rows = Sequence[Mapping[str, str]]

SPLIT, MOVE = "assignment.split", "assignment.move"
"""What gives work to two, each of whom is told, and is done when both are; what takes it from one for another."""
HAPPENED: Mapping[str, tuple[str, str]] = {
    "order.place": ("request", "placed"),
    "issue.report": ("request", "reported"),
    "issue.found": ("request", "reported"),
    "request.approve": ("request", "approved"),
    "request.reject": ("request", "rejected"),
    "request.ask": ("request", "approval-asked"),
    "request.cancel": ("request", "cancelled"),
    "request.reopen": ("request", "reopened"),
    "request.rate": ("request", "rated"),
    "request.comment": ("request", "commented"),
    "request.join": ("request", "joined"),
    "request.change": ("request", "hours-changed"),
    "assignment.offer": ("assignment", "offered"),
    "assignment.assign": ("assignment", "assigned"),
    "assignment.bundle": ("assignment", "assigned"),
    SPLIT: ("assignment", "assigned"),
    MOVE: ("assignment", "assigned"),
    "assignment.claim": ("assignment", "claimed"),
    "assignment.accept": ("assignment", "accepted"),
    "assignment.decline": ("assignment", "declined"),
    "assignment.start": ("assignment", "started"),
    "assignment.pause": ("assignment", "paused"),
    "assignment.wait": ("request", "commented"),
    "assignment.handover": ("assignment", "handed-over"),
    "assignment.done": ("assignment", "done"),
}
"""What the audit says of each verb that changes a request or an assignment: on which, and what."""
LEADS_TO: Mapping[str, str] = {
    "order.place": "queued",
    "issue.found": "queued",
    "request.approve": "queued",
    "request.reject": "rejected",
    "request.cancel": "cancelled",
    "request.reopen": "queued",
    "assignment.assign": "assigned",
    "assignment.bundle": "assigned",
    SPLIT: "assigned",
    MOVE: "assigned",
    "assignment.claim": "assigned",
    "assignment.accept": "assigned",
    "assignment.decline": "queued",
    "assignment.start": "in_progress",
    "assignment.handover": "queued",
    "assignment.done": "done",
}
"""The status that a request has after each verb that moves it."""
OWES: Mapping[str, tuple[str, str]] = {
    "order.place": ("request.queued", "coordinator"),
    "issue.report": ("issue.emergency", "coordinator"),
    "issue.found": ("request.queued", "coordinator"),
    "request.approve": ("request.queued", "coordinator"),
    "request.reject": ("request.rejected", "requester"),
    "request.reopen": ("request.queued", "coordinator"),
    "request.ask": ("approval.question", "requester"),
    "request.comment": ("request.commented", "coordinator"),
    "request.change": ("request.changed", "coordinator"),
    "assignment.wait": ("request.commented", "requester"),
    "approval.substitute": ("substitute.named", "requester"),
    "agreement.decline": ("agreement.declined", "requester"),
    "agreement.offer": ("agreement.offered", "principal"),
    "agreement.sign": ("agreement.signed", "requester"),
    "human.answer": ("human.said", "requester"),
    "survey.talk": ("human.wanted", "coordinator"),
    "commitment.handover": ("commitment.handed-over", "principal"),
    "announcement.approval": ("announcement.approval", "principal"),
    "announcement.reject": ("announcement.rejected", "requester"),
    "announcement.approve": ("announcement.approved", "requester"),
    "announcement.send": ("announcement.sent", "coordinator"),
    "announcement.ask": ("announcement.asked", "requester"),
    "announcement.remind": ("announcement.reminder", "coordinator"),
    "announcement.recall": ("announcement.recalled", "coordinator"),
    "assignment.offer": ("assignment.offer", "employee"),
    "assignment.assign": ("assignment.assigned", "employee"),
    "standing.assign": ("assignment.assigned", "employee"),
    "assignment.bundle": ("assignment.bundled", "employee"),
    SPLIT: ("assignment.assigned", "employee"),
    MOVE: ("assignment.bundled", "second"),
    "assignment.decline": ("assignment.declined", "coordinator"),
    "assignment.handover": ("assignment.handed-over", "coordinator"),
    "assignment.done": ("request.done", "requester"),
}
"""Which notice each verb owes to whom."""
OWES_TOO: Mapping[str, tuple[str, str]] = {
    "agreement.sign": ("agreement.signed", "coordinator"),
    SPLIT: ("assignment.assigned", "second"),
    MOVE: ("assignment.withdrawn", "employee"),
    "human.answer": ("human.wanted", "coordinator"),
    "human.done": ("human.ended", "coordinator"),
}
"""The other notice, of verbs that owe two; a day that moves takes up to eight pieces along, also of other places."""
SHOWN_TO_REQUESTER = {
    "queued": "I kö hos samordnaren",
    "assigned": "Tilldelad",
    "in_progress": "Pågår",
    "done": "Klar",
    "cancelled": "Avbokad",
    "rejected": "Inte godkänd",
    "forwarded": "Skickad vidare",
}
SHOWN_TO_COORDINATOR = SHOWN_TO_REQUESTER | {"queued": "Ska fördelas", "done": "Klart, utfört av"}
SHOWN_TO_EMPLOYEE = {
    "done": "Klart, tack!",
    "declined": "Du tackade nej",
    "handed_over": "Överlämnat",
    "withdrawn": "Inte längre aktuellt",
}
UNREACHED, LOG = "Meddelanden som inte kom fram", "Loggen"
"""The headings of the cards that tell whom the desk could not reach, and that list everything that was changed."""
HEADINGS = (UNREACHED, LOG)
LISTS = frozenset({"hours.show"})
"""A button of the card that lists somebody's hours; cards that list things are not about any of them."""
NOBODYS = frozenset({"notice.undeliverable", "issue.forwarded", "survey.question"})
"""Notices that are owed for nothing that the people of the stories do."""
WORKS = frozenset({"assignment.done", "assignment.handover"})
"""What is done with hours."""
NOTHING: Mapping[str, int] = {}


@dataclass(kw_only=True)
class Entry:
    """One step of a story: who does what for which place, how often it was tried, and whether a try was acknowledged.

    `employee` is who has the work after it. One that `is_about_place` is answered with a card that names it;
    where it `may_name_place`, that depends on what the others have left.
    """

    place: str
    who: str
    role: str
    verb: str
    tries: int = 0
    is_acknowledged: bool = False
    is_repeatable: bool = False
    is_about_place: bool = False
    may_name_place: bool = False
    employee: str = ""


@dataclass(kw_only=True)
class Ledger:
    """What was tried and acknowledged, in order for each place. `asked` counts sayings that only show a card again."""

    entries: list[Entry] = field(default_factory=list)
    asked: Counter[str] = field(default_factory=Counter)

    def open(self, entry: Entry) -> None:
        """Begin to write down a step."""
        self.entries.append(entry)

    @property
    def verbs(self) -> Counter[str]:
        """Return how often each verb was acknowledged."""
        return Counter(each.verb for each in self.entries if each.is_acknowledged and each.verb)

    def of(self, place: str) -> list[Entry]:
        """Return the entries of a place, oldest first."""
        return [each for each in self.entries if each.place == place]


@dataclass(frozen=True, kw_only=True)
class Books:
    """What the desk says it holds, by its exports."""

    requests: Rows
    assignments: Rows
    time: Rows
    audit: Rows
    notices: Rows

    def at(self, place: str) -> Rows:
        """Return the requests for a place."""
        return [each for each in self.requests if each["place"] == place]

    def work_at(self, place: str) -> Rows:
        """Return the assignments for a place."""
        numbers = {each["id"] for each in self.at(place)}
        return [each for each in self.assignments if each["request"] in numbers]

    def happened_at(self, place: str) -> Counter[tuple[str, str, str]]:
        """Return how often what happened to the place's requests and assignments, as (on which, what, by whom)."""
        subjects = {f"request:{each['id']}" for each in self.at(place)}
        subjects |= {f"assignment:{each['id']}" for each in self.work_at(place)}
        rows = [each for each in self.audit if each["subject"] in subjects and each["person"]]
        return Counter((each["subject"].partition(":")[0], each["what"], each["person"]) for each in rows)


async def read_books(town: Town) -> Books:
    """Return what the desk holds now."""
    kinds = ("requests", "assignments", "time", "audit", "notices")
    return Books(**{kind: await town.export(kind) for kind in kinds})


@dataclass(kw_only=True)
class Checker:
    """Compares a ledger with the books and the chats, and says all that does not agree.

    `cast` gives the code of each role at each place. At places of a series the desk makes orders by itself: there only
    what was acknowledged is looked for.
    """

    ledger: Ledger
    books: Books
    cast: Mapping[str, Mapping[str, str]]

    def _is_series(self, place: str) -> bool:
        return any(each["series"] for each in self.books.at(place))

    def faults_of_storage(self) -> list[str]:
        """Return what is not stored as it was acknowledged, or stored twice."""
        faults = []
        for place in self.cast:
            check = self._of_series if self._is_series(place) else self._of_request
            faults += [f"{place}: {fault}" for fault in [*check(place), *self._of_audit(place)]]
        strange = {each["place"] for each in self.books.requests} - set(self.cast)
        faults += [f"{place}: nobody ordered that" for place in sorted(strange)]
        return faults + self._of_standing()

    def _of_standing(self) -> list[str]:
        """Return what standing work is written twice, by nobody, or not at all for whoever confirmed their day."""
        confirmed = {each.who for each in self.ledger.entries if each.verb == "time.confirm"}
        rows = [each for each in self.books.time if each["schedule"]]
        times = Counter((each["person"], each["schedule"], each["date"]) for each in rows)
        faults = [f"{' '.join(key)}: written {count} times" for key, count in times.items() if count > 1]
        written = {each["person"] for each in rows}
        return faults + [f"{code}: the day is not written as it was confirmed" for code in sorted(written ^ confirmed)]

    def _of_request(self, place: str) -> list[str]:
        moves = [each for each in self.ledger.of(place) if each.verb in LEADS_TO or each.verb == "issue.report"]
        rows = self.books.at(place)
        if len(rows) != (1 if moves else 0):
            return [f"{len(rows)} requests stored"]
        status = LEADS_TO.get(moves[-1].verb) if moves else None
        if status is not None and rows[0]["status"] != status:
            return [f"{rows[0]['id']} is {rows[0]['status']}, not {status}"]
        return [*self._of_rating(place), *self._of_hours(place)] if moves else []

    def _of_rating(self, place: str) -> list[str]:
        is_rated = any(each.verb == "request.rate" for each in self.ledger.of(place))
        rating = self.books.at(place)[0]["rating"]
        return [] if is_rated == (rating is not None) else [f"the mark is {rating}"]

    def _of_hours(self, place: str) -> list[str]:
        number = self.books.at(place)[0]["id"]
        worked = Counter(each["person"] for each in self.books.time if each["request"] == number)
        done = Counter(each.who for each in self.ledger.of(place) if each.verb in WORKS)
        return [] if worked == done else [f"hours of {dict(worked)}, not of {dict(done)}"]

    def _of_series(self, place: str) -> list[str]:
        verbs = Counter(each.verb for each in self.ledger.of(place))
        statuses = Counter(each["status"] for each in self.books.at(place))
        if "series.end" in verbs:
            return [] if set(statuses) == {"cancelled"} else [f"ended, but {dict(statuses)}"]
        faults = [] if len({each["series"] for each in self.books.at(place)}) == 1 else ["not one series"]
        if statuses["cancelled"] != verbs["series.skip"]:
            faults.append(f"{statuses['cancelled']} were left out, not {verbs['series.skip']}")
        return faults if statuses["queued"] else [*faults, "nothing is queued"]

    def _of_audit(self, place: str) -> list[str]:
        happened, faults = self.books.happened_at(place), []
        taken = [each for each in self.ledger.of(place) if each.verb in HAPPENED]
        keys = {(*HAPPENED[each.verb], each.who) for each in taken}
        for key in sorted(keys):
            steps = [each for each in taken if (*HAPPENED[each.verb], each.who) == key]
            most = sum(each.tries if each.is_repeatable else 1 for each in steps)
            least, twice = len(steps), sum(each.verb == SPLIT for each in steps)
            if not least + twice <= happened[key] <= most + twice:
                faults.append(f"{' '.join(key)}: {happened[key]} times, not {least + twice}")
        if not self._is_series(place):
            known = set(HAPPENED.values())
            strange = [key for key in happened if key[:2] in known and key not in keys]
            faults += [f"{' '.join(key)}: nobody did that" for key in strange]
        return faults

    def owed(self) -> tuple[Counter[tuple[str, str]], Counter[tuple[str, str]]]:
        """Return how many notices of which kind are owed to whom, at least and at most; those of series apart."""
        least: Counter[tuple[str, str]] = Counter()
        most: Counter[tuple[str, str]] = Counter()
        for each in self.ledger.entries:
            key = self._notice_of(each)
            if key is not None:
                least[key] += 1
                most[key] += each.tries if each.is_repeatable else 1
            if each.verb in OWES_TOO:
                kind, role = OWES_TOO[each.verb]
                least[kind, self.cast[each.place][role]] += 1
                most[kind, self.cast[each.place][role]] += 8 if each.verb == MOVE else 1
        return least, most

    def _notice_of(self, entry: Entry) -> tuple[str, str] | None:
        if entry.verb not in OWES or self._is_series(entry.place) or self._is_first_part(entry):
            return None
        kind, role = OWES[entry.verb]
        cast = self.cast[entry.place]
        if entry.verb == "order.place" and "principal" in cast:
            kind, role = "request.approval", "principal"
        return kind, entry.employee if role == "employee" else cast[role]

    def _is_first_part(self, entry: Entry) -> bool:
        """Tell whether it ended a part of what was split, and not the last one."""
        verbs = [each.verb for each in self.ledger.of(entry.place)]
        ends = [each for each in self.ledger.of(entry.place) if each.verb == "assignment.done"]
        return SPLIT in verbs and entry in ends[:1]

    def faults_of_notices(self) -> list[str]:
        """Return which notices are owed too often or too seldom."""
        least, most = self.owed()
        apart = {self.cast[place]["coordinator"] for place in self.cast if self._is_series(place)}
        rows = [each for each in self.books.notices if each["kind"] not in NOBODYS]
        found = Counter((each["kind"], each["recipient"]) for each in rows)
        keys = [key for key in {*least, *found} if key[1] not in apart]
        return [
            f"{key[0]} to {key[1]}: {found[key]} owed, not {least[key]}"
            for key in sorted(keys)
            if not least[key] <= found[key] <= most[key]
        ]

    # What stands in the chats

    def due_in_chat(self, place: str) -> Counter[str]:
        """Return how many messages about a place each person has been sent at least: notices, and answers to words."""
        due: Counter[str] = Counter()
        for each in self.ledger.of(place):
            notice = self._notice_of(each)
            if notice is not None:
                due[notice[1]] += 1
            if each.verb in {SPLIT, MOVE}:
                due[self.cast[place][OWES_TOO[each.verb][1]]] += 1
            if each.is_about_place:
                due[each.who] += 1
        return due

    def about(self, place: str, messages: Iterable[Said]) -> list[Said]:
        """Return those of *messages* that speak of a place, or of its request by number."""
        names = [place, *(each["id"] for each in self.books.at(place))]
        told = [each for each in messages if not LISTS & set(each.verbs) and not any(map(each.says, HEADINGS))]
        return [each for each in told if any(name in each.words for name in names)]

    def shown(self, place: str, person: str) -> set[str]:
        """Return what any of a person's cards about a place may say of how it stands; one of it must be there."""
        cast, words = self.cast[place], {"är borttagen"}
        for row in self.books.at(place):
            roles = [SHOWN_TO_REQUESTER, *([SHOWN_TO_COORDINATOR] if person == cast["coordinator"] else [])]
            words |= {f"  {by_role[row['status']]}" for by_role in roles if row["status"] in by_role}
            if row["status"] == "done" and person == cast["requester"]:
                words.add("  Tack för ditt betyg" if row["rating"] else "är klar")
        mine = [each["status"] for each in self.books.work_at(place) if each["person"] == person]
        if mine:
            words = {f"  {SHOWN_TO_EMPLOYEE[status]}" for status in mine if status in SHOWN_TO_EMPLOYEE}
        return words

    def faults_of_chat(
        self,
        person: str,
        messages: Sequence[Said],
        *,
        extra: int,
        missing: Mapping[str, int] = NOTHING,
        let_go: Collection[str] = (),
    ) -> list[str]:
        """Return what is missing in a person's chat, doubled more than *extra* times in all, or not shown as it is.

        *missing* counts the messages about each place that could not be delivered, and are listed so. *let_go* has the
        ids of cards that Teams said it did not have, and that were sent anew: they stay as they were. Of the others so
        many may be old as came twice: nobody knows of the first of those.
        """
        faults, surplus, doubles = [], 0, list[str]()
        for place in self.cast:
            due, found = self.due_in_chat(place)[person], self.about(place, messages)
            if self._is_series(place) or not self.books.at(place) or not (due or found):
                continue
            arrived = due - missing.get(place, 0)
            if len(found) < arrived:
                faults.append(f"{person} has {len(found)} messages about {place}, not {due}")
            doubled = max(0, len(found) - due)
            surplus += doubled
            doubles += [f"{place}: {each.words.splitlines()[:4]}" for each in found] if doubled else []
            alive, words = [each for each in found if each.id not in let_go], self.shown(place, person)
            stale = [each for each in alive if each.card and not any(word in each.words for word in words)]
            if len(stale) > max(0, len(alive) - max(0, arrived)):
                faults += [f"{person} at {place} sees none of {sorted(words)}: {each.words}" for each in stale]
        if surplus > extra:
            faults.append(f"{person} has {surplus} messages too many, {extra} could be: {'; '.join(doubles)}")
        return faults
