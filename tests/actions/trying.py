"""The steps that the random people of `test_any_steps` try, and the desks that they try them on."""

import asyncio
import shutil
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from actions.agreements import (
    amend_agreement,
    change_terms,
    decline_agreement,
    draft_agreement,
    end_agreement,
    offer_agreement,
    sign_agreement,
)
from actions.assignments import (
    accept_assignment,
    decline_assignment,
    finish_assignment,
    pause_assignment,
    start_assignment,
)
from actions.claims import claim_request
from actions.handover import hand_over_assignment
from actions.requests import (
    approve_request,
    cancel_request,
    comment_request,
    rate_request,
    reject_request,
    reopen_request,
)
from actions.standing import make_standing_ahead
from domain.agreements import Agreement
from domain.assignments import Assignment
from domain.people import Person
from domain.requests import ServiceRequest
from domain.worktime import local_date
from storage.unit_of_work import Storage
from tests.actions.by_hand import may, signs
from tests.actions.holding import Seen
from tests.factories import NOW, TODAY, example_pilot
from tests.stores import Server, create_database, sqlite_at

Run = Callable[[], Awaitable[object]]
Desk = dict[str, Any]
"""What every action is given: `catalogue`, `begin` and `at`."""


@dataclass(frozen=True, kw_only=True)
class Step:
    """What somebody tries, and whether `permissions.csv` lets them."""

    what: str
    is_allowed: bool
    run: Run
    is_repeatable: bool = False


def step_of(permission: str, by: Person, unit: str, run: Run, *, is_own: bool = False) -> Step:
    """Return a step that takes *permission* for a thing of *unit* that is theirs or not."""
    return Step(what=permission, is_allowed=may(by, permission, unit=unit, is_own=is_own), run=run)


def of_request(what: str, request: ServiceRequest, by: Person, *, seen: Seen, desk: Desk) -> Step:
    """Return what *by* tries with a request."""
    own = request.requester == by.code
    steps: dict[str, tuple[str, Run]] = {
        "approve": ("order.approve", lambda: approve_request(request.id, by=by, **desk)),
        "reject": ("order.approve", lambda: reject_request(request.id, "nej", by=by, **desk)),
        "cancel": ("order.cancel", lambda: cancel_request(request.id, by=by, **desk)),
        "reopen": ("request.reopen", lambda: reopen_request(request.id, by=by, **desk)),
        "rate": ("request.rate", lambda: rate_request(request.id, 4, None, by=by, **desk)),
        "comment": ("request.comment", lambda: comment_request(request.id, "hej", by=by, **desk)),
        "claim": ("assignment.claim", lambda: claim_request(request.id, by=by, **desk)),
    }
    permission, run = steps[what]
    live = [each for each in seen.assignments.values() if each.request == request.id and each.is_live]
    is_own = own or (what != "rate" and by.code in {each.person for each in live})
    step = step_of(permission, by, request.unit, run, is_own=is_own)
    if permission == "order.approve" and seen.stands_in(by.code, request.unit, local_date(desk["at"])):
        return replace(step, is_allowed=True)
    return replace(step, is_repeatable=what == "comment")


def of_assignment(what: str, assignment: Assignment, by: Person, *, hours: Decimal, desk: Desk) -> Step:
    """Return what *by* tries with an assignment."""
    own = {"by": by, "begin": desk["begin"], "at": desk["at"]}
    steps: dict[str, Run] = {
        "accept": lambda: accept_assignment(assignment.id, **own),
        "decline": lambda: decline_assignment(assignment.id, **own),
        "start": lambda: start_assignment(assignment.id, **own),
        "pause": lambda: pause_assignment(assignment.id, **own),
        "finish": lambda: finish_assignment(assignment.id, hours, **own),
        "handover": lambda: hand_over_assignment(assignment.id, **own),
    }
    return step_of("assignment.work", by, "", steps[what], is_own=assignment.person == by.code)


def of_agreement(what: str, agreement: Agreement, by: Person, *, days: int, desk: Desk) -> Step:
    """Return what *by* tries with an agreement."""
    day, code = local_date(desk["at"]) + timedelta(days=days), agreement.code
    own = {"by": by, "begin": desk["begin"], "at": desk["at"]}
    edit = {"by": by, **desk}
    lines = [replace(each, hours_per_month=each.hours_per_month + days) for each in agreement.lines]
    steps: dict[str, Run] = {
        "draft": lambda: draft_agreement(agreement.unit, day, **edit),
        "amend": lambda: amend_agreement(code, day, **edit),
        "change": lambda: change_terms(code, {"lines": lines}, **edit),
        "offer": lambda: offer_agreement(code, **edit),
        "end": lambda: end_agreement(code, day, **edit),
        "sign": lambda: sign_agreement(code, **own),
        "decline": lambda: decline_agreement(code, None, **own),
    }
    if what in {"sign", "decline"}:
        return Step(what=what, is_allowed=signs(by, agreement.unit), run=steps[what])
    return step_of("agreement.edit", by, agreement.unit, steps[what])


async def _make(url: str) -> None:
    """Leave the standing work of mail and waste at PV1 of a week, and none elsewhere."""
    storage = Storage.open(url, is_durable=False)
    few: Sequence[Any] = [
        each for each in example_pilot().schedules if each.unit == "PV1" and each.service != "LOK-REG"
    ]
    async with storage.begin() as work:
        await work.catalogues.load(replace(example_pilot(), schedules=tuple(few)), prices_from=TODAY)
    await make_standing_ahead(begin=storage.begin, at=NOW)
    await storage.close()


def desks(database: str, request: pytest.FixtureRequest) -> Callable[[], str]:
    """Return what gives a new desk at each call."""
    if database == "sqlite":
        template = Path(str(request.getfixturevalue("sqlite_url")).partition("///")[2])
        asyncio.run(_make(sqlite_at(template)))
        file = template.with_name("example.db")
        return lambda: sqlite_at(Path(shutil.copy(template, file)))
    server: Server = request.getfixturevalue("postgresql")
    url = create_database(server, "loaded")
    asyncio.run(_make(url))
    name = urlsplit(url).path.strip("/")
    return lambda: create_database(server, name)
