"""Photos and files in a conversation: what they belong to, now or when the next sentence says it."""

from dataclasses import replace
from datetime import datetime

from actions.files import attach_files
from actions.ports import Begin
from actions.requests import read_request
from dialogs.turn import SUBJECT_SEPARATOR, Reply, Turn, say
from domain.errors import NotFound
from domain.files import KEPT_LOOSE

WAITING = "files"
"""What a conversation's state calls the files that nobody has said the subject of."""


async def take_wordless(turn: Turn, *, begin: Begin) -> Reply:
    """Put what came without words to what the conversation is about, else keep it for the next sentence."""
    subject = await _attachable(turn.focus, turn, begin=begin)
    if subject is None:
        words = "files-without-words" if turn.files or turn.has_files else "nothing-said"
        return Reply(messages=(say(words),), state=_with_waiting(turn.state, turn))
    await _attach(turn, (*_waiting(turn), *turn.files), subject, begin=begin)
    kind, _, identifier = subject.partition(SUBJECT_SEPARATOR)
    count = len(turn.files)
    if kind == "draft":
        return Reply(messages=(say("files-added-draft", count=count),))
    return Reply(messages=(say("files-added", count=count, request=identifier),))


async def with_files(turn: Turn, reply: Reply, *, begin: Begin) -> Reply:
    """Put what came with the words, or waited for them, to what the reply is about; else let it wait on.

    A draft or request that the words made or named is what it is about.
    """
    files = (*_waiting(turn), *turn.files)
    if not files:
        return reply
    focus = reply.state.get("focus") if reply.state is not None else None
    subject = await _attachable(focus if isinstance(focus, str) else None, turn, begin=begin)
    if subject is None:
        state = dict(reply.state) if reply.state is not None else dict(turn.state)
        return replace(reply, state=_with_waiting(state, turn))
    await _attach(turn, files, subject, begin=begin)
    state = {name: each for name, each in (reply.state or {}).items() if name != WAITING}
    return replace(reply, state=state)


def _waiting(turn: Turn) -> tuple[str, ...]:
    """Return the files that wait for a word, while they are not too old."""
    waiting = turn.state.get(WAITING)
    if not isinstance(waiting, dict) or not isinstance(waiting.get("ids"), list):
        return ()
    since = datetime.fromisoformat(str(waiting.get("since")))
    return tuple(str(each) for each in waiting["ids"]) if turn.at - since <= KEPT_LOOSE else ()


def _with_waiting(state: object, turn: Turn) -> dict[str, object]:
    """Return the state with the files that wait, from the moment that the newest of them came."""
    kept: dict[str, object] = dict(state) if isinstance(state, dict) else dict(turn.state)
    files = [*_waiting(turn), *turn.files]
    before = turn.state.get(WAITING)
    if turn.files:
        kept[WAITING] = {"ids": files, "since": turn.at.isoformat()}
    elif files and before is not None:
        kept[WAITING] = before
    else:
        kept.pop(WAITING, None)
    return kept


async def _attachable(subject: str | None, turn: Turn, *, begin: Begin) -> str | None:
    """Return *subject* when files can belong to it: a draft of theirs, not dropped, or a request they may see."""
    kind, _, identifier = (subject or "").partition(SUBJECT_SEPARATOR)
    if kind not in {"request", "draft"}:
        return None
    try:
        if kind == "request":
            await read_request(identifier, by=turn.person, catalogue=turn.catalogue, begin=begin)
            return subject
        async with begin() as work:
            draft = await work.drafts.get(identifier)
    except NotFound:
        return None
    return subject if draft.person == turn.person.code and not draft.is_dropped else None


async def _attach(turn: Turn, files: tuple[str, ...], subject: str, *, begin: Begin) -> None:
    if files:
        await attach_files(files, subject, by=turn.person, catalogue=turn.catalogue, begin=begin, at=turn.at)
