"""`make run`, as far as it must not take another program for its own."""

import asyncio
import os
import socket
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("taken", ["VAKTIS_PORT", "EMULATOR_PORT"])
async def test_a_port_that_is_taken_is_refused_by_the_name_of_its_setting(tmp_path: Path, taken: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as door:
        port = door.getsockname()[1]
        settings = {taken: str(port), "VAKTIS_DATABASE_URL": f"sqlite+aiosqlite:///{tmp_path}/desk.db"}
        process = await asyncio.create_subprocess_exec(
            *("sh", "deploy/run.sh"),
            cwd=ROOT,
            env={**os.environ, "VAKTIS_PORT": "0", "EMULATOR_PORT": "00", **settings},
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )
        _, err = await process.communicate()

    assert process.returncode == 1
    assert f"port {port} " in err.decode()
    assert f"{taken}=" in err.decode()
    assert not (tmp_path / "desk.db").exists()
