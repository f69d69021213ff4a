from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.moments import read_moment
from bot.settings import ALLOWED, Settings, SettingsFaults, is_loopback, read_settings

SECRET = "correct-horse"


def test_without_anything_it_is_development_on_loopback() -> None:
    settings = read_settings({})

    assert settings.is_development
    assert (settings.host, settings.port, settings.language) == ("127.0.0.1", 3978, "sv")
    assert settings.database == "sqlite+aiosqlite:///var/vaktis.db"


def test_all_faults_are_told_at_once() -> None:
    with pytest.raises(SettingsFaults) as found:
        read_settings(
            {
                "VAKTIS_PORT": "many",
                "VAKTIS_DATABASE_URL": "mysql://",
                "VAKTIS_CLOCK": "noon",
                "VAKTIS_HOST": "0.0.0.0",  # noqa: S104  # that it is refused is the point
            }
        )

    names = [fault.name for fault in found.value.faults]
    assert names == ["VAKTIS_CLOCK", "VAKTIS_DATABASE_URL", "VAKTIS_HOST", "VAKTIS_PORT"]
    told = str(found.value)
    assert "0 to 65535" in told
    assert "Stockholm" in told
    assert "postgresql+asyncpg://" in told


@pytest.mark.parametrize("written", ["2022-03-15T10:00", "2022-03-15T10:00:00+01:00", "2022-03-15T09:00Z"])
def test_a_moment_without_an_offset_is_stockholms(written: str) -> None:
    assert read_settings({"VAKTIS_CLOCK": written}).clock == datetime(2022, 3, 15, 9, tzinfo=UTC)


def test_a_day_is_its_beginning_in_stockholm() -> None:
    assert read_moment("2022-06-01") == datetime(2022, 5, 31, 22, tzinfo=UTC)
    assert read_moment("2022-12-01") == datetime(2022, 11, 30, 23, tzinfo=UTC)


@pytest.mark.parametrize("written", ["noon", "", "0001-01-01", "9999-12-31T23:59", "2022-13-01", "15/3"])
def test_what_is_no_moment_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        read_moment(written)


def test_every_setting_that_can_be_wrong_says_what_is_allowed() -> None:
    assert set(ALLOWED) <= set(Settings.model_fields)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.4", "vaktis.example"])  # noqa: S104
def test_development_refuses_to_listen_to_anybody_else(host: str) -> None:
    with pytest.raises(SettingsFaults) as found:
        read_settings({"VAKTIS_HOST": host})

    assert "loopback" in found.value.faults[0].fault


@pytest.mark.parametrize(("host", "expected"), [("::1", True), ("localhost", True), ("127.8.8.8", True), ("::", False)])
def test_loopback_is_this_machine_alone(host: str, *, expected: bool) -> None:
    assert is_loopback(host) is expected


def test_production_needs_a_secret_and_has_no_clock_to_set() -> None:
    with pytest.raises(SettingsFaults) as found:
        read_settings({"VAKTIS_APP_ID": "app", "VAKTIS_CLOCK": "2022-03-15T10:00:00+01:00"})

    assert [fault.name for fault in found.value.faults] == ["VAKTIS_APP_PASSWORD", "VAKTIS_CLOCK"]


def test_a_certificate_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(SettingsFaults) as found:
        read_settings({"VAKTIS_APP_ID": "app", "VAKTIS_APP_CERTIFICATE": str(tmp_path / "none.pem")})

    assert "not there" in found.value.faults[0].fault


def test_no_secret_shows_in_what_is_printed_of_settings() -> None:
    settings = read_settings(
        {
            "VAKTIS_APP_ID": "app",
            "VAKTIS_APP_PASSWORD": SECRET,
            "VAKTIS_DATABASE_URL": f"postgresql+asyncpg://vaktis:{SECRET}@db/vaktis",
            "VAKTIS_SMTP_URL": f"smtps://vaktis:{SECRET}@mail",
        }
    )

    assert SECRET not in repr(settings) + str(settings) + settings.model_dump_json()


def test_no_secret_shows_in_a_fault() -> None:
    with pytest.raises(SettingsFaults) as found:
        read_settings({"VAKTIS_DATABASE_URL": f"mysql://vaktis:{SECRET}@db", "VAKTIS_APP_PASSWORD": SECRET})

    assert SECRET not in str(found.value) + repr(found.value.faults)


def test_an_option_wins_over_the_environment() -> None:
    settings = read_settings({"VAKTIS_PORT": "4000", "VAKTIS_LANGUAGE": "en"}, port="4001", language=None)

    assert (settings.port, settings.language) == (4001, "en")
