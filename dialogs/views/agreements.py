"""The views of agreements: one, and the list of those that the reader may see."""

from collections.abc import Sequence

from actions.agreements import OFFERED, may_sign
from catalog.models import Category, Indicator, Service
from dialogs.cards.agreement import AgreementFacts, AgreementsFacts, agreement_card, agreements_card
from dialogs.cards.elements import Shown
from dialogs.cards.story import Told
from dialogs.views.asked import Asked, Hidden
from domain.agreements import Agreement, AgreementStatus

S = AgreementStatus


async def show_agreement(asked: Asked) -> Shown:
    """Return one agreement; a draft only for whoever edits it, or when it has been offered before."""
    work = asked.work
    held = await work.agreements.get(asked.id)
    events = await work.events.of_subject(asked.message.subject or "")
    may_edit = asked.allows("agreement.edit", unit=held.unit)
    was_offered = held.status is not S.DRAFT or any(each.what == OFFERED for each in events)
    if not (may_edit or (was_offered and asked.allows("agreement.read", unit=held.unit))):
        raise Hidden
    theirs = await work.agreements.of_unit(held.unit)
    indicators = asked.catalogue.indicators.values()
    services = [each for each in asked.catalogue.services.values() if _is_for(asked, held, each)]
    names = await asked.names([held.signed_by or "", *(each.person or "" for each in events)])
    facts = AgreementFacts(
        agreement=held,
        unit=asked.catalogue.units[held.unit],
        amended=next((each for each in theirs if each.code == held.replaces), None),
        follower=next((each for each in theirs if each.replaces == held.code and each.status is S.SIGNED), None),
        services=_by_category(asked, [each for each in services if held.holds(each.code)]),
        indicators=[each.name.of(asked.language) for each in indicators if _is_followed(held, each)],
        story=[Told(event=each, name=names.get(each.person or "", "")) for each in events],
        signer=names.get(held.signed_by or "", ""),
        may_edit=may_edit,
        may_sign=may_sign(asked.reader, held.unit),
        service_choices=[(each.code, each.name.of(asked.language)) for each in services],
        indicator_choices=[(each.code, each.name.of(asked.language)) for each in indicators],
    )
    return agreement_card(facts, asked.frame(held.version))


def _is_for(asked: Asked, held: Agreement, service: Service) -> bool:
    return asked.catalogue.units[held.unit].unit_type in service.unit_types


def _by_category(asked: Asked, services: Sequence[Service]) -> dict[Category, list[str]]:
    return {
        category: [each.name.of(asked.language) for each in services if each.category is category]
        for category in Category
    }


def _is_followed(held: Agreement, indicator: Indicator) -> bool:
    """Tell whether the unit has chosen the indicator, or where it has chosen none, whether it is for such units."""
    if held.indicators:
        return indicator.code in held.indicators
    return not indicator.units or held.unit in indicator.units


async def show_agreements(asked: Asked) -> Shown:
    """Return the agreements of the units that the reader sees those of; drafts only for whoever edits them."""
    units = asked.catalogue.units
    shown = [
        (each, units[each.unit])
        for each in await asked.work.agreements.all()
        if asked.allows("agreement.edit", unit=each.unit)
        or (each.status is not S.DRAFT and asked.allows("agreement.read", unit=each.unit))
    ]
    shown.sort(key=lambda each: (each[0].status is S.ENDED, each[0].unit, each[0].start))
    choices = [(code, each.name.of(asked.language)) for code, each in units.items()]
    may_edit = asked.allows("agreement.edit")
    return agreements_card(AgreementsFacts(agreements=shown, units=choices if may_edit else ()), asked.frame())
