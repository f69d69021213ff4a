"""Flows of those around an order: who gives it, who does it, and whoever is asked something or wants a human being."""

from typing import Any

from actions.standing import make_standing_ahead
from actions.surveys import open_wave
from tests.dialogs.towns import Flow, Step, Town, ordered, press, say
from tests.factories import NOW, TODAY, the_person

WORK = "assignment:U-2022-0001"
HUMAN = say("jag vill prata med en människa", "I want to talk to a human")
SAID: dict[str, Any] = {
    "unit": "PV1",
    "note": ("ingen har städat", "it has not been cleaned"),
    "place": "",
    "asked": NOW.isoformat(),
}
FOUND: dict[str, Any] = {"note": ("dåligt städat i aulan", "badly cleaned in the hall"), "asked": NOW.isoformat()}
COMING = ("jag kommer kl. 10", "I am coming at 10")


async def offered(town: Town) -> None:
    """Have an order offered to SER1."""
    await town.desk.offer(await town.desk.order(), "SER1", by=the_person("SAM1"))


async def under_way(town: Town) -> None:
    """Have an order begun by SER1."""
    await town.desk.under_way()


async def asked(town: Town) -> None:
    """Ask the questions of the month."""
    await open_wave(TODAY, begin=town.storage.begin, at=town.at)


async def reported(town: Town) -> None:
    """Have somebody else report that it has not been cleaned."""
    await town.desk.report("EJSTAD", who="KON12")


def working(first: Step, verb: str, swedish: str, english: str, **inputs: Any) -> Flow:
    """Return a flow of the employee's, about the only work that they have."""
    return Flow(
        first=[first], pressed=[press(verb, WORK, by="SER1", **inputs)], typed=[say(swedish, english, by="SER1")]
    )


def due(verb: str, swedish: str, english: str, **inputs: Any) -> Flow:
    """Return a flow about a commitment of the year wheel."""
    return Flow(
        first=[press("commitment.show", "commitment:U1", by="PL1")],
        pressed=[press(verb, "commitment:U1", by="PL1", **inputs)],
        typed=[say(swedish, english, by="PL1")],
    )


async def standing(town: Town) -> None:
    """Make the standing work of the week."""
    await make_standing_ahead(begin=town.storage.begin, at=town.at)


