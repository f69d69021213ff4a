"""Bodies of requests, read strictly."""

import json
from typing import NoReturn

from aiohttp import web

from emulator.refusals import bad_syntax
from emulator.wire import JsonObject


async def read_object(request: web.Request) -> JsonObject:
    """Return the JSON object that *request* carries.

    Raises:
        Refusal: `BadSyntax`; it carries anything else, such as a list, NaN or nothing.
    """
    try:
        body = json.loads(await request.read(), parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as error:
        message = f"The body is not JSON: {error}"
        raise bad_syntax(message) from error
    if not isinstance(body, dict):
        raise bad_syntax("The body is not a JSON object")
    return body


async def read_object_or_nothing(request: web.Request) -> JsonObject:
    """Return the JSON object that *request* carries, empty when there is no body at all."""
    return await read_object(request) if await request.read() else {}


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(name)
