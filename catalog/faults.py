"""What is wrong with a pilot's files, as places and codes; the sentences stand in `texts/`."""

from collections.abc import Iterable
from dataclasses import dataclass

LONGEST_VALUE = 80


@dataclass(frozen=True, kw_only=True, slots=True, order=True)
class Fault:
    """One thing wrong in one place. `line` counts from 1, the header being 1; `column` is "" for a whole line or file.

    Codes: `missing-file unreadable-file bad-encoding bad-csv empty-file missing-column unknown-column
    duplicate-column wrong-field-count missing-value bad-code bad-character too-long not-a-number out-of-range
    not-a-date not-a-time not-a-guid not-an-email not-a-risk unknown-value unknown-role bad-rrule unknown-reference
    duplicate inconsistent end-before-start overlapping`.
    """

    file: str
    line: int
    column: str
    code: str
    value: str = ""


class FaultsFound(Exception):
    """The files can't be used. `faults` holds every fault that was found, in the order of the files and lines."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(set(faults)))
        super().__init__(self.faults)
