"""One message as it stands in a conversation, and as each person sees it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Self

from emulator.wire import ADAPTIVE_CARD, JsonObject, as_object, child, objects, stamp, text

BOT_AUTHOR = "bot"
CONSENT_CARD = "application/vnd.microsoft.teams.card.file.consent"


@dataclass(frozen=True, kw_only=True, slots=True)
class Message:
    """One message in its current form.

    `views` holds, by a person's code, the cards that they alone see, each by its place among the adaptive cards.
    `reactions` are codes of people by kind of reaction; `consent` is `accepted`, `declined` or not given yet. `forms`
    are all that was ever shown, in order: to whom (empty for everybody), and what.
    """

    id: str
    author: str
    activity: JsonObject
    at: datetime
    thread: str = ""
    updated_at: datetime | None = None
    is_deleted: bool = False
    delivery: str = "sent"
    views: Mapping[str, Mapping[int, JsonObject]] = field(default_factory=dict)
    earlier: tuple[JsonObject, ...] = ()
    reactions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    consent: str = ""
    forms: tuple[tuple[str, JsonObject], ...] = ()

    @property
    def changes(self) -> int:
        """How many forms it had before this one."""
        return len(self.earlier)

    def with_form(self, viewer: str = "") -> Self:
        """Return the message with what *viewer*, or everybody, sees of it now as its newest form."""
        form = {"text": self.activity.get("text") or "", "attachments": self.attachments_for(viewer)}
        return replace(self, forms=(*self.forms, (viewer, form)))

    def attachments_for(self, viewer: str) -> list[JsonObject]:
        """Return the attachments as *viewer* sees them."""
        attachments = objects(self.activity.get("attachments"))
        views = self.views.get(viewer, {})
        cards = [at for at, item in enumerate(attachments) if item.get("contentType") == ADAPTIVE_CARD]
        own = {cards[place]: card for place, card in views.items()}
        return [{**item, "content": own[at]} if at in own else item for at, item in enumerate(attachments)]

    def cards_for(self, viewer: str) -> list[JsonObject]:
        """Return all adaptive cards, side by side in a carousel or one below the other, as *viewer* sees them."""
        shown = self.attachments_for(viewer)
        return [as_object(item.get("content")) for item in shown if item.get("contentType") == ADAPTIVE_CARD]

    def find_content(self, kind: str, viewer: str = "") -> JsonObject | None:
        """Return what stands in the first attachment of *kind*; None when it has none."""
        found = (item for item in self.attachments_for(viewer) if item.get("contentType") == kind)
        return next((as_object(item.get("content")) for item in found), None)

    def refreshes_for(self, viewer: str) -> dict[int, JsonObject]:
        """Return the actions by which *viewer* gets cards of their own, each by its card's place."""
        actions = ((at, child(card, "refresh", "action")) for at, card in enumerate(self.cards_for(viewer)))
        return {at: action for at, action in actions if text(action, "type") == "Action.Execute"}

    @property
    def feedback(self) -> str:
        """Return whose form its feedback buttons open, `default` or `custom` (the bot's own); empty without buttons."""
        data = child(self.activity, "channelData")
        kind = text(data, "feedbackLoop", "type") or ("default" if data.get("feedbackLoopEnabled") is True else "")
        return kind if kind in {"default", "custom"} and self.author == BOT_AUTHOR else ""

    def as_seen_by(self, viewer: str) -> JsonObject:
        """Return the message as the API gives it."""
        return {
            "id": self.id,
            "from": self.author,
            "when": stamp(self.at),
            "text": "" if self.is_deleted else self.activity.get("text") or "",
            "textFormat": self.activity.get("textFormat") or "markdown",
            "attachments": [] if self.is_deleted else self.attachments_for(viewer),
            "suggestedActions": self.activity.get("suggestedActions"),
            "replyToId": self.activity.get("replyToId"),
            "thread": self.thread,
            "updated": self.updated_at is not None,
            "updatedAt": stamp(self.updated_at) if self.updated_at else None,
            "deleted": self.is_deleted,
            "delivery": self.delivery,
            "reactions": {kind: list(codes) for kind, codes in self.reactions.items()},
            "refreshable": bool(self.refreshes_for(viewer)) and not self.is_deleted,
            "consent": self._consent(),
            "feedback": self.feedback or None,
            "forms": len(self.forms),
        }

    def _consent(self) -> str | None:
        if self.find_content(CONSENT_CARD) is None:
            return None
        return self.consent or "asked"
