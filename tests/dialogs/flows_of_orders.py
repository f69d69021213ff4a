"""Flows of ordering: from a sentence to an order, and all that can be changed before it is placed."""

from collections.abc import Sequence
from typing import Any

from tests.dialogs.towns import Flow, Step, Words, ordered, press, restart, say, wait

LAMP = say("Byt lampan i sal B214 på torsdag", "Replace the lamp in room B214 on Thursday")
HALL = say("Putsa fönstren i aulan på fredag", "Window cleaning in the hall on Friday")
ANYWHERE = say("Jag vill beställa fönsterputs", "I want to order window cleaning")
TWO = say(
    "Byt lampan i sal B214 på torsdag och putsa fönstren i aulan på fredag",
    "Replace the lamp in room B214 on Thursday and window cleaning in the hall on Friday",
)
UNSURE = say("städa mattan efter spill i aulan på torsdag", "clean the carpet after a spill in the hall on Thursday")
WEEKLY = say("byt lysrör i B214 varje tisdag kl 8", "replace the light in B214 every Tuesday at 8")
OFTEN = say(
    "fönsterputs i matsalen varannan tisdag kl 7 från v. 34 till jul",
    "window cleaning in the canteen every other Tuesday at 7 from week 34 until Christmas",
)
ADD_ON = say("Sanera klotter i aulan på fredag", "Remove graffiti in the hall on Friday")
ORDER = say("beställ", "order")
ASKS = ("behövs båda?", "are both needed?")
SAYS_WHY = ("ja, båda syns", "yes, both are seen")
PLACE = press("order.place")


def changed(*typed: Step, first: Step = LAMP, **inputs: Any) -> Flow:
    """Return a flow in which the draft is changed and then ordered."""
    return Flow(first=[first], pressed=[press("order.change", **inputs), PLACE], typed=[*typed, ORDER])


def placed(*first: Step, words: Sequence[Words] = (("beställ", "order"),)) -> Flow:
    """Return a flow in which what was said is ordered."""
    typed = [say(*each) if isinstance(each, tuple) else say(each) for each in words]
    return Flow(first=first, pressed=[PLACE], typed=typed)


