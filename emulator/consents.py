"""Files that a bot offers: taken or declined by the person, put up by the bot, then there to download."""

from aiohttp import web

from emulator.attachments import Attachments, Upload
from emulator.bodies import read_bytes
from emulator.client import Client, require_bot
from emulator.messages import CONSENT_CARD
from emulator.people import Person
from emulator.refusals import Refusal, bad_argument
from emulator.state import Conversation
from emulator.wire import JsonObject, objects, text

_INVOKE = "fileConsent/invoke"


class Consents:
    """Answers file consent cards, and takes the files that the bot then puts up."""

    def __init__(self, client: Client, attachments: Attachments) -> None:
        """Act through *client*; keep files in *attachments*."""
        self._client = client
        self._attachments = attachments
        self._awaited: dict[str, str] = {}

    def routes(self) -> list[web.RouteDef]:
        """Return where a bot puts up the files that were accepted."""
        return [web.put("/uploads/{id}", self.put_up)]

    async def answer(self, chat: Conversation, person: Person, body: JsonObject) -> JsonObject:
        """Accept or decline the file that a message offers; once."""
        require_bot(chat)
        message = chat.get_bot_message(text(body, "activity"))
        card = message.find_content(CONSENT_CARD)
        if card is None:
            raise bad_argument("activity: a message that offers a file")
        if not isinstance(body.get("accept"), bool):
            raise bad_argument("accept: true or false")
        if message.consent:
            raise Refusal(409, "ConsentGiven", "The file was accepted or declined before")
        is_accepted = body["accept"] is True
        self._client.tell(
            chat, self._client.tenant.mark_consent(chat, message, "accepted" if is_accepted else "declined")
        )
        value: JsonObject = {"type": "fileUpload", "action": "accept" if is_accepted else "decline"}
        value["context"] = card.get("acceptContext" if is_accepted else "declineContext")
        offered = (each for each in objects(message.activity.get("attachments")) if each.get("content") == card)
        file = self._await_file(text(next(offered, {}), "name") or "file") if is_accepted else None
        value |= {"uploadInfo": file} if file else {}
        delivered = await self._client.invoke(chat, person, name=_INVOKE, value=value, message=message)
        told = {name: file[name] for name in ("name", "contentUrl", "uniqueId")} if file else None
        return {"status": delivered.status, "result": delivered.body, "file": told}

    async def put_up(self, request: web.Request) -> web.Response:
        """Take the whole file; each place takes one."""
        name = self._awaited.pop(request.match_info["id"], None)
        if name is None:
            raise Refusal(404, "UploadNotFound", "No file is awaited here")
        content = await read_bytes(request)
        self._attachments.put(
            request.match_info["id"], Upload(name=name, kind="application/octet-stream", content=content)
        )
        return web.json_response({"name": name, "size": len(content)}, status=201)

    def _await_file(self, name: str) -> JsonObject:
        url = self._client.writer.service_url.rstrip("/")
        identifier = self._attachments.new_id()
        self._awaited[identifier] = name
        return {
            "name": name,
            "contentUrl": self._attachments.address(identifier, name, url),
            "uploadUrl": f"{url}/uploads/{identifier}",
            "uniqueId": identifier,
            "fileType": name.rpartition(".")[2],
        }
