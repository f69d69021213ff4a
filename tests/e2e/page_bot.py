"""A bot for the page's tests: it answers each word that it knows with one thing that a bot can do in Teams."""

from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TypeAlias

import aiohttp
from aiohttp import web

JsonObject: TypeAlias = dict[str, object]
CARD = "application/vnd.microsoft.card.adaptive"
NAMES = ("Lampbyte", "Möblering", "Rondering")


def a_card(title: str, *body: JsonObject, actions: tuple[JsonObject, ...] = ()) -> JsonObject:
    """Return an Adaptive Card with a heading."""
    heading = {
        "type": "TextBlock",
        "text": title,
        "size": "Large",
        "weight": "Bolder",
        "wrap": True,
        "style": "heading",
    }
    shown = [heading, *body]
    return {"type": "AdaptiveCard", "version": "1.5", "fallbackText": title, "body": shown, "actions": list(actions)}


def with_card(card: JsonObject) -> JsonObject:
    """Return a message that holds *card*."""
    return {"type": "message", "attachments": [{"contentType": CARD, "content": card}]}


def _execute(title: str, verb: str) -> JsonObject:
    return {"type": "Action.Execute", "title": title, "verb": verb, "data": {"verb": verb}}


def _searched() -> JsonObject:
    query = {"type": "Data.Query", "dataset": "services"}
    choices = [{"title": NAMES[0], "value": "0"}]
    found = {"style": "filtered", "choices": choices, "choices.data": query, "value": "0"}
    return {"type": "Input.ChoiceSet", "id": "service", "label": "Vilken tjänst?", **found}


def _fields() -> JsonObject:
    kinds = (("Input.Date", "date", "Dag"), ("Input.Time", "time", "Tid"), ("Input.Text", "note", "Notering"))
    fields: list[JsonObject] = [{"type": kind, "id": name, "label": label} for kind, name, label in kinds]
    date, clock, note = fields
    hide: JsonObject = {"type": "Action.ToggleVisibility", "title": "Göm", "targetElements": ["date"]}
    more: JsonObject = {"type": "Action.ShowCard", "title": "Mer", "card": {"type": "AdaptiveCard", "body": [note]}}
    return a_card("Skjut upp", date, clock, actions=(hide, more, _execute("Spara", "finish")))


def _dialog_opener() -> JsonObject:
    data = {"msteams": {"type": "task/fetch"}, "about": "dialog"}
    return a_card("Öppna en dialog", actions=({"type": "Action.Submit", "title": "Öppna", "data": data},))


def _dialog() -> JsonObject:
    note: JsonObject = {"type": "Input.Text", "id": "note", "label": "Anteckning"}
    hand_in: JsonObject = {"type": "Action.Submit", "title": "Lämna in", "data": {}}
    return a_card("Berätta mer", note, actions=(hand_in,))


def _consent() -> JsonObject:
    content = {"description": "Rapporten för mars", "sizeInBytes": 2048, "acceptContext": {}, "declineContext": {}}
    kind = "application/vnd.microsoft.teams.card.file.consent"
    return {"type": "message", "attachments": [{"contentType": kind, "name": "rapport.pdf", "content": content}]}


def _sign_in() -> JsonObject:
    content = {"text": "Logga in för att gå vidare", "buttons": [{"type": "signin", "title": "Logga in", "value": ""}]}
    kind = "application/vnd.microsoft.card.signin"
    return {"type": "message", "attachments": [{"contentType": kind, "content": content}]}


def _own_views() -> JsonObject:
    refresh = {"action": {"type": "Action.Execute", "title": "Uppdatera", "verb": "look"}}
    return with_card({**a_card("Samma för alla"), "refresh": refresh})


def _rich_text() -> JsonObject:
    run: JsonObject = {"type": "TextRun", "text": "✓  Utlovad tid"}
    return with_card(a_card("Med tecken", {"type": "RichTextBlock", "inlines": [run]}))


def _marks() -> JsonObject:
    words = "<b>Fet</b> för <at>Maja</at><script>1</script><br>[x](y)"
    return {**with_card(a_card("Kort för <at>Maja</at>")), "textFormat": "xml", "text": words}


def _carousel() -> JsonObject:
    def item(name: str) -> JsonObject:
        choose: JsonObject = {"type": "Action.Submit", "title": "Välj", "data": {"chosen": name}}
        return {"contentType": CARD, "content": a_card(name, actions=(choose,))}

    content = {"title": "Ingen", "buttons": [{"type": "messageBack", "title": "Välj", "value": {"chosen": "Ingen"}}]}
    plain = {"contentType": "application/vnd.microsoft.card.hero", "content": content}
    return {"type": "message", "attachmentLayout": "carousel", "attachments": [item("Lampa"), plain, item("Dörr")]}


def _teams_card(kind: str, content: JsonObject) -> JsonObject:
    return {
        "type": "message",
        "attachments": [{"contentType": f"application/vnd.microsoft.{kind}", "content": content}],
    }


