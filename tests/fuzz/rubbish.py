"""Values that no sane client sends, drawn by hypothesis from a seed."""

import json
import random
from collections.abc import Sequence
from functools import cache
from typing import TypeAlias

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

Json: TypeAlias = object

AS_WRITTEN = {
    "@1e400@": "1e400",
    "@nan@": "NaN",
    "@infinity@": "-Infinity",
    "@digits@": "9" * 4000,
    "@deep-list@": "[" * 1000 + "]" * 1000,
    "@deep-object@": '{"a":' * 1000 + "1" + "}" * 1000,
    "@too-deep@": "[" * 20_000 + "]" * 20_000,
    "@half-deep@": "[" * 300 + "]" * 300,
    "@many-keys@": json.dumps({f"key{number}": number for number in range(10_000)}),
    "@long@": json.dumps("å" * 40_000),
    "@megabytes@": json.dumps("x" * 2_000_000),
}
"""What Python's own writer of JSON does not write: each stands as a text in a value, and is put in as it is here."""
RARE = frozenset({"@megabytes@", "@many-keys@", "@long@", "@too-deep@"})

WORDS: Sequence[str] = (
    "",
    " ",
    "\n\n\t",
    "\0",
    "a\0b",
    "\ud800",
    "\udfff\ud800 halva tecken",
    "\u202egnot av rednäv\u202c",
    "\u2066\u2067\u2068",
    "e\u0301" * 200,
    "👩‍👩‍👧‍👦" * 50,
    "٣",
    "½",
    "NaN",
    "Infinity",
    "1e400",
    "-1",
    "0",
    "-0",
    "99",
    "1e9",
    "1,5",
    "abc",
    "null",
    "undefined",
    "[object Object]",
    "true",
    "2022-02-30",
    "0000-00-00",
    "9999-12-31",
    "99999-01-01",
    "2022-W11-2",
    "20220316",
    "24:00",
    "25:61",
    "08:00+05:00",
    "T08",
    "SER999",
    "REK1",
    "SAM2",
    "PV1",
    "VAK-LAM",
    "draft:",
    "request:",
    "request:B-2022-0001",
    "request:B-2022-9999",
    "assignment:U-2022-0001",
    "series:S-2022-0001",
    "survey:2022-04",
    "survey:9999-99",
    "commitment:nothing",
    "catalogue:",
    ":",
    "'; DROP TABLE requests; --",
    "<script>alert(1)</script>",
    "<at>Vaktis</at>",
    "<at>",
    "<blockquote>" * 30,
    "&#xD800;&#0;&amp",
    "{ $reference } %s %(x)s {0} {{x}}",
    "**[klicka](javascript:alert(1))**",
    "../../../etc/passwd",
    "%00%2e%2e%2f",
    "file:///etc/passwd",
    "http://169.254.169.254/latest",
    "http://127.0.0.1:1/",
    "http://[::1",
    "19900101-0017",
    "a" * 5000,
)
NUMBERS: Sequence[Json] = (0, 1, -1, 99, 2**31, 2**63, 2**64, -(2**63) - 1, 10**30, 0.1, -0.0, 1e308, 5e-324, 1e9)
PLAIN: Sequence[Json] = (None, True, False, [], {}, [[]], [None], {"": ""}, {"id": {}}, [{"id": 1}], ["a", 1, None])

_texts = st.one_of(st.sampled_from(WORDS), st.text(st.characters(exclude_categories=()), max_size=40))
_leaves = st.one_of(
    st.sampled_from([*PLAIN, *NUMBERS]),
    st.integers(),
    st.floats(allow_nan=False, allow_infinity=False),
    _texts,
    st.datetimes().map(str),
    st.dates().map(str),
    st.times().map(str),
    st.sampled_from(sorted(set(AS_WRITTEN) - RARE)),
)
VALUES = st.recursive(
    _leaves,
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(_texts, inner, max_size=4)),
    max_leaves=8,
)


@cache
def drawn(number: int, *, count: int) -> Sequence[Json]:
    """Return about *count* values that the seed *number* gives, the rare and heavy ones apart."""
    found: list[Json] = [*WORDS, *NUMBERS, *PLAIN, *sorted(set(AS_WRITTEN) - RARE)]

    @seed(number)
    @settings(
        max_examples=max(count - len(found), 1),
        database=None,
        deadline=None,
        derandomize=False,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(VALUES)
    def keep(value: Json) -> None:
        found.append(value)

    keep()
    return found


def one_of(chance: random.Random, values: Sequence[Json]) -> Json:
    """Return one of *values*; now and then a heavy one instead."""
    return chance.choice(sorted(RARE)) if chance.random() < 0.004 else chance.choice(values)


def written(value: Json) -> bytes:
    """Return *value* as JSON, or as what only looks like it."""
    raw = json.dumps(value)
    for name, instead in AS_WRITTEN.items():
        quoted = json.dumps(name)
        if quoted in raw:
            raw = raw.replace(quoted, instead, 3)
    return raw.encode()
