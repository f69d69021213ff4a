"""Assessing a risk anew, by press and by words."""

from actions.ports import Begin
from actions.risks import assess_risk
from dialogs.subjects import id_in
from dialogs.turn import Press, Reply, Turn, say
from dialogs.understanding.commitment_words import ASSESS
from dialogs.understanding.folding import fold
from domain.commitments import Commitment
from domain.errors import BadInput
from domain.notices import Message
from domain.risks import HIGHEST, Risk

SUBJECT = "commitment"


async def press_assess(turn: Turn, press: Press, *, begin: Begin) -> Reply:
    """Keep the likelihood and the consequence that were chosen."""
    risk = _risk(press.text("likelihood"), press.text("consequence"))
    return Reply(toast=await _assess(turn, id_in(press, SUBJECT), risk, press.text("risk-reason"), begin=begin))


async def assess_by_words(turn: Turn, commitment: Commitment, *, begin: Begin) -> Reply | None:
    """Assess the risk of *commitment* as the words say; None when they say no such thing."""
    text = turn.text.strip()
    found = ASSESS.fullmatch(fold(text))
    if found is None:
        return None
    why = text[found.start("why") : found.end("why")] if found["why"] else None
    risk = _risk(found["likelihood"], found["consequence"])
    message = await _assess(turn, commitment.code, risk, why, begin=begin)
    return Reply(messages=(message,), state={"focus": f"{SUBJECT}:{commitment.code}"})


def _risk(likelihood: str | None, consequence: str | None) -> Risk:
    for field, number in (("likelihood", likelihood), ("consequence", consequence)):
        if number not in {str(each) for each in range(1, HIGHEST + 1)}:
            raise BadInput(field=field, lowest=1, highest=HIGHEST)
    return Risk(likelihood=int(likelihood or 0), consequence=int(consequence or 0))


async def _assess(turn: Turn, code: str, risk: Risk, why: str | None, *, begin: Begin) -> Message:
    held = await assess_risk(code, risk, by=turn.person, catalogue=turn.catalogue, begin=begin, at=turn.at, reason=why)
    values = {"value": str(risk.value), "likelihood": str(risk.likelihood), "consequence": str(risk.consequence)}
    return say("commitment-assessed", code=held.code, level=risk.level.value, **values)
