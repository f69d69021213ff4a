"""The card of the risk matrix: which control guards against what, by likelihood and consequence."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dialogs.cards.commitment import risk_words
from dialogs.cards.elements import GOOD, STANDING, URGENT, WARNING, Frame, Shown, Tone, Writer
from domain.commitments import Commitment
from domain.risks import HIGHEST, Risk, RiskLevel, level_of, matrix, read_risk
from texts.format import day, opening

EMPTY = "–"
TONES: dict[RiskLevel, Tone] = {RiskLevel.LOW: GOOD, RiskLevel.MEDIUM: WARNING, RiskLevel.HIGH: URGENT}


def risks_card(wheel: Sequence[Commitment], frame: Frame) -> Shown:
    """Return the matrix of the commitments that have a risk, and each of them, the highest first."""
    write = Writer(frame)
    heading = write.words("risk-heading")
    write.heading(heading)
    fields = matrix(wheel)
    if not fields:
        write.status(STANDING, write.words("risk-none"))
        return write.finish(heading)
    write.hint(write.words("risk-axes"))
    for consequence in range(HIGHEST, 0, -1):
        _row(write, consequence, fields)
    with write.side_by_side():
        for number in ("", *range(1, HIGHEST + 1)):
            write.line(str(number) or EMPTY, is_silent=True, size="small", isSubtle=True)
    by_code = {each.code: each for each in wheel}
    for codes in fields.values():
        for code in codes:
            _listed(write, by_code[code])
    write.button("wheel.show")
    return write.finish(heading)


def _row(write: Writer, consequence: int, fields: Mapping[Risk, tuple[str, ...]]) -> None:
    held: list[str] = []
    with write.side_by_side():
        write.line(str(consequence), is_silent=True, size="small", isSubtle=True)
        for likelihood in range(1, HIGHEST + 1):
            codes = fields.get(Risk(likelihood=likelihood, consequence=consequence), ())
            held += codes
            tone = TONES[level_of(likelihood * consequence)]
            weight = "bolder" if codes else "default"
            write.line(" · ".join(codes) or EMPTY, is_silent=True, size="small", color=tone.color, weight=weight)
    write.speak(write.words("risk-row", consequence=str(consequence), codes=", ".join(held) or EMPTY))


def _listed(write: Writer, commitment: Commitment) -> None:
    risk = read_risk(commitment.risk)
    if risk is None:
        return
    title = commitment.title_en if write.language == "en" else commitment.title_sv
    own = Writer(replace(write.frame, subject=f"commitment:{commitment.code}"))
    write.entry(
        title,
        opening(day(commitment.due, write.language, write.frame.today)),
        number=commitment.code,
        tone=TONES[risk.level],
        status=risk_words(write, risk),
        press=own.press("commitment.show", write.words("wheel-open", code=commitment.code)),
    )
    write.also(commitment.code)
