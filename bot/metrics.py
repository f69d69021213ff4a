"""What is measured, for Prometheus."""

from collections.abc import Mapping

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

from domain.notices import Progress

_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 15.0)


class Metrics:
    """The measures of one process, in a registry of their own."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self._turns = Counter("vaktis_turns", "Turns by outcome", ["outcome"], registry=self._registry)
        self._seconds = Histogram("vaktis_turn_seconds", "Time of a turn", buckets=_SECONDS, registry=self._registry)
        self._sent = Counter("vaktis_deliveries", "Deliveries by outcome", ["outcome"], registry=self._registry)
        self._flight = Gauge("vaktis_deliveries_in_flight", "Messages being sent", registry=self._registry)
        self._lag = Gauge(
            "vaktis_outbox_lag_seconds", "How long the first message under way has been due", registry=self._registry
        )

        self._waves = Gauge(
            "vaktis_wave_questions",
            "Questions of an open wave: owed, and sent",
            ["month", "state"],
            registry=self._registry,
        )
        self._ticks = Counter("vaktis_ticks", "Runs of ticks by outcome", ["job", "outcome"], registry=self._registry)
        self._tick_seconds = Counter("vaktis_tick_seconds", "Time spent on ticks", ["job"], registry=self._registry)

    def turn(self, outcome: str, seconds: float) -> None:
        """Count a turn."""
        self._turns.labels(outcome).inc()
        self._seconds.observe(seconds)

    def tick(self, job: str, outcome: str, seconds: float) -> None:
        """Count a run of a tick: done, skipped, failed or given up."""
        self._ticks.labels(job, outcome).inc()
        self._tick_seconds.labels(job).inc(seconds)

    def delivery(self, outcome: str) -> None:
        """Count a delivery."""
        self._sent.labels(outcome).inc()

    def outbox(self, *, in_flight: int, lag_seconds: float) -> None:
        """Set how the outbox stands."""
        self._flight.set(in_flight)
        self._lag.set(lag_seconds)

    def waves(self, waves: Mapping[str, Progress]) -> None:
        """Set how far the questions of the open waves have come, by month; those of closed ones are told no more."""
        self._waves.clear()
        for month, progress in waves.items():
            self._waves.labels(month, "owed").set(progress.of)
            self._waves.labels(month, "sent").set(progress.sent)

    def written(self) -> bytes:
        """Return all of them in the text format of Prometheus."""
        return generate_latest(self._registry)
