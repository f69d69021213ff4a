"""The first tables: the pilot with its catalogue and people, and what happens at the desk."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

moment = sa.DateTime(timezone=True)
exact = sa.Numeric().with_variant(sa.String(), "sqlite")
json = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")
row_id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def only(column: str, codes: str) -> sa.CheckConstraint:
    """Let *column* hold the codes and nothing else."""
    quoted = ", ".join(f"'{code}'" for code in codes.split())
    return sa.CheckConstraint(f"{column} IN ({quoted})", name=column)


def partial_index(name: str, table: str, columns: list[str], where: str) -> None:
    """Index the rows of which *where* holds."""
    op.create_index(name, table, columns, sqlite_where=sa.text(where), postgresql_where=sa.text(where))


def upgrade() -> None:
    create_pilot()
    create_desk()
    create_year()


def create_pilot() -> None:
    op.create_table(
        "units",
        sa.Column("code", sa.String, primary_key=True),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("name_sv", sa.Text, nullable=False),
        sa.Column("name_en", sa.Text, nullable=False),
        sa.Column("unit_type", sa.String, nullable=False),
        sa.Column("administration_sv", sa.Text, nullable=False),
        sa.Column("administration_en", sa.Text, nullable=False),
        sa.Column("property_owner", sa.String, nullable=False),
        only("property_owner", "municipal external"),
    )
    op.create_table(
        "places",
        sa.Column("code", sa.String, primary_key=True),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("unit", sa.String, sa.ForeignKey("units.code"), nullable=False),
        sa.Column("name_sv", sa.Text, nullable=False),
        sa.Column("name_en", sa.Text, nullable=False),
    )
    op.create_index("ix_places_unit", "places", ["unit"])
    op.create_table(
        "services",
        sa.Column("code", sa.String, primary_key=True),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("name_sv", sa.Text, nullable=False),
        sa.Column("name_en", sa.Text, nullable=False),
        sa.Column("category", sa.String, nullable=False),
        sa.Column("service_level_hours", exact, nullable=False),
        sa.Column("typical_hours", exact, nullable=False),
        sa.Column("competences", json, nullable=False),
        sa.Column("unit_types", json, nullable=False),
        sa.Column("is_orderable", sa.Boolean, nullable=False),
        sa.Column("keywords_sv", json, nullable=False),
        sa.Column("keywords_en", json, nullable=False),
        sa.Column("description_sv", sa.Text, nullable=False),
        sa.Column("description_en", sa.Text, nullable=False),
        only("category", "mandatory call_off add_on"),
    )
    op.create_table(
        "service_prices",
        sa.Column("service", sa.String, sa.ForeignKey("services.code"), primary_key=True),
        sa.Column("valid_from", sa.Date, primary_key=True),
        sa.Column("price_sek_per_hour", exact, nullable=False),
    )
    op.create_table(
        "parties",
        sa.Column("code", sa.String, primary_key=True),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("name_sv", sa.Text, nullable=False),
        sa.Column("name_en", sa.Text, nullable=False),
        sa.Column("channel", sa.String, nullable=False),
        sa.Column("address", sa.Text, nullable=False),
        sa.Column("phone", sa.Text, nullable=False),
        sa.Column("emergency_phone", sa.Text),
        sa.Column("hours", sa.Text, nullable=False),
    )
    op.create_table(
        "boundary",
        sa.Column("code", sa.String, primary_key=True),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("object_sv", sa.Text, nullable=False),
        sa.Column("object_en", sa.Text, nullable=False),
        sa.Column("keywords_sv", json, nullable=False),
        sa.Column("keywords_en", json, nullable=False),
        sa.Column("municipal_party", sa.String, sa.ForeignKey("parties.code"), nullable=False),
        sa.Column("external_party", sa.String, sa.ForeignKey("parties.code"), nullable=False),
        sa.Column("severity", sa.String, nullable=False),
        sa.Column("escalate_words", json, nullable=False),
        sa.Column("escalated_severity", sa.String),
        sa.Column("service", sa.String, sa.ForeignKey("services.code")),
        sa.Column("competences", json, nullable=False),
        sa.Column("deviation_of", sa.String, sa.ForeignKey("services.code")),
        sa.Column("first_aid_sv", sa.Text),
        sa.Column("first_aid_en", sa.Text),
        only("severity", "normal urgent emergency"),
    )
    op.create_table(
        "agreements",
        sa.Column("code", sa.String, primary_key=True),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("unit", sa.String, sa.ForeignKey("units.code"), nullable=False),
        sa.Column("status", sa.String, nullable=False),
        sa.Column("start", sa.Date, nullable=False),
        sa.Column("end", sa.Date, nullable=False),
        only("status", "draft offered signed ended"),
    )
    op.create_index("ix_agreements_unit", "agreements", ["unit"])
    op.create_table(
        "agreement_lines",
        sa.Column("agreement", sa.String, sa.ForeignKey("agreements.code"), primary_key=True),
        sa.Column("category", sa.String, primary_key=True),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("hours_per_month", exact, nullable=False),
        sa.Column("amount_sek_per_month", exact, nullable=False),
        sa.Column("approval_limit_sek", exact, nullable=False),
        only("category", "mandatory call_off add_on"),
    )
    op.create_table(
        "competences",
        sa.Column("code", sa.String, primary_key=True),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("name_sv", sa.Text, nullable=False),
        sa.Column("name_en", sa.Text, nullable=False),
        sa.Column("required_by_unit_type", json, nullable=False),
        sa.Column("months_valid", sa.Integer),
    )
    op.create_table(
        "permissions",
        sa.Column("action", sa.String, primary_key=True),
        sa.Column("role", sa.String, primary_key=True),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("scope", sa.String, nullable=False),
        only(
            "role",
            "requester principal service_employee coordinator project_leader economist project_owner administrator",
        ),
        only("scope", "own unit units all"),
    )
    op.create_table(
        "people",
        sa.Column("code", sa.String, primary_key=True),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("email", sa.Text, nullable=False),
        sa.Column("aad_object_id", sa.String, nullable=False, unique=True),
        sa.Column("hours_per_week", exact),
        sa.Column("cost_sek_per_hour", exact),
        sa.Column("language", sa.String, nullable=False),
        sa.Column("chosen_language", sa.String),
        sa.Column("is_active", sa.Boolean, nullable=False, server_default=sa.true()),
    )
    op.create_table(
        "person_roles",
        sa.Column("person", sa.String, sa.ForeignKey("people.code", ondelete="CASCADE"), primary_key=True),
        sa.Column("role", sa.String, primary_key=True),
        only(
            "role",
            "requester principal service_employee coordinator project_leader economist project_owner administrator",
        ),
    )
    op.create_index("ix_person_roles_role", "person_roles", ["role"])
    op.create_table(
        "person_units",
        sa.Column("person", sa.String, sa.ForeignKey("people.code", ondelete="CASCADE"), primary_key=True),
        sa.Column("unit", sa.String, sa.ForeignKey("units.code"), primary_key=True),
        sa.Column("position", sa.Integer, nullable=False),
    )
    op.create_index("ix_person_units_unit", "person_units", ["unit"])
    op.create_table(
        "holdings",
        sa.Column("person", sa.String, sa.ForeignKey("people.code", ondelete="CASCADE"), primary_key=True),
        sa.Column("competence", sa.String, sa.ForeignKey("competences.code"), primary_key=True),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("valid_to", sa.Date),
    )
    op.create_table(
        "schedules",
        sa.Column("unit", sa.String, sa.ForeignKey("units.code"), primary_key=True),
        sa.Column("service", sa.String, sa.ForeignKey("services.code"), primary_key=True),
        sa.Column("person", sa.String, primary_key=True),
        sa.Column("rrule", sa.String, primary_key=True),
        sa.Column("start_time", sa.Time, primary_key=True),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("hours", exact, nullable=False),
    )
    op.create_table(
        "indicators",
        sa.Column("code", sa.String, primary_key=True),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("name_sv", sa.Text, nullable=False),
        sa.Column("name_en", sa.Text, nullable=False),
        sa.Column("area", sa.String, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("unit", sa.String, nullable=False),
        sa.Column("better", sa.String, nullable=False),
        sa.Column("baseline", exact),
        sa.Column("baseline_date", sa.Date),
        sa.Column("target", exact),
        sa.Column("target_date", sa.Date),
        sa.Column("source", sa.String, nullable=False),
        sa.Column("units", json, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
    )
    op.create_table(
        "questions",
        sa.Column("code", sa.String, primary_key=True),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("indicator", sa.String, sa.ForeignKey("indicators.code")),
        sa.Column("audience", sa.String, nullable=False),
        sa.Column("months", json, nullable=False),
        sa.Column("priority", sa.SmallInteger, nullable=False),
        sa.Column("text_sv", sa.Text, nullable=False),
        sa.Column("text_en", sa.Text, nullable=False),
        sa.Column("answer", sa.String, nullable=False),
        only("answer", "scale_1_10 scale_1_5 never|seldom|sometimes|often|always number_hours green|yellow|red text"),
        only(
            "audience",
            "requester principal service_employee coordinator project_leader economist project_owner administrator",
        ),
    )
    op.create_table(
        "commitments",
        sa.Column("code", sa.String, primary_key=True),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("title_sv", sa.Text, nullable=False),
        sa.Column("title_en", sa.Text, nullable=False),
        sa.Column("period_start", sa.Date),
        sa.Column("period_end", sa.Date),
        sa.Column("due", sa.Date, nullable=False),
        sa.Column("recurrence", sa.String),
        sa.Column("responsible_role", sa.String, nullable=False),
        sa.Column("recipients", json, nullable=False),
        sa.Column("risk", sa.String),
        sa.Column("status", sa.String, nullable=False),
        sa.Column("chosen_status", sa.String),
        only("chosen_status", "not_started ongoing waiting finished"),
        only("kind", "report evaluation proposal final_report milestone control assignment measure"),
        only(
            "responsible_role",
            "requester principal service_employee coordinator project_leader economist project_owner administrator",
        ),
        only("status", "not_started ongoing waiting finished"),
    )
    op.create_table(
        "recipients",
        sa.Column("code", sa.String, primary_key=True),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("name_sv", sa.Text, nullable=False),
        sa.Column("name_en", sa.Text, nullable=False),
        sa.Column("channel", sa.String, nullable=False),
        sa.Column("address", sa.Text, nullable=False),
    )
    op.create_table(
        "budget",
        sa.Column("year", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("unit", sa.String, primary_key=True),
        sa.Column("account", sa.String, primary_key=True),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("amount_sek", exact, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
    )


def create_desk() -> None:
    op.create_table(
        "inbox",
        sa.Column("conversation", sa.String, primary_key=True),
        sa.Column("activity", sa.String, primary_key=True),
        sa.Column("received_at", moment, nullable=False),
    )
    op.create_index("ix_inbox_received_at", "inbox", ["received_at"])
    op.create_table(
        "conversations",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("person", sa.String),
        sa.Column("is_personal", sa.Boolean, nullable=False),
        sa.Column("is_active", sa.Boolean, nullable=False),
        sa.Column("address", json, nullable=False),
        sa.Column("state", json, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("renewed", sa.BigInteger, nullable=False),
    )
    op.create_index("ix_conversations_person_renewed", "conversations", ["person", "renewed"])
    op.create_index("ix_conversations_renewed", "conversations", ["renewed"])
    op.create_table(
        "cards",
        sa.Column("id", row_id, primary_key=True),
        sa.Column("conversation", sa.String, nullable=False),
        sa.Column("activity", sa.String, nullable=False),
        sa.Column("person", sa.String),
        sa.Column("language", sa.String, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("text", sa.String),
        sa.Column("view", sa.String),
        sa.Column("subject", sa.String),
        sa.Column("values", json, nullable=False),
        sa.UniqueConstraint("conversation", "activity"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_cards_subject", "cards", ["subject"])
    op.create_table(
        "outbox",
        sa.Column("id", row_id, primary_key=True),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("dedup", sa.String, nullable=False, unique=True),
        sa.Column("due", moment, nullable=False),
        sa.Column("text", sa.String),
        sa.Column("view", sa.String),
        sa.Column("subject", sa.String),
        sa.Column("values", json, nullable=False),
        sa.Column("recipient", sa.String),
        sa.Column("conversation", sa.String),
        sa.Column("card", sa.BigInteger),
        sa.Column("lane", sa.String, nullable=False),
        sa.Column("after_lost", sa.String, nullable=False),
        sa.Column("status", sa.String, nullable=False),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("owner", sa.String),
        sa.Column("leased_until", moment),
        sa.Column("sent_at", moment),
        sa.Column("settled_at", moment),
        sa.Column("error", sa.Text),
        only("after_lost", "send_again skip"),
        only("status", "pending sending sent waiting skipped undeliverable"),
        sqlite_autoincrement=True,
    )
    partial_index("ix_outbox_lane", "outbox", ["lane", "due", "id"], "status IN ('pending', 'sending')")
    partial_index("ix_outbox_pending", "outbox", ["due", "id"], "status = 'pending'")
    partial_index("ix_outbox_refresh", "outbox", ["card"], "status = 'pending' AND kind = 'refresh'")
    partial_index("ix_outbox_sending", "outbox", ["leased_until"], "status = 'sending'")
    partial_index("ix_outbox_undeliverable", "outbox", ["id"], "status = 'undeliverable'")
    partial_index("ix_outbox_waiting", "outbox", ["recipient"], "status = 'waiting'")
    op.create_table(
        "counters",
        sa.Column("name", sa.String, primary_key=True),
        sa.Column("value", sa.Integer, nullable=False),
    )
    op.create_table(
        "drafts",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("person", sa.String, nullable=False),
        sa.Column("unit", sa.String, sa.ForeignKey("units.code"), nullable=False),
        sa.Column("created_at", moment, nullable=False),
        sa.Column("service", sa.String, sa.ForeignKey("services.code")),
        sa.Column("object", sa.String),
        sa.Column("place", sa.Text),
        sa.Column("note", sa.Text),
        sa.Column("count", sa.Integer),
        sa.Column("hours", exact),
        sa.Column("wanted_kind", sa.String, nullable=False),
        sa.Column("wanted_start", moment),
        sa.Column("wanted_end", moment),
        sa.Column("choices", json, nullable=False),
        sa.Column("is_dropped", sa.Boolean, nullable=False),
        sa.Column("request", sa.String),
        sa.Column("version", sa.Integer, nullable=False),
    )
    partial_index("ix_drafts_live", "drafts", ["person", "created_at"], "request IS NULL AND NOT is_dropped")
    op.create_table(
        "requests",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("status", sa.String, nullable=False),
        sa.Column("unit", sa.String, sa.ForeignKey("units.code"), nullable=False),
        sa.Column("requester", sa.String, nullable=False),
        sa.Column("created_at", moment, nullable=False),
        sa.Column("service", sa.String, sa.ForeignKey("services.code")),
        sa.Column("object", sa.String, sa.ForeignKey("boundary.code")),
        sa.Column("party", sa.String, sa.ForeignKey("parties.code")),
        sa.Column("severity", sa.String),
        sa.Column("deviation_of", sa.String, sa.ForeignKey("services.code")),
        sa.Column("place", sa.Text),
        sa.Column("note", sa.Text),
        sa.Column("count", sa.Integer),
        sa.Column("wanted_start", moment),
        sa.Column("wanted_end", moment),
        sa.Column("promised_at", moment),
        sa.Column("hours", exact),
        sa.Column("price", exact),
        sa.Column("included", exact),
        sa.Column("charged", exact),
        sa.Column("approved_by", sa.String),
        sa.Column("done_at", moment),
        sa.Column("closed_at", moment),
        sa.Column("rating", sa.Integer),
        sa.Column("draft", sa.String, sa.ForeignKey("drafts.id"), unique=True),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("is_open", sa.Boolean, nullable=False),
        sa.Column("due_at", moment, nullable=False),
        sa.Column("counts_at", moment, nullable=False),
        only("kind", "order issue"),
        sa.CheckConstraint("rating BETWEEN 1 AND 5", name="rating"),
        only(
            "status",
            "submitted awaiting_approval queued assigned in_progress waiting done closed rejected cancelled forwarded",
        ),
    )
    op.create_index("ix_requests_drawn", "requests", ["unit", "counts_at"])
    op.create_index("ix_requests_in_status", "requests", ["status", "due_at", "id"])
    op.create_index("ix_requests_of_requester", "requests", ["requester", "is_open", "created_at", "id"])
    op.create_index("ix_requests_of_unit", "requests", ["unit", "status", "due_at", "id"])
    op.create_table(
        "assignments",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("person", sa.String, nullable=False),
        sa.Column("status", sa.String, nullable=False),
        sa.Column("offered_at", moment, nullable=False),
        sa.Column("request", sa.String, sa.ForeignKey("requests.id")),
        sa.Column("schedule", sa.String),
        sa.Column("planned_start", moment),
        sa.Column("planned_end", moment),
        sa.Column("accepted_at", moment),
        sa.Column("started_at", moment),
        sa.Column("running_since", moment),
        sa.Column("worked", sa.BigInteger, nullable=False),
        sa.Column("done_at", moment),
        sa.Column("hours", exact),
        sa.Column("version", sa.Integer, nullable=False),
        only("status", "offered accepted started paused done declined handed_over withdrawn"),
    )
    partial_index(
        "ix_assignments_live",
        "assignments",
        ["person", "planned_start"],
        "status IN ('offered', 'accepted', 'started', 'paused')",
    )
    op.create_index("ix_assignments_request", "assignments", ["request"])
    op.create_table(
        "time_entries",
        sa.Column("id", row_id, primary_key=True),
        sa.Column("request", sa.String, sa.ForeignKey("requests.id")),
        sa.Column("schedule", sa.String),
        sa.Column("assignment", sa.String, sa.ForeignKey("assignments.id")),
        sa.Column("person", sa.String, nullable=False),
        sa.Column("unit", sa.String, sa.ForeignKey("units.code"), nullable=False),
        sa.Column("service", sa.String, sa.ForeignKey("services.code")),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("hours", exact, nullable=False),
        sa.Column("price", exact, nullable=False),
        sa.Column("amount", exact, nullable=False),
        sa.Column("reason", sa.Text),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_time_entries_assignment", "time_entries", ["assignment"])
    op.create_index("ix_time_entries_request", "time_entries", ["request"])
    op.create_index("ix_time_entries_unit_day", "time_entries", ["unit", "day"])
    op.create_table(
        "events",
        sa.Column("id", row_id, primary_key=True),
        sa.Column("subject", sa.String, nullable=False),
        sa.Column("what", sa.String, nullable=False),
        sa.Column("person", sa.String),
        sa.Column("at", moment, nullable=False),
        sa.Column("before", sa.Text),
        sa.Column("after", sa.Text),
        sa.Column("reason", sa.Text),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_events_subject_id", "events", ["subject", "id"])


def create_year() -> None:
    op.create_table(
        "waves",
        sa.Column("month", sa.String, primary_key=True),
        sa.Column("opened_at", moment, nullable=False),
        sa.Column("closes_on", sa.Date, nullable=False),
        sa.Column("secret", sa.LargeBinary),
        sa.Column("is_paused", sa.Boolean, nullable=False),
    )
    op.create_table(
        "participation",
        sa.Column("month", sa.String, sa.ForeignKey("waves.month"), primary_key=True),
        sa.Column("person", sa.String, primary_key=True),
        sa.Column("question", sa.String, sa.ForeignKey("questions.code"), nullable=False),
        sa.Column("is_answered", sa.Boolean, nullable=False, server_default=sa.false()),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "answers",
        sa.Column("month", sa.String, sa.ForeignKey("waves.month"), primary_key=True),
        sa.Column("question", sa.String, sa.ForeignKey("questions.code"), primary_key=True),
        sa.Column("key", sa.String, primary_key=True),
        sa.Column("unit", sa.String, sa.ForeignKey("units.code")),
        sa.Column("answer", sa.Text, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "snoozes",
        sa.Column("commitment", sa.String, sa.ForeignKey("commitments.code"), primary_key=True),
        sa.Column("person", sa.String, primary_key=True),
        sa.Column("until", sa.Date, nullable=False),
    )
    op.create_table(
        "commitment_notes",
        sa.Column("id", row_id, primary_key=True),
        sa.Column("commitment", sa.String, sa.ForeignKey("commitments.code"), nullable=False),
        sa.Column("person", sa.String, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("at", moment, nullable=False),
    )
    op.create_index("ix_commitment_notes_commitment", "commitment_notes", ["commitment"])
    op.create_table(
        "slots",
        sa.Column("job", sa.String, primary_key=True),
        sa.Column("slot", sa.String, primary_key=True),
        sa.Column("started_at", moment, nullable=False),
        sa.Column("finished_at", moment),
        sa.Column("outcome", sa.Text),
    )
    op.create_index("ix_slots_started_at", "slots", ["started_at"])
    op.create_table(
        "settings",
        sa.Column("name", sa.String, primary_key=True),
        sa.Column("value", sa.Text, nullable=False),
    )


def downgrade() -> None:
    for table in (
        "settings",
        "slots",
        "commitment_notes",
        "snoozes",
        "answers",
        "participation",
        "waves",
        "events",
        "time_entries",
        "assignments",
        "requests",
        "drafts",
        "counters",
        "outbox",
        "cards",
        "conversations",
        "inbox",
        "budget",
        "recipients",
        "commitments",
        "questions",
        "indicators",
        "schedules",
        "holdings",
        "person_units",
        "person_roles",
        "people",
        "permissions",
        "competences",
        "agreement_lines",
        "agreements",
        "boundary",
        "parties",
        "service_prices",
        "services",
        "places",
        "units",
    ):
        op.drop_table(table)
