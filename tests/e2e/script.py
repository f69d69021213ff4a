"""The stories that touch every verb, for the proof of kills: who plays what, each for a place of its own."""

from collections.abc import Mapping, Sequence

from tests.e2e.stories import COORDINATOR, EMPLOYEE, PRINCIPAL, REQUESTER, SECOND, Step

ORDER = "Kan någon tömma soporna i {place} imorgon före 8?"
ADD_ON = "Kan någon sanera klotter i {place} på fredag?"
LEAK = "det kanske läcker i taket i {place}"

SAYS_ORDER = Step(who=REQUESTER, words=ORDER)
PLACES = Step(who=REQUESTER, verb="order.place")
OFFERS = Step(who=COORDINATOR, verb="assignment.offer")
STARTS = Step(who=EMPLOYEE, verb="assignment.start")
ENDS = Step(who=EMPLOYEE, verb="assignment.done", inputs={"hours": "0.5"})
RATES = Step(who=REQUESTER, verb="request.rate", inputs={"rating": "4", "comment": "Bra"}, answer="Tack för ditt betyg")

WORKED = (
    SAYS_ORDER,
    Step(who=REQUESTER, verb="order.change", inputs={"hours": "1"}),
    PLACES,
    OFFERS,
    Step(who=EMPLOYEE, verb="assignment.accept"),
    STARTS,
    Step(who=EMPLOYEE, verb="assignment.pause"),
    STARTS,
    ENDS,
    RATES,
)
CORRECTED = (
    *WORKED,
    Step(who=EMPLOYEE, words="mina timmar"),
    Step(who=EMPLOYEE, verb="time.correct", on=(), inputs={"hours": "0.75", "reason": "Det tog längre tid"}),
    Step(who=EMPLOYEE, verb="hours.show", on=()),
)
DECLINED = (
    SAYS_ORDER,
    PLACES,
    OFFERS,
    Step(who=EMPLOYEE, verb="assignment.decline"),
    Step(who=COORDINATOR, verb="assignment.assign", to_another=True),
    STARTS,
    Step(who=EMPLOYEE, verb="assignment.handover", inputs={"hours": "0.25"}),
    Step(who=COORDINATOR, verb="assignment.assign", to_another=True),
    STARTS,
    ENDS,
    Step(who=REQUESTER, verb="request.reopen", inputs={"comment": "Ett kärl glömdes"}),
    Step(who=COORDINATOR, verb="assignment.assign"),
    STARTS,
    ENDS,
)
CLAIMED = (
    SAYS_ORDER,
    PLACES,
    Step(who=EMPLOYEE, words="lediga uppdrag", may_name_place=True),
    Step(who=EMPLOYEE, verb="assignment.claim"),
    Step(who=EMPLOYEE, verb="assignment.wait", inputs={"comment": "Vilket kärl i {place}?"}),
    STARTS,
    ENDS,
)
APPROVED = (
    Step(who=REQUESTER, words=ADD_ON),
    PLACES,
    Step(who=PRINCIPAL, verb="request.approve"),
    Step(
        who=REQUESTER,
        verb="request.comment",
        inputs={"comment": "Koden till {place} är 1234"},
        answer="noterat",
        is_repeatable=True,
    ),
    Step(who=REQUESTER, verb="request.change", inputs={"hours": "1"}, answer="är ändrat"),
    Step(who=REQUESTER, verb="request.cancel"),
    Step(who=REQUESTER, verb="request.again", is_repeatable=True),
    Step(who=REQUESTER, verb="order.drop"),
)
REJECTED = (
    Step(who=REQUESTER, words=ADD_ON),
    PLACES,
    Step(
        who=PRINCIPAL,
        verb="request.ask",
        inputs={"comment": "Kan {place} vänta?"},
        answer="är skickad",
        is_repeatable=True,
    ),
    Step(who=PRINCIPAL, verb="request.reject", inputs={"reason": "Inte nu"}),
)
REPORTED = (Step(who=REQUESTER, words=LEAK), Step(who=REQUESTER, verb="issue.report"))
JOINED = (
    Step(who=REQUESTER, words=LEAK),
    Step(who=REQUESTER, verb="issue.report"),
    Step(who=PRINCIPAL, words="vatten läcker från taket i {place}"),
    Step(who=PRINCIPAL, verb="request.join"),
)
RECURRING = (
    Step(who=REQUESTER, words="töm soporna i {place} varje vardag kl 9"),
    PLACES,
    Step(who=REQUESTER, words="mina beställningar"),
    Step(who=REQUESTER, verb="request.show", on=("Dina ärenden",), is_repeatable=True),
    Step(who=REQUESTER, verb="requests.show", on=("Dina ärenden",)),
)
CHANGED = (
    Step(who=REQUESTER, words="töm soporna i {place} varje måndag kl 9"),
    PLACES,
    Step(who=REQUESTER, verb="series.change", inputs={"series-hours": "1"}, answer="är ändrad"),
    Step(who=REQUESTER, words="mina återkommande beställningar"),
    # Once that day is gone from the card, it has been left out, whoever learnt of it.
    Step(who=REQUESTER, verb="series.skip", on=("{place}", "måndag 21 mars"), answer="hoppas över"),
)
ENDED = (
    Step(who=REQUESTER, words="töm soporna i {place} varje tisdag kl 9"),
    PLACES,
    Step(who=REQUESTER, verb="series.end", answer="är avslutad"),
)
BROWSED = (
    Step(who=REQUESTER, words="vad kan man beställa?"),
    Step(who=REQUESTER, verb="catalogue.show", on=("Det här kan ni beställa",), is_repeatable=True),
    Step(who=REQUESTER, words="sök fönsterputs"),
    Step(who=REQUESTER, verb="order.start", on=()),
    Step(who=REQUESTER, verb="order.drop", on=()),
)
ASKED = (
    Step(who=REQUESTER, verb="survey.pause", on=("arbetsmiljö",), is_repeatable=True),
    Step(who=REQUESTER, verb="survey.resume", on=("arbetsmiljö",), is_repeatable=True),
    Step(who=REQUESTER, verb="survey.answer", on=("arbetsmiljö",), button="Röd – inte bra", answer="Tack"),
    Step(who=REQUESTER, verb="survey.comment", on=("arbetsmiljö",), inputs={"comment": "Kallt"}, answer="Tack"),
    Step(who=REQUESTER, verb="survey.talk", on=("arbetsmiljö",), answer="höra av sig"),
)
TALK = (
    Step(who=REQUESTER, words="jag vill prata med en människa om {place}"),
    Step(
        who=COORDINATOR,
        verb="human.answer",
        inputs={"answer": "Jag ringer om {place}"},
        answer="Jag har skickat",
        is_repeatable=True,
    ),
    Step(who=REQUESTER, verb="human.done", on=("Jag ringer om {place}",), answer="avslutat"),
)
AWAY = (
    Step(who=REQUESTER, words="mina uppdrag"),
    Step(
        who=REQUESTER,
        verb="absence.report",
        on=(),
        inputs={"date": "2022-05-02", "last": "2022-05-03"},
        is_repeatable=True,
    ),
    Step(who=REQUESTER, verb="absence.end", on=()),
)