def _list() -> JsonObject:
    tap: JsonObject = {"type": "imBack", "value": "vem är Maja"}
    items: list[JsonObject] = [
        {"type": "section", "title": "Chefer"},
        {"type": "person", "title": "Maja <b>Ek</b>", "subtitle": "PV1", "tap": tap},
        {"type": "resultItem", "title": "Utan tryck", "icon": "javascript:alert(1)"},
        {"type": "file", "title": "Plan", "tap": {"type": "openUrl", "value": "https://example.org/plan"}},
    ]
    buttons = [{"type": "imBack", "title": f"Knapp {n}", "value": f"knapp {n}"} for n in range(7)]
    return _teams_card("teams.card.list", {"title": "Vem?", "items": items, "buttons": buttons})


def _hero() -> JsonObject:
    tap: JsonObject = {"type": "imBack", "value": "allihop"}
    buttons = [{"type": "imBack", "title": "Knappen", "value": "bara knappen"}]
    return _teams_card("card.hero", {"title": "Rubrik", "text": "<em>Brödtext</em>", "buttons": buttons, "tap": tap})


def _connector() -> JsonObject:
    inputs: list[JsonObject] = [
        {"@type": "TextInput", "id": "why", "title": "Varför?", "isRequired": True},
        {
            "@type": "MultichoiceInput",
            "id": "when",
            "title": "När?",
            "choices": [{"display": "Nu", "value": "now"}, {"display": "Sen", "value": "later"}],
        },
    ]
    body = '{"why": "{{why.value}}", "when": "{{when.value}}"}'
    post: JsonObject = {"@type": "HttpPOST", "@id": "no", "name": "Säg nej", "body": body}
    ask: JsonObject = {"@type": "ActionCard", "name": "Avslå …", "inputs": inputs, "actions": [post]}
    view: JsonObject = {"@type": "ViewAction", "name": "Visa", "target": ["https://example.org"]}
    facts = [{"name": "Plats", "value": "**B214**"}, {"name": "Värde", "value": "<img src=x onerror=alert(1)>"}]
    section: JsonObject = {
        "activityTitle": "**Maja** vill ha hjälp",
        "activitySubtitle": "i dag",
        "facts": facts,
        "potentialAction": [view, ask],
    }
    html: JsonObject = {"title": "Mer", "markdown": False, "text": "<strong>fet</strong> <script>1</script> **ej**"}
    content = {"summary": "Sagt", "title": "Anslag", "themeColor": "0076D7", "sections": [section, html]}
    return _teams_card("teams.card.o365connector", {"@type": "MessageCard", **content})


def _long_words() -> JsonObject:
    word = "Överlångtordutanmellanslag" * 6
    facts = [{"key": word, "value": word}]
    items = [{"title": word, "subtitle": None, "quantity": 3, "price": 12345678901234}]
    return _teams_card(
        "card.receipt",
        {
            "title": word,
            "facts": facts,
            "items": items,
            "total": "1" * 60,
            "buttons": [
                {"type": "imBack", "title": word, "value": "x"},
                {"type": "imBack", "title": None, "value": "utan titel"},
            ],
        },
    )


def _receipt() -> JsonObject:
    items = [{"title": "Lysrör", "quantity": "2", "price": "84 kr"}, {"title": "Arbete", "price": "415 kr"}]
    facts = [{"key": "Beställning", "value": "B-1"}]
    return _teams_card("card.receipt", {"title": "Kvitto", "facts": facts, "items": items, "total": "499 kr"})


TABLE = "| Dag | Timmar |\n|:--|--:|\n| **mån** | 8 |\n| tis \\| ons | <b>7</b> |"
CODE = "Så här:\n```py\nif a < b:  # **ej fet**\n    print('hej')\n```\nKlart"
EXTENDED = f"## Vecka 12\n{TABLE}\n\n- [x] klart\n- [ ] kvar\n\n---\n{CODE}"


ANSWERS: Mapping[str, Callable[[], JsonObject]] = {
    "kort": lambda: with_card(a_card("Ett kort", _searched(), actions=(_execute("Gör klart", "finish"),))),
    "fält": lambda: with_card(_fields()),
    "dialog": lambda: with_card(_dialog_opener()),
    "fil": _consent,
    "logga in": _sign_in,
    "egen vy": _own_views,
    "tecken": _rich_text,
    "karusell": _carousel,
    "svar": lambda: {"type": "message", "text": "42", "channelData": {"feedbackLoop": {"type": "default"}}},
    "hemligt": lambda: with_card(a_card("Hemligt", actions=(_execute("Visa", "secret"),))),
    "märken": _marks,
    "hjälte": _hero,
    "lista": _list,
    "anslag": _connector,
    "kvitto": _receipt,
    "långa ord": _long_words,
    "utökat": lambda: {"type": "message", "textFormat": "extendedmarkdown", "text": EXTENDED},
    "tabell": lambda: {"type": "message", "text": f"{TABLE}\n\n{CODE}"},
    "citat": lambda: {"type": "message", "text": "> sagt\n\n`kod` och ~~struket~~"},
}


