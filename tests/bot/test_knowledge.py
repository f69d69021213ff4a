"""What one process agrees on the others know with their next look, and read no words anew for it."""

from actions.agreements import sign_agreement
from actions.ports import Begin
from bot.knowledge import Shelf
from tests.factories import NOW, the_person


async def test_a_signature_is_seen_at_once_by_every_process(begin: Begin) -> None:
    here, there = Shelf(), Shelf()
    async with begin() as work:
        before = [await shelf.read(work, at=NOW) for shelf in (here, there)]
    signed = await sign_agreement("AVT-PV7", by=the_person("CHE7"), begin=begin, at=NOW)
    async with begin() as work:
        after = [await shelf.read(work, at=NOW) for shelf in (here, there)]

    assert [each.catalogue.agreement_in_force("PV7", signed.start) for each in before] == [None, None]
    assert [each.catalogue.agreement_in_force("PV7", signed.start) for each in after] == [signed, signed]
    assert after[0].lexicon is before[0].lexicon
