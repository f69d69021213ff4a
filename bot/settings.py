"""The settings of a process, from environment variables that begin with VAKTIS_."""

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from ipaddress import ip_address
from pathlib import Path
from typing import Annotated, Literal

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BeforeValidator,
    Field,
    SecretStr,
    StringConstraints,
    ValidationError,
)
from pydantic_core import PydanticCustomError
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict
from typing_extensions import override

from bot.moments import FORM, read_moment
from domain.files import KEPT_DAYS

PREFIX = "VAKTIS_"
DEFAULT_DATABASE = "sqlite+aiosqlite:///var/vaktis.db"


def _looks_like(pattern: str) -> AfterValidator:
    def check(value: SecretStr) -> SecretStr:
        if re.match(pattern, value.get_secret_value()) is None:
            raise PydanticCustomError("wrong_form", "not of the form that is needed")
        return value

    return AfterValidator(check)


DatabaseUrl = Annotated[SecretStr, _looks_like(r"(sqlite\+aiosqlite|postgresql\+asyncpg)://")]
HttpUrl = Annotated[str, StringConstraints(pattern=r"^https?://[^/\s]+")]
SmtpUrl = Annotated[SecretStr, _looks_like(r"smtps?://[^/\s]+")]
SigningSecret = Annotated[SecretStr, _looks_like(r".{16,}$")]
MailAddress = Annotated[str, StringConstraints(pattern=r"^[^@\s<>,;]+@[^@\s<>,;]+$")]


def _read(written: object) -> datetime | object:
    return read_moment(written) if isinstance(written, str) else written


Moment = Annotated[AwareDatetime, BeforeValidator(_read)]
# What each setting may be, for who set it to something else; the value itself is never told.
ALLOWED: Mapping[str, str] = {
    "database_url": "sqlite+aiosqlite:///FILE or postgresql+asyncpg://USER:PASSWORD@HOST/DATABASE",
    "port": "a whole number from 0 to 65535",
    "language": "sv or en",
    "clock": FORM,
    "service_url": "an address that begins with http:// or https://",
    "public_url": "an address that begins with http:// or https://",
    "smtp_url": "smtp://USER:PASSWORD@HOST:PORT, or the same with smtps://",
    "smtp_sender": "an address that mail comes from, as in vaktis@kommunen.example",
    "webhook_secret": "a text of at least 16 characters",
    "sends_per_second": "a whole number from 1 to 10000",
    "files_kept_days": "a whole number from 1 to 3650",
    "log_level": "DEBUG, INFO, WARNING or ERROR",
}


@dataclass(frozen=True, kw_only=True, slots=True, order=True)
class SettingFault:
    """One setting that can't be used. Its value is never told: it may be a secret."""

    name: str
    fault: str


class SettingsFaults(Exception):  # an error is named by what happened
    """The settings can't be used; `faults` holds every one that was found."""

    def __init__(self, faults: tuple[SettingFault, ...]) -> None:
        super().__init__(", ".join(f"{each.name}: {each.fault}" for each in faults))
        self.faults = faults


class Settings(BaseSettings):
    """What a process is told. Without `app_id` it is in development mode: loopback only, and the clock can be moved."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, frozen=True, extra="ignore", env_ignore_empty=True)

    database_url: DatabaseUrl = SecretStr(DEFAULT_DATABASE)
    host: str = "127.0.0.1"
    port: int = Field(default=3978, ge=0, le=65535)
    app_id: str | None = None
    app_password: SecretStr | None = None
    app_certificate: Path | None = None
    app_tenant_id: str | None = None
    language: Literal["sv", "en"] = "sv"
    clock: Moment | None = None
    service_url: HttpUrl | None = None
    public_url: HttpUrl | None = None
    smtp_url: SmtpUrl | None = None
    smtp_sender: MailAddress = "vaktis@localhost"
    webhook_secret: SigningSecret | None = None
    sends_per_second: int = Field(default=25, ge=1, le=10_000)
    files_kept_days: int = Field(default=KEPT_DAYS, ge=1, le=3650)
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"

    @property
    def is_development(self) -> bool:
        """Tell whether this is development mode: no `app_id`."""
        return self.app_id is None

    @property
    def database(self) -> str:
        """Return the database's address; it may hold a password."""
        return self.database_url.get_secret_value()

    @classmethod
    @override
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Read from what `read_settings` gives, and nowhere else."""
        return (init_settings,)


def variable(field: str) -> str:
    """Return the name of the environment variable behind *field*."""
    return PREFIX + field.upper()


def read_settings(environment: Mapping[str, str] | None = None, **given: str | int | None) -> Settings:
    """Return the settings of *environment*, by default the process's own; options *given* (not None) win.

    Raises:
        SettingsFaults: some can't be used, alone or together; it holds all of them.
    """
    source = os.environ if environment is None else environment
    values: dict[str, object] = {
        field: source[variable(field)].strip()
        for field in Settings.model_fields
        if source.get(variable(field), "").strip()
    }
    values |= {field: value for field, value in given.items() if value is not None}
    try:
        settings = Settings.model_validate(values)
    except ValidationError as error:
        faults = {_fault(str(each["loc"][0])) for each in error.errors()}
        raise SettingsFaults(tuple(sorted(faults | set(_combinations(values))))) from None
    if faults := set(_combinations(values)):
        raise SettingsFaults(tuple(sorted(faults)))
    return settings


def is_loopback(host: str) -> bool:
    """Tell whether *host* names this machine and is reached by nobody else."""
    if host.casefold() == "localhost":
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def _fault(field: str) -> SettingFault:
    return SettingFault(name=variable(field), fault=f"must be {ALLOWED.get(field, 'a text')}")


def _combinations(values: Mapping[str, object]) -> Iterator[SettingFault]:
    """Yield what is wrong between settings that may each be right."""
    host = str(values.get("host", "127.0.0.1"))
    if "app_id" not in values:
        if not is_loopback(host):
            yield SettingFault(name=variable("host"), fault="must be 127.0.0.1 or other loopback without VAKTIS_APP_ID")
        for name in ("app_password", "app_certificate"):
            if name in values:
                yield SettingFault(name=variable(name), fault="is used with VAKTIS_APP_ID only, which is not set")
        return
    if "app_password" not in values and "app_certificate" not in values:
        yield SettingFault(name=variable("app_password"), fault="must be given with VAKTIS_APP_ID, or a certificate")
    if "clock" in values:
        yield SettingFault(name=variable("clock"), fault="is for development only: without VAKTIS_APP_ID")
    certificate = values.get("app_certificate")
    if certificate is not None and not Path(str(certificate)).is_file():
        yield SettingFault(name=variable("app_certificate"), fault="names a file that is not there")