def _found(index: int) -> JsonObject:
    tap = {"type": "invoke", "title": "", "value": {"index": index}}
    preview = {
        "contentType": "application/vnd.microsoft.card.thumbnail",
        "content": {"title": NAMES[index], "tap": tap},
    }
    return {"contentType": CARD, "content": a_card(NAMES[index]), "preview": preview}


def _listed(*attachments: JsonObject) -> JsonObject:
    return {"composeExtension": {"type": "result", "attachmentLayout": "list", "attachments": list(attachments)}}


def _as_object(value: object) -> JsonObject:
    return value if isinstance(value, dict) else {}


@dataclass
class PageBot:
    """Keeps what it hears in `heard`; its address is `url`."""

    heard: list[JsonObject] = field(default_factory=list)
    url: str = ""

    def app(self) -> web.Application:
        """Return the bot as a web application."""
        app = web.Application()
        app.router.add_post("/api/messages", self.take)
        app.router.add_get("/tab/", self.tab)
        return app

    async def tab(self, request: web.Request) -> web.Response:
        """Give a page for the tab."""
        text = f"<!doctype html><title>Flik</title><h1>Fliken för {request.query['as']}</h1>"
        return web.Response(text=text, content_type="text/html")

    async def take(self, request: web.Request) -> web.Response:
        """Answer a message in its conversation, and an invoke at once."""
        activity = await request.json()
        self.heard.append(activity)
        if activity["type"] == "invoke":
            return web.json_response(self.invoked(activity))
        if activity["type"] == "message":
            await self.answer(activity)
        return web.Response()

    async def answer(self, activity: JsonObject) -> None:
        """Send what the first known word in the text asks for, or else what was heard."""
        said = str(activity.get("text") or "").partition("</at>")[2] or str(activity.get("text") or "")
        known = next((answer for word, answer in ANSWERS.items() if word in said), None)
        files = [each for each in activity.get("attachments") or [] if each.get("contentType") != "text/html"]  # type: ignore[attr-defined]
        echo = {"type": "message", "text": f"Du skrev: {said.strip()} ({len(files)} bilagor)"}
        where = f"{activity['serviceUrl']}v3/conversations/{_as_object(activity['conversation'])['id']}/activities"
        async with aiohttp.ClientSession() as session, session.post(where, json=known() if known else echo):
            pass

    def invoked(self, activity: JsonObject) -> JsonObject:
        """Return what an invoke is answered with."""
        value = _as_object(activity.get("value"))
        typed = str(value.get("queryText", ""))
        if activity["name"] == "application/search":
            results = [
                {"value": str(i), "title": name} for i, name in enumerate(NAMES) if typed.lower() in name.lower()
            ]
            kind = "application/vnd.microsoft.search.searchResponse"
            return {"statusCode": 200, "type": kind, "value": {"results": results}}
        return self._answers(value)[str(activity["name"])]

    def _answers(self, value: JsonObject) -> Mapping[str, JsonObject]:
        action = _as_object(value.get("action"))
        title = "Bara för dig" if action.get("verb") == "look" else "Klart"
        shown = {"statusCode": 200, "type": CARD, "value": a_card(title)}
        if action.get("verb") == "secret" and "authentication" not in value:
            login = {"text": "Logga in", "connectionName": "c", "tokenExchangeResource": {"id": "1"}, "buttons": []}
            kind = "application/vnd.microsoft.activity.loginRequest"
            shown = {"statusCode": 401, "type": kind, "value": login}
        index = value.get("index")
        dialog = {"title": "En dialog", "card": {"contentType": CARD, "content": _dialog()}}
        return {
            "adaptiveCard/action": shown,
            "composeExtension/query": _listed(*map(_found, range(len(NAMES)))),
            "composeExtension/selectItem": _listed(_found(index if isinstance(index, int) else 0)),
            "composeExtension/queryLink": _listed(_found(0)),
            "composeExtension/fetchTask": {"task": {"type": "continue", "value": dialog}},
            "composeExtension/submitAction": _listed(_found(2)),
            "message/submitAction": {},
            "actionableMessage/executeAction": {},
            "task/fetch": {"task": {"type": "continue", "value": dialog}},
            "task/submit": {"task": {"type": "message", "value": "Tack för det!"}},
            "fileConsent/invoke": {},
            "signin/tokenExchange": {},
            "signin/verifyState": {},
            "signin/failure": {},
        }


@asynccontextmanager
async def page_bot() -> AsyncIterator[PageBot]:
    """Give a bot that listens until the block ends."""
    bot = PageBot()
    runner = web.AppRunner(bot.app(), shutdown_timeout=0.1)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        bot.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
        yield bot
    finally:
        await runner.cleanup()