WORKING: dict[str, Flow] = {
    "give standing work to somebody": Flow(
        first=[standing, say("jag är sjuk idag", "I'm sick today", by="SER10")],
        pressed=[
            press("standing.assign", "uncovered:2022-03-15", by="SAM1", entry="PV1-POST-IN-1300", person="SER3"),
        ],
        typed=[say("ge PV1-POST-IN-1300 till Omar", "give PV1-POST-IN-1300 to Omar", by="SAM1")],
    ),
    "see what nobody has": Flow(
        first=[ordered(), say("visa tavlan", "show the board", by="SAM1")],
        pressed=[press("board.show", "", by="SAM1", which="unassigned", unit="", page=1)],
        typed=[say("otilldelat", "unassigned", by="SAM1")],
        is_shown=True,
    ),
    "see a training plan": Flow(
        first=[say("vilka kompetenser går ut", "which competences run out", by="SAM1")],
        pressed=[press("training.show", "", by="SAM1", person="SER1")],
        typed=[say("visa utbildningsplanen för Leo", "show the training plan for Leo", by="SAM1")],
        is_shown=True,
    ),
    "see somebody's day": Flow(
        first=[ordered(), say("visa tavlan", "show the board", by="SAM1")],
        pressed=[press("plan.show", "", by="SAM1", person="SER1", date="2022-03-17")],
        typed=[say("planera torsdag för Leo", "plan Thursday for Leo", by="SAM1")],
        is_shown=True,
    ),
    "give small jobs together": Flow(
        first=[ordered(), ordered()],
        pressed=[
            press("assignment.bundle", "request", by="SAM1", person="SER1", requests="B-2022-0001|B-2022-0002"),
        ],
        typed=[
            say("tilldela B-2022-0001 och B-2022-0002 till Leo", "assign B-2022-0001, B-2022-0002 to Leo", by="SAM1")
        ],
    ),
    "hand on a day": Flow(
        first=[offered],
        pressed=[press("assignment.move", "plan:SER1@2022-03-15", by="SAM1", to="SER3")],
        typed=[
            say("flytta allt som Leo har till Omar", "move everything Leo has to Omar", by="SAM1"),
            say("ja", "yes", by="SAM1"),
        ],
    ),
    "split between two": Flow(
        first=[ordered()],
        pressed=[press("assignment.split", "request", by="SAM1", person="SER1", second="SER3")],
        typed=[say("dela B-2022-0001 mellan Leo och Omar", "split B-2022-0001 between Leo and Omar", by="SAM1")],
    ),
    "open a piece of the day": Flow(
        first=[offered, say("mitt pass", "my shift", by="SER1")],
        pressed=[press("assignment.show", WORK, by="SER1")],
        typed=[say("B-2022-0001", by="SER1")],
        is_shown=True,
    ),
    "confirm the day": Flow(
        first=[standing],
        pressed=[press("time.confirm", "standing:SER10@2022-03-15", by="SER10")],
        typed=[say("klart med allt idag", "all done for today", by="SER10")],
    ),
    "ask somebody": Flow(
        first=[ordered()],
        pressed=[press("assignment.offer", "request", by="SAM1", person="SER1")],
        typed=[say("ge B-2022-0001 till Leo", "give B-2022-0001 to Leo", by="SAM1")],
    ),
    "give it to somebody": Flow(
        first=[ordered()],
        pressed=[press("assignment.assign", "request", by="SAM1", person="SER1")],
        typed=[say("tilldela B-2022-0001 till Leo", "assign B-2022-0001 to Leo", by="SAM1")],
    ),
    "take what is free": Flow(
        first=[ordered()],
        pressed=[press("assignment.claim", "request", by="SER1")],
        typed=[say("jag tar B-2022-0001", "I'll take B-2022-0001", by="SER1")],
    ),
    "what is found on a round": Flow(
        first=[say("rond", "found something", by="SER1")],
        pressed=[press("issue.found", "round:SER1", by="SER1", object="STADKVAL", place="PV1-02", **FOUND)],
        typed=[say(*FOUND["note"], by="SER1")],
    ),
    "me too": Flow(
        first=[reported, say("ingen har städat", "it has not been cleaned")],
        pressed=[press("request.join", "card 0")],
        typed=[say("jag också", "me too")],
    ),
    "another fault than the one reported": Flow(
        first=[reported, say("ingen har städat", "it has not been cleaned")],
        pressed=[press("issue.report", "object:EJSTAD", **SAID)],
        typed=[say("nej, ett annat fel", "no, another fault")],
    ),
    "let somebody else approve": Flow(
        pressed=[
            press("approval.substitute", "", by="REK1", person="KON11", date="2022-04-04", last="2022-04-08"),
            press("approval.back", "substitute:1", by="REK1"),
        ],
        typed=[
            say("jag är borta 4-8 april, Emil godkänner", "I'm away 4-8 April, Emil approves", by="REK1"),
            say("jag är tillbaka", "I'm back", by="REK1"),
        ],
    ),
    "what is left of the hours": Flow(
        pressed=[press("agreed.show", "unit:PV1", by="REK1", month="2022-04")],
        typed=[say("hur många timmar har vi kvar i april?", "how many hours do we have left in April?", by="REK1")],
        is_shown=True,
    ),
    "how promises are kept": Flow(
        pressed=[press("promises.show", "", by="SAM1", month="2022-02")],
        typed=[say("hur höll vi löftena i februari?", "how did we keep our promises in February?", by="SAM1")],
        is_shown=True,
    ),
    "the indicators of a month": Flow(
        pressed=[press("indicator.show", "", by="SAM1", month="2022-02", unit="unit:PV2")],
        typed=[say("visa nyckeltalen för PV2 i februari", "show the indicators for PV2 in February", by="SAM1")],
        is_shown=True,
    ),
    "enter an outcome": Flow(
        pressed=[
            press("indicator.enter", "indicator:K10", by="PL1", month="2022-03", scope="unit:PV3", value="94,5"),
            press(
                "indicator.enter",
                "indicator:K10",
                by="PL1",
                month="2022-03",
                scope="unit:PV3",
                value="94,1",
                comment="Två fakturor saknades",
            ),
        ],
        typed=[
            say("K10 för PV3 i mars: 94,5", "K10 for PV3 in March: 94.5", by="PL1"),
            say(
                "rätta K10 för PV3 i mars till 94,1: Två fakturor saknades",
                "correct K10 for PV3 in March to 94.1: Två fakturor saknades",
                by="PL1",
            ),
        ],
    ),
    "change the rota of questions": Flow(
        pressed=[
            press("question.change", "question:F3", by="PL1", **{"text-sv": "Får ni hjälp?", "text-en": "Helped?"}),
            press("question.retire", "question:F6", by="PL1"),
            press(
                "question.add",
                "",
                by="PL1",
                audience="principal",
                months="5,11",
                answer="scale_1_5",
                indicator="none",
                **{"text-sv": "Räcker tiden?", "text-en": "Is there time?"},
            ),
        ],
        typed=[
            say("ändra fråga F3: Får ni hjälp? / Helped?", "change question F3: Får ni hjälp? / Helped?", by="PL1"),
            say("sluta ställa fråga F6", "retire question F6", by="PL1"),
            say(
                "ny fråga till chefer i maj och november, skala 1-5: Räcker tiden? / Is there time?",
                "new question for principals in May and November, scale 1-5: Räcker tiden? / Is there time?",
                by="PL1",
            ),
        ],
    ),
    "what became of the month's question": Flow(
        pressed=[press("survey.result", "", by="PL1", month="2022-02")],
        typed=[say("hur gick enkäten i februari?", "how did the survey go in February?", by="PL1")],
        is_shown=True,
    ),
    "take another address of the calendar": Flow(
        first=[say("kalender", "calendar", by="PL1")],
        pressed=[press("calendar.renew", "calendar:PL1", by="PL1")],
        typed=[say("ny kalenderadress", "new calendar address", by="PL1")],
        is_shown=True,
    ),
    "read the log": Flow(
        first=[ordered()],
        pressed=[press("audit.show", "", by="ADM1", number="B-2022-0001", page=1)],
        typed=[say("visa loggen för B-2022-0001", "show the log for B-2022-0001", by="ADM1")],
        is_shown=True,
    ),
    "ask before approving": Flow(
        first=[ordered(service="SAN-KLO")],
        pressed=[press("request.ask", "request", by="REK1", comment=("varför?", "why?"))],
        typed=[say("fråga B-2022-0001: varför?", "ask B-2022-0001: why?", by="REK1")],
    ),
    "accept": working(offered, "assignment.accept", "jag tar det", "I'll take it"),
    "decline": working(offered, "assignment.decline", "jag kan inte", "I can't", reason=("jag kan inte", "I can't")),
    "start": Flow(
        first=[offered, press("assignment.accept", WORK, by="SER1")],
        pressed=[press("assignment.start", WORK, by="SER1")],
        typed=[say("starta", "start", by="SER1")],
    ),
    "pause": working(under_way, "assignment.pause", "pausa", "pause"),
    "wait for an answer": working(
        under_way,
        "assignment.wait",
        "väntar på svar: vilken sal?",
        "waiting for an answer: vilken sal?",
        comment="vilken sal?",
    ),
    "resume": Flow(
        first=[under_way, press("assignment.pause", WORK, by="SER1")],
        pressed=[press("assignment.start", WORK, by="SER1")],
        typed=[say("fortsätt", "resume", by="SER1")],
    ),
    "done": working(under_way, "assignment.done", "klart, 1,5 timmar", "done, 1.5 hours", hours="1.5"),
    "done without having begun": Flow(
        first=[offered, press("assignment.accept", WORK, by="SER1")],
        pressed=[press("assignment.done", WORK, by="SER1", hours="1")],
        typed=[say("klart, det tog 1 timme", "done, it took 1 hour", by="SER1")],
    ),
    "answer the question": Flow(
        first=[asked],
        pressed=[press("survey.answer", "survey:2022-03", answer="often")],
        typed=[say("ofta", "often")],
    ),
    "pause the questions": Flow(
        first=[asked],
        pressed=[press("survey.pause", "survey:2022-03", by="SER1")],
        typed=[say("pausa frågorna", "pause the questions", by="SER1")],
    ),
    "have the questions asked again": Flow(
        first=[asked, press("survey.pause", "survey:2022-03", by="SER1")],
        pressed=[press("survey.resume", "survey:2022-03", by="SER1")],
        typed=[say("börja fråga mig igen", "start asking me again", by="SER1")],
    ),
    "fill in what is missing": due(
        "commitment.fill", "fyll i: PV1 går bra", "fill in: PV1 goes well", comment=("PV1 går bra", "PV1 goes well")
    ),
    "remind me later": due("commitment.snooze", "påminn mig på fredag", "remind me on Friday", date="2022-03-18"),
    "say how far it has come": due("commitment.status", "U1 pågår", "U1 is ongoing", status="ongoing"),
    "move it": due(
        "commitment.move",
        "flytta U1 till 15 juni: nämnden",
        "move U1 to 15 June: nämnden",
        last="2022-06-15",
        reason="nämnden",
    ),
    "hand it over": due("commitment.handover", "lämna över U1 till Karin", "hand over U1 to Karin", person="SAM1"),
    "answer who wants a human": Flow(
        first=[HUMAN],
        pressed=[press("human.answer", "talk", by="SAM1", answer=COMING)],
        typed=[say(f"svara Emil: {COMING[0]}", f"reply Emil: {COMING[1]}", by="SAM1")],
    ),
    "write on with a human": Flow(
        first=[HUMAN, press("human.answer", "talk", by="SAM1", answer=COMING)],
        pressed=[press("human.answer", "talk", answer=("vi ses där", "see you there"))],
        typed=[say("svara Karin: vi ses där", "reply Karin: see you there")],
    ),
    "be done talking": Flow(
        first=[HUMAN, press("human.answer", "talk", by="SAM1", answer=COMING)],
        pressed=[press("human.done", "talk", by="SAM1")],
        typed=[say("klart", "done", by="SAM1")],
    ),
}
