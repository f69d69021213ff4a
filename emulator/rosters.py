"""Who is where: the calls by which the bot asks for members, teams and its uploads."""

from aiohttp import web

from emulator.attachments import Attachments, read_upload
from emulator.bodies import read_object, read_whole_number
from emulator.client import INSTALLED
from emulator.people import Person
from emulator.refusals import Refusal, bad_argument, member_not_found, not_in_roster
from emulator.state import CHANNEL, PERSONAL, TEAM_ID, TENANT_ID, Conversation, Tenant
from emulator.wire import JsonObject

_PAGE_SIZE, _LARGEST_PAGE = 200, 500
_UPLOAD_LIMIT_BYTES = 1024 * 1024


class Rosters:
    """Answers the bot about people, teams and files."""

    def __init__(self, tenant: Tenant, attachments: Attachments) -> None:
        """Know people from *tenant*; keep uploads in *attachments*."""
        self._tenant = tenant
        self._attachments = attachments

    def routes(self) -> list[web.RouteDef]:
        """Return the paths of the connector API that change nothing in a conversation."""
        one = "/v3/conversations/{cid}"
        return [
            web.get(one + "/members", self.members),
            web.get(one + "/pagedmembers", self.paged_members),
            web.get(one + "/members/{mid}", self.member),
            web.get(one + "/activities/{aid}/members", self.members),
            web.post(one + "/attachments", self.upload),
            web.get("/v3/attachments/{id}", self.upload_info),
            web.get("/v3/attachments/{id}/views/{view}", self.upload_view),
            web.get("/v3/teams/{tid}", self.team),
            web.get("/v3/teams/{tid}/conversations", self.team_channels),
        ]

    async def members(self, request: web.Request) -> web.Response:
        """List everybody in a conversation."""
        return web.json_response([_member(person) for person in self._conversation(request).members])

    async def paged_members(self, request: web.Request) -> web.Response:
        """List a page of those in a conversation, with a token for the next page when there is one."""
        people = self._conversation(request).members
        start = read_whole_number(request.query.get("continuationToken", "0"), name="continuationToken")
        wanted = read_whole_number(request.query.get("pageSize", str(_PAGE_SIZE)), name="pageSize")
        size = min(wanted or _PAGE_SIZE, _LARGEST_PAGE)
        answer: JsonObject = {"members": [_member(person) for person in people[start : start + size]]}
        if start + size < len(people):
            answer["continuationToken"] = str(start + size)
        return web.json_response(answer)

    async def member(self, request: web.Request) -> web.Response:
        """Give one member, by Teams id or directory object id."""
        wanted = request.match_info["mid"]
        for person in self._conversation(request).members:
            if wanted in {person.member_id, person.aad_object_id}:
                return web.json_response(_member(person))
        raise member_not_found(wanted)

    async def upload(self, request: web.Request) -> web.Response:
        """Keep a file that the bot will name in a message."""
        self._conversation(request)
        upload = read_upload(await read_object(request), content="originalBase64", kind="type")
        if len(upload.content) > _UPLOAD_LIMIT_BYTES:
            raise Refusal(413, "MessageSizeTooBig", f"Attachment of {len(upload.content)} bytes")
        identifier = self._attachments.new_id()
        self._attachments.put(identifier, upload)
        return web.json_response({"id": identifier}, status=201)

    async def upload_info(self, request: web.Request) -> web.Response:
        """Tell what a file is."""
        upload = self._attachments.get(request.match_info["id"])
        views = [{"viewId": "original", "size": len(upload.content)}]
        return web.json_response({"name": upload.name, "type": upload.kind, "views": views})

    async def upload_view(self, request: web.Request) -> web.Response:
        """Give a file that the bot uploaded."""
        upload = self._attachments.get(request.match_info["id"])
        if request.match_info["view"] != "original":
            raise bad_argument("view: original")
        return web.Response(body=upload.content, headers={"Content-Type": upload.kind})

    async def team(self, request: web.Request) -> web.Response:
        """Tell what the team is called."""
        self._require_team(request)
        people = len(self._tenant.people)
        details: JsonObject = {"id": TEAM_ID, "name": "Desk", "aadGroupId": TENANT_ID, "memberCount": people}
        return web.json_response({**details, "channelCount": len(self._channels()), "type": "standard"})

    async def team_channels(self, request: web.Request) -> web.Response:
        """List the channels of the team."""
        self._require_team(request)
        return web.json_response({"conversations": [{"id": each.id, "name": each.title} for each in self._channels()]})

    def _channels(self) -> list[Conversation]:
        return [each for each in self._tenant.conversations.values() if each.kind == CHANNEL]

    def _require_team(self, request: web.Request) -> None:
        if request.match_info["tid"] != TEAM_ID:
            raise Refusal(404, "TeamNotFound", f"Team not found: {request.match_info['tid']}")

    def _conversation(self, request: web.Request) -> Conversation:
        conversation = self._tenant.get_conversation(request.match_info["cid"])
        if conversation.kind != PERSONAL and conversation.installation != INSTALLED:
            raise not_in_roster()
        return conversation


def _member(person: Person) -> JsonObject:
    given, _, surname = person.name.partition(" ")
    return {
        "id": person.member_id,
        "name": person.name,
        "aadObjectId": person.aad_object_id,
        "objectId": person.aad_object_id,
        "givenName": given,
        "surname": surname,
        "tenantId": TENANT_ID,
        "userRole": "user",
    }
