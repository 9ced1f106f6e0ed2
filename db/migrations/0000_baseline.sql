-- What must stand before the first table: the extension of the exclusion constraints, the role every transaction of
-- the product runs as, and the schema of the functions that db/sql creates.
create extension if not exists btree_gist;
--> statement-breakpoint
do $$ begin
  create role zhongtiao_app nologin;
exception when duplicate_object or unique_violation then null;
end $$;
--> statement-breakpoint
do $$ begin
  execute format('grant zhongtiao_app to %I', current_user);
exception when others then
  if not pg_has_role(current_user, 'zhongtiao_app', 'member') then raise; end if;
end $$;
--> statement-breakpoint
create schema app;
--> statement-breakpoint
CREATE TYPE "public"."absence_kind" AS ENUM('leave', 'court', 'blocked');--> statement-breakpoint
CREATE TYPE "public"."actor_kind" AS ENUM('person', 'system');--> statement-breakpoint
CREATE TYPE "public"."agreement_form" AS ENUM('written', 'oral');--> statement-breakpoint
CREATE TYPE "public"."agreement_status" AS ENUM('draft', 'signing', 'effective', 'withdrawn');--> statement-breakpoint
CREATE TYPE "public"."attendance" AS ENUM('expected', 'present', 'absent');--> statement-breakpoint
CREATE TYPE "public"."availability_mood" AS ENUM('free', 'reluctant');--> statement-breakpoint
CREATE TYPE "public"."card_kind" AS ENUM('claim', 'issue', 'fact', 'proposal', 'note');--> statement-breakpoint
CREATE TYPE "public"."card_state" AS ENUM('live', 'agreed', 'withdrawn');--> statement-breakpoint
CREATE TYPE "public"."channel" AS ENUM('inApp', 'email', 'sms', 'wecom', 'dingtalk');--> statement-breakpoint
CREATE TYPE "public"."clue_status" AS ENUM('new', 'taken', 'declined');--> statement-breakpoint
CREATE TYPE "public"."consent_answer" AS ENUM('agreed', 'refused');--> statement-breakpoint
CREATE TYPE "public"."consent_subject" AS ENUM('mediation', 'inviteForce', 'invitePerson', 'extension');--> statement-breakpoint
CREATE TYPE "public"."consultation_status" AS ENUM('waiting', 'answered', 'closed');--> statement-breakpoint
CREATE TYPE "public"."decline_reason" AS ENUM('busy', 'conflict', 'away', 'notMyField', 'other', 'deputised');--> statement-breakpoint
CREATE TYPE "public"."delivery_status" AS ENUM('queued', 'sending', 'sent', 'failed', 'suppressed');--> statement-breakpoint
CREATE TYPE "public"."dispute_type" AS ENUM('neighbour', 'family', 'housing', 'contract', 'lending', 'business', 'damages', 'land', 'demolition', 'environment', 'migrantWages', 'labour', 'tourism', 'eCommerce', 'consumer', 'medical', 'traffic', 'property', 'other');--> statement-breakpoint
CREATE TYPE "public"."entry_status" AS ENUM('tentative', 'confirmed', 'cancelled');--> statement-breakpoint
CREATE TYPE "public"."file_kind" AS ENUM('photo', 'audio', 'document');--> statement-breakpoint
CREATE TYPE "public"."harm_kind" AS ENUM('violence', 'selfHarm', 'crime', 'minorAtRisk', 'other');--> statement-breakpoint
CREATE TYPE "public"."invitation_status" AS ENUM('sent', 'seen', 'accepted', 'declined', 'expired', 'withdrawn');--> statement-breakpoint
CREATE TYPE "public"."lane" AS ENUM('open', 'joint', 'side', 'mediator', 'sealed');--> statement-breakpoint
CREATE TYPE "public"."locale" AS ENUM('zh-CN', 'en');--> statement-breakpoint
CREATE TYPE "public"."meeting_status" AS ENUM('booked', 'held', 'cancelled');--> statement-breakpoint
CREATE TYPE "public"."next_step" AS ENUM('triage', 'giveNotice', 'recordConsent', 'inviteForces', 'awaitAnswers', 'confirmSession', 'bookSession', 'holdSession', 'recordSession', 'draftAgreement', 'collectSignatures', 'sealAgreement', 'watchPerformance', 'visit', 'close', 'archive', 'coordinate', 'handOver');--> statement-breakpoint
CREATE TYPE "public"."non_acceptance_reason" AS ENUM('judgedByCourt', 'acceptedElsewhere', 'reservedByLaw', 'familyViolence', 'partyUnwilling', 'outsideArea');--> statement-breakpoint
CREATE TYPE "public"."notice_means" AS ENUM('read', 'paper', 'phone');--> statement-breakpoint
CREATE TYPE "public"."notification_kind" AS ENUM('invited', 'invitationAnswered', 'invitationExpired', 'invitationWithdrawn', 'timesProposed', 'tieDisclosed', 'tieWaived', 'substituteInvited', 'noSubstitute', 'unitSilent', 'linkLocked', 'sessionBooked', 'sessionHeld', 'sessionConfirmed', 'sessionMoved', 'sessionCancelled', 'holdExpired', 'attendeeRemoved', 'sessionAtRisk', 'sessionLeft', 'reminderDay', 'reminderHours', 'videoLinkSet', 'meetingPlanned', 'meetingCancelled', 'consultationAsked', 'consultationAnswered', 'harmReported', 'workFailed');--> statement-breakpoint
CREATE TYPE "public"."obligation_kind" AS ENUM('pay', 'act', 'refrain');--> statement-breakpoint
CREATE TYPE "public"."obligation_part" AS ENUM('obligor', 'obligee');--> statement-breakpoint
CREATE TYPE "public"."other_route" AS ENUM('arbitration', 'administration', 'court', 'police', 'petition');--> statement-breakpoint
CREATE TYPE "public"."outcome" AS ENUM('agreedWritten', 'agreedOral', 'partial', 'settledWithdrawn', 'unreachable', 'refused', 'deadlock', 'expired', 'unsigned', 'transferred', 'assisted', 'calmed', 'publicSecurityPerformed', 'publicSecurityToPenalty');--> statement-breakpoint
CREATE TYPE "public"."panel_need" AS ENUM('required', 'optional', 'none');--> statement-breakpoint
CREATE TYPE "public"."party_kind" AS ENUM('person', 'organisation', 'unidentified');--> statement-breakpoint
CREATE TYPE "public"."party_link_kind" AS ENUM('representative', 'agent', 'guardian', 'helper');--> statement-breakpoint
CREATE TYPE "public"."party_standing" AS ENUM('applicant', 'respondent', 'thirdParty');--> statement-breakpoint
CREATE TYPE "public"."party_time_kind" AS ENUM('cannot', 'reluctant', 'only');--> statement-breakpoint
CREATE TYPE "public"."point_kind" AS ENUM('station', 'committeeRoom', 'villageUnit', 'specialtyRoom', 'enterprisePoint', 'lookout');--> statement-breakpoint
CREATE TYPE "public"."poll_status" AS ENUM('open', 'deal', 'noDeal', 'cancelled');--> statement-breakpoint
CREATE TYPE "public"."proceeding_status" AS ENUM('accepted', 'convening', 'scheduled', 'mediating', 'agreed', 'signing', 'performing', 'performed', 'closed', 'archived');--> statement-breakpoint
CREATE TYPE "public"."proof_kind" AS ENUM('receipt', 'transfer', 'photo', 'inspection', 'mutualConfirmation', 'invoice');--> statement-breakpoint
CREATE TYPE "public"."recipient_kind" AS ENUM('person', 'party', 'unit');--> statement-breakpoint
CREATE TYPE "public"."relation" AS ENUM('lead', 'committee', 'station', 'invited', 'joined', 'party');--> statement-breakpoint
CREATE TYPE "public"."retention_class" AS ENUM('permanent', 'long', 'short');--> statement-breakpoint
CREATE TYPE "public"."risk_level" AS ENUM('green', 'amber', 'red');--> statement-breakpoint
CREATE TYPE "public"."role" AS ENUM('mediator', 'committeeHead', 'expert', 'gridMember', 'officer', 'stationHead', 'county', 'admin');--> statement-breakpoint
CREATE TYPE "public"."satisfaction" AS ENUM('satisfied', 'fair', 'dissatisfied');--> statement-breakpoint
CREATE TYPE "public"."session_kind" AS ENUM('joint', 'caucus');--> statement-breakpoint
CREATE TYPE "public"."session_mode" AS ENUM('onSite', 'video');--> statement-breakpoint
CREATE TYPE "public"."session_result" AS ENUM('agreed', 'partlyAgreed', 'adjourned', 'failed');--> statement-breakpoint
CREATE TYPE "public"."session_status" AS ENUM('booked', 'ended', 'cancelled');--> statement-breakpoint
CREATE TYPE "public"."signature_means" AS ENUM('sign', 'seal', 'fingerprint');--> statement-breakpoint
CREATE TYPE "public"."signer_kind" AS ENUM('party', 'mediator', 'witness');--> statement-breakpoint
CREATE TYPE "public"."slot_resource" AS ENUM('room', 'person');--> statement-breakpoint
CREATE TYPE "public"."source" AS ENUM('walkIn', 'phone', 'policeCall', 'grid', 'courtReferral', 'ownInitiative', 'otherDepartment');--> statement-breakpoint
CREATE TYPE "public"."tie_kind" AS ENUM('kin', 'sameEmployer', 'earlierCounsel', 'failedAttempt', 'objection', 'other');--> statement-breakpoint
CREATE TYPE "public"."tie_source" AS ENUM('recorded', 'disclosed');--> statement-breakpoint
CREATE TYPE "public"."track" AS ENUM('onScene', 'publicSecurity', 'peoples', 'coordination', 'transfer');--> statement-breakpoint
CREATE TYPE "public"."yes_no_unclear" AS ENUM('yes', 'no', 'unclear');--> statement-breakpoint
CREATE TABLE "agreements" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"dispute_id" uuid NOT NULL,
	"proceeding_id" uuid NOT NULL,
	"ordinal" smallint NOT NULL,
	"form" "agreement_form" NOT NULL,
	"status" "agreement_status" DEFAULT 'draft' NOT NULL,
	"number" text,
	"facts" text NOT NULL,
	"drafted_by" uuid NOT NULL,
	"drafted_at" timestamp (3) with time zone NOT NULL,
	"sent_to_sign_at" timestamp (3) with time zone,
	"effective_at" timestamp (3) with time zone,
	"withdrawn_at" timestamp (3) with time zone,
	"withdrawn_reason" text DEFAULT '' NOT NULL,
	CONSTRAINT "agreements_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "agreements_within_dispute" UNIQUE("county_id","dispute_id","id"),
	CONSTRAINT "agreements_ordinal_once" UNIQUE("county_id","proceeding_id","ordinal"),
	CONSTRAINT "agreements_number_once" UNIQUE("county_id","number"),
	CONSTRAINT "agreements_effective_has_time" CHECK (("agreements"."status" = 'effective') = ("agreements"."effective_at" is not null)),
	CONSTRAINT "agreements_numbered_when_sent" CHECK ("agreements"."status" not in ('signing') or "agreements"."number" is not null),
	CONSTRAINT "agreements_withdrawn_has_time" CHECK (("agreements"."status" = 'withdrawn') = ("agreements"."withdrawn_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "obligation_parties" (
	"county_id" uuid NOT NULL,
	"obligation_id" uuid NOT NULL,
	"dispute_id" uuid NOT NULL,
	"party_id" uuid NOT NULL,
	"part" "obligation_part" NOT NULL,
	CONSTRAINT "obligation_parties_county_id_obligation_id_party_id_part_pk" PRIMARY KEY("county_id","obligation_id","party_id","part")
);
--> statement-breakpoint
CREATE TABLE "obligations" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"dispute_id" uuid NOT NULL,
	"agreement_id" uuid NOT NULL,
	"ordinal" smallint NOT NULL,
	"kind" "obligation_kind" NOT NULL,
	"text" text NOT NULL,
	"amount_fen" bigint,
	"due_on" date NOT NULL,
	"proof" "proof_kind" NOT NULL,
	"verifier_id" uuid,
	"performed_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "obligations_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "obligations_within_dispute" UNIQUE("county_id","dispute_id","id"),
	CONSTRAINT "obligations_ordinal_once" UNIQUE("county_id","agreement_id","ordinal"),
	CONSTRAINT "obligations_amount_when_pay" CHECK (("obligations"."kind" = 'pay') = ("obligations"."amount_fen" is not null)),
	CONSTRAINT "obligations_amount_positive" CHECK ("obligations"."amount_fen" is null or "obligations"."amount_fen" > 0)
);
--> statement-breakpoint
CREATE TABLE "seals" (
	"county_id" uuid NOT NULL,
	"agreement_id" uuid NOT NULL,
	"dispute_id" uuid NOT NULL,
	"sealed_by" uuid NOT NULL,
	"sealed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "seals_once" PRIMARY KEY("county_id","agreement_id")
);
--> statement-breakpoint
CREATE TABLE "signatures" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"dispute_id" uuid NOT NULL,
	"agreement_id" uuid NOT NULL,
	"signer_kind" "signer_kind" NOT NULL,
	"party_id" uuid,
	"person_id" uuid,
	"signed_by_link_id" uuid,
	"means" "signature_means" NOT NULL,
	"signed_at" timestamp (3) with time zone NOT NULL,
	"recorded_by" uuid NOT NULL,
	CONSTRAINT "signatures_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "signatures_signer_named" CHECK (("signatures"."signer_kind" = 'party') = ("signatures"."party_id" is not null) and ("signatures"."signer_kind" = 'party') = ("signatures"."person_id" is null))
);
--> statement-breakpoint
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
CREATE TABLE "clues" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"station_id" uuid NOT NULL,
	"point_id" uuid,
	"reporter_id" uuid NOT NULL,
	"place" text NOT NULL,
	"text" text NOT NULL,
	"reported_at" timestamp (3) with time zone NOT NULL,
	"status" "clue_status" DEFAULT 'new' NOT NULL,
	"dispute_id" uuid,
	"answer" text DEFAULT '' NOT NULL,
	"handled_by" uuid,
	"handled_at" timestamp (3) with time zone,
	CONSTRAINT "clues_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "clues_handled_when_not_new" CHECK (("clues"."status" = 'new') = ("clues"."handled_at" is null)),
	CONSTRAINT "clues_taken_has_dispute" CHECK ("clues"."status" <> 'taken' or "clues"."dispute_id" is not null)
);
--> statement-breakpoint
CREATE TABLE "police_calls" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"number" text NOT NULL,
	"station_id" uuid NOT NULL,
	"called_at" timestamp (3) with time zone NOT NULL,
	"caller_name" text DEFAULT '' NOT NULL,
	"phone" text DEFAULT '' NOT NULL,
	"place" text NOT NULL,
	"summary" text NOT NULL,
	"incident_id" uuid NOT NULL,
	"group_id" uuid,
	"dispute_id" uuid,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"place_key" text NOT NULL,
	CONSTRAINT "police_calls_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "police_calls_number_once" UNIQUE("county_id","number")
);
--> statement-breakpoint
CREATE TABLE "repeat_groups" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"station_id" uuid NOT NULL,
	"place" text NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"alerted_at" timestamp (3) with time zone,
	"activated_at" timestamp (3) with time zone,
	"activated_by" uuid,
	"activation_reason" text,
	"dispute_id" uuid,
	CONSTRAINT "repeat_groups_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "repeat_groups_within_station" UNIQUE("county_id","station_id","id"),
	CONSTRAINT "repeat_groups_activation_whole" CHECK (("repeat_groups"."activated_at" is null) = ("repeat_groups"."activated_by" is null) and ("repeat_groups"."activated_at" is null) = ("repeat_groups"."activation_reason" is null))
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
CREATE TABLE "dispute_access" (
	"county_id" uuid NOT NULL,
	"subject_id" uuid NOT NULL,
	"dispute_id" uuid NOT NULL,
	"relation" "relation" NOT NULL,
	"via" uuid NOT NULL,
	CONSTRAINT "dispute_access_county_id_subject_id_dispute_id_relation_via_pk" PRIMARY KEY("county_id","subject_id","dispute_id","relation","via")
);
--> statement-breakpoint
CREATE TABLE "dispute_facts" (
	"county_id" uuid NOT NULL,
	"dispute_id" uuid NOT NULL,
	"facts" text NOT NULL,
	"neutral_summary" text DEFAULT '' NOT NULL,
	CONSTRAINT "dispute_facts_county_id_dispute_id_pk" PRIMARY KEY("county_id","dispute_id")
);
--> statement-breakpoint
CREATE TABLE "disputes" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"number" text NOT NULL,
	"station_id" uuid NOT NULL,
	"committee_id" uuid NOT NULL,
	"title" text NOT NULL,
	"type" "dispute_type" NOT NULL,
	"source" "source" NOT NULL,
	"place" text NOT NULL,
	"point_id" uuid,
	"started_on" date,
	"risk" "risk_level" DEFAULT 'green' NOT NULL,
	"risk_reason" text DEFAULT '' NOT NULL,
	"registered_by" uuid NOT NULL,
	"registered_at" timestamp (3) with time zone NOT NULL,
	"not_accepted_at" timestamp (3) with time zone,
	"not_accepted_reason" "non_acceptance_reason",
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "disputes_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "disputes_number_once" UNIQUE("county_id","number"),
	CONSTRAINT "disputes_refusal_has_reason" CHECK (("disputes"."not_accepted_at" is null) = ("disputes"."not_accepted_reason" is null))
);
--> statement-breakpoint
CREATE TABLE "parties" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"dispute_id" uuid NOT NULL,
	"side" smallint NOT NULL,
	"position" smallint NOT NULL,
	"kind" "party_kind" NOT NULL,
	"standing" "party_standing" NOT NULL,
	"name" text NOT NULL,
	"phone" text DEFAULT '' NOT NULL,
	"address" text DEFAULT '' NOT NULL,
	"is_minor" boolean DEFAULT false NOT NULL,
	"employer" text DEFAULT '' NOT NULL,
	CONSTRAINT "parties_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "parties_within_dispute" UNIQUE("county_id","dispute_id","id"),
	CONSTRAINT "parties_position_once" UNIQUE("county_id","dispute_id","position"),
	CONSTRAINT "parties_side_range" CHECK ("parties"."side" between 1 and 12),
	CONSTRAINT "parties_minor_is_person" CHECK (not "parties"."is_minor" or "parties"."kind" = 'person')
);
--> statement-breakpoint
CREATE TABLE "party_links" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"dispute_id" uuid NOT NULL,
	"party_id" uuid NOT NULL,
	"kind" "party_link_kind" NOT NULL,
	"name" text NOT NULL,
	"phone" text DEFAULT '' NOT NULL,
	"may_sign" boolean DEFAULT false NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	CONSTRAINT "party_links_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "party_links_helper_never_signs" CHECK ("party_links"."kind" <> 'helper' or not "party_links"."may_sign")
);
--> statement-breakpoint
CREATE TABLE "triages" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"dispute_id" uuid NOT NULL,
	"is_violation" "yes_no_unclear" NOT NULL,
	"has_minor" "yes_no_unclear" NOT NULL,
	"family_violence" "yes_no_unclear" NOT NULL,
	"judged_by_court" "yes_no_unclear" NOT NULL,
	"accepted_elsewhere" "yes_no_unclear" NOT NULL,
	"property_damage" "yes_no_unclear" NOT NULL,
	"injury" "yes_no_unclear" NOT NULL,
	"track" "track",
	"override_reason" text DEFAULT '' NOT NULL,
	"decided_by" uuid NOT NULL,
	"decided_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "triages_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "triages_bar_judged_matters" CHECK ("triages"."track" is distinct from 'peoples' or "triages"."judged_by_court" <> 'yes'),
	CONSTRAINT "triages_bar_family_violence" CHECK ("triages"."family_violence" <> 'yes' or "triages"."track" is null or "triages"."track" in ('coordination', 'transfer')),
	CONSTRAINT "triages_public_security_needs_violation" CHECK ("triages"."track" is distinct from 'publicSecurity' or "triages"."is_violation" = 'yes')
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
	"code_hash" text,
	CONSTRAINT "invitation_links_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "invitation_links_token_once" UNIQUE("token_hash"),
	CONSTRAINT "invitation_links_code_once" UNIQUE("code_hash"),
	CONSTRAINT "invitation_links_visit_once" UNIQUE("visit_hash"),
	CONSTRAINT "invitation_links_tries_range" CHECK ("invitation_links"."tries_left" between 0 and 5),
	CONSTRAINT "invitation_links_visit_whole" CHECK (("invitation_links"."visit_hash" is null) = ("invitation_links"."visit_expires_at" is null))
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"dispute_id" uuid NOT NULL,
	"proceeding_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"force_code" text NOT NULL,
	"role_asked" text DEFAULT '' NOT NULL,
	"neutral_summary" text NOT NULL,
	"party_names" text[] NOT NULL,
	"status" "invitation_status" DEFAULT 'sent' NOT NULL,
	"sent_by" uuid NOT NULL,
	"sent_at" timestamp (3) with time zone NOT NULL,
	"answer_by" timestamp (3) with time zone NOT NULL,
	"seen_at" timestamp (3) with time zone,
	"answered_at" timestamp (3) with time zone,
	"no_tie_declared" text,
	"decline_reason" "decline_reason",
	"decline_note" text DEFAULT '' NOT NULL,
	"replaces_id" uuid,
	"session_id" uuid,
	"is_required" boolean DEFAULT true NOT NULL,
	"offers" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"proposals" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"proposal_note" text DEFAULT '' NOT NULL,
	"proposed_at" timestamp (3) with time zone,
	"disclosed_at" timestamp (3) with time zone,
	"deputy_id" uuid,
	CONSTRAINT "invitations_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "invitations_within_dispute" UNIQUE("county_id","dispute_id","id"),
	CONSTRAINT "invitations_decline_has_reason" CHECK (("invitations"."status" = 'declined') = ("invitations"."decline_reason" is not null)),
	CONSTRAINT "invitations_answered_when_answered" CHECK (("invitations"."status" in ('accepted', 'declined')) = ("invitations"."answered_at" is not null)),
	CONSTRAINT "invitations_accept_declares_no_tie" CHECK ("invitations"."status" <> 'accepted' or "invitations"."no_tie_declared" is not null),
	CONSTRAINT "invitations_answer_by_after_sent" CHECK ("invitations"."answer_by" > "invitations"."sent_at"),
	CONSTRAINT "invitations_proposal_has_times" CHECK (("invitations"."proposed_at" is not null) = (jsonb_array_length("invitations"."proposals") > 0))
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
CREATE TABLE "accounts" (
	"county_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"username" text NOT NULL,
	"password_hash" text NOT NULL,
	"must_change_password" boolean DEFAULT true NOT NULL,
	"locale" "locale",
	"disabled_at" timestamp (3) with time zone,
	CONSTRAINT "accounts_county_id_person_id_pk" PRIMARY KEY("county_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "forces" (
	"county_id" uuid NOT NULL,
	"code" text NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text NOT NULL,
	"short_zh" text NOT NULL,
	"short_en" text NOT NULL,
	"sort" integer NOT NULL,
	"disabled_at" timestamp (3) with time zone,
	CONSTRAINT "forces_county_id_code_pk" PRIMARY KEY("county_id","code"),
	CONSTRAINT "forces_sort_once" UNIQUE("county_id","sort"),
	CONSTRAINT "forces_code_shape" CHECK ("forces"."code" ~ '^[a-z][A-Za-z0-9]{1,31}$')
);
--> statement-breakpoint
CREATE TABLE "people" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"role" "role" NOT NULL,
	"phone" text DEFAULT '' NOT NULL,
	"post" text DEFAULT '' NOT NULL,
	"employer" text DEFAULT '' NOT NULL,
	"area" text DEFAULT '' NOT NULL,
	"station_id" uuid,
	"committee_id" uuid,
	"point_id" uuid,
	"deputy_id" uuid,
	"disabled_at" timestamp (3) with time zone,
	"email" text DEFAULT '' NOT NULL,
	"unit_id" uuid,
	CONSTRAINT "people_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "people_not_own_deputy" CHECK ("people"."deputy_id" is distinct from "people"."id"),
	CONSTRAINT "people_workplace_by_role" CHECK (case "people"."role" when 'mediator' then "people"."committee_id" is not null and "people"."station_id" is not null
        when 'committeeHead' then "people"."committee_id" is not null
        when 'officer' then "people"."station_id" is not null when 'stationHead' then "people"."station_id" is not null
        when 'gridMember' then "people"."station_id" is not null else true end)
);
--> statement-breakpoint
CREATE TABLE "person_forces" (
	"county_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"force_code" text NOT NULL,
	CONSTRAINT "person_forces_county_id_person_id_force_code_pk" PRIMARY KEY("county_id","person_id","force_code")
);
--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer DEFAULT 0 NOT NULL,
	"expire" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "sign_ins" (
	"id_hash" text PRIMARY KEY NOT NULL,
	"county_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "follow_up_visits" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"dispute_id" uuid NOT NULL,
	"proceeding_id" uuid NOT NULL,
	"party_id" uuid,
	"visited_on" date NOT NULL,
	"satisfaction" "satisfaction" NOT NULL,
	"escalation_signs" text DEFAULT '' NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"visited_by" uuid NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "follow_up_visits_county_id_id_pk" PRIMARY KEY("county_id","id")
);
--> statement-breakpoint
CREATE TABLE "performances" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"dispute_id" uuid NOT NULL,
	"obligation_id" uuid NOT NULL,
	"party_id" uuid NOT NULL,
	"amount_fen" bigint,
	"performed_on" date NOT NULL,
	"proof" "proof_kind" NOT NULL,
	"proof_note" text NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "performances_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "performances_proof_named" CHECK (length(trim("performances"."proof_note")) > 0),
	CONSTRAINT "performances_amount_positive" CHECK ("performances"."amount_fen" is null or "performances"."amount_fen" > 0)
);
--> statement-breakpoint
CREATE TABLE "urges" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"dispute_id" uuid NOT NULL,
	"obligation_id" uuid NOT NULL,
	"note" text NOT NULL,
	"urged_by" uuid NOT NULL,
	"urged_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "urges_county_id_id_pk" PRIMARY KEY("county_id","id")
);
--> statement-breakpoint
CREATE TABLE "committees" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"dossier_word" text NOT NULL,
	"disabled_at" timestamp (3) with time zone,
	CONSTRAINT "committees_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "committees_name_once" UNIQUE("county_id","name")
);
--> statement-breakpoint
CREATE TABLE "contact_points" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"station_id" uuid NOT NULL,
	"kind" "point_kind" NOT NULL,
	"name" text NOT NULL,
	"address" text DEFAULT '' NOT NULL,
	"phone" text DEFAULT '' NOT NULL,
	"disabled_at" timestamp (3) with time zone,
	CONSTRAINT "contact_points_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "contact_points_name_once" UNIQUE("county_id","station_id","name")
);
--> statement-breakpoint
CREATE TABLE "counties" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "room_hours" (
	"county_id" uuid NOT NULL,
	"room_id" uuid NOT NULL,
	"weekday" smallint NOT NULL,
	"opens_at" time NOT NULL,
	"closes_at" time NOT NULL,
	CONSTRAINT "room_hours_county_id_room_id_weekday_pk" PRIMARY KEY("county_id","room_id","weekday"),
	CONSTRAINT "room_hours_weekday_range" CHECK ("room_hours"."weekday" between 1 and 7),
	CONSTRAINT "room_hours_open_before_close" CHECK ("room_hours"."opens_at" < "room_hours"."closes_at")
);
--> statement-breakpoint
CREATE TABLE "rooms" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"point_id" uuid NOT NULL,
	"name" text NOT NULL,
	"seats" integer NOT NULL,
	"disabled_at" timestamp (3) with time zone,
	CONSTRAINT "rooms_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "rooms_name_once" UNIQUE("county_id","point_id","name"),
	CONSTRAINT "rooms_within_point" UNIQUE("county_id","point_id","id"),
	CONSTRAINT "rooms_seats_range" CHECK ("rooms"."seats" between 2 and 200)
);
--> statement-breakpoint
CREATE TABLE "stations" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"code" text NOT NULL,
	"disabled_at" timestamp (3) with time zone,
	CONSTRAINT "stations_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "stations_name_once" UNIQUE("county_id","name"),
	CONSTRAINT "stations_code_once" UNIQUE("county_id","code"),
	CONSTRAINT "stations_code_shape" CHECK ("stations"."code" ~ '^[A-Z]{2,4}$')
);
--> statement-breakpoint
CREATE TABLE "consents" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"dispute_id" uuid NOT NULL,
	"proceeding_id" uuid NOT NULL,
	"party_id" uuid NOT NULL,
	"subject" "consent_subject" NOT NULL,
	"force_code" text,
	"person_id" uuid,
	"answer" "consent_answer" NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "consents_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "consents_subject_named" CHECK (("consents"."subject" = 'inviteForce') = ("consents"."force_code" is not null) and ("consents"."subject" = 'invitePerson') = ("consents"."person_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "endings" (
	"county_id" uuid NOT NULL,
	"proceeding_id" uuid NOT NULL,
	"dispute_id" uuid NOT NULL,
	"outcome" "outcome" NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"refused_by_party_id" uuid,
	"routes_told" "other_route"[] DEFAULT '{}' NOT NULL,
	"ended_by" uuid NOT NULL,
	"ended_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "endings_county_id_proceeding_id_pk" PRIMARY KEY("county_id","proceeding_id"),
	CONSTRAINT "endings_failure_tells_routes" CHECK ("endings"."outcome" not in ('refused', 'deadlock', 'expired', 'unsigned', 'unreachable') or cardinality("endings"."routes_told") > 0),
	CONSTRAINT "endings_refusal_names_party" CHECK (("endings"."outcome" = 'refused') = ("endings"."refused_by_party_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "notices" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"dispute_id" uuid NOT NULL,
	"proceeding_id" uuid NOT NULL,
	"party_id" uuid NOT NULL,
	"means" "notice_means" NOT NULL,
	"given_by" uuid NOT NULL,
	"given_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "notices_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "notices_once_per_party" UNIQUE("county_id","proceeding_id","party_id")
);
--> statement-breakpoint
CREATE TABLE "proceedings" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"dispute_id" uuid NOT NULL,
	"ordinal" smallint NOT NULL,
	"track" "track" NOT NULL,
	"status" "proceeding_status" NOT NULL,
	"station_id" uuid NOT NULL,
	"committee_id" uuid NOT NULL,
	"lead_person_id" uuid NOT NULL,
	"lead_unit" text NOT NULL,
	"assistant_id" uuid,
	"accepted_at" timestamp (3) with time zone NOT NULL,
	"due_on" date,
	"next_step" "next_step",
	"next_owner_id" uuid,
	"next_due_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	"outcome" "outcome",
	"archived_at" timestamp (3) with time zone,
	"dossier_number" text,
	"retention" "retention_class",
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "proceedings_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "proceedings_within_dispute" UNIQUE("county_id","dispute_id","id"),
	CONSTRAINT "proceedings_ordinal_once" UNIQUE("county_id","dispute_id","ordinal"),
	CONSTRAINT "proceedings_dossier_once" UNIQUE("county_id","dossier_number"),
	CONSTRAINT "proceedings_ended_when_closed" CHECK (("proceedings"."status" in ('closed', 'archived')) = ("proceedings"."ended_at" is not null)),
	CONSTRAINT "proceedings_outcome_when_ended" CHECK (("proceedings"."ended_at" is null) = ("proceedings"."outcome" is null)),
	CONSTRAINT "proceedings_archived_has_dossier" CHECK (("proceedings"."status" = 'archived') = ("proceedings"."archived_at" is not null) and ("proceedings"."archived_at" is null) = ("proceedings"."dossier_number" is null)),
	CONSTRAINT "proceedings_next_step_unless_archived" CHECK (("proceedings"."status" = 'archived') = ("proceedings"."next_step" is null) and ("proceedings"."next_step" is null) = ("proceedings"."next_owner_id" is null) and ("proceedings"."next_step" is null) = ("proceedings"."next_due_at" is null))
);
--> statement-breakpoint
CREATE TABLE "counters" (
	"county_id" uuid NOT NULL,
	"scope" uuid NOT NULL,
	"kind" text NOT NULL,
	"year" integer NOT NULL,
	"value" integer NOT NULL,
	CONSTRAINT "counters_county_id_scope_kind_year_pk" PRIMARY KEY("county_id","scope","kind","year")
);
--> statement-breakpoint
CREATE TABLE "day_overrides" (
	"county_id" uuid NOT NULL,
	"day" date NOT NULL,
	"is_workday" boolean NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	CONSTRAINT "day_overrides_county_id_day_pk" PRIMARY KEY("county_id","day")
);
--> statement-breakpoint
CREATE TABLE "event_heads" (
	"county_id" uuid NOT NULL,
	"chain" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "event_heads_county_id_chain_pk" PRIMARY KEY("county_id","chain")
);
--> statement-breakpoint
CREATE TABLE "events" (
	"county_id" uuid NOT NULL,
	"chain" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"dispute_id" uuid,
	"proceeding_id" uuid,
	"actor_id" uuid,
	"actor_kind" "actor_kind" NOT NULL,
	"action" text NOT NULL,
	"at_us" bigint NOT NULL,
	"payload" text NOT NULL,
	"prev" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "events_county_id_chain_seq_pk" PRIMARY KEY("county_id","chain","seq")
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"county_id" uuid NOT NULL,
	"actor_id" uuid NOT NULL,
	"key" uuid NOT NULL,
	"action" text NOT NULL,
	"body_hash" text NOT NULL,
	"response" jsonb,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "idempotency_keys_county_id_actor_id_key_pk" PRIMARY KEY("county_id","actor_id","key")
);
--> statement-breakpoint
CREATE TABLE "rules" (
	"county_id" uuid NOT NULL,
	"key" text NOT NULL,
	"valid_from" date NOT NULL,
	"value" integer NOT NULL,
	"source" text DEFAULT '' NOT NULL,
	CONSTRAINT "rules_county_id_key_valid_from_pk" PRIMARY KEY("county_id","key","valid_from")
);
--> statement-breakpoint
CREATE TABLE "notes" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"dispute_id" uuid NOT NULL,
	"session_id" uuid,
	"lane" "lane" NOT NULL,
	"side" smallint,
	"text" text NOT NULL,
	"author_id" uuid NOT NULL,
	"written_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "notes_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "notes_side_lane_names_side" CHECK (("notes"."lane" = 'side') = ("notes"."side" is not null))
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
CREATE TABLE "session_people" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"dispute_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"person_id" uuid,
	"party_id" uuid,
	"attendance" "attendance" DEFAULT 'expected' NOT NULL,
	CONSTRAINT "session_people_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "session_people_one_kind" CHECK (num_nonnulls("session_people"."person_id", "session_people"."party_id") = 1)
);
--> statement-breakpoint
CREATE TABLE "session_records" (
	"county_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"version" smallint NOT NULL,
	"dispute_id" uuid NOT NULL,
	"text" text NOT NULL,
	"correction_reason" text DEFAULT '' NOT NULL,
	"written_by" uuid NOT NULL,
	"written_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "session_records_county_id_session_id_version_pk" PRIMARY KEY("county_id","session_id","version"),
	CONSTRAINT "session_records_correction_has_reason" CHECK ("session_records"."version" = 1 or "session_records"."correction_reason" <> '')
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"dispute_id" uuid NOT NULL,
	"proceeding_id" uuid NOT NULL,
	"ordinal" smallint NOT NULL,
	"kind" "session_kind" NOT NULL,
	"status" "session_status" DEFAULT 'booked' NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"room_id" uuid NOT NULL,
	"result" "session_result",
	"cancel_reason" text DEFAULT '' NOT NULL,
	"booked_by" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"mode" "session_mode" DEFAULT 'onSite' NOT NULL,
	"held_until" timestamp (3) with time zone,
	"at_risk_since" timestamp (3) with time zone,
	"started_at" timestamp (3) with time zone,
	"agenda" text DEFAULT '' NOT NULL,
	"check_in_hash" text,
	CONSTRAINT "sessions_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "sessions_within_dispute" UNIQUE("county_id","dispute_id","id"),
	CONSTRAINT "sessions_ordinal_once" UNIQUE("county_id","proceeding_id","ordinal"),
	CONSTRAINT "sessions_start_before_end" CHECK ("sessions"."starts_at" < "sessions"."ends_at" and "sessions"."ends_at" <= "sessions"."starts_at" + interval '12 hours'),
	CONSTRAINT "sessions_result_when_ended" CHECK (("sessions"."status" = 'ended') = ("sessions"."result" is not null)),
	CONSTRAINT "sessions_held_while_booked" CHECK ("sessions"."held_until" is null or "sessions"."status" in ('booked', 'cancelled'))
);
--> statement-breakpoint
CREATE TABLE "slots" (
	"county_id" uuid NOT NULL,
	"session_id" uuid,
	"resource" "slot_resource" NOT NULL,
	"resource_id" uuid NOT NULL,
	"during" "tstzrange" NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"meeting_id" uuid,
	"held_until" timestamp (3) with time zone,
	CONSTRAINT "slots_one_owner" CHECK (num_nonnulls("slots"."session_id", "slots"."meeting_id") = 1)
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
-- Nobody and no room is taken twice at the same time. Before the table's keys, so that a refusal names this rule first.
alter table slots add constraint slots_no_double_booking
  exclude using gist (county_id with =, resource_id with =, during with &&);
--> statement-breakpoint
ALTER TABLE "slots" ADD CONSTRAINT "slots_county_id_id_pk" PRIMARY KEY("county_id","id");
--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_of_proceeding" FOREIGN KEY ("county_id","dispute_id","proceeding_id") REFERENCES "public"."proceedings"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "obligation_parties" ADD CONSTRAINT "obligation_parties_of_obligation" FOREIGN KEY ("county_id","dispute_id","obligation_id") REFERENCES "public"."obligations"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "obligation_parties" ADD CONSTRAINT "obligation_parties_of_party" FOREIGN KEY ("county_id","dispute_id","party_id") REFERENCES "public"."parties"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "obligations" ADD CONSTRAINT "obligations_of_agreement" FOREIGN KEY ("county_id","dispute_id","agreement_id") REFERENCES "public"."agreements"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "obligations" ADD CONSTRAINT "obligations_verifier_known" FOREIGN KEY ("county_id","verifier_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seals" ADD CONSTRAINT "seals_of_agreement" FOREIGN KEY ("county_id","dispute_id","agreement_id") REFERENCES "public"."agreements"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seals" ADD CONSTRAINT "seals_by_person" FOREIGN KEY ("county_id","sealed_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_of_agreement" FOREIGN KEY ("county_id","dispute_id","agreement_id") REFERENCES "public"."agreements"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_of_party" FOREIGN KEY ("county_id","dispute_id","party_id") REFERENCES "public"."parties"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_of_person" FOREIGN KEY ("county_id","person_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "absences" ADD CONSTRAINT "absences_of_person" FOREIGN KEY ("county_id","person_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imported_busy" ADD CONSTRAINT "imported_busy_of_calendar" FOREIGN KEY ("county_id","person_id","calendar_id") REFERENCES "public"."imported_calendars"("county_id","person_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imported_calendars" ADD CONSTRAINT "imported_calendars_of_person" FOREIGN KEY ("county_id","person_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "weekly_hours" ADD CONSTRAINT "weekly_hours_of_person" FOREIGN KEY ("county_id","person_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feed_tokens" ADD CONSTRAINT "feed_tokens_created_by" FOREIGN KEY ("county_id","created_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clues" ADD CONSTRAINT "clues_of_station" FOREIGN KEY ("county_id","station_id") REFERENCES "public"."stations"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clues" ADD CONSTRAINT "clues_of_point" FOREIGN KEY ("county_id","point_id") REFERENCES "public"."contact_points"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clues" ADD CONSTRAINT "clues_reported_by" FOREIGN KEY ("county_id","reporter_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clues" ADD CONSTRAINT "clues_dispute" FOREIGN KEY ("county_id","dispute_id") REFERENCES "public"."disputes"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "police_calls" ADD CONSTRAINT "police_calls_of_station" FOREIGN KEY ("county_id","station_id") REFERENCES "public"."stations"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "police_calls" ADD CONSTRAINT "police_calls_of_group" FOREIGN KEY ("county_id","station_id","group_id") REFERENCES "public"."repeat_groups"("county_id","station_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "police_calls" ADD CONSTRAINT "police_calls_of_dispute" FOREIGN KEY ("county_id","dispute_id") REFERENCES "public"."disputes"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "police_calls" ADD CONSTRAINT "police_calls_recorded_by" FOREIGN KEY ("county_id","recorded_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "repeat_groups" ADD CONSTRAINT "repeat_groups_of_station" FOREIGN KEY ("county_id","station_id") REFERENCES "public"."stations"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "repeat_groups" ADD CONSTRAINT "repeat_groups_activated_by" FOREIGN KEY ("county_id","activated_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "repeat_groups" ADD CONSTRAINT "repeat_groups_dispute" FOREIGN KEY ("county_id","dispute_id") REFERENCES "public"."disputes"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
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
ALTER TABLE "dispute_facts" ADD CONSTRAINT "dispute_facts_of_dispute" FOREIGN KEY ("county_id","dispute_id") REFERENCES "public"."disputes"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disputes" ADD CONSTRAINT "disputes_of_station" FOREIGN KEY ("county_id","station_id") REFERENCES "public"."stations"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disputes" ADD CONSTRAINT "disputes_of_committee" FOREIGN KEY ("county_id","committee_id") REFERENCES "public"."committees"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disputes" ADD CONSTRAINT "disputes_at_point" FOREIGN KEY ("county_id","point_id") REFERENCES "public"."contact_points"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disputes" ADD CONSTRAINT "disputes_registered_by" FOREIGN KEY ("county_id","registered_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "parties" ADD CONSTRAINT "parties_of_dispute" FOREIGN KEY ("county_id","dispute_id") REFERENCES "public"."disputes"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "party_links" ADD CONSTRAINT "party_links_of_party" FOREIGN KEY ("county_id","dispute_id","party_id") REFERENCES "public"."parties"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "triages" ADD CONSTRAINT "triages_of_dispute" FOREIGN KEY ("county_id","dispute_id") REFERENCES "public"."disputes"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation_links" ADD CONSTRAINT "invitation_links_of_invitation" FOREIGN KEY ("county_id","dispute_id","invitation_id") REFERENCES "public"."invitations"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_of_proceeding" FOREIGN KEY ("county_id","dispute_id","proceeding_id") REFERENCES "public"."proceedings"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_to_person" FOREIGN KEY ("county_id","person_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_to_force" FOREIGN KEY ("county_id","force_code") REFERENCES "public"."forces"("county_id","code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_replaces" FOREIGN KEY ("county_id","dispute_id","replaces_id") REFERENCES "public"."invitations"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_to_session" FOREIGN KEY ("county_id","dispute_id","session_id") REFERENCES "public"."sessions"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_deputy_known" FOREIGN KEY ("county_id","deputy_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
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
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_of_person" FOREIGN KEY ("county_id","person_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "forces" ADD CONSTRAINT "forces_county_id_counties_id_fk" FOREIGN KEY ("county_id") REFERENCES "public"."counties"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_county_id_counties_id_fk" FOREIGN KEY ("county_id") REFERENCES "public"."counties"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_of_station" FOREIGN KEY ("county_id","station_id") REFERENCES "public"."stations"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_of_committee" FOREIGN KEY ("county_id","committee_id") REFERENCES "public"."committees"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_of_point" FOREIGN KEY ("county_id","point_id") REFERENCES "public"."contact_points"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_deputy_known" FOREIGN KEY ("county_id","deputy_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_of_unit" FOREIGN KEY ("county_id","unit_id") REFERENCES "public"."units"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_forces" ADD CONSTRAINT "person_forces_of_person" FOREIGN KEY ("county_id","person_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_forces" ADD CONSTRAINT "person_forces_of_force" FOREIGN KEY ("county_id","force_code") REFERENCES "public"."forces"("county_id","code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_ins" ADD CONSTRAINT "sign_ins_of_account" FOREIGN KEY ("county_id","person_id") REFERENCES "public"."accounts"("county_id","person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_up_visits" ADD CONSTRAINT "follow_up_visits_of_proceeding" FOREIGN KEY ("county_id","dispute_id","proceeding_id") REFERENCES "public"."proceedings"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_up_visits" ADD CONSTRAINT "follow_up_visits_to_party" FOREIGN KEY ("county_id","dispute_id","party_id") REFERENCES "public"."parties"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "performances" ADD CONSTRAINT "performances_of_obligation" FOREIGN KEY ("county_id","dispute_id","obligation_id") REFERENCES "public"."obligations"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "performances" ADD CONSTRAINT "performances_by_party" FOREIGN KEY ("county_id","dispute_id","party_id") REFERENCES "public"."parties"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "urges" ADD CONSTRAINT "urges_of_obligation" FOREIGN KEY ("county_id","dispute_id","obligation_id") REFERENCES "public"."obligations"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "committees" ADD CONSTRAINT "committees_county_id_counties_id_fk" FOREIGN KEY ("county_id") REFERENCES "public"."counties"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_points" ADD CONSTRAINT "contact_points_of_station" FOREIGN KEY ("county_id","station_id") REFERENCES "public"."stations"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_hours" ADD CONSTRAINT "room_hours_of_room" FOREIGN KEY ("county_id","room_id") REFERENCES "public"."rooms"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rooms" ADD CONSTRAINT "rooms_of_point" FOREIGN KEY ("county_id","point_id") REFERENCES "public"."contact_points"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stations" ADD CONSTRAINT "stations_county_id_counties_id_fk" FOREIGN KEY ("county_id") REFERENCES "public"."counties"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_of_proceeding" FOREIGN KEY ("county_id","dispute_id","proceeding_id") REFERENCES "public"."proceedings"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_of_party" FOREIGN KEY ("county_id","dispute_id","party_id") REFERENCES "public"."parties"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_to_force" FOREIGN KEY ("county_id","force_code") REFERENCES "public"."forces"("county_id","code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_to_person" FOREIGN KEY ("county_id","person_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "endings" ADD CONSTRAINT "endings_of_proceeding" FOREIGN KEY ("county_id","dispute_id","proceeding_id") REFERENCES "public"."proceedings"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "endings" ADD CONSTRAINT "endings_refused_by_party" FOREIGN KEY ("county_id","dispute_id","refused_by_party_id") REFERENCES "public"."parties"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_of_proceeding" FOREIGN KEY ("county_id","dispute_id","proceeding_id") REFERENCES "public"."proceedings"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_to_party" FOREIGN KEY ("county_id","dispute_id","party_id") REFERENCES "public"."parties"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proceedings" ADD CONSTRAINT "proceedings_of_dispute" FOREIGN KEY ("county_id","dispute_id") REFERENCES "public"."disputes"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proceedings" ADD CONSTRAINT "proceedings_of_station" FOREIGN KEY ("county_id","station_id") REFERENCES "public"."stations"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proceedings" ADD CONSTRAINT "proceedings_of_committee" FOREIGN KEY ("county_id","committee_id") REFERENCES "public"."committees"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proceedings" ADD CONSTRAINT "proceedings_lead_known" FOREIGN KEY ("county_id","lead_person_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proceedings" ADD CONSTRAINT "proceedings_assistant_known" FOREIGN KEY ("county_id","assistant_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proceedings" ADD CONSTRAINT "proceedings_next_owner_known" FOREIGN KEY ("county_id","next_owner_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "day_overrides" ADD CONSTRAINT "day_overrides_county_id_counties_id_fk" FOREIGN KEY ("county_id") REFERENCES "public"."counties"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rules" ADD CONSTRAINT "rules_county_id_counties_id_fk" FOREIGN KEY ("county_id") REFERENCES "public"."counties"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notes" ADD CONSTRAINT "notes_of_dispute" FOREIGN KEY ("county_id","dispute_id") REFERENCES "public"."disputes"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notes" ADD CONSTRAINT "notes_of_session" FOREIGN KEY ("county_id","dispute_id","session_id") REFERENCES "public"."sessions"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notes" ADD CONSTRAINT "notes_by_author" FOREIGN KEY ("county_id","author_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_needs" ADD CONSTRAINT "session_needs_of_session" FOREIGN KEY ("county_id","dispute_id","session_id") REFERENCES "public"."sessions"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_needs" ADD CONSTRAINT "session_needs_person" FOREIGN KEY ("county_id","person_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_needs" ADD CONSTRAINT "session_needs_force" FOREIGN KEY ("county_id","force_code") REFERENCES "public"."forces"("county_id","code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_people" ADD CONSTRAINT "session_people_of_session" FOREIGN KEY ("county_id","dispute_id","session_id") REFERENCES "public"."sessions"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_people" ADD CONSTRAINT "session_people_person" FOREIGN KEY ("county_id","person_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_people" ADD CONSTRAINT "session_people_party" FOREIGN KEY ("county_id","dispute_id","party_id") REFERENCES "public"."parties"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_records" ADD CONSTRAINT "session_records_of_session" FOREIGN KEY ("county_id","dispute_id","session_id") REFERENCES "public"."sessions"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_of_proceeding" FOREIGN KEY ("county_id","dispute_id","proceeding_id") REFERENCES "public"."proceedings"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_in_room" FOREIGN KEY ("county_id","room_id") REFERENCES "public"."rooms"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "slots" ADD CONSTRAINT "slots_of_session" FOREIGN KEY ("county_id","session_id") REFERENCES "public"."sessions"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "slots" ADD CONSTRAINT "slots_of_meeting" FOREIGN KEY ("county_id","meeting_id") REFERENCES "public"."town_hall_meetings"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "video_links" ADD CONSTRAINT "video_links_of_session" FOREIGN KEY ("county_id","dispute_id","session_id") REFERENCES "public"."sessions"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "town_hall_meetings" ADD CONSTRAINT "town_hall_meetings_of_series" FOREIGN KEY ("county_id","town_hall_id") REFERENCES "public"."town_halls"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "town_hall_meetings" ADD CONSTRAINT "town_hall_meetings_in_room" FOREIGN KEY ("county_id","room_id") REFERENCES "public"."rooms"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "town_halls" ADD CONSTRAINT "town_halls_of_station" FOREIGN KEY ("county_id","station_id") REFERENCES "public"."stations"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "town_halls" ADD CONSTRAINT "town_halls_in_room" FOREIGN KEY ("county_id","room_id") REFERENCES "public"."rooms"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "town_halls" ADD CONSTRAINT "town_halls_chair_known" FOREIGN KEY ("county_id","chair_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "units" ADD CONSTRAINT "units_county_id_counties_id_fk" FOREIGN KEY ("county_id") REFERENCES "public"."counties"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "agreements_one_live_per_proceeding" ON "agreements" USING btree ("county_id","proceeding_id") WHERE "agreements"."status" <> 'withdrawn';--> statement-breakpoint
CREATE INDEX "obligations_due" ON "obligations" USING btree ("county_id","due_on") WHERE "obligations"."performed_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "signatures_party_once" ON "signatures" USING btree ("county_id","agreement_id","party_id");--> statement-breakpoint
CREATE UNIQUE INDEX "signatures_person_once" ON "signatures" USING btree ("county_id","agreement_id","person_id");--> statement-breakpoint
CREATE INDEX "absences_by_person" ON "absences" USING btree ("county_id","person_id");--> statement-breakpoint
CREATE INDEX "imported_busy_by_person" ON "imported_busy" USING btree ("county_id","person_id");--> statement-breakpoint
CREATE INDEX "calendar_entries_by_resource" ON "calendar_entries" USING btree ("county_id","resource_id","ends_at");--> statement-breakpoint
CREATE INDEX "feed_tokens_by_creator" ON "feed_tokens" USING btree ("county_id","created_by");--> statement-breakpoint
CREATE INDEX "clues_by_station" ON "clues" USING btree ("county_id","station_id","reported_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "clues_by_reporter" ON "clues" USING btree ("county_id","reporter_id","reported_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "police_calls_by_station" ON "police_calls" USING btree ("county_id","station_id","called_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "police_calls_by_place" ON "police_calls" USING btree ("county_id","station_id","place_key","called_at");--> statement-breakpoint
CREATE INDEX "police_calls_by_phone" ON "police_calls" USING btree ("county_id","station_id","phone","called_at") WHERE "police_calls"."phone" <> '';--> statement-breakpoint
CREATE INDEX "police_calls_by_group" ON "police_calls" USING btree ("county_id","group_id");--> statement-breakpoint
CREATE INDEX "police_calls_by_dispute" ON "police_calls" USING btree ("county_id","dispute_id");--> statement-breakpoint
CREATE INDEX "repeat_groups_by_station" ON "repeat_groups" USING btree ("county_id","station_id","opened_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "consultations_by_station" ON "consultations" USING btree ("county_id","station_id","asked_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "consultations_by_asker" ON "consultations" USING btree ("county_id","asked_by","asked_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "consultations_waiting" ON "consultations" USING btree ("county_id","duty_id") WHERE "consultations"."status" = 'waiting';--> statement-breakpoint
CREATE INDEX "desk_cards_by_session" ON "desk_cards" USING btree ("county_id","session_id","written_at");--> statement-breakpoint
CREATE INDEX "files_by_dispute" ON "files" USING btree ("county_id","dispute_id","added_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "harm_reports_by_dispute" ON "harm_reports" USING btree ("county_id","dispute_id","reported_at" DESC NULLS LAST);--> statement-breakpoint
CREATE UNIQUE INDEX "number_polls_one_open" ON "number_polls" USING btree ("county_id","session_id") WHERE "number_polls"."status" = 'open';--> statement-breakpoint
CREATE INDEX "opinions_by_session" ON "opinions" USING btree ("county_id","session_id","signed_at");--> statement-breakpoint
CREATE INDEX "dispute_access_by_dispute" ON "dispute_access" USING btree ("county_id","dispute_id");--> statement-breakpoint
CREATE INDEX "disputes_by_station" ON "disputes" USING btree ("county_id","station_id","registered_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "disputes_by_committee" ON "disputes" USING btree ("county_id","committee_id","registered_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "party_links_agents_by_name" ON "party_links" USING btree ("county_id","name") WHERE "party_links"."kind" = 'agent';--> statement-breakpoint
CREATE INDEX "triages_by_dispute" ON "triages" USING btree ("county_id","dispute_id","decided_at");--> statement-breakpoint
CREATE UNIQUE INDEX "invitation_links_one_live" ON "invitation_links" USING btree ("county_id","invitation_id") WHERE "invitation_links"."revoked_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_once_per_person" ON "invitations" USING btree ("county_id","proceeding_id","person_id") WHERE "invitations"."status" in ('sent', 'seen', 'accepted');--> statement-breakpoint
CREATE INDEX "invitations_by_person" ON "invitations" USING btree ("county_id","person_id","sent_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "invitations_by_proceeding" ON "invitations" USING btree ("county_id","proceeding_id");--> statement-breakpoint
CREATE INDEX "invitations_by_session" ON "invitations" USING btree ("county_id","session_id");--> statement-breakpoint
CREATE INDEX "invitations_open" ON "invitations" USING btree ("county_id","answer_by") WHERE "invitations"."status" in ('sent', 'seen');--> statement-breakpoint
CREATE INDEX "deliveries_due" ON "deliveries" USING btree ("not_before") WHERE "deliveries"."status" in ('queued', 'sending');--> statement-breakpoint
CREATE INDEX "notifications_by_recipient" ON "notifications" USING btree ("county_id","recipient_id","id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "notifications_unread" ON "notifications" USING btree ("county_id","recipient_id") WHERE "notifications"."read_at" is null;--> statement-breakpoint
CREATE INDEX "notifications_by_dispute" ON "notifications" USING btree ("county_id","dispute_id","id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "party_times_by_dispute" ON "party_times" USING btree ("county_id","dispute_id");--> statement-breakpoint
CREATE INDEX "tie_waivers_by_proceeding" ON "tie_waivers" USING btree ("county_id","proceeding_id","person_id");--> statement-breakpoint
CREATE INDEX "ties_by_dispute" ON "ties" USING btree ("county_id","dispute_id");--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_username_once" ON "accounts" USING btree (lower("username"));--> statement-breakpoint
CREATE INDEX "people_by_role" ON "people" USING btree ("county_id","role","name");--> statement-breakpoint
CREATE INDEX "person_forces_by_force" ON "person_forces" USING btree ("county_id","force_code");--> statement-breakpoint
CREATE INDEX "sign_ins_by_person" ON "sign_ins" USING btree ("county_id","person_id");--> statement-breakpoint
CREATE INDEX "follow_up_visits_by_proceeding" ON "follow_up_visits" USING btree ("county_id","proceeding_id");--> statement-breakpoint
CREATE INDEX "performances_by_obligation" ON "performances" USING btree ("county_id","obligation_id");--> statement-breakpoint
CREATE INDEX "urges_by_obligation" ON "urges" USING btree ("county_id","obligation_id","urged_at");--> statement-breakpoint
CREATE INDEX "consents_by_proceeding" ON "consents" USING btree ("county_id","proceeding_id","party_id","recorded_at");--> statement-breakpoint
CREATE UNIQUE INDEX "proceedings_one_open_per_track" ON "proceedings" USING btree ("county_id","dispute_id","track") WHERE "proceedings"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "proceedings_by_lead" ON "proceedings" USING btree ("county_id","lead_person_id","next_due_at") WHERE "proceedings"."archived_at" is null;--> statement-breakpoint
CREATE INDEX "proceedings_by_owner" ON "proceedings" USING btree ("county_id","next_owner_id","next_due_at") WHERE "proceedings"."archived_at" is null;--> statement-breakpoint
CREATE INDEX "proceedings_by_station" ON "proceedings" USING btree ("county_id","station_id","accepted_at");--> statement-breakpoint
CREATE INDEX "proceedings_by_committee" ON "proceedings" USING btree ("county_id","committee_id","accepted_at");--> statement-breakpoint
CREATE INDEX "events_by_dispute" ON "events" USING btree ("county_id","dispute_id","seq" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "events_by_actor" ON "events" USING btree ("county_id","actor_id","at_us" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "idempotency_keys_by_age" ON "idempotency_keys" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "notes_by_dispute" ON "notes" USING btree ("county_id","dispute_id","written_at" DESC NULLS LAST);--> statement-breakpoint
CREATE UNIQUE INDEX "session_needs_person_once" ON "session_needs" USING btree ("county_id","session_id","person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "session_needs_force_once" ON "session_needs" USING btree ("county_id","session_id","force_code");--> statement-breakpoint
CREATE UNIQUE INDEX "session_people_person_once" ON "session_people" USING btree ("county_id","session_id","person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "session_people_party_once" ON "session_people" USING btree ("county_id","session_id","party_id");--> statement-breakpoint
CREATE INDEX "session_people_by_person" ON "session_people" USING btree ("county_id","person_id");--> statement-breakpoint
CREATE INDEX "sessions_held" ON "sessions" USING btree ("county_id","held_until") WHERE "sessions"."held_until" is not null;--> statement-breakpoint
CREATE INDEX "sessions_by_start" ON "sessions" USING btree ("county_id","starts_at");--> statement-breakpoint
CREATE INDEX "sessions_by_proceeding" ON "sessions" USING btree ("county_id","proceeding_id");--> statement-breakpoint
CREATE UNIQUE INDEX "slots_session_resource_once" ON "slots" USING btree ("county_id","session_id","resource_id");--> statement-breakpoint
CREATE UNIQUE INDEX "slots_meeting_resource_once" ON "slots" USING btree ("county_id","meeting_id","resource_id");--> statement-breakpoint
CREATE INDEX "town_hall_meetings_by_start" ON "town_hall_meetings" USING btree ("county_id","starts_at");--> statement-breakpoint
CREATE INDEX "town_halls_by_station" ON "town_halls" USING btree ("county_id","station_id","from_day" DESC NULLS LAST);
--> statement-breakpoint
-- What Drizzle's schema language cannot say.
alter table slots add constraint slots_during_not_empty check (not isempty(during));
--> statement-breakpoint
alter table duty_shifts add constraint duty_shifts_not_twice
  exclude using gist (county_id with =, person_id with =, during with &&);
--> statement-breakpoint
create index absences_during on absences using gist (county_id, person_id, during);
--> statement-breakpoint
create index imported_busy_during on imported_busy using gist (county_id, person_id, during);
