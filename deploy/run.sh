#!/bin/sh
# Loads the example pilot, starts the bot and the emulator, prints the address to open, and stops both on Ctrl-C or
# when one of them ends. Called by `make run`; everything it needs is in .venv.
set -eu
cd "$(dirname "$0")/.."

PORT=${VAKTIS_PORT:-3978}
EMULATOR_PORT=${EMULATOR_PORT:-3979}
: "${VAKTIS_CLOCK:=2022-03-15T10:00:00+01:00}"
: "${VAKTIS_SERVICE_URL:=http://127.0.0.1:$EMULATOR_PORT/}"
export VAKTIS_CLOCK VAKTIS_SERVICE_URL
BOT=http://127.0.0.1:$PORT
READY_WITHIN_SECONDS=60
GRACE_SECONDS=15
python=.venv/bin/python
bot= emulator=

is_running() { kill -0 "$1" 2>/dev/null; }

# Asks both to end, and makes an end of one that does not within GRACE_SECONDS.
stop() {
    trap - EXIT INT TERM HUP
    kill $bot $emulator 2>/dev/null || :
    (sleep "$GRACE_SECONDS"; kill -9 $bot $emulator) >/dev/null 2>&1 &
    watchdog=$!
    for child in $bot $emulator; do wait "$child" 2>/dev/null || :; done
    kill "$watchdog" 2>/dev/null || :
}
trap stop EXIT
trap 'stop; exit 0' INT TERM HUP

# Waits until the address $1 answers 200; fails when one of the two programs ends or the time is out.
wait_until_ready() {
    tries=$((READY_WITHIN_SECONDS * 2))
    until "$python" -c "$PROBE" "$1" 2>/dev/null; do
        tries=$((tries - 1))
        [ "$tries" -gt 0 ] && is_running "$bot" && is_running "$emulator" || return 1
        sleep 0.4
    done
}
PROBE='
import sys, urllib.request
urllib.request.build_opener(urllib.request.ProxyHandler({})).open(sys.argv[1], timeout=2)
'

# Refuses a port that another program holds; its answer would else be taken for ours. $2 is the setting's name.
demand_free() {
    "$python" -c "$LISTEN" "$1" 2>/dev/null && return
    echo "run: port $1 of 127.0.0.1 is taken by another program. End that, or choose another: make run $2=PORT" >&2
    exit 1
}
# As the servers bind, so that connections that still end after a stop are no hindrance.
LISTEN='
import socket, sys
with socket.socket() as door:
    door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    door.bind(("127.0.0.1", int(sys.argv[1])))
    door.listen()
'

if [ "$PORT" = "$EMULATOR_PORT" ]; then
    echo "run: VAKTIS_PORT and EMULATOR_PORT are both $PORT; choose two." >&2
    exit 1
fi
demand_free "$PORT" VAKTIS_PORT
demand_free "$EMULATOR_PORT" EMULATOR_PORT
"$python" -m bot load catalog/pilot
"$python" -m bot serve &
bot=$!
"$python" -m emulator --bot "$BOT/api/messages" --people catalog/pilot/people.csv --port "$EMULATOR_PORT" &
emulator=$!

if ! wait_until_ready "$BOT/readyz" || ! wait_until_ready "http://127.0.0.1:$EMULATOR_PORT/"; then
    echo "run: not ready after $READY_WITHIN_SECONDS s, or one program ended; what it said stands above." >&2
    exit 1
fi
echo
echo "    Vaktis is ready. Open http://127.0.0.1:$EMULATOR_PORT/  (Ctrl-C stops it)"
echo

while is_running "$bot" && is_running "$emulator"; do sleep 1; done
echo "run: one of the two programs ended, so the other is stopped too; what it said stands above." >&2
exit 1
