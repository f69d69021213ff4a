"""Activities are read by us as botbuilder's own deserialiser reads them, as far as the desk looks at them."""

from collections.abc import Mapping
from typing import Any

import pytest
from botbuilder.schema import Activity
from hypothesis import given
from hypothesis import strategies as st

from bot.activities import BadActivity, read_activity
from bot.reading import read_edited, read_execute, read_received
from tests.bot.activities import envelope, execute, installed, message, submit

URL = "http://127.0.0.1:1/"
THREAD = {"id": "19:room@thread.tacv2;messageid=5", "conversationType": "channel", "isGroup": True, "tenantId": "t"}
PAGE = {"contentType": "text/html", "content": "<p><at>Vaktis</at> hej <img src='http://x/y.png'></p>"}
PHOTO = {"contentType": "image/jpeg", "contentUrl": "http://x/a.jpg", "name": "a.jpg"}
MENTION = {"type": "mention", "text": "<at>Vaktis</at>", "mentioned": {"id": "28:vaktis", "name": "Vaktis"}}
CARD = {"type": "AdaptiveCard", "body": [{"type": "TextBlock", "text": "å", "n": [1, None, {"a": True}]}]}
SAMPLES: Mapping[str, Mapping[str, Any]] = {
    "words": message("byt lampan i sal 3", by="REK1", service_url=URL),
    "a photo": message("se", by="REK1", service_url=URL) | {"attachments": [PAGE, PHOTO]},
    "a mention": message("<at>Vaktis</at> hej", by="REK1", service_url=URL) | {"entities": [MENTION]},
    "a thread": message("hej", by="REK1", service_url=URL) | {"conversation": THREAD, "replyToId": "5"},
    "a press": execute("order.place", {"subject": "draft:1", "n": 1.5}, by="REK1", service_url=URL, card="c"),
    "a submit": submit("order.place", {"subject": "draft:1"}, by="REK1", service_url=URL, card="c"),
    "an installation": installed(by="REK1", service_url=URL),
    "an edit": envelope("messageUpdate", by="REK1", service_url=URL)
    | {"text": "nytt", "timestamp": "2022-03-15T09:00:00.123Z", "localTimestamp": "2022-03-15T10:00:00.123+01:00"},
    "a member": envelope("conversationUpdate", by="REK1", service_url=URL)
    | {"membersAdded": [{"id": "28:vaktis"}], "membersRemoved": [{"id": "29:x", "aadObjectId": "y"}]},
    "a card": message("", by="REK1", service_url=URL)
    | {"attachments": [{"contentType": "application/vnd.microsoft.card.adaptive", "content": CARD}]},
    "a tenant": message("hej", by="REK1", service_url=URL)
    | {"channelData": {"tenant": {"id": "t"}}, "locale": "sv-SE"},
}


@pytest.mark.parametrize("name", SAMPLES)
def test_what_comes_is_read_as_botbuilder_reads_it(name: str) -> None:
    ours, theirs = read_activity(dict(SAMPLES[name])), Activity().deserialize(dict(SAMPLES[name]))

    assert read_received(ours) == read_received(theirs)
    assert read_edited(ours, is_deleted=False) == read_edited(theirs, is_deleted=False)
    assert read_execute(ours.value, activity=ours.reply_to_id) == read_execute(
        theirs.value, activity=theirs.reply_to_id
    )
    for attribute in ("type", "name", "action", "value", "channel_data", "locale", "reply_to_id", "timestamp"):
        assert getattr(ours, attribute) == getattr(theirs, attribute), attribute
    for attribute in ("members_added", "members_removed"):
        mine, others = getattr(ours, attribute), getattr(theirs, attribute)
        assert [each.id for each in mine or []] == [each.id for each in others or []], attribute


@pytest.mark.parametrize(
    ("but", "code"),
    [
        ({"type": ""}, "type-missing"),
        ({"type": 5}, "type-missing"),
        ({"conversation": None}, "conversation-missing"),
        ({"conversation": {"id": 7}}, "conversation-missing"),
        ({"conversation": "a:1"}, "conversation-unreadable"),
        ({"from": ["x"]}, "from-unreadable"),
        ({"id": ""}, "id-missing"),
        ({"serviceUrl": {}}, "serviceUrl-missing"),
        ({"attachments": "x"}, "unreadable"),
        ({"membersAdded": {"id": "x"}}, "unreadable"),
        ({"replyToId": "å" * 401}, "id-too-long"),
    ],
)
def test_what_can_not_be_read_is_refused_with_its_reason(but: Mapping[str, Any], code: str) -> None:
    with pytest.raises(BadActivity) as refused:
        read_activity({**message("hej", by="REK1", service_url=URL), **but})

    assert refused.value.code == code
    assert refused.value.message


def conversation_or_reason(body: object) -> str:
    try:
        return read_received(read_activity(body)).conversation
    except BadActivity as refused:
        return refused.message


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


@given(
    name=st.sampled_from(
        ["attachments", "entities", "membersAdded", "timestamp", "channelData", "value", "text", "from"]
    ),
    value=json_values,
)
def test_whatever_stands_in_a_field_the_activity_is_read_or_refused(name: str, value: object) -> None:
    outcome = conversation_or_reason(message("hej", by="REK1", service_url=URL) | {name: value})

    assert outcome