SUBSTITUTED = (
    Step(who=PRINCIPAL, words="ersättare"),
    Step(
        who=PRINCIPAL,
        verb="approval.substitute",
        on=(),
        inputs={"person": "KON21", "date": "2022-05-02", "last": "2022-05-03"},
    ),
    Step(who=PRINCIPAL, verb="approval.back", on=()),
    Step(who=PRINCIPAL, words="hur många timmar har vi kvar?"),
    Step(who=PRINCIPAL, verb="agreed.show", on=("Timmar i",), is_repeatable=True),
    Step(who=PRINCIPAL, words="hur håller vi löftena?"),
    Step(who=PRINCIPAL, verb="promises.show", on=("Löften i",), is_repeatable=True),
    Step(who=PRINCIPAL, words="visa nyckeltalen"),
    Step(who=PRINCIPAL, verb="indicator.show", on=("Nyckeltal i",), is_repeatable=True),
)
FOUND = (
    Step(who=REQUESTER, words="rond", may_name_place=True),
    Step(who=REQUESTER, verb="issue.found", on=("Hittat ett fel",), inputs={"place": "{place}"}),
)
CONFIRMED = (
    Step(who=REQUESTER, words="mitt pass"),
    Step(who=REQUESTER, verb="assignment.show", on=("Din dag",), is_repeatable=True),
    Step(who=REQUESTER, words="mina uppdrag"),
    Step(who=REQUESTER, verb="standing.show", on=("Dina uppdrag",), answer="Okej", is_repeatable=True),
    Step(who=REQUESTER, verb="time.confirm", on=("Ändra timmarna",), inputs={"hours-1": "4"}, answer="Okej"),
)
UNCOVERED = (
    Step(who=REQUESTER, words="mina uppdrag"),
    Step(
        who=REQUESTER,
        verb="absence.report",
        on=(),
        inputs={"date": "2022-03-15", "last": "2022-03-15"},
        answer="Okej",
        is_repeatable=True,
    ),
    Step(who=COORDINATOR, words="visa tavlan", may_name_place=True),
    Step(who=COORDINATOR, verb="board.show", on=("Läget",), is_repeatable=True, may_name_place=True),
    Step(who=COORDINATOR, words="visa tavlan", may_name_place=True),
    Step(who=COORDINATOR, verb="plan.show", on=("Läget",), inputs={"person": "SER6"}, is_repeatable=True),
    Step(who=COORDINATOR, words="kalender"),
    Step(
        who=COORDINATOR,
        verb="calendar.renew",
        on=("Årshjulet i din kalender",),
        answer="ny adress",
        is_repeatable=True,
    ),
    Step(who=COORDINATOR, words="vilka kompetenser går ut"),
    Step(who=COORDINATOR, verb="training.show", on=("Utbildningsplaner",), is_repeatable=True),
    Step(who=COORDINATOR, verb="standing.assign", on=("Stående arbete utan utförare",), answer="har fått"),
)

