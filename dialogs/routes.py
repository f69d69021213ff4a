"""Who answers which button, and which intent of a sentence that no context has settled."""

from collections.abc import Awaitable, Callable, Mapping

from dialogs import (
    absence,
    again,
    around,
    catalogue,
    changes,
    claims,
    desk,
    hours,
    joining,
    listing,
    my_requests,
    order,
    series,
    standing,
    substitutes,
    talks,
    work,
)
from dialogs.issue import press_report
from dialogs.turn import Reply
from dialogs.understanding import Intent

OnPress = Callable[..., Awaitable[Reply]]
OnWords = Callable[..., Awaitable[Reply]]

VERBS: Mapping[str, OnPress] = {
    "order.place": order.press_place,
    "order.change": order.press_change,
    "order.drop": order.press_drop,
    "issue.report": press_report,
    "request.join": joining.press_join,
    "request.approve": my_requests.press_approve,
    "request.reject": my_requests.press_reject,
    "request.cancel": my_requests.press_cancel,
    "request.reopen": my_requests.press_reopen,
    "request.rate": my_requests.press_rate,
    "request.comment": my_requests.press_comment,
    "request.change": changes.press_change,
    "request.again": again.press_again,
    "request.show": my_requests.press_request,
    "requests.show": listing.press_show,
    "series.end": series.press_end,
    "series.skip": series.press_skip,
    "series.change": series.press_change,
    "assignment.offer": desk.press_offer,
    "assignment.assign": desk.press_assign,
    "assignment.claim": claims.press_claim,
    "assignment.accept": work.press_accept,
    "assignment.decline": work.press_decline,
    "assignment.start": work.press_start,
    "assignment.pause": work.press_pause,
    "assignment.done": work.press_done,
    "assignment.handover": absence.press_handover,
    "hours.show": hours.press_show,
    "standing.show": standing.press_show,
    "standing.assign": standing.press_assign,
    "time.confirm": standing.press_confirm,
    "time.correct": hours.press_correct,
    "absence.report": absence.press_report,
    "absence.end": absence.press_end,
    "order.start": catalogue.press_start,
    "catalogue.show": catalogue.press_catalogue,
    "approval.substitute": substitutes.press_substitute,
    "approval.back": substitutes.press_back,
    "human.answer": talks.press_answer,
    "human.done": talks.press_done,
}

INTENTS: Mapping[Intent, OnWords] = {
    Intent.STATUS: my_requests.tell_status,
    Intent.CATALOGUE: catalogue.show_catalogue,
    Intent.HELP: around.show_help,
    Intent.ASSIGNMENTS: work.show_assignments,
    Intent.HUMAN: talks.call_human,
    Intent.LANGUAGE: around.switch_language,
    Intent.THANKS: around.thank,
    Intent.RATE: my_requests.rate_by_words,
    Intent.REOPEN: my_requests.reopen_by_words,
    Intent.START: work.start_by_words,
    Intent.PAUSE: work.pause_by_words,
    Intent.FINISH: work.finish_by_words,
    Intent.ABSENCE: absence.absent_by_words,
    Intent.ECONOMY: around.say_not_yet,
    Intent.INDICATORS: around.say_not_yet,
    Intent.HANDOVER: absence.hand_over_by_words,
    Intent.HOURS: hours.hours_by_words,
    Intent.READ: around.say_not_yet,
    Intent.UNKNOWN: around.not_understood,
}
