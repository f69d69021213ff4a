"""The whole catalogue is understood: every service by each of its keywords, every object by each of its own."""

import pytest

from catalog.models import BoundaryRow, Service
from tests.dialogs.understanding.pilot import pilot_catalogue
from tests.dialogs.understanding.test_utterances import heard

CATALOGUE = pilot_catalogue()
BY_KEYWORD = [
    (service, sentence)
    for service in CATALOGUE.services.values()
    for sentence in dict.fromkeys(
        [
            *(f"vi behöver {keyword}" for keyword in (service.name.sv.lower(), *service.keywords.sv)),
            *(f"we need {keyword}" for keyword in (service.name.en.lower(), *service.keywords.en)),
        ]
    )
]
BY_OBJECT = [
    (row, sentence)
    for row in CATALOGUE.boundary.values()
    for sentence in dict.fromkeys(
        [
            *(f"{keyword} här" for keyword in row.keywords.sv),
            *(f"{keyword} here" for keyword in row.keywords.en),
            *(f"det är {keyword}" for keyword in row.escalate_words),
        ]
    )
]


@pytest.mark.parametrize(
    ("service", "sentence"), BY_KEYWORD, ids=lambda each: each if isinstance(each, str) else each.code
)
def test_a_service_is_found_by_each_of_its_words(service: Service, sentence: str) -> None:
    understood = heard(sentence)

    assert service.code in {understood.service, *understood.alternatives, *(each.service for each in understood.more)}


@pytest.mark.parametrize(("row", "sentence"), BY_OBJECT, ids=lambda each: each if isinstance(each, str) else each.code)
def test_an_object_is_found_by_each_of_its_words(row: BoundaryRow, sentence: str) -> None:
    understood = heard(sentence)

    found = {understood.service, understood.object, *understood.alternatives}
    assert row.code in found or (row.service is not None and row.service in found)
