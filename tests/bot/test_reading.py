import pytest
from botbuilder.schema import Activity

from bot.reading import read_data, read_execute, read_press, read_received, read_words
from bot.wire import JsonObject
from tests.bot.activities import envelope, message

URL = "http://127.0.0.1:1"


def said(text: str, **more: object) -> Activity:
    return Activity().deserialize(message("", by="REK1", service_url=URL) | {"text": text, "attachments": []} | more)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("<at>Vaktis</at> byt lampan", "byt lampan"),
        ("hej <at>vaktis</at>, byt lampan", "hej , byt lampan"),
        ("fråga <at>Leo Sälg</at> om sal B214", "fråga Leo Sälg om sal B214"),
        ("5 &lt; 6 &amp; 7&nbsp;st", "5 < 6 & 7 st"),
        ("  rad ett \r\n\r\n  rad två ", "rad ett\nrad två"),
        ("", ""),
    ],
)
def test_words_come_without_markup_and_without_naming_the_bot(written: str, read: str) -> None:
    assert read_words(said(written)) == read


def test_what_is_quoted_is_not_what_is_said() -> None:
    page = (
        '<blockquote itemscope itemtype="http://schema.skype.com/Reply" itemid="1"><strong>Vaktis</strong>'
        "<p>Ditt ärende</p></blockquote><p>avboka <i>det</i> &amp; ring</p>"
    )
    activity = said("Vaktis Ditt ärende avboka det", attachments=[{"contentType": "text/html", "content": page}])

    assert read_words(activity) == "avboka det & ring"


def test_a_photo_counts_as_a_file_and_the_page_of_the_message_does_not() -> None:
    photo: JsonObject = {"contentType": "image/png", "contentUrl": "https://smba.trafficmanager.net/x"}
    page: JsonObject = {"contentType": "text/html", "content": "<p>här</p>"}

    assert read_received(said("här", attachments=[page, photo])).has_files
    assert not read_received(said("här", attachments=[page])).has_files


def test_a_channel_is_not_personal_and_its_thread_is_the_chat() -> None:
    channel = {"id": "19:c@thread.tacv2;messageid=17", "isGroup": True, "conversationType": "channel"}
    received = read_received(said("hej", conversation=channel))

    assert not received.is_personal
    assert received.conversation == "19:c@thread.tacv2;messageid=17"


def test_the_tenant_is_read_from_where_teams_writes_it() -> None:
    received = read_received(Activity().deserialize(envelope("message", by="REK1", service_url=URL)))

    assert received.address.tenant == "10000000-0000-4000-8000-000000000001"
    assert received.aad_object_id == "00000000-0000-4000-8000-000000000001"


def test_a_press_keeps_flat_values_alone() -> None:
    read = read_data({"hours": 0.5, "count": 3, "note": "x", "msteams": {"type": "x"}, "is": True, "none": None})

    assert read == {"hours": "0.5", "count": 3, "note": "x", "is": True, "none": None}


@pytest.mark.parametrize("value", [None, "x", 3, [], {}, {"verb": ""}, {"verb": 3}, {"action": "x"}])
def test_what_names_no_verb_is_no_press(value: object) -> None:
    assert read_press(value) is None
    assert read_execute({"action": value}, activity=None) is None


def test_the_verb_of_an_execute_may_stand_in_its_data() -> None:
    press = read_execute({"action": {"data": {"verb": "order.place"}}}, activity="m1")

    assert press is not None
    assert (press.verb, press.activity) == ("order.place", "m1")
