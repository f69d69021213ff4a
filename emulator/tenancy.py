"""Of which tenant a bot speaks: the one that it is installed in, and no other."""

import re

from emulator.refusals import no_tenant, not_in_roster
from emulator.state import TENANT_ID
from emulator.wire import JsonObject, child

_GUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)


def require_tenant(body: JsonObject) -> None:
    """Refuse the body of a new conversation that names no tenant, or another than this."""
    if not _named(body):
        raise no_tenant()
    check_tenant(body)


def check_tenant(body: JsonObject) -> None:
    """Refuse what names a tenant, in any of the places for it, that is no id or another than this.

    Which code Teams gives for another tenant is written nowhere. In one where nobody has installed the bot it is in no
    conversation, so the code is the one for that; nothing gets there either way.
    """
    for tenant in _named(body):
        if not isinstance(tenant, str) or not _GUID.fullmatch(tenant):
            raise no_tenant()
        if tenant.lower() != TENANT_ID:
            raise not_in_roster()


def _named(body: JsonObject) -> list[object]:
    places = (body, child(body, "conversation"))
    found = [place.get("tenantId") for place in places]
    return [each for each in [*found, child(body, "channelData", "tenant").get("id")] if each not in (None, "")]
