"""Bodies of requests, read strictly."""

import logging

from aiohttp import web

from emulator.refusals import bad_argument, bad_syntax, client_gone
from emulator.wire import JsonObject, read_json

_MOST_DIGITS = 18
_log = logging.getLogger("emulator.bodies")


async def read_bytes(request: web.Request) -> bytes:
    """Return the whole body.

    Raises:
        Refusal: the client hung up before it had all come.
    """
    try:
        return await request.read()
    except ConnectionResetError:
        _log.info("%s %s: the client hung up while its body was read", request.method, request.path)
        raise client_gone() from None


async def read_object(request: web.Request) -> JsonObject:
    """Return the JSON object that *request* carries.

    Raises:
        Refusal: `BadSyntax`; it carries anything else, such as a list, NaN or nothing.
    """
    try:
        body = read_json(await read_bytes(request))
    except ValueError as error:
        message = f"The body is not JSON: {error}"
        raise bad_syntax(message) from error
    if not isinstance(body, dict):
        raise bad_syntax("The body is not a JSON object")
    return body


async def read_object_or_nothing(request: web.Request) -> JsonObject:
    """Return the JSON object that *request* carries, empty when there is no body at all."""
    return await read_object(request) if await read_bytes(request) else {}


def read_whole_number(written: str, *, name: str) -> int:
    """Return the number that the field *name* of an address gives; refuse what is none, or above any use."""
    if not (written.isascii() and written.isdigit() and len(written) <= _MOST_DIGITS):
        raise bad_argument(f"{name}: a whole number, not {written[:_MOST_DIGITS]!r}")
    return int(written)
