"""What can be ordered: the whole catalogue by category, and one service."""

from collections.abc import Sequence
from dataclasses import dataclass

from catalog.models import Category, Service
from dialogs.cards.elements import OVER, WARNING, Frame, Shown, Writer
from texts.format import hours, listed, money

LONGEST_NAMES = 2000


@dataclass(frozen=True, kw_only=True, slots=True)
class ServiceFacts:
    """What the card of a service shows. `competences` are names; `who` is a key of who may order it here."""

    service: Service
    competences: tuple[str, ...] = ()
    is_of_unit: bool = True
    is_for_orderers: bool = True


def catalogue_card(services: Sequence[Service], frame: Frame, *, category: Category | None = None) -> Shown:
    """Return the services by category, of one category or of all, and a choice to read about one."""
    write = Writer(frame)
    shown = [each for each in services if category is None or each.category is category]
    write.heading(write.words("catalogue-heading"))
    write.hint(write.words("catalogue-hint"))
    for each in Category:
        names = [service.name.of(frame.language) for service in shown if service.category is each]
        if names:
            _category(write, each, names)
    if shown:
        choices = [(service.code, service.name.of(frame.language)) for service in shown]
        write.choice_input("service", write.words("catalogue-choose"), choices, value=choices[0][0])
        write.button("catalogue.show", style="positive")
    else:
        write.line(write.words("catalogue-empty"))
    return write.finish(write.words("catalogue-heading"))


def _category(write: Writer, category: Category, names: Sequence[str]) -> None:
    name = category.replace("_", "-")
    write.title(write.words(f"category-{name}"))
    write.hint(write.words(f"category-{name}-more"))
    write.line(" · ".join(names), longest=LONGEST_NAMES)


def service_card(facts: ServiceFacts, frame: Frame) -> Shown:
    """Return what a service is, what it costs, how soon it comes, and who may order it."""
    write = Writer(frame)
    service, language = facts.service, frame.language
    name = service.name.of(language)
    category = service.category.replace("_", "-")
    write.heading(name, over=write.words("service-over"))
    write.line(service.description.of(language))
    write.row(
        write.words("label-category"),
        write.words(f"category-{category}"),
        more=write.words(f"category-{category}-more"),
    )
    write.row(
        write.words("label-price"), write.words("service-price", price=money(service.price_sek_per_hour, language))
    )
    level = write.words("service-level", hours=hours(service.service_level_hours, language))
    write.row(write.words("label-level"), level)
    write.row(write.words("label-usual"), hours(service.typical_hours, language))
    if facts.competences:
        write.row(write.words("label-competences"), listed(facts.competences, language))
    _who_may(write, facts, name)
    write.button("catalogue.show", label=write.words("service-all"), service="")
    return write.finish(write.words("service-summary", name=name))


def _who_may(write: Writer, facts: ServiceFacts, name: str) -> None:
    if not facts.service.is_orderable:
        write.status(OVER, write.words("service-not-open"))
    elif not facts.is_of_unit:
        write.status(WARNING, write.words("service-not-here"))
    else:
        key = "service-who-add-on" if facts.service.category is Category.ADD_ON else "service-who"
        write.row(write.words("label-who"), write.words(key))
        if facts.is_for_orderers:
            write.hint(write.words("service-example", name=name))
