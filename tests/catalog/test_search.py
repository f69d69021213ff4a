"""The search in the services finds each by all it is called, however little or badly it is typed, and never fails."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.models import Service
from catalog.search import ServiceIndex, fold, index_of, words_of
from tests.factories import example_pilot

CATALOGUE = example_pilot().catalogue
INDEX = index_of(CATALOGUE)
SERVICES = list(CATALOGUE.services.values())
ALL = len(SERVICES)


def names_of(service: Service) -> tuple[str, ...]:
    return (service.code, service.name.sv, service.name.en)


def keywords_of(service: Service) -> tuple[str, ...]:
    return (*service.keywords.sv, *service.keywords.en)


@pytest.mark.parametrize("service", SERVICES, ids=lambda each: each.code)
def test_a_service_comes_first_by_each_of_its_names(service: Service) -> None:
    assert {INDEX.search(name)[0] for name in names_of(service)} == {service.code}
    assert {INDEX.search(fold(name).upper())[0] for name in names_of(service)} == {service.code}


@pytest.mark.parametrize("service", SERVICES, ids=lambda each: each.code)
def test_a_service_is_among_the_first_by_each_of_its_keywords(service: Service) -> None:
    missed = [keyword for keyword in keywords_of(service) if service.code not in INDEX.search(keyword, limit=5)]

    assert missed == []


@given(st.sampled_from(SERVICES), st.data())
def test_a_service_is_found_by_any_beginning_of_its_names_and_keywords(service: Service, data: st.DataObject) -> None:
    written = data.draw(st.sampled_from([*names_of(service), *keywords_of(service)]))
    typed = written[: data.draw(st.integers(1, len(written)))]

    assert service.code in INDEX.search(typed, limit=ALL)


@given(st.sampled_from(SERVICES), st.data())
def test_a_slip_in_a_long_word_of_a_name_is_forgiven(service: Service, data: st.DataObject) -> None:
    long_words = [word for word in words_of(service.name.sv) if len(word) >= 6]
    if not long_words:
        return
    word = data.draw(st.sampled_from(long_words))
    at = data.draw(st.integers(1, len(word) - 1))
    slips = [word[:at] + word[at + 1 :], word[:at] + "q" + word[at + 1 :], word[:at] + "q" + word[at:]]

    # What begins another word is no slip: "kalls" looks for källsortering, and not for kvälls.
    others = {other for each in SERVICES for name in names_of(each) for other in words_of(name)}
    for slip in slips:
        found = INDEX.search(slip, limit=ALL)
        assert service.code in found or any(other.startswith(slip) for other in others), slip


@given(st.text(), st.integers(-2, 50))
def test_any_text_is_answered_with_services_each_once_and_no_more_than_asked(text: str, limit: int) -> None:
    found = INDEX.search(text, limit=limit)

    assert len(found) == len(set(found)) <= max(limit, 0)
    assert set(found) <= set(CATALOGUE.services)
    assert found == INDEX.search(text, limit=limit)


@pytest.mark.parametrize("text", ["", "  ", "?!", "*_[]()"])
def test_a_text_without_words_finds_all_as_they_stand(text: str) -> None:
    assert INDEX.search(text, limit=ALL) == tuple(CATALOGUE.services)


def test_only_those_that_are_asked_for_are_found() -> None:
    only = {"VAK-MOB", "EVE-RIG"}

    assert set(INDEX.search("stolar", only=only)) == only
    assert INDEX.search("stolar", only=()) == ()


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("städ", "LOK-REG"),
        ("stolarna", "VAK-MOB"),
        ("fönsetrputs", "LOK-FON"),
        ("floor care", "LOK-GOL"),
        ("en lampa", "VAK-LAM"),
        ("toapaper", "LOK-HYG"),
    ],
)
def test_what_people_type_finds_what_they_mean(text: str, first: str) -> None:
    assert INDEX.search(text)[0] == first


def test_an_empty_catalogue_is_searched_without_fault() -> None:
    assert ServiceIndex.of(()).search("städ") == ()