PV7 = ("Överenskommelse AVT-PV7",)
AGREED = (
    Step(who=PRINCIPAL, words="visa vår överenskommelse"),
    Step(who=PRINCIPAL, verb="agreement.decline", on=PV7, inputs={"reason": "Nej"}, answer="inte skrivs på"),
    Step(who=REQUESTER, verb="agreement.change", on=PV7, inputs={"hours-calloff": "30"}, answer="är sparade"),
    Step(who=REQUESTER, verb="agreement.offer", on=PV7, answer="är erbjuden"),
    Step(who=PRINCIPAL, verb="agreement.sign", on=PV7, answer="gäller från"),
    Step(who=REQUESTER, verb="agreement.amend", on=PV7, inputs={"date": "2022-06-01"}, is_repeatable=True),
    Step(who=REQUESTER, verb="agreement.end", on=("Överenskommelse AVT-PV7-2",), answer="tillbakatagen"),
    Step(who=REQUESTER, words="överenskommelser"),
    Step(who=REQUESTER, verb="agreement.show", on=("Överenskommelser",), is_repeatable=True),
    Step(who=REQUESTER, verb="agreement.draft", on=("Överenskommelser",), inputs={"unit": "PV3"}, is_repeatable=True),
    Step(who=REQUESTER, words="visa loggen för AVT-PV7"),
    Step(who=REQUESTER, verb="audit.show", on=("Logg för",), is_repeatable=True),
)
BUNDLED = (
    Step(who=REQUESTER, words="Kan någon tömma soporna i {place} onsdag 23 mars?"),
    PLACES,
    Step(who=COORDINATOR, words="planera 23 mars för Bo Avenbok", may_name_place=True),
    Step(who=COORDINATOR, verb="assignment.bundle", answer="har fått"),
    Step(who=EMPLOYEE, verb="assignment.show", is_repeatable=True, may_name_place=True),
    Step(who=COORDINATOR, words="flytta allt som Bo Avenbok har den 23 mars till Linn Benved", may_name_place=True),
    Step(who=COORDINATOR, verb="assignment.move", answer="har fått"),
    Step(who=SECOND, verb="assignment.show", is_repeatable=True, may_name_place=True),
    Step(who=SECOND, verb="assignment.start"),
    Step(who=SECOND, verb="assignment.done", inputs={"hours": "0.5"}),
)
SHARED = (
    SAYS_ORDER,
    PLACES,
    Step(who=COORDINATOR, verb="assignment.split", inputs={"second": "SER9"}, answer="är delat"),
    STARTS,
    ENDS,
    Step(who=SECOND, verb="assignment.start"),
    Step(who=SECOND, verb="assignment.done", inputs={"hours": "0.25"}),
)
LED = (
    Step(who=REQUESTER, words="visa alla frågor"),
    Step(
        who=REQUESTER,
        verb="question.add",
        on=("Månadens frågor, alla",),
        inputs={
            "text-sv": "Räcker städningen i {place}?",
            "text-en": "Is {place} clean?",
            "months": "5",
            "answer": "text",
        },
        answer="är tillagd",
        is_repeatable=True,
    ),
    Step(who=REQUESTER, verb="question.show", on=("Månadens frågor, alla",), answer="Okej", is_repeatable=True),
    Step(who=REQUESTER, verb="question.change", on=("Ställs",), inputs={"text-en": "Good?"}, answer="nya orden"),
    Step(who=REQUESTER, verb="question.retire", on=("Ställs",), answer="ställs inte mer"),
    Step(who=REQUESTER, words="visa KM4"),
    Step(
        who=REQUESTER,
        verb="commitment.assess",
        on=("Övning av krisrutin",),
        inputs={"likelihood": "2", "consequence": "5", "risk-reason": "Vi har övat"},
        answer="KM4",
    ),
    Step(who=REQUESTER, words="visa K10"),
    Step(who=REQUESTER, verb="indicator.enter", on=("K10",), inputs={"value": "94,5"}, answer="Tack"),
    Step(who=REQUESTER, words="hur gick enkäten?"),
    Step(who=REQUESTER, verb="survey.result", on=("Resultat av månadens fråga",), is_repeatable=True),
)
ANNOUNCED = (
    # First, since what is asked about an announcement begins a talk, which takes what is said then.
    *LED,
    Step(who=REQUESTER, words="ny information till ekonomer: Nu börjar vi i {place}"),
    Step(
        who=REQUESTER,
        verb="announcement.write",
        inputs={"audience": "economist", "comment": "Snart börjar vi i {place}", "note": "Ni bokför {place}"},
        answer="Sparat",
    ),
    Step(who=REQUESTER, verb="announcement.approval", inputs={"person": "AGA1"}, answer="Jag har frågat"),
    Step(who=PRINCIPAL, verb="announcement.reject", inputs={"comment": "Inte {place}"}, answer="får veta det"),
    Step(who=REQUESTER, verb="announcement.approval", inputs={"person": "AGA1"}, answer="Jag har frågat"),
    Step(who=PRINCIPAL, verb="announcement.approve", answer="är godkänd"),
    Step(who=REQUESTER, verb="announcement.schedule", answer="skickas till alla"),
    Step(who=REQUESTER, verb="announcement.send", answer="Skickad"),
    Step(who=COORDINATOR, words="lista informationen"),
    Step(who=COORDINATOR, verb="announcement.show", on=("Du har fått",), is_repeatable=True),
    Step(who=COORDINATOR, verb="announcement.ask", inputs={"comment": "När i {place}?"}, answer="har fått din fråga"),
    Step(who=REQUESTER, verb="announcement.remind", answer="får en påminnelse"),
    Step(who=COORDINATOR, verb="announcement.read", answer="Tack"),
    Step(who=REQUESTER, verb="announcement.recall", answer="Återkallad"),
)
WHEEL = (
    Step(who=REQUESTER, words="årshjulet"),
    Step(who=REQUESTER, verb="commitment.show", on=("Årshjul",), is_repeatable=True),
    Step(who=REQUESTER, verb="wheel.show", on=("Årshjul",), is_repeatable=True),
    Step(who=REQUESTER, words="visa SU1"),
    Step(
        who=REQUESTER,
        verb="commitment.fill",
        on=("redovisa effekt",),
        inputs={"comment": "Halvvägs"},
        answer="SU1",
        is_repeatable=True,
    ),
    Step(
        who=REQUESTER,
        verb="commitment.snooze",
        on=("redovisa effekt",),
        inputs={"date": "2022-04-01"},
        answer="påminner",
    ),
    Step(
        who=REQUESTER,
        verb="commitment.status",
        on=("redovisa effekt",),
        inputs={"status": "ongoing"},
        answer="pågår",
    ),
    Step(
        who=REQUESTER,
        verb="commitment.move",
        on=("redovisa effekt",),
        inputs={"last": "2023-12-20", "reason": "Stämman"},
        answer="ska nu vara klart",
    ),
    Step(
        who=REQUESTER,
        verb="commitment.handover",
        on=("redovisa effekt",),
        inputs={"person": "SER3"},
        answer="har fått SU1",
    ),
    Step(who=REQUESTER, words="visa orsaksloggen"),
    Step(
        who=REQUESTER,
        verb="cause.log",
        on=("Orsakslogg",),
        inputs={"problem": "Damm", "cause": "Torrt", "measure": "Moppa"},
        answer="orsaksloggen",
    ),
    Step(who=REQUESTER, verb="cause.effect", on=("Orsakslogg",), inputs={"effect": "Rent"}, answer="är sparad"),
)


