"""The pages by which a party outside the desk answers for an issue: plain HTML that needs no script."""

from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from html import escape
from pathlib import Path

from actions.parties import PartyCase
from catalog.boundary import OUR_PARTY
from catalog.models import Catalogue
from domain.parties import FURTHEST, WITH_DATE, PartyAnswer, PartyStep
from texts import LANGUAGES, say
from texts.format import local_day, moment, near_day

LONGEST_WORDS = 1000
STYLE = (Path(__file__).parent / "party.css").read_text(encoding="utf-8")
STYLE_HASH = b64encode(sha256(STYLE.encode()).digest()).decode()
SEVERE = frozenset({"urgent", "emergency"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Asked:
    """One who looks at a page: in which language, when, and with what they last tried to send.

    `form` is new for each page that is shown. `fault` names what was wrong with the last try, and `thanks` the step
    that has just been taken; `is_masked` tells that an identity number was left out of its words.
    """

    language: str
    at: datetime
    form: str = ""
    step: PartyStep | None = None
    words: str = ""
    expected: str = ""
    fault: str = ""
    thanks: PartyStep | None = None
    is_masked: bool = False


def case_page(case: PartyCase, catalogue: Catalogue, asked: Asked, *, files: Sequence[tuple[bool, str]] = ()) -> str:
    """Return the page of an issue: what is wrong and where, what the party has said, and the form to say more.

    *files* tell of each whether it is a picture, and where it is opened.
    """
    title = _object(case, catalogue, asked.language)
    parts = [_banner(asked), _heading(case, title, asked)]
    if case.is_theirs:
        parts += [_facts(case, catalogue, asked), _files(files, asked), _story(case, asked), _form(case, asked)]
    else:
        parts += [_settled(case, asked), _story(case, asked)]
    return _page(f"{case.request.id} · {title}", "".join(parts), asked, below=_phone(catalogue, asked))


def message_page(kind: str, asked: Asked) -> str:
    """Return a page that says kindly why there is nothing to see: *kind* is such as `unknown` or `over`."""
    title, words = _say(asked, f"party-page-{kind}-title"), _say(asked, f"party-page-{kind}")
    return _page(title, f'<h1>{title}</h1><p class="lead">{words}</p>', asked)


def _phone(catalogue: Catalogue, asked: Asked) -> str:
    """Return where to call whoever sent the issue, for those who would rather talk."""
    ours = catalogue.parties.get(OUR_PARTY)
    if ours is None or not ours.phone:
        return ""
    digits = "".join(each for each in ours.phone if each.isdigit() or each == "+")
    name = escape(ours.name.of(asked.language))
    link = f'<a href="tel:{digits}">{escape(ours.phone)}</a>'
    return f"<footer><p>{_say(asked, 'party-page-call')} {name}, {link}</p></footer>"


def _page(title: str, inside: str, asked: Asked, *, below: str = "") -> str:
    others = [code for code in LANGUAGES if code != asked.language]
    switch = "".join(
        f'<a href="?lang={code}" lang="{code}" hreflang="{code}">{escape(say("party-page-language", code))}</a>'
        for code in others
    )
    return (
        f'<!doctype html><html lang="{asked.language}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="robots" content="noindex, nofollow"><meta name="referrer" content="no-referrer">'
        '<meta name="color-scheme" content="light dark">'
        f"<title>{escape(title)} · Vaktis</title><style>{STYLE}</style></head><body>"
        f'<header><p class="mark">Vaktis<span>{_say(asked, "party-page-tagline")}</span></p>'
        f'<nav aria-label="{_say(asked, "party-page-languages")}">{switch}</nav></header>'
        f"<main>{inside}</main>{below}</body></html>"
    )


def _heading(case: PartyCase, title: str, asked: Asked) -> str:
    severity = case.request.severity or "normal"
    badge = ""
    if case.is_theirs and severity in SEVERE:
        badge = f'<p class="badge {severity}">{_say(asked, f"severity-{severity}")}</p>'
    return f'<p class="number">{escape(case.request.id)}</p><h1>{escape(title)}</h1>{badge}'


def _banner(asked: Asked) -> str:
    if asked.fault:
        return f'<p class="banner fault" role="alert" id="fault">{_say(asked, f"party-page-fault-{asked.fault}")}</p>'
    if asked.thanks is not None:
        masked = f" {_say(asked, 'party-page-masked')}" if asked.is_masked else ""
        return f'<p class="banner" role="status">{_say(asked, f"party-page-thanks-{asked.thanks}")}{masked}</p>'
    return ""


def _settled(case: PartyCase, asked: Asked) -> str:
    if asked.thanks is not None:
        # The thanks above say the same.
        return ""
    kind = "done" if case.request.done_at is not None else "back"
    return f'<p class="lead">{_say(asked, f"party-page-settled-{kind}")}</p>'


def _facts(case: PartyCase, catalogue: Catalogue, asked: Asked) -> str:
    request = case.request
    rows = [
        ("party-page-unit", catalogue.units[request.unit].name.of(asked.language)),
        ("party-page-place", request.place or ""),
        ("party-page-reported", moment(request.created_at, asked.language, local_day(asked.at))),
    ]
    listed = "".join(f"<dt>{_say(asked, key)}</dt><dd>{escape(value)}</dd>" for key, value in rows if value)
    said = (
        f'<p class="caption">{_say(asked, "party-page-note")}</p><blockquote>{escape(request.note or "")}</blockquote>'
    )
    return f"<dl>{listed}</dl>{said if request.note else ''}"


def _files(files: Sequence[tuple[bool, str]], asked: Asked) -> str:
    """Return links to what came with the issue, counted; what people call their files can name people."""
    if not files:
        return ""
    words = {True: "party-page-picture", False: "party-page-file"}
    links = (
        f'<li><a href="{escape(address)}" rel="noopener">{_say(asked, words[is_image], number=str(nth))}</a></li>'
        for nth, (is_image, address) in enumerate(files, start=1)
    )
    return f'<ul class="files">{"".join(links)}</ul>'


def _story(case: PartyCase, asked: Asked) -> str:
    if not case.answers:
        return ""
    items = "".join(f"<li>{_told(each, asked)}</li>" for each in case.answers)
    return f'<section class="story"><h2>{_say(asked, "party-page-story")}</h2><ol>{items}</ol></section>'


def _told(answer: PartyAnswer, asked: Asked) -> str:
    today = local_day(asked.at)
    when = f"<time>{escape(moment(answer.at, asked.language, today))}</time>"
    what = f"<strong>{_say(asked, f'party-step-{answer.step}')}</strong>"
    due = ""
    if answer.expected_on is not None:
        day = near_day(answer.expected_on, asked.language, today)
        due = f"<span>{_say(asked, 'party-page-expected', day=day)}</span>"
    words = f"<q>{escape(answer.words)}</q>" if answer.words else ""
    return f"{what}{when}{due}{words}"


def _form(case: PartyCase, asked: Asked) -> str:
    chosen = asked.step or _next_step(case)
    choices = "".join(_choice(step, asked, is_chosen=step is chosen) for step in PartyStep)
    return (
        f'<form method="post" action="?lang={asked.language}" accept-charset="utf-8">'
        f'<input type="hidden" name="form" value="{escape(asked.form)}">'
        f"<fieldset><legend>{_say(asked, 'party-page-ask')}</legend>{choices}</fieldset>"
        f"{_date_field(asked)}{_words_field(asked)}"
        f'<button type="submit">{_say(asked, "party-page-send")}</button>'
        f'<p class="hint">{_say(asked, "party-page-told")}</p></form>'
    )


def _next_step(case: PartyCase) -> PartyStep:
    """Return what a party that said so much would say next."""
    return PartyStep.DONE if any(each.step in WITH_DATE for each in case.answers) else PartyStep.RECEIVED


def _choice(step: PartyStep, asked: Asked, *, is_chosen: bool) -> str:
    checked = " checked" if is_chosen else ""
    name, hint = _say(asked, f"party-page-{step}"), _say(asked, f"party-page-{step}-hint")
    return (
        f'<label class="choice"><input type="radio" name="step" value="{step}" id="step-{step}" required{checked}>'
        f"<span><b>{name}</b><small>{hint}</small></span></label>"
    )


def _date_field(asked: Asked) -> str:
    today = local_day(asked.at)
    is_wrong = asked.fault == "date"
    return (
        f'<p class="field when"><label for="date">{_say(asked, "party-page-date")}</label>'
        f'<input type="date" id="date" name="date" min="{today}" max="{today + FURTHEST}" '
        f'value="{escape(asked.expected)}"{_invalid(is_wrong=is_wrong)}></p>'
    )


def _words_field(asked: Asked) -> str:
    is_wrong = asked.fault == "words"
    return (
        f'<p class="field"><label for="words">{_say(asked, "party-page-words")}</label>'
        f'<textarea id="words" name="words" rows="3" maxlength="{LONGEST_WORDS}"{_invalid(is_wrong=is_wrong)}>'
        f"{escape(asked.words)}</textarea></p>"
    )


def _invalid(*, is_wrong: bool) -> str:
    return ' aria-invalid="true" aria-describedby="fault" autofocus' if is_wrong else ""


def _object(case: PartyCase, catalogue: Catalogue, language: str) -> str:
    row = catalogue.boundary.get(case.request.object or "")
    return row.object.of(language) if row is not None else case.request.id


def _say(asked: Asked, key: str, **values: str) -> str:
    return escape(say(key, asked.language, **values))


def read_day(written: str) -> date | None:
    """Return the day that a form holds, None for none; raise ValueError for what is no day."""
    return date.fromisoformat(written) if written else None
