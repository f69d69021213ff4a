"""An agreement is drafted, offered, signed, amended from a day and ended with notice; orders see it at once."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from actions.agreements import (
    change_terms,
    decline_agreement,
    draft_agreement,
    end_agreement,
    expire_agreements,
    offer_agreement,
    sign_agreement,
)
from domain.agreements import Agreement, AgreementLine, AgreementStatus, Category
from domain.errors import AgreementOverlaps, BadInput, DeskError, NoAgreement, NotAllowed, NotOrderable, WrongState
from domain.worktime import local_date
from tests.actions.desk import Desk
from tests.factories import NOW, TODAY, example_pilot, the_person

S = AgreementStatus
APRIL, MAY = date(2022, 4, 12), date(2022, 5, 1)
PV1, PV7 = "AVT-PV1", "AVT-PV7"


def by(desk: Desk, who: str, at: datetime = NOW) -> dict[str, Any]:
    return {"by": the_person(who), "begin": desk.begin, "at": at}


def edits(desk: Desk, at: datetime = NOW) -> dict[str, Any]:
    return by(desk, "ADM1", at) | {"catalogue": desk.catalogue}


async def of(desk: Desk, code: str) -> Agreement:
    async with desk.begin() as work:
        return await work.agreements.get(code)


async def now(desk: Desk, at: datetime = NOW) -> Desk:
    """Return the desk with the catalogue as the next turn reads it."""
    async with desk.begin() as work:
        return Desk(begin=desk.begin, catalogue=await work.catalogues.read(day=local_date(at)))


async def amended(desk: Desk, start: date = MAY, **terms: Any) -> Agreement:
    """Return an offered amendment of PV1's."""
    drafted = await draft_agreement("PV1", start, **edits(desk))
    if terms:
        await change_terms(drafted.code, terms, **edits(desk))
    return await offer_agreement(drafted.code, **edits(desk))


def more_hours(hours: str) -> tuple[AgreementLine, ...]:
    lines = next(each for each in example_pilot().catalogue.agreements if each.code == PV1).lines
    return tuple(
        replace(each, hours_per_month=Decimal(hours)) if each.category is Category.CALL_OFF else each for each in lines
    )


async def test_what_is_only_offered_lets_nobody_order_until_it_is_signed(desk: Desk) -> None:
    wish: dict[str, Any] = {
        "who": "KON71",
        "service": "LOK-FON",
        "wanted_start": datetime(2022, 4, 12, 9, tzinfo=NOW.tzinfo),
    }
    with pytest.raises(NoAgreement) as refused:
        await desk.order(**wish)
    await sign_agreement(PV7, **by(desk, "CHE7"))

    assert refused.value.values["reason"] == "not-signed"
    assert (await (await now(desk)).order(**wish)).unit == "PV7"
    assert ("agreement.signed", "ADM1") in await desk.owed()
    assert ("agreement.signed", "SAM2") in await desk.owed()


async def test_an_amendment_holds_from_its_day_and_leaves_what_was_ordered_as_it_was(anywhere: Desk) -> None:
    placed = await anywhere.order(hours=Decimal(3))
    offered = await amended(anywhere, lines=more_hours("20"))
    signed = await sign_agreement(offered.code, **by(anywhere, "REK1"))
    desk = await now(anywhere)

    assert (signed.code, signed.start, (await of(anywhere, PV1)).end) == ("AVT-PV1-2", MAY, MAY - timedelta(days=1))
    for day, hours in ((MAY - timedelta(days=1), Decimal(12)), (MAY, Decimal(20))):
        agreement = desk.catalogue.agreement_in_force("PV1", day)
        assert agreement is not None
        assert (agreement.lines[1].hours_per_month, agreement.first_day) == (hours, date(2022, 1, 1))
    assert await anywhere.request(placed.id) == placed


async def test_of_two_who_sign_and_end_at_once_one_sees_what_the_other_did(anywhere: Desk) -> None:
    offered = await amended(anywhere)
    last = TODAY + timedelta(days=40)

    await asyncio.gather(
        sign_agreement(offered.code, **by(anywhere, "REK1")),
        end_agreement(PV1, last, **edits(anywhere)),
        return_exceptions=True,
    )

    in_force = [
        each for each in (await now(anywhere)).catalogue.agreements if each.unit == "PV1" and each.is_in_force(MAY)
    ]
    assert in_force == []
    assert (await of(anywhere, offered.code)).status is S.ENDED


async def test_notice_ends_it_on_its_day_and_what_was_to_follow(desk: Desk) -> None:
    await sign_agreement((await amended(desk, date(2022, 8, 1))).code, **by(desk, "REK1"))
    last = date(2022, 6, 30)
    await end_agreement(PV1, last, **edits(desk))
    await end_agreement(PV1, last, **edits(desk))

    later = NOW + timedelta(days=120)
    assert await expire_agreements(begin=desk.begin, at=later) == 1
    assert await expire_agreements(begin=desk.begin, at=later) == 0
    ended = await of(desk, PV1)
    assert (ended.status, ended.end, ended.is_in_force(last)) == (S.ENDED, last, True)
    assert (await of(desk, "AVT-PV1-2")).status is S.ENDED
    assert [each for each in await desk.owed() if each[0] == "agreement.ended"] == [
        ("agreement.ended", "REK1"),
        ("agreement.ended", "SAM1"),
    ]
    with pytest.raises(NoAgreement):
        await (await now(desk, later)).order(wanted_start=datetime(2022, 8, 2, 9, tzinfo=NOW.tzinfo), at=later)