def cast(requester: str, coordinator: str, principal: str = "") -> dict[str, str]:
    played = {REQUESTER: requester, COORDINATOR: coordinator}
    return played | {PRINCIPAL: principal} if principal else played


SCRIPT: Sequence[tuple[Sequence[Step], Mapping[str, str]]] = (
    (WORKED, cast("REK1", "SAM1")),
    (CORRECTED, cast("KON22", "SAM1")),
    (DECLINED, cast("KON11", "SAM1")),
    (DECLINED, cast("KON24", "SAM1")),
    (CLAIMED, cast("REK3", "SAM1") | {EMPLOYEE: "SER5"}),
    (APPROVED, cast("KON12", "SAM1", "REK1")),
    (REJECTED, cast("KON23", "SAM1", "REK2")),
    (REPORTED, cast("KON13", "SAM1")),
    (JOINED, cast("KON15", "SAM1", "KON16")),
    (RECURRING, cast("CHE6", "SAM2")),
    (CHANGED, cast("KON52", "SAM2")),
    (ENDED, cast("CHE5", "SAM2")),
    (BROWSED, cast("KON14", "SAM1")),
    # Not with SAM2, whose words in the other stories would be taken as said in the talk.
    (TALK, cast("KON17", "SAM1")),
    (ASKED, cast("SER2", "SAM1")),
    (AWAY, cast("SER12", "SAM2")),
    (CONFIRMED, cast("SER11", "SAM1")),
    (FOUND, cast("SER4", "SAM1")),
    (UNCOVERED, cast("SER6", "SAM2")),
    (SHARED, cast("KON26", "SAM1") | {SECOND: "SER9"}),
    (BUNDLED, cast("KON51", "SAM2") | {EMPLOYEE: "SER7", SECOND: "SER12"}),
    (SUBSTITUTED, cast("KON21", "SAM1", "REK2")),
    (AGREED, cast("ADM1", "SAM2", "CHE7")),
    (WHEEL, cast("AGA1", "SAM2", "SER3")),
    # The economist is told, and the project owner approves.
    (ANNOUNCED, cast("PL1", "EK1", "AGA1")),
)
"""Who plays what; each for a place of its own."""
