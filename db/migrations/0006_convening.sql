CREATE TYPE "public"."absence_kind" AS ENUM('leave', 'court', 'blocked');--> statement-breakpoint
CREATE TYPE "public"."availability_mood" AS ENUM('free', 'reluctant');--> statement-breakpoint
CREATE TYPE "public"."card_kind" AS ENUM('claim', 'issue', 'fact', 'proposal', 'note');--> statement-breakpoint
CREATE TYPE "public"."card_state" AS ENUM('live', 'agreed', 'withdrawn');--> statement-breakpoint
CREATE TYPE "public"."channel" AS ENUM('inApp', 'email', 'sms', 'wecom', 'dingtalk');--> statement-breakpoint
CREATE TYPE "public"."consultation_status" AS ENUM('waiting', 'answered', 'closed');--> statement-breakpoint
CREATE TYPE "public"."delivery_status" AS ENUM('queued', 'sending', 'sent', 'failed', 'suppressed');--> statement-breakpoint
CREATE TYPE "public"."entry_status" AS ENUM('tentative', 'confirmed', 'cancelled');--> statement-breakpoint
CREATE TYPE "public"."file_kind" AS ENUM('photo', 'audio', 'document');--> statement-breakpoint
CREATE TYPE "public"."harm_kind" AS ENUM('violence', 'selfHarm', 'crime', 'minorAtRisk', 'other');--> statement-breakpoint
CREATE TYPE "public"."meeting_status" AS ENUM('booked', 'held', 'cancelled');--> statement-breakpoint
CREATE TYPE "public"."notification_kind" AS ENUM('invited', 'invitationAnswered', 'invitationExpired', 'invitationWithdrawn', 'timesProposed', 'tieDisclosed', 'tieWaived', 'substituteInvited', 'noSubstitute', 'unitSilent', 'sessionBooked', 'sessionHeld', 'sessionConfirmed', 'sessionMoved', 'sessionCancelled', 'holdExpired', 'attendeeRemoved', 'sessionAtRisk', 'reminderDay', 'reminderHours', 'videoLinkSet', 'meetingPlanned', 'meetingCancelled', 'consultationAsked', 'consultationAnswered', 'harmReported');--> statement-breakpoint
CREATE TYPE "public"."panel_need" AS ENUM('required', 'optional', 'none');--> statement-breakpoint
CREATE TYPE "public"."party_time_kind" AS ENUM('cannot', 'reluctant', 'only');--> statement-breakpoint
CREATE TYPE "public"."poll_status" AS ENUM('open', 'deal', 'noDeal', 'cancelled');--> statement-breakpoint
CREATE TYPE "public"."recipient_kind" AS ENUM('person', 'party', 'unit');--> statement-breakpoint
CREATE TYPE "public"."session_mode" AS ENUM('onSite', 'video');--> statement-breakpoint
CREATE TYPE "public"."tie_kind" AS ENUM('kin', 'sameEmployer', 'earlierCounsel', 'failedAttempt', 'objection', 'other');--> statement-breakpoint
CREATE TYPE "public"."tie_source" AS ENUM('recorded', 'disclosed');--> statement-breakpoint
ALTER TYPE "public"."decline_reason" ADD VALUE 'deputised';--> statement-breakpoint
ALTER TYPE "public"."next_step" ADD VALUE 'confirmSession' BEFORE 'bookSession';--> statement-breakpoint
CREATE TABLE "absences" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"during" "tstzrange" NOT NULL,
	"kind" "absence_kind" NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "absences_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "absences_during_whole" CHECK (not isempty("absences"."during") and not lower_inf("absences"."during") and not upper_inf("absences"."during"))
);
--> statement-breakpoint
CREATE TABLE "imported_busy" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"calendar_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"during" "tstzrange" NOT NULL,
	CONSTRAINT "imported_busy_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "imported_busy_during_not_empty" CHECK (not isempty("imported_busy"."during"))
);
--> statement-breakpoint
CREATE TABLE "imported_calendars" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"address" text NOT NULL,
	"label" text DEFAULT '' NOT NULL,
	"added_at" timestamp (3) with time zone NOT NULL,
	"read_at" timestamp (3) with time zone,
	"etag" text DEFAULT '' NOT NULL,
	"problem" text DEFAULT '' NOT NULL,
	CONSTRAINT "imported_calendars_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "imported_calendars_within_person" UNIQUE("county_id","person_id","id"),
	CONSTRAINT "imported_calendars_address_once" UNIQUE("county_id","person_id","address")
);
--> statement-breakpoint
CREATE TABLE "weekly_hours" (
	"county_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"weekday" smallint NOT NULL,
	"from_time" time NOT NULL,
	"until_time" time NOT NULL,
	"mood" "availability_mood" DEFAULT 'free' NOT NULL,
	CONSTRAINT "weekly_hours_county_id_person_id_weekday_from_time_pk" PRIMARY KEY("county_id","person_id","weekday","from_time"),
	CONSTRAINT "weekly_hours_weekday_range" CHECK ("weekly_hours"."weekday" between 1 and 7),
	CONSTRAINT "weekly_hours_from_before_until" CHECK ("weekly_hours"."from_time" < "weekly_hours"."until_time")
);
--> statement-breakpoint
CREATE TABLE "calendar_entries" (
	"county_id" uuid NOT NULL,
	"booking_id" uuid NOT NULL,
	"resource_id" uuid NOT NULL,
	"resource" "slot_resource" NOT NULL,
	"is_meeting" boolean NOT NULL,
	"room_id" uuid,
	"status" "entry_status" NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"sequence" integer DEFAULT 0 NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "calendar_entries_county_id_booking_id_resource_id_pk" PRIMARY KEY("county_id","booking_id","resource_id")
);
--> statement-breakpoint
CREATE TABLE "feed_tokens" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"resource" "slot_resource" NOT NULL,
	"resource_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"label" text DEFAULT '' NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"read_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "feed_tokens_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "feed_tokens_token_once" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "consultations" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"station_id" uuid NOT NULL,
	"point_id" uuid,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"question" text NOT NULL,
	"status" "consultation_status" DEFAULT 'waiting' NOT NULL,
	"duty_id" uuid,
	"due_at" timestamp (3) with time zone NOT NULL,
	"answer" text DEFAULT '' NOT NULL,
	"answered_by" uuid,
	"answered_at" timestamp (3) with time zone,
	"dispute_id" uuid,
	"linked_by" uuid,
	"linked_at" timestamp (3) with time zone,
	CONSTRAINT "consultations_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "consultations_answered_whole" CHECK (("consultations"."answered_at" is null) = ("consultations"."answered_by" is null) and ("consultations"."answered_at" is null) = ("consultations"."answer" = '') and ("consultations"."status" <> 'answered' or "consultations"."answered_at" is not null)),
	CONSTRAINT "consultations_link_whole" CHECK (("consultations"."dispute_id" is null) = ("consultations"."linked_at" is null) and ("consultations"."linked_at" is null) = ("consultations"."linked_by" is null))
);
--> statement-breakpoint
CREATE TABLE "duty_shifts" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"during" "tstzrange" NOT NULL,
	"set_by" uuid NOT NULL,
	CONSTRAINT "duty_shifts_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "duty_shifts_during_whole" CHECK (not isempty("duty_shifts"."during") and not lower_inf("duty_shifts"."during") and not upper_inf("duty_shifts"."during"))
);
--> statement-breakpoint
CREATE TABLE "desk_cards" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"dispute_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"lane" "lane" NOT NULL,
	"side" smallint,
	"kind" "card_kind" NOT NULL,
	"party_id" uuid,
	"person_id" uuid,
	"text" text NOT NULL,
	"state" "card_state" DEFAULT 'live' NOT NULL,
	"answers_id" uuid,
	"author_id" uuid NOT NULL,
	"written_at" timestamp (3) with time zone NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "desk_cards_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "desk_cards_within_session" UNIQUE("county_id","session_id","id"),
	CONSTRAINT "desk_cards_side_lane_names_side" CHECK (("desk_cards"."lane" = 'side') = ("desk_cards"."side" is not null)),
	CONSTRAINT "desk_cards_one_speaker" CHECK (num_nonnulls("desk_cards"."party_id", "desk_cards"."person_id") <= 1),
	CONSTRAINT "desk_cards_answer_is_proposal" CHECK ("desk_cards"."answers_id" is null or "desk_cards"."kind" = 'proposal')
);
--> statement-breakpoint
CREATE TABLE "fact_signatures" (
	"county_id" uuid NOT NULL,
	"statement_id" uuid NOT NULL,
	"dispute_id" uuid NOT NULL,
	"party_id" uuid NOT NULL,
	"means" "signature_means" NOT NULL,
	"strokes" jsonb,
	"recorded_by" uuid NOT NULL,
	"signed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "fact_signatures_county_id_statement_id_party_id_pk" PRIMARY KEY("county_id","statement_id","party_id")
);
--> statement-breakpoint
CREATE TABLE "fact_statements" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"dispute_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"ordinal" smallint NOT NULL,
	"lines" text[] NOT NULL,
	"written_by" uuid NOT NULL,
	"written_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "fact_statements_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "fact_statements_within_dispute" UNIQUE("county_id","dispute_id","id"),
	CONSTRAINT "fact_statements_ordinal_once" UNIQUE("county_id","session_id","ordinal"),
	CONSTRAINT "fact_statements_not_empty" CHECK (cardinality("fact_statements"."lines") between 1 and 30)
);
--> statement-breakpoint
CREATE TABLE "files" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"dispute_id" uuid NOT NULL,
	"session_id" uuid,
	"lane" "lane" NOT NULL,
	"side" smallint,
	"kind" "file_kind" NOT NULL,
	"name" text NOT NULL,
	"mime" text NOT NULL,
	"bytes" integer NOT NULL,
	"sha256" text NOT NULL,
	"added_by" uuid NOT NULL,
	"added_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "files_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "files_side_lane_names_side" CHECK (("files"."lane" = 'side') = ("files"."side" is not null)),
	CONSTRAINT "files_bytes_range" CHECK ("files"."bytes" between 1 and 20971520),
	CONSTRAINT "files_sha256_shape" CHECK ("files"."sha256" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
CREATE TABLE "harm_reports" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"dispute_id" uuid NOT NULL,
	"session_id" uuid,
	"kind" "harm_kind" NOT NULL,
	"text" text NOT NULL,
	"reason" text NOT NULL,
	"reported_by" uuid NOT NULL,
	"reported_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "harm_reports_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "harm_reports_reason_given" CHECK (btrim("harm_reports"."reason") <> '')
);
--> statement-breakpoint
CREATE TABLE "number_answers" (
	"county_id" uuid NOT NULL,
	"poll_id" uuid NOT NULL,
	"dispute_id" uuid NOT NULL,
	"side" smallint NOT NULL,
	"accepts" boolean NOT NULL,
	CONSTRAINT "number_answers_county_id_poll_id_side_pk" PRIMARY KEY("county_id","poll_id","side")
);
--> statement-breakpoint
CREATE TABLE "number_polls" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"dispute_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"question" text NOT NULL,
	"amount_fen" bigint NOT NULL,
	"sides" smallint[] NOT NULL,
	"status" "poll_status" DEFAULT 'open' NOT NULL,
	"opened_by" uuid NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone,
	CONSTRAINT "number_polls_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "number_polls_amount_positive" CHECK ("number_polls"."amount_fen" > 0),
	CONSTRAINT "number_polls_two_sides" CHECK (cardinality("number_polls"."sides") >= 2),
	CONSTRAINT "number_polls_closed_has_time" CHECK (("number_polls"."status" = 'open') = ("number_polls"."closed_at" is null))
);
--> statement-breakpoint
CREATE TABLE "opinions" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"dispute_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"lane" "lane" NOT NULL,
	"text" text NOT NULL,
	"signed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "opinions_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "opinions_lane_allowed" CHECK ("opinions"."lane" in ('joint', 'mediator'))
);
--> statement-breakpoint
CREATE TABLE "invitation_links" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"dispute_id" uuid NOT NULL,
	"invitation_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	"tries_left" smallint DEFAULT 5 NOT NULL,
	"visit_hash" text,
	"visit_expires_at" timestamp (3) with time zone,
	"used_at" timestamp (3) with time zone,
	CONSTRAINT "invitation_links_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "invitation_links_token_once" UNIQUE("token_hash"),
	CONSTRAINT "invitation_links_visit_once" UNIQUE("visit_hash"),
	CONSTRAINT "invitation_links_tries_range" CHECK ("invitation_links"."tries_left" between 0 and 5),
	CONSTRAINT "invitation_links_visit_whole" CHECK (("invitation_links"."visit_hash" is null) = ("invitation_links"."visit_expires_at" is null))
);
--> statement-breakpoint
CREATE TABLE "deliveries" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"notification_id" uuid NOT NULL,
	"channel" "channel" NOT NULL,
	"status" "delivery_status" DEFAULT 'queued' NOT NULL,
	"address_masked" text DEFAULT '' NOT NULL,
	"attempts" smallint DEFAULT 0 NOT NULL,
	"not_before" timestamp (3) with time zone NOT NULL,
	"problem" text DEFAULT '' NOT NULL,
	"reference" text DEFAULT '' NOT NULL,
	"sent_at" timestamp (3) with time zone,
	CONSTRAINT "deliveries_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "deliveries_channel_once" UNIQUE("county_id","notification_id","channel"),
	CONSTRAINT "deliveries_sent_has_time" CHECK (("deliveries"."status" = 'sent') = ("deliveries"."sent_at" is not null)),
	CONSTRAINT "deliveries_attempts_range" CHECK ("deliveries"."attempts" between 0 and 50)
);
--> statement-breakpoint
CREATE TABLE "notifications" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"cause" text NOT NULL,
	"kind" "notification_kind" NOT NULL,
	"recipient_kind" "recipient_kind" NOT NULL,
	"recipient_id" uuid NOT NULL,
	"dispute_id" uuid,
	"session_id" uuid,
	"invitation_id" uuid,
	"params" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"read_at" timestamp (3) with time zone,
	CONSTRAINT "notifications_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "notifications_told_once" UNIQUE("county_id","cause","kind","recipient_id"),
	CONSTRAINT "notifications_party_has_dispute" CHECK ("notifications"."recipient_kind" <> 'party' or "notifications"."dispute_id" is not null)
);
--> statement-breakpoint
CREATE TABLE "panel_rules" (
	"county_id" uuid NOT NULL,
	"committee_id" uuid NOT NULL,
	"dispute_type" "dispute_type" NOT NULL,
	"area" text DEFAULT '' NOT NULL,
	"force_code" text NOT NULL,
	"valid_from" date NOT NULL,
	"need" "panel_need" NOT NULL,
	"seats" smallint DEFAULT 1 NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"written_by" uuid NOT NULL,
	"written_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "panel_rules_pk" PRIMARY KEY("county_id","committee_id","dispute_type","area","force_code","valid_from"),
	CONSTRAINT "panel_rules_seats_range" CHECK ("panel_rules"."seats" between 1 and 5)
);
--> statement-breakpoint
CREATE TABLE "party_times" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"dispute_id" uuid NOT NULL,
	"party_id" uuid NOT NULL,
	"kind" "party_time_kind" NOT NULL,
	"weekday" smallint,
	"from_day" date,
	"until_day" date,
	"from_time" time NOT NULL,
	"until_time" time NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "party_times_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "party_times_weekday_range" CHECK ("party_times"."weekday" between 1 and 7),
	CONSTRAINT "party_times_from_before_until" CHECK ("party_times"."from_time" < "party_times"."until_time"),
	CONSTRAINT "party_times_days_in_order" CHECK ("party_times"."from_day" is null or "party_times"."until_day" is null or "party_times"."from_day" <= "party_times"."until_day")
);
--> statement-breakpoint
CREATE TABLE "tie_waiver_parties" (
	"county_id" uuid NOT NULL,
	"waiver_id" uuid NOT NULL,
	"dispute_id" uuid NOT NULL,
	"party_id" uuid NOT NULL,
	CONSTRAINT "tie_waiver_parties_county_id_waiver_id_party_id_pk" PRIMARY KEY("county_id","waiver_id","party_id")
);
--> statement-breakpoint
CREATE TABLE "tie_waivers" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"dispute_id" uuid NOT NULL,
	"proceeding_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"kinds" "tie_kind"[] NOT NULL,
	"reason" text NOT NULL,
	"waived_by" uuid NOT NULL,
	"waived_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "tie_waivers_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "tie_waivers_within_dispute" UNIQUE("county_id","dispute_id","id"),
	CONSTRAINT "tie_waivers_reason_given" CHECK (btrim("tie_waivers"."reason") <> '')
);
--> statement-breakpoint
CREATE TABLE "ties" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"dispute_id" uuid NOT NULL,
	"party_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" "tie_kind" NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"source" "tie_source" NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "ties_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "ties_once" UNIQUE("county_id","person_id","party_id","kind")
);
--> statement-breakpoint
CREATE TABLE "session_needs" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"dispute_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"person_id" uuid,
	"force_code" text,
	"seats" smallint DEFAULT 1 NOT NULL,
	"is_required" boolean NOT NULL,
	CONSTRAINT "session_needs_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "session_needs_one_kind" CHECK (num_nonnulls("session_needs"."person_id", "session_needs"."force_code") = 1),
	CONSTRAINT "session_needs_seats_range" CHECK ("session_needs"."seats" between 1 and 12 and ("session_needs"."person_id" is null or "session_needs"."seats" = 1))
);
--> statement-breakpoint
CREATE TABLE "video_links" (
	"county_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"dispute_id" uuid NOT NULL,
	"url" text NOT NULL,
	"set_by" uuid NOT NULL,
	"set_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "video_links_county_id_session_id_pk" PRIMARY KEY("county_id","session_id"),
	CONSTRAINT "video_links_https" CHECK ("video_links"."url" ~ '^https://[^[:space:]]+$')
);
--> statement-breakpoint
CREATE TABLE "town_hall_meetings" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"town_hall_id" uuid NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"room_id" uuid NOT NULL,
	"status" "meeting_status" DEFAULT 'booked' NOT NULL,
	"summary" text DEFAULT '' NOT NULL,
	CONSTRAINT "town_hall_meetings_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "town_hall_meetings_start_once" UNIQUE("county_id","town_hall_id","starts_at"),
	CONSTRAINT "town_hall_meetings_start_before_end" CHECK ("town_hall_meetings"."starts_at" < "town_hall_meetings"."ends_at")
);
--> statement-breakpoint
CREATE TABLE "town_halls" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"station_id" uuid NOT NULL,
	"title" text NOT NULL,
	"room_id" uuid NOT NULL,
	"chair_id" uuid NOT NULL,
	"weekday" smallint NOT NULL,
	"starts_at" time NOT NULL,
	"minutes" smallint NOT NULL,
	"from_day" date NOT NULL,
	"until_day" date NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"cancelled_at" timestamp (3) with time zone,
	CONSTRAINT "town_halls_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "town_halls_weekday_range" CHECK ("town_halls"."weekday" between 1 and 7),
	CONSTRAINT "town_halls_minutes_range" CHECK ("town_halls"."minutes" between 15 and 480),
	CONSTRAINT "town_halls_from_before_until" CHECK ("town_halls"."from_day" <= "town_halls"."until_day" and "town_halls"."until_day" <= "town_halls"."from_day" + 366)
);
--> statement-breakpoint
CREATE TABLE "units" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"lead_name" text DEFAULT '' NOT NULL,
	"lead_phone" text DEFAULT '' NOT NULL,
	"lead_email" text DEFAULT '' NOT NULL,
	CONSTRAINT "units_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "units_name_once" UNIQUE("county_id","name")
);
--> statement-breakpoint
ALTER TABLE "slots" DROP CONSTRAINT "slots_county_id_session_id_resource_id_pk";--> statement-breakpoint
ALTER TABLE "slots" ALTER COLUMN "session_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "parties" ADD COLUMN "employer" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "invitations" ADD COLUMN "session_id" uuid;--> statement-breakpoint
ALTER TABLE "invitations" ADD COLUMN "is_required" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "invitations" ADD COLUMN "offers" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "invitations" ADD COLUMN "proposals" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "invitations" ADD COLUMN "proposal_note" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "invitations" ADD COLUMN "proposed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "invitations" ADD COLUMN "disclosed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "invitations" ADD COLUMN "deputy_id" uuid;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "email" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "unit_id" uuid;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "mode" "session_mode" DEFAULT 'onSite' NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "held_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "at_risk_since" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "started_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "agenda" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "check_in_hash" text;--> statement-breakpoint
ALTER TABLE "slots" ADD COLUMN "id" uuid DEFAULT gen_random_uuid() NOT NULL;--> statement-breakpoint
ALTER TABLE "slots" ADD CONSTRAINT "slots_county_id_id_pk" PRIMARY KEY("county_id","id");--> statement-breakpoint
ALTER TABLE "slots" ADD COLUMN "meeting_id" uuid;--> statement-breakpoint
ALTER TABLE "slots" ADD COLUMN "held_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "absences" ADD CONSTRAINT "absences_of_person" FOREIGN KEY ("county_id","person_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imported_busy" ADD CONSTRAINT "imported_busy_of_calendar" FOREIGN KEY ("county_id","person_id","calendar_id") REFERENCES "public"."imported_calendars"("county_id","person_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imported_calendars" ADD CONSTRAINT "imported_calendars_of_person" FOREIGN KEY ("county_id","person_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "weekly_hours" ADD CONSTRAINT "weekly_hours_of_person" FOREIGN KEY ("county_id","person_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feed_tokens" ADD CONSTRAINT "feed_tokens_created_by" FOREIGN KEY ("county_id","created_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultations" ADD CONSTRAINT "consultations_of_station" FOREIGN KEY ("county_id","station_id") REFERENCES "public"."stations"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultations" ADD CONSTRAINT "consultations_at_point" FOREIGN KEY ("county_id","point_id") REFERENCES "public"."contact_points"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultations" ADD CONSTRAINT "consultations_asked_by" FOREIGN KEY ("county_id","asked_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultations" ADD CONSTRAINT "consultations_duty_known" FOREIGN KEY ("county_id","duty_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultations" ADD CONSTRAINT "consultations_of_dispute" FOREIGN KEY ("county_id","dispute_id") REFERENCES "public"."disputes"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duty_shifts" ADD CONSTRAINT "duty_shifts_of_person" FOREIGN KEY ("county_id","person_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "desk_cards" ADD CONSTRAINT "desk_cards_of_session" FOREIGN KEY ("county_id","dispute_id","session_id") REFERENCES "public"."sessions"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "desk_cards" ADD CONSTRAINT "desk_cards_by_party" FOREIGN KEY ("county_id","dispute_id","party_id") REFERENCES "public"."parties"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "desk_cards" ADD CONSTRAINT "desk_cards_by_person" FOREIGN KEY ("county_id","person_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "desk_cards" ADD CONSTRAINT "desk_cards_by_author" FOREIGN KEY ("county_id","author_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "desk_cards" ADD CONSTRAINT "desk_cards_answers" FOREIGN KEY ("county_id","session_id","answers_id") REFERENCES "public"."desk_cards"("county_id","session_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fact_signatures" ADD CONSTRAINT "fact_signatures_of_statement" FOREIGN KEY ("county_id","dispute_id","statement_id") REFERENCES "public"."fact_statements"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fact_signatures" ADD CONSTRAINT "fact_signatures_of_party" FOREIGN KEY ("county_id","dispute_id","party_id") REFERENCES "public"."parties"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fact_statements" ADD CONSTRAINT "fact_statements_of_session" FOREIGN KEY ("county_id","dispute_id","session_id") REFERENCES "public"."sessions"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_of_session" FOREIGN KEY ("county_id","dispute_id","session_id") REFERENCES "public"."sessions"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_added_by" FOREIGN KEY ("county_id","added_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "harm_reports" ADD CONSTRAINT "harm_reports_of_session" FOREIGN KEY ("county_id","dispute_id","session_id") REFERENCES "public"."sessions"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "harm_reports" ADD CONSTRAINT "harm_reports_by_person" FOREIGN KEY ("county_id","reported_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "number_answers" ADD CONSTRAINT "number_answers_of_poll" FOREIGN KEY ("county_id","poll_id") REFERENCES "public"."number_polls"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "number_polls" ADD CONSTRAINT "number_polls_of_session" FOREIGN KEY ("county_id","dispute_id","session_id") REFERENCES "public"."sessions"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opinions" ADD CONSTRAINT "opinions_of_session" FOREIGN KEY ("county_id","dispute_id","session_id") REFERENCES "public"."sessions"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opinions" ADD CONSTRAINT "opinions_by_person" FOREIGN KEY ("county_id","person_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation_links" ADD CONSTRAINT "invitation_links_of_invitation" FOREIGN KEY ("county_id","dispute_id","invitation_id") REFERENCES "public"."invitations"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_of_notification" FOREIGN KEY ("county_id","notification_id") REFERENCES "public"."notifications"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_of_dispute" FOREIGN KEY ("county_id","dispute_id") REFERENCES "public"."disputes"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_rules" ADD CONSTRAINT "panel_rules_of_committee" FOREIGN KEY ("county_id","committee_id") REFERENCES "public"."committees"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_rules" ADD CONSTRAINT "panel_rules_to_force" FOREIGN KEY ("county_id","force_code") REFERENCES "public"."forces"("county_id","code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "party_times" ADD CONSTRAINT "party_times_of_party" FOREIGN KEY ("county_id","dispute_id","party_id") REFERENCES "public"."parties"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tie_waiver_parties" ADD CONSTRAINT "tie_waiver_parties_of_waiver" FOREIGN KEY ("county_id","dispute_id","waiver_id") REFERENCES "public"."tie_waivers"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tie_waiver_parties" ADD CONSTRAINT "tie_waiver_parties_of_party" FOREIGN KEY ("county_id","dispute_id","party_id") REFERENCES "public"."parties"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tie_waivers" ADD CONSTRAINT "tie_waivers_of_proceeding" FOREIGN KEY ("county_id","dispute_id","proceeding_id") REFERENCES "public"."proceedings"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tie_waivers" ADD CONSTRAINT "tie_waivers_of_person" FOREIGN KEY ("county_id","person_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ties" ADD CONSTRAINT "ties_to_party" FOREIGN KEY ("county_id","dispute_id","party_id") REFERENCES "public"."parties"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ties" ADD CONSTRAINT "ties_of_person" FOREIGN KEY ("county_id","person_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_needs" ADD CONSTRAINT "session_needs_of_session" FOREIGN KEY ("county_id","dispute_id","session_id") REFERENCES "public"."sessions"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_needs" ADD CONSTRAINT "session_needs_person" FOREIGN KEY ("county_id","person_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_needs" ADD CONSTRAINT "session_needs_force" FOREIGN KEY ("county_id","force_code") REFERENCES "public"."forces"("county_id","code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "video_links" ADD CONSTRAINT "video_links_of_session" FOREIGN KEY ("county_id","dispute_id","session_id") REFERENCES "public"."sessions"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "town_hall_meetings" ADD CONSTRAINT "town_hall_meetings_of_series" FOREIGN KEY ("county_id","town_hall_id") REFERENCES "public"."town_halls"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "town_hall_meetings" ADD CONSTRAINT "town_hall_meetings_in_room" FOREIGN KEY ("county_id","room_id") REFERENCES "public"."rooms"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "town_halls" ADD CONSTRAINT "town_halls_of_station" FOREIGN KEY ("county_id","station_id") REFERENCES "public"."stations"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "town_halls" ADD CONSTRAINT "town_halls_in_room" FOREIGN KEY ("county_id","room_id") REFERENCES "public"."rooms"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "town_halls" ADD CONSTRAINT "town_halls_chair_known" FOREIGN KEY ("county_id","chair_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "units" ADD CONSTRAINT "units_county_id_counties_id_fk" FOREIGN KEY ("county_id") REFERENCES "public"."counties"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "absences_by_person" ON "absences" USING btree ("county_id","person_id");--> statement-breakpoint
CREATE INDEX "imported_busy_by_person" ON "imported_busy" USING btree ("county_id","person_id");--> statement-breakpoint
CREATE INDEX "calendar_entries_by_resource" ON "calendar_entries" USING btree ("county_id","resource_id","ends_at");--> statement-breakpoint
CREATE INDEX "feed_tokens_by_creator" ON "feed_tokens" USING btree ("county_id","created_by");--> statement-breakpoint
CREATE INDEX "consultations_by_station" ON "consultations" USING btree ("county_id","station_id","asked_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "consultations_by_asker" ON "consultations" USING btree ("county_id","asked_by","asked_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "consultations_waiting" ON "consultations" USING btree ("county_id","duty_id") WHERE "consultations"."status" = 'waiting';--> statement-breakpoint
CREATE INDEX "desk_cards_by_session" ON "desk_cards" USING btree ("county_id","session_id","written_at");--> statement-breakpoint
CREATE INDEX "files_by_dispute" ON "files" USING btree ("county_id","dispute_id","added_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "harm_reports_by_dispute" ON "harm_reports" USING btree ("county_id","dispute_id","reported_at" DESC NULLS LAST);--> statement-breakpoint
CREATE UNIQUE INDEX "number_polls_one_open" ON "number_polls" USING btree ("county_id","session_id") WHERE "number_polls"."status" = 'open';--> statement-breakpoint
CREATE INDEX "opinions_by_session" ON "opinions" USING btree ("county_id","session_id","signed_at");--> statement-breakpoint
CREATE UNIQUE INDEX "invitation_links_one_live" ON "invitation_links" USING btree ("county_id","invitation_id") WHERE "invitation_links"."revoked_at" is null;--> statement-breakpoint
CREATE INDEX "deliveries_due" ON "deliveries" USING btree ("not_before") WHERE "deliveries"."status" in ('queued', 'sending');--> statement-breakpoint
CREATE INDEX "notifications_by_recipient" ON "notifications" USING btree ("county_id","recipient_id","id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "notifications_unread" ON "notifications" USING btree ("county_id","recipient_id") WHERE "notifications"."read_at" is null;--> statement-breakpoint
CREATE INDEX "notifications_by_dispute" ON "notifications" USING btree ("county_id","dispute_id","id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "party_times_by_dispute" ON "party_times" USING btree ("county_id","dispute_id");--> statement-breakpoint
CREATE INDEX "tie_waivers_by_proceeding" ON "tie_waivers" USING btree ("county_id","proceeding_id","person_id");--> statement-breakpoint
CREATE INDEX "ties_by_dispute" ON "ties" USING btree ("county_id","dispute_id");--> statement-breakpoint
CREATE UNIQUE INDEX "session_needs_person_once" ON "session_needs" USING btree ("county_id","session_id","person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "session_needs_force_once" ON "session_needs" USING btree ("county_id","session_id","force_code");--> statement-breakpoint
CREATE INDEX "town_hall_meetings_by_start" ON "town_hall_meetings" USING btree ("county_id","starts_at");--> statement-breakpoint
CREATE INDEX "town_halls_by_station" ON "town_halls" USING btree ("county_id","station_id","from_day" DESC NULLS LAST);--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_to_session" FOREIGN KEY ("county_id","dispute_id","session_id") REFERENCES "public"."sessions"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_deputy_known" FOREIGN KEY ("county_id","deputy_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_of_unit" FOREIGN KEY ("county_id","unit_id") REFERENCES "public"."units"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "slots" ADD CONSTRAINT "slots_of_meeting" FOREIGN KEY ("county_id","meeting_id") REFERENCES "public"."town_hall_meetings"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "invitations_by_session" ON "invitations" USING btree ("county_id","session_id");--> statement-breakpoint
CREATE INDEX "sessions_held" ON "sessions" USING btree ("county_id","held_until") WHERE "sessions"."held_until" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "slots_session_resource_once" ON "slots" USING btree ("county_id","session_id","resource_id");--> statement-breakpoint
CREATE UNIQUE INDEX "slots_meeting_resource_once" ON "slots" USING btree ("county_id","meeting_id","resource_id");--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_proposal_has_times" CHECK (("invitations"."proposed_at" is not null) = (jsonb_array_length("invitations"."proposals") > 0));--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_held_while_booked" CHECK ("sessions"."held_until" is null or "sessions"."status" in ('booked', 'cancelled'));--> statement-breakpoint
ALTER TABLE "slots" ADD CONSTRAINT "slots_one_owner" CHECK (num_nonnulls("slots"."session_id", "slots"."meeting_id") = 1);