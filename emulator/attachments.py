"""Files that people send with a message: kept in memory, and downloaded by the bot as from Teams."""

import base64
import binascii
import re
import uuid
from dataclasses import dataclass, field
from urllib.parse import quote

from aiohttp import web

from emulator.refusals import Refusal, bad_argument
from emulator.wire import JsonObject, objects, text

FILE_INFO = "application/vnd.microsoft.teams.file.download.info"
_MOST = 10
_KIND = re.compile(r"[\w!#$&^.+-]{1,127}/[\w!#$&^.+-]{1,127}(;[ -~]{0,127})?", re.ASCII)


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
        upload = self.get(request.match_info["id"])
        return web.Response(body=upload.content, content_type="application/octet-stream")

    def new_id(self) -> str:
        """Return an id that no file has."""
        return uuid.uuid4().hex

    def put(self, identifier: str, upload: Upload) -> None:
        """Keep a file under *identifier*."""
        self._kept[identifier] = upload

    def get(self, identifier: str) -> Upload:
        """Return the file kept under *identifier*."""
        upload = self._kept.get(identifier)
        if upload is None:
            raise Refusal(404, "FileNotFound", "No such file")
        return upload

    def address(self, identifier: str, name: str, url: str) -> str:
        """Return where the file can be downloaded, below the emulator's *url*."""
        return f"{url.rstrip('/')}/downloads/{identifier}/{quote(name, safe='', errors='replace')}"

    def keep(self, upload: Upload, url: str) -> JsonObject:
        """Keep a file and return it as Teams attaches it: a picture in the text, or a file to download."""
        identifier = self.new_id()
        self.put(identifier, upload)
        address = self.address(identifier, upload.name, url)
        if upload.kind.startswith("image/"):
            return {"contentType": upload.kind, "contentUrl": address, "name": upload.name}
        suffix = upload.name.rpartition(".")[2]
        content = {"downloadUrl": address, "uniqueId": identifier, "fileType": suffix}
        return {"contentType": FILE_INFO, "contentUrl": address, "name": upload.name, "content": content}


def read_attachments(body: JsonObject, *, attachments: Attachments, url: str) -> list[JsonObject]:
    """Return what a person attaches as Teams sends it: files are kept, cards that they picked stay as they are."""
    listed = objects(body.get("attachments"))
    if len(listed) > _MOST:
        raise bad_argument(f"attachments: at most {_MOST}")
    uploads = [None if "content" in each else read_upload(each) for each in listed]
    return [
        each if upload is None else attachments.keep(upload, url) for each, upload in zip(listed, uploads, strict=True)
    ]


def read_upload(each: JsonObject, *, content: str = "base64", kind: str = "contentType") -> Upload:
    """Return the file in one attachment of a request, whose fields are called *content* and *kind*."""
    try:
        given = base64.b64decode(text(each, content), validate=True)
    except (binascii.Error, ValueError):
        raise bad_argument("attachments: base64 of the file's bytes") from None
    said = text(each, kind) or "application/octet-stream"
    if not _KIND.fullmatch(said):
        raise bad_argument(f"attachments: {kind}: a type such as image/png")
    return Upload(name=text(each, "name") or "file", kind=said, content=given)