async def test_what_the_unit_has_not_chosen_can_not_be_ordered_from_the_day_of_the_amendment(desk: Desk) -> None:
    offered = await amended(desk, services=("LOK-FON",))
    await sign_agreement(offered.code, **by(desk, "REK1"))
    agreed = await now(desk)
    in_may = datetime(2022, 5, 3, 9, tzinfo=NOW.tzinfo)

    with pytest.raises(NotOrderable) as refused:
        await agreed.order(service="VAK-LAM", wanted_start=in_may)

    assert refused.value.values["reason"] == "not-agreed"
    assert (await agreed.order(service="LOK-FON", wanted_start=in_may)).service == "LOK-FON"
    assert (await agreed.order(service="VAK-LAM")).service == "VAK-LAM"
    assert agreed.catalogue.agreed_until("PV1", TODAY) == date(2023, 12, 31)


async def test_an_offer_that_is_declined_is_a_draft_again_and_the_reason_is_kept(desk: Desk) -> None:
    await decline_agreement(PV7, "för få timmar", **by(desk, "CHE7"))

    assert (await of(desk, PV7)).status is S.DRAFT
    assert [each.reason for each in await desk.events(f"agreement:{PV7}")] == ["för få timmar"]
    assert ("agreement.declined", "ADM1") in await desk.owed()


async def test_changed_terms_of_an_offer_have_to_be_offered_anew(desk: Desk) -> None:
    await change_terms(PV7, {"indicators": ("K1",)}, **edits(desk))

    with pytest.raises(WrongState):
        await sign_agreement(PV7, **by(desk, "CHE7"))
    (event,) = await desk.events(f"agreement:{PV7}")
    assert event.changed == {"indicators": ["", "K1"], "status": ["offered", "draft"]}


async def test_a_load_keeps_what_was_agreed_in_the_product(desk: Desk) -> None:
    await sign_agreement((await amended(desk, lines=more_hours("20"))).code, **by(desk, "REK1"))
    before = (await now(desk)).catalogue.agreements
    async with desk.begin() as work:
        changed = await work.catalogues.load(example_pilot(), prices_from=TODAY)

    assert changed == 0
    assert (await now(desk)).catalogue.agreements == before


async def test_signing_late_holds_from_the_day_of_the_signature(desk: Desk) -> None:
    signed = await sign_agreement(PV7, **by(desk, "CHE7", NOW + timedelta(days=40)))

    assert signed.start == TODAY + timedelta(days=40)


Deed = Callable[[Desk], Awaitable[object]]
REFUSED: dict[str, tuple[Deed, type[DeskError]]] = {
    "a requester signs": (lambda desk: sign_agreement(PV7, **by(desk, "KON71")), NotAllowed),
    "the administrator signs": (lambda desk: sign_agreement(PV7, **by(desk, "ADM1")), NotAllowed),
    "another unit's principal signs": (lambda desk: sign_agreement(PV7, **by(desk, "REK1")), NotAllowed),
    "another unit's principal declines": (lambda desk: decline_agreement(PV7, None, **by(desk, "REK1")), NotAllowed),
    "a principal drafts": (
        lambda desk: draft_agreement("PV1", None, **edits(desk) | {"by": the_person("REK1")}),
        NotAllowed,
    ),
    "what is signed is offered": (lambda desk: offer_agreement(PV1, **edits(desk)), WrongState),
    "what is signed is declined": (lambda desk: decline_agreement(PV1, None, **by(desk, "REK1")), WrongState),
    "what is signed is changed": (lambda desk: change_terms(PV1, {"end": MAY}, **edits(desk)), WrongState),
    "an amendment in the past": (lambda desk: draft_agreement("PV1", date(2022, 3, 1), **edits(desk)), BadInput),
    "notice that is too short": (lambda desk: end_agreement(PV1, APRIL, **edits(desk)), BadInput),
    "an end after the end": (lambda desk: end_agreement(PV1, date(2025, 1, 1), **edits(desk)), BadInput),
    "an end before the beginning": (
        lambda desk: change_terms(PV7, {"end": date(2022, 3, 31)}, **edits(desk)),
        BadInput,
    ),
    "hours below none": (
        lambda desk: change_terms(PV7, {"lines": more_hours("-1")}, **edits(desk)),
        BadInput,
    ),
}


@pytest.mark.parametrize("name", REFUSED)
async def test_what_can_not_be_done_changes_nothing(desk: Desk, name: str) -> None:
    deed, refusal = REFUSED[name]
    before = (await now(desk)).catalogue

    with pytest.raises(refusal):
        await deed(desk)

    assert (await now(desk)).catalogue == before
    assert await desk.owed() == []


async def test_two_agreements_are_never_in_force_on_the_same_day(desk: Desk) -> None:
    later = await amended(desk, date(2022, 8, 1))
    await sign_agreement(later.code, **by(desk, "REK1"))
    sooner = await draft_agreement("PV1", MAY, **edits(desk))
    await change_terms(sooner.code, {"end": date(2022, 8, 1)}, **edits(desk))
    await offer_agreement(sooner.code, **edits(desk))

    with pytest.raises(AgreementOverlaps):
        await sign_agreement(sooner.code, **by(desk, "REK1"))
