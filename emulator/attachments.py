"""Files that people send with a message: kept in memory, and downloaded by the bot as from Teams."""

import base64
import binascii
import uuid
from dataclasses import dataclass, field
from urllib.parse import quote

from aiohttp import web

from emulator.refusals import Refusal, bad_argument
from emulator.wire import JsonObject, objects, text

FILE_INFO = "application/vnd.microsoft.teams.file.download.info"
_MOST = 10


@dataclass(frozen=True, kw_only=True, slots=True)
class Upload:
    """A file as it was given: its name, the type that its sender says it is, and its bytes."""

    name: str
    kind: str
    content: bytes


@dataclass(kw_only=True, slots=True)
class Attachments:
    """Every file that was sent, by the id in its address."""

    _kept: dict[str, Upload] = field(default_factory=dict)

    def routes(self) -> list[web.RouteDef]:
        """Return the path under which files are downloaded."""
        return [web.get("/downloads/{id}/{name}", self.give)]

    async def give(self, request: web.Request) -> web.Response:
        """Give a file, with no more about it than a store of files tells."""
        upload = self._kept.get(request.match_info["id"])
        if upload is None:
            raise Refusal(404, "FileNotFound", "No such file")
        return web.Response(body=upload.content, content_type="application/octet-stream")

    def keep(self, upload: Upload, url: str) -> JsonObject:
        """Keep a file and return it as Teams attaches it: a picture in the text, or a file to download."""
        identifier = uuid.uuid4().hex
        self._kept[identifier] = upload
        address = f"{url.rstrip('/')}/downloads/{identifier}/{quote(upload.name, safe='')}"
        if upload.kind.startswith("image/"):
            return {"contentType": upload.kind, "contentUrl": address, "name": upload.name}
        suffix = upload.name.rpartition(".")[2]
        content = {"downloadUrl": address, "uniqueId": identifier, "fileType": suffix}
        return {"contentType": FILE_INFO, "contentUrl": address, "name": upload.name, "content": content}


def read_uploads(body: JsonObject) -> list[Upload]:
    """Return the files in a request's `attachments`; none when it has none."""
    uploads = []
    for each in objects(body.get("attachments")):
        try:
            content = base64.b64decode(text(each, "base64"), validate=True)
        except (binascii.Error, ValueError):
            raise bad_argument("attachments: base64 of the file's bytes") from None
        name = text(each, "name") or "file"
        uploads.append(Upload(name=name, kind=text(each, "contentType") or "application/octet-stream", content=content))
    if len(uploads) > _MOST:
        raise bad_argument(f"attachments: at most {_MOST}")
    return uploads
