"""Tells a database that does not answer from a fault of our own statements."""

import sqlite3
from collections.abc import Generator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, InterfaceError
from sqlalchemy.exc import TimeoutError as NoConnectionFree

from domain.errors import Unavailable

_PRIMARY = 0xFF
_OF_SQLITE = frozenset(
    {
        *(sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PROTOCOL, sqlite3.SQLITE_INTERRUPT),
        *(sqlite3.SQLITE_IOERR, sqlite3.SQLITE_FULL, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY),
        sqlite3.SQLITE_NOMEM,
    }
)
# Classes of PostgreSQL: the connection, a transaction undone to try again, resources, a lock, an operator, the disk.
_OF_POSTGRESQL = ("08", "40", "53", "55", "57", "58")


@contextmanager
def outages() -> Generator[None]:
    """Name what a statement meets when the database does not answer.

    Raises:
        Unavailable: it is locked, full, stopped, or the connection is lost.
    """
    try:
        yield
    except NoConnectionFree as fault:
        raise Unavailable from fault
    except DBAPIError as fault:
        if fault.connection_invalidated or isinstance(fault, InterfaceError) or _is_outage(fault.orig):
            raise Unavailable from fault
        raise


@contextmanager
def outages_of_connecting() -> Generator[None]:
    """Name what is met before there is a connection, as the drivers raise it.

    Raises:
        Unavailable: there is nothing to connect to, or it lets nobody in now.
    """
    try:
        yield
    except Exception as fault:
        if isinstance(fault, OSError) or _is_outage(fault):
            raise Unavailable from fault
        raise


def _is_outage(fault: object) -> bool:
    number = getattr(fault, "sqlite_errorcode", None)
    if isinstance(number, int):
        return number & _PRIMARY in _OF_SQLITE
    state = getattr(fault, "sqlstate", None)
    return isinstance(state, str) and state.startswith(_OF_POSTGRESQL)
