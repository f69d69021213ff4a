"""What the desk says no with: expected errors, as codes with attributes and never as sentences."""


class Unavailable(Exception):  # an error is named by what happened
    """What keeps the desk's data does not answer now: it is locked, full or gone. Nothing has happened.

    No refusal, and no fault of the desk: whoever asked may ask again later.
    """


class DeskError(Exception):
    """An expected refusal. The text a person reads is found in `texts/` under ``error-<code>``.

    Attributes:
        code: stable name of the refusal, in kebab-case.
        values: what the sentence needs; ids, numbers and dates, never free text of a person.
    """

    code = "refused"

    def __init__(self, **values: object) -> None:
        super().__init__(self.code, values)
        self.values = values


class NotAllowed(DeskError):
    """The permission table does not let this person do that there."""

    code = "not-allowed"


class NotFound(DeskError):
    """Nothing has that id."""

    code = "not-found"


class RequestNotFound(NotFound):
    """No request has that id, or the person may not see it: the answer is the same."""

    code = "request-not-found"


class UnitNotFound(NotFound):
    """No unit is called so."""

    code = "unit-not-found"


class AssignmentNotFound(NotFound):
    """No assignment has that id."""

    code = "assignment-not-found"


class OutOfDate(DeskError):
    """The card that was pressed shows an older state; it is to be shown again as it is now."""

    code = "out-of-date"


class WrongState(DeskError):
    """The request or assignment ``id`` can't do that from the status it is in; ``state`` is that status as its code."""

    code = "wrong-state"

    def __init__(self, *, id: str, status: str = "", **values: object) -> None:  # noqa: A002  # as people see it
        super().__init__(id=id, status=status, state=status, **values)


class NotApproved(WrongState):
    """It waits for ``person`` to approve it."""

    code = "not-approved"


class OfferGone(DeskError):
    """The assignment was withdrawn, has moved on to someone else, or its request is closed."""

    code = "offer-gone"


class BadInput(DeskError):
    """An input holds something that can't be used; ``field`` names it."""

    code = "bad-input"


class NoSuchDay(DeskError):
    """A day or a time of day was named that there is not: ``said`` as it was written."""

    code = "no-such-day"


class OtherMeasure(DeskError):
    """An outcome is said to be of what its indicator is not measured in: ``said``, as kr of a share in percent."""

    code = "other-measure"


class BadDay(BadInput):
    """A day lies outside those that can be meant, ``lowest_on`` to ``highest_on``."""

    code = "bad-day"


class BadTerms(BadInput):
    """A number of an agreement lies outside ``lowest`` to ``highest``; ``field`` names it."""

    code = "bad-terms"


class NoAgreement(DeskError):
    """The unit has no signed agreement in force on the wanted day."""

    code = "no-agreement"


class AgreementOverlaps(DeskError):
    """Another agreement of the unit is in force on some of those days; ``agreement`` names it."""

    code = "agreement-overlaps"


class NotOrderable(DeskError):
    """The service can't be ordered by this unit, or is not open yet."""

    code = "not-orderable"


class NotSuitable(DeskError):
    """The employee lacks a competence that the service or the unit's type demands, or is inactive."""

    code = "not-suitable"


class TalkTaken(DeskError):
    """Another coordinator answers that talk; ``person`` names them."""

    code = "talk-taken"


class TalkOver(DeskError):
    """The talk has ended; nothing more is written in it."""

    code = "talk-over"


class NotSubstitute(DeskError):
    """That person can't approve for this principal: they are of none of their units."""

    code = "not-substitute"


class Away(DeskError):
    """The employee is away on the day of the work."""

    code = "away"


class Claimed(DeskError):
    """Somebody else has the work, or has been asked; ``person`` names them, ``is_asked`` is 1 when they are asked."""

    code = "claimed"


class NoRoom(DeskError):
    """The work does not fit in the day of whoever wants to take it."""

    code = "no-room"


class MonthClosed(DeskError):
    """The month of those hours has closed; they stand."""

    code = "month-closed"