ORDERS: dict[str, Flow] = {
    "order": placed(LAMP),
    "order by a yes": placed(LAMP, words=[("ja, gör det", "yes please")]),
    "order what is said in another order": placed(
        say("På torsdag behöver vi byta lampan i sal B214", "On Thursday we need to replace the lamp in room B214")
    ),
    "order a number of things": placed(
        say("Ställ fram 40 stolar i aulan på torsdag", "Set out 40 chairs in the hall on Thursday"),
    ),
    "order for some hours": placed(
        say("Putsa fönstren i aulan på fredag, 2 timmar", "Window cleaning in the hall on Friday, 2 hours")
    ),
    "drop": Flow(first=[LAMP], pressed=[press("order.drop")], typed=[say("släpp", "drop")], keeps_nothing=True),
    "drop by another word": Flow(
        first=[LAMP], pressed=[press("order.drop")], typed=[say("ta bort", "cancel")], keeps_nothing=True
    ),
    "change the service": changed(say("nej, fönsterputs istället", "no, window cleaning instead"), service="LOK-FON"),
    "change the service by naming it": changed(
        say("byt tjänst till golvvård", "change the service to floor care"), service="LOK-GOL"
    ),
    "change the place": changed(say("nej, i biblioteket", "no, in the library"), place="Biblioteket"),
    "change the place to one unknown": changed(say("nej, i D7", "no, in D7"), place="D7"),
    "not here but there": changed(
        say("inte i aulan utan i matsalen", "not in the hall but in the canteen"), first=HALL, place="Matsalen"
    ),
    "change the day": changed(say("nej, på fredag", "no, on Friday"), date="2022-03-18"),
    "change the time": changed(say("nej, på torsdag kl 10", "no, on Thursday at 10"), time="10:00"),
    "change the time alone": changed(say("kl 10 istället", "at 10 instead"), time="10:00"),
    "change the hours": changed(say("det tar 2 timmar", "it takes 2 hours"), hours="2"),
    "change the count": changed(
        say("nej, 30 stolar", "no, 30 chairs"),
        first=say("Ställ fram 40 stolar i aulan på torsdag", "Set out 40 chairs in the hall on Thursday"),
        count="30",
    ),
    "change the note": changed(
        say("meddelande: stegen står i förrådet", "note: the ladder is in the storeroom"),
        note=("stegen står i förrådet", "the ladder is in the storeroom"),
    ),
    "change several parts at once": changed(
        say(
            "nej, i matsalen på fredag kl 13, det tar 2 timmar",
            "no, in the canteen on Friday at 1 pm, it takes 2 hours",
        ),
        place="Matsalen",
        date="2022-03-18",
        time="13:00",
        hours="2",
    ),
    "change it step by step": Flow(
        first=[ANYWHERE],
        pressed=[press("order.change", place="Aulan"), press("order.change", date="2022-03-18"), PLACE],
        typed=[say("i aulan", "in the hall"), say("på fredag", "on Friday"), ORDER],
    ),
    "say what to change when asked": changed(say("ändra", "change"), say("på fredag", "on Friday"), date="2022-03-18"),
    "fill in while ordering": Flow(
        first=[ANYWHERE],
        pressed=[press("order.place", place="Aulan", date="2022-03-18")],
        typed=[say("i aulan på fredag", "in the hall on Friday"), ORDER],
    ),
    "a time that has passed": Flow(
        first=[say("Byt lampan i sal B214 igår", "Replace the lamp in room B214 yesterday")],
        pressed=[PLACE, press("order.place", date="2022-03-17")],
        typed=[ORDER, say("på torsdag", "on Thursday"), ORDER],
    ),
    "a choice of services": Flow(
        first=[UNSURE],
        pressed=[press("order.change", service="LOK-TEX"), PLACE],
        typed=[say("textil- och mattrengöring", "textile and carpet cleaning"), ORDER],
    ),
    "which unit": Flow(
        first=[
            say("Byt lampan i biblioteket på torsdag", "Replace the lamp in the library on Thursday", by="SAM1"),
            say("PV2", by="SAM1"),
        ],
        pressed=[press("order.place", "card 0", by="SAM1")],
        typed=[say("beställ", "order", by="SAM1")],
    ),
    "two wishes": Flow(
        first=[TWO],
        pressed=[press("order.place", "card 0"), press("order.place", "card 1")],
        typed=[ORDER, ORDER],
    ),
    "the first of two wishes": Flow(
        first=[TWO],
        pressed=[press("order.drop", "card 1"), press("order.place", "card 0")],
        typed=[say("släpp", "drop"), ORDER],
    ),
    "the second of two wishes": Flow(
        first=[TWO],
        pressed=[press("order.place", "card 1"), press("order.drop", "card 0")],
        typed=[ORDER, say("släpp", "drop")],
    ),
    "two wishes, one changed": Flow(
        first=[TWO],
        pressed=[
            press("order.change", "card 1", date="2022-03-21"),
            press("order.place", "card 1"),
            press("order.place", "card 0"),
        ],
        typed=[say("nej, på måndag", "no, on Monday"), ORDER, ORDER],
    ),
    "the same as last week": Flow(
        first=[ordered(at_days=-7, place="Aulan")],
        pressed=[press("request.again", "request"), PLACE],
        typed=[say("samma som förra veckan", "same as last week"), ORDER],
    ),
    "again, on another day": Flow(
        first=[ordered(place="Aulan")],
        pressed=[press("request.again", "request"), press("order.change", date="2022-03-25"), PLACE],
        typed=[say("beställ samma igen", "order again"), say("fredag nästa vecka", "Friday next week"), ORDER],
    ),
    "a photo with the words": placed(
        say("Byt lampan i sal B214 på torsdag", "Replace the lamp in room B214 on Thursday", photos=1)
    ),
    "a photo afterwards": placed(LAMP, say("", "", photos=2)),
    "a photo without words": placed(say("", "", photos=1), LAMP),
    "half typed, a week and a restart later": Flow(
        first=[ANYWHERE, wait(days=7), restart],
        pressed=[press("order.change", place="Aulan", date="2022-03-25"), PLACE],
        typed=[say("i aulan på fredag", "in the hall on Friday"), ORDER],
    ),
    "half typed, a restart later": placed(LAMP, restart),
    "order what recurs": placed(WEEKLY),
    "order what recurs until Christmas": placed(OFTEN),
    "move days off on": Flow(
        first=[WEEKLY],
        pressed=[press("order.change", daysoff="move"), PLACE],
        typed=[say("flytta till nästa vardag", "move to the next working day"), ORDER],
    ),
    "change the time of what recurs": changed(say("nej, kl 9", "no, at 9"), first=WEEKLY, time="09:00"),
    "approve": Flow(
        first=[ADD_ON],
        pressed=[PLACE, press("request.approve", "request", by="REK1")],
        typed=[ORDER, say("godkänn", "approve", by="REK1")],
    ),
    "reject": Flow(
        first=[ADD_ON],
        pressed=[PLACE, press("request.reject", "request", by="REK1", reason=("för dyrt", "too expensive"))],
        typed=[ORDER, say("avslå, för dyrt", "reject, too expensive", by="REK1")],
    ),
    "ask before approving, and answer": Flow(
        first=[ADD_ON, PLACE],
        pressed=[
            press("request.ask", "request", by="REK1", comment=ASKS),
            press("request.comment", "request", comment=SAYS_WHY),
        ],
        typed=[
            say(f"fråga: {ASKS[0]}", f"ask: {ASKS[1]}", by="REK1"),
            say(f"svar: {SAYS_WHY[0]}", f"answer: {SAYS_WHY[1]}"),
        ],
    ),
    "what a principal orders is approved": Flow(
        first=[say("Sanera klotter i aulan på fredag", "Remove graffiti in the hall on Friday", by="REK1")],
        pressed=[press("order.place", by="REK1")],
        typed=[say("beställ", "order", by="REK1")],
    ),
}
