"""Flows around the orders: what comes between, what can't be ordered, and other chats.

Where nothing can be pressed, it is said in the midst of an order, which is then placed as if nothing had been said.
"""

from dataclasses import replace

from catalog.models import AgreementStatus
from tests.dialogs.flows_of_orders import LAMP, ORDER, PLACE
from tests.dialogs.towns import Flow, Step, Town, delete, edit, press, say, wait

AT_PV7 = say("Putsa fönstren på scenen den 12 april", "Window cleaning on the stage on 12 April", by="KON71")
LETTER = (
    "Från: Rut Fura\nTill: Vaktis\nÄmne: Lampan\n\nHej!\nByt lampan i sal B214 på torsdag.\n\nMed vänlig hälsning\nRut",
    "From: Rut Fura\nTo: Vaktis\nSubject: The lamp\n\nHi!\nReplace the lamp in room B214 on Thursday.\n\nRegards\nRut",
)


def between(swedish: str, english: str, *, photos: int = 0) -> Flow:
    """Return a flow in which something else is said in the midst of an order."""
    first = [LAMP, say(swedish, english, photos=photos)]
    return Flow(first=first, pressed=[PLACE], typed=[ORDER])


def refused(sentence: Step, *, by: str = "KON11") -> Flow:
    """Return a flow that tries to order what can't be ordered: the draft is kept and nothing ordered."""
    return Flow(
        first=[sentence], pressed=[press("order.place", "card 0", by=by)], typed=[say("beställ", "order", by=by)]
    )


async def sign(town: Town) -> None:
    """Let the agreement of PV7 be signed."""
    agreements = tuple(
        replace(each, status=AgreementStatus.SIGNED) if each.unit == "PV7" else each
        for each in town.catalogue.agreements
    )
    await town.use(replace(town.catalogue, agreements=agreements))


AROUND: dict[str, Flow] = {
    "help in the midst of it": between("hjälp", "help"),
    "another language in the midst of it": between("byt till engelska", "switch to Swedish"),
    "a human in the midst of it": between("jag vill prata med en människa", "I want to talk to a human"),
    "thanks in the midst of it": between("tack så mycket!", "thank you very much!"),
    "nonsense in the midst of it": between("asdf qwer", "asdf qwer"),
    "an insult in the midst of it": between("din dumma idiot", "you stupid idiot"),
    "nothing at all in the midst of it": between("  ", "  "),
    "a photo in the midst of it": between("", "", photos=1),
    "the list in the midst of it": between("mina ärenden", "my requests"),
    "the catalogue in the midst of it": between("visa katalogen", "show the catalogue"),
    "a pasted letter": Flow(first=[say(*LETTER)], pressed=[PLACE], typed=[ORDER]),
    "a very long text": Flow(
        first=[
            say(
                "Byt lampan i sal B214 på torsdag. " + "Vi har väntat länge. " * 300,
                "Replace the lamp in room B214 on Thursday. " + "We have waited long. " * 300,
            )
        ],
        pressed=[PLACE],
        typed=[ORDER],
    ),
    "a message that is edited": Flow(
        first=[LAMP, edit("Byt lampan i sal B214 på fredag", "Replace the lamp in room B214 on Friday")],
        pressed=[PLACE],
        typed=[ORDER],
    ),
    "a message that is edited too late": Flow(
        first=[LAMP],
        pressed=[PLACE, edit("Byt lampan i sal B214 på fredag", "Replace the lamp in room B214 on Friday")],
        typed=[ORDER],
    ),
    "a message that is deleted": Flow(first=[LAMP], pressed=[delete], typed=[say("släpp", "drop")], keeps_nothing=True),
    "two chats at once": Flow(
        first=[
            LAMP,
            say("Putsa fönstren i aulan på fredag", "Window cleaning in the hall on Friday", chat="thread"),
        ],
        pressed=[press("order.place", "card 0", chat="thread"), PLACE],
        typed=[say("beställ", "order", chat="thread"), ORDER],
    ),
    "an agreement that is not signed": refused(AT_PV7, by="KON71"),
    "an agreement that has not begun": Flow(
        first=[
            sign,
            say("Putsa fönstren på scenen den 25 mars", "Window cleaning on the stage on 25 March", by="KON71"),
        ],
        pressed=[press("order.place", by="KON71")],
        typed=[say("beställ", "order", by="KON71")],
    ),
    "an agreement that has not begun, on a day when it has": Flow(
        first=[
            sign,
            say("Putsa fönstren på scenen den 25 mars", "Window cleaning on the stage on 25 March", by="KON71"),
        ],
        pressed=[press("order.change", by="KON71", date="2022-04-12"), press("order.place", by="KON71")],
        typed=[say("den 12 april", "on 12 April", by="KON71"), say("beställ", "order", by="KON71")],
    ),
    "a service that is not for this unit": refused(
        say("Bädda sängarna på torsdag", "Make the beds on Thursday"),
    ),
    "a service that can't be ordered yet": refused(say("måltidsvärd på torsdag", "meal host on Thursday")),
    "an agreement that holds no longer": refused(
        say("Byt lampan i sal B214 den 5 februari 2024", "Replace the lamp in room B214 on 5 February 2024")
    ),
    "kept until the agreement is signed": Flow(
        first=[AT_PV7, wait(days=7), sign],
        # What it costs is shown before it is ordered: until then the card only said why it was refused.
        pressed=[press("order.change", by="KON71"), press("order.place", by="KON71")],
        typed=[say("beställ", "order", by="KON71"), say("beställ", "order", by="KON71")],
    ),
    "a fault in doubt": Flow(
        first=[say("det kanske läcker i taket i aulan", "maybe the roof leaks in the hall")],
        pressed=[press("issue.report", "card 0")],
        typed=[say("ja", "yes")],
    ),
    "a fault and an order": Flow(
        first=[
            say(
                "Det läcker vatten i aulan. Och byt lampan i sal B214 på torsdag",
                "Water is leaking in the hall. And replace the lamp in room B214 on Thursday",
            )
        ],
        pressed=[PLACE],
        typed=[ORDER],
    ),
}
