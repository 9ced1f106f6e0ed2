CREATE TYPE "public"."dispute_link_kind" AS ENUM('samePeople', 'samePlace', 'followUp', 'crossClaim');--> statement-breakpoint
CREATE TYPE "public"."interpreter_kind" AS ENUM('spoken', 'sign', 'reader');--> statement-breakpoint
CREATE TYPE "public"."lead_request_means" AS ENUM('spoken', 'paper', 'message');--> statement-breakpoint
CREATE TYPE "public"."lead_request_outcome" AS ENUM('accepted', 'declined', 'withdrawn', 'overtaken');--> statement-breakpoint
CREATE TYPE "public"."sex" AS ENUM('male', 'female');--> statement-breakpoint
CREATE TABLE "interpreters" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"dispute_id" uuid NOT NULL,
	"proceeding_id" uuid NOT NULL,
	"session_id" uuid,
	"agreement_id" uuid,
	"party_id" uuid NOT NULL,
	"kind" "interpreter_kind" NOT NULL,
	"language" text DEFAULT '' NOT NULL,
	"person_id" uuid,
	"name" text DEFAULT '' NOT NULL,
	"phone" text DEFAULT '' NOT NULL,
	"phone_hash" text DEFAULT '' NOT NULL,
	"phone_line_hash" text DEFAULT '' NOT NULL,
	"phone_end_hash" text DEFAULT '' NOT NULL,
	"tie" text DEFAULT '' NOT NULL,
	"agreed_party_ids" uuid[] DEFAULT '{}' NOT NULL,
	"named_by" uuid NOT NULL,
	"named_at" timestamp (3) with time zone NOT NULL,
	"told_means" "spoken_means",
	"told_starts_at" timestamp (3) with time zone,
	"told_at" timestamp (3) with time zone,
	"told_by" uuid,
	"attendance" "attendance" DEFAULT 'expected' NOT NULL,
	"means" "signature_means",
	"signed_at" timestamp (3) with time zone,
	"recorded_by" uuid,
	"ended_at" timestamp (3) with time zone,
	"ended_by" uuid,
	CONSTRAINT "interpreters_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "interpreters_one_place" CHECK (num_nonnulls("interpreters"."session_id", "interpreters"."agreement_id") = 1),
	CONSTRAINT "interpreters_language_named" CHECK (("interpreters"."kind" = 'spoken') = (btrim("interpreters"."language") <> '')),
	CONSTRAINT "interpreters_one_person" CHECK (("interpreters"."person_id" is null) = (btrim("interpreters"."name") <> '') and ("interpreters"."person_id" is null or "interpreters"."tie" = '' and "interpreters"."phone" = '' and cardinality("interpreters"."agreed_party_ids") = 0)),
	CONSTRAINT "interpreters_phone_encrypted" CHECK (("interpreters"."phone" = '' and "interpreters"."phone_hash" = '' and "interpreters"."phone_line_hash" = '' and "interpreters"."phone_end_hash" = '') or ("interpreters"."phone" ~ '^e1[.][0-9a-f]{8}[.][A-Za-z0-9_-]{59,}$' and "interpreters"."phone_hash" ~ '^[A-Za-z0-9_-]{22}$' and "interpreters"."phone_line_hash" ~ '^[A-Za-z0-9_-]{22}$' and "interpreters"."phone_end_hash" ~ '^[A-Za-z0-9_-]{22}$')),
	CONSTRAINT "interpreters_told_whole" CHECK (num_nulls("interpreters"."told_means", "interpreters"."told_starts_at", "interpreters"."told_at", "interpreters"."told_by") in (0, 4) and ("interpreters"."told_at" is null or "interpreters"."session_id" is not null)),
	CONSTRAINT "interpreters_present_at_session" CHECK ("interpreters"."attendance" = 'expected' or "interpreters"."session_id" is not null),
	CONSTRAINT "interpreters_signed_whole" CHECK (("interpreters"."signed_at" is null) = ("interpreters"."recorded_by" is null) and ("interpreters"."signed_at" is null or "interpreters"."agreement_id" is not null)
        and case when "interpreters"."signed_at" is null then "interpreters"."means" is null else "interpreters"."means" is not null or "interpreters"."kind" = 'reader' end),
	CONSTRAINT "interpreters_ended_whole" CHECK (("interpreters"."ended_at" is null) = ("interpreters"."ended_by" is null))
);--> statement-breakpoint
CREATE TABLE "interpreting_needs" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"dispute_id" uuid NOT NULL,
	"proceeding_id" uuid NOT NULL,
	"party_id" uuid NOT NULL,
	"kind" "interpreter_kind",
	"language" text DEFAULT '' NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "interpreting_needs_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "interpreting_needs_language_named" CHECK (("interpreting_needs"."kind" is not distinct from 'spoken') = (btrim("interpreting_needs"."language") <> ''))
);--> statement-breakpoint
CREATE TABLE "lead_requests" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"dispute_id" uuid NOT NULL,
	"proceeding_id" uuid NOT NULL,
	"lead_person_id" uuid NOT NULL,
	"party_id" uuid NOT NULL,
	"spoken_by_link_id" uuid,
	"means" "lead_request_means" NOT NULL,
	"asked_on" date NOT NULL,
	"reason" text NOT NULL,
	"wished_person_id" uuid,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"answer_by" timestamp (3) with time zone NOT NULL,
	"outcome" "lead_request_outcome",
	"decided_by" uuid,
	"decided_at" timestamp (3) with time zone,
	"decision_reason" text DEFAULT '' NOT NULL,
	"new_lead_person_id" uuid,
	"told_means" "spoken_means",
	"told_on" date,
	"told_by" uuid,
	CONSTRAINT "lead_requests_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "lead_requests_decided_whole" CHECK (num_nonnulls("lead_requests"."outcome", "lead_requests"."decided_by", "lead_requests"."decided_at") in (0, 3)
        and ("lead_requests"."outcome" is null or "lead_requests"."outcome" = 'overtaken' or btrim("lead_requests"."decision_reason") <> '')),
	CONSTRAINT "lead_requests_accepted_names_lead" CHECK (("lead_requests"."outcome" is not distinct from 'accepted') = ("lead_requests"."new_lead_person_id" is not null)),
	CONSTRAINT "lead_requests_wish_another" CHECK ("lead_requests"."wished_person_id" is distinct from "lead_requests"."lead_person_id"),
	CONSTRAINT "lead_requests_told_whole" CHECK (num_nonnulls("lead_requests"."told_means", "lead_requests"."told_on", "lead_requests"."told_by") in (0, 3) and ("lead_requests"."told_on" is null or "lead_requests"."decided_at" is not null))
);--> statement-breakpoint
CREATE TABLE "dispute_links" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"dispute_id" uuid NOT NULL,
	"other_dispute_id" uuid NOT NULL,
	"kind" "dispute_link_kind" NOT NULL,
	"reason" text NOT NULL,
	"linked_by" uuid NOT NULL,
	"linked_at" timestamp (3) with time zone NOT NULL,
	"removed_reason" text DEFAULT '' NOT NULL,
	"removed_by" uuid,
	"removed_at" timestamp (3) with time zone,
	CONSTRAINT "dispute_links_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "dispute_links_not_itself" CHECK ("dispute_links"."dispute_id" <> "dispute_links"."other_dispute_id"),
	CONSTRAINT "dispute_links_removed_whole" CHECK (num_nonnulls("dispute_links"."removed_by", "dispute_links"."removed_at") in (0, 2) and ("dispute_links"."removed_at" is null) = ("dispute_links"."removed_reason" = ''))
);--> statement-breakpoint
CREATE TABLE "dispute_merge_parties" (
	"county_id" uuid NOT NULL,
	"merge_id" uuid NOT NULL,
	"dispute_id" uuid NOT NULL,
	"party_id" uuid NOT NULL,
	"into_dispute_id" uuid NOT NULL,
	"into_party_id" uuid NOT NULL,
	"is_carried" boolean NOT NULL,
	CONSTRAINT "dispute_merge_parties_county_id_merge_id_party_id_pk" PRIMARY KEY("county_id","merge_id","party_id")
);--> statement-breakpoint
CREATE TABLE "dispute_merges" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"dispute_id" uuid NOT NULL,
	"into_dispute_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"proceeding_id" uuid,
	"proceeding_status" "proceeding_status",
	"call_ids" uuid[] DEFAULT '{}' NOT NULL,
	"group_ids" uuid[] DEFAULT '{}' NOT NULL,
	"clue_ids" uuid[] DEFAULT '{}' NOT NULL,
	"invitation_ids" uuid[] DEFAULT '{}' NOT NULL,
	"risk_before" "risk_level",
	"risk_reason_before" text DEFAULT '' NOT NULL,
	"merged_by" uuid NOT NULL,
	"merged_at" timestamp (3) with time zone NOT NULL,
	"undone_reason" text DEFAULT '' NOT NULL,
	"undone_by" uuid,
	"undone_at" timestamp (3) with time zone,
	CONSTRAINT "dispute_merges_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "dispute_merges_not_itself" CHECK ("dispute_merges"."dispute_id" <> "dispute_merges"."into_dispute_id"),
	CONSTRAINT "dispute_merges_proceeding_whole" CHECK (("dispute_merges"."proceeding_id" is null) = ("dispute_merges"."proceeding_status" is null)),
	CONSTRAINT "dispute_merges_undone_whole" CHECK (num_nonnulls("dispute_merges"."undone_by", "dispute_merges"."undone_at") in (0, 2) and ("dispute_merges"."undone_at" is null) = ("dispute_merges"."undone_reason" = ''))
);--> statement-breakpoint
CREATE TABLE "recusals" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"dispute_id" uuid NOT NULL,
	"proceeding_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"invitation_id" uuid,
	"kinds" "tie_kind"[] NOT NULL,
	"recused_at" timestamp (3) with time zone NOT NULL,
	"found_by" uuid,
	"left_sessions" uuid[] DEFAULT '{}' NOT NULL,
	"followed_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	"is_closed" boolean DEFAULT false NOT NULL,
	CONSTRAINT "recusals_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "recusals_kinds_named" CHECK (cardinality("recusals"."kinds") > 0)
);--> statement-breakpoint
CREATE TABLE "elections" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"dispute_id" uuid NOT NULL,
	"side" smallint NOT NULL,
	"elected_on" date NOT NULL,
	"paper" text NOT NULL,
	"may_negotiate" boolean NOT NULL,
	"may_sign" boolean NOT NULL,
	"may_receive" boolean NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "elections_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "elections_within_dispute" UNIQUE("county_id","dispute_id","id"),
	CONSTRAINT "elections_for_something" CHECK ("elections"."may_negotiate" or "elections"."may_sign" or "elections"."may_receive"),
	CONSTRAINT "elections_paper_named" CHECK (btrim("elections"."paper") <> '')
);--> statement-breakpoint
CREATE TABLE "case_accounts" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"dispute_id" uuid NOT NULL,
	"proceeding_id" uuid NOT NULL,
	"organ" text NOT NULL,
	"happened_at" timestamp (3) with time zone NOT NULL,
	"place" text NOT NULL,
	"cause" text NOT NULL,
	"course" text NOT NULL,
	"circumstances" text NOT NULL,
	"result" text NOT NULL,
	"performance_way" text NOT NULL,
	"others" text DEFAULT '' NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "case_accounts_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "case_accounts_happened_before" CHECK ("case_accounts"."happened_at" <= "case_accounts"."recorded_at"),
	CONSTRAINT "case_accounts_whole" CHECK ('' <> all (array[btrim("case_accounts"."organ"), btrim("case_accounts"."place"), btrim("case_accounts"."cause"), btrim("case_accounts"."course"), btrim("case_accounts"."circumstances"), btrim("case_accounts"."result"), btrim("case_accounts"."performance_way")]))
);--> statement-breakpoint
ALTER TABLE "clocks" DROP CONSTRAINT "clocks_once_per_kind";--> statement-breakpoint
ALTER TABLE "agreements" DROP CONSTRAINT "agreements_effective_has_time";--> statement-breakpoint
ALTER TABLE "party_changes" DROP CONSTRAINT "party_changes_field_known";--> statement-breakpoint
ALTER TABLE "invitations" DROP CONSTRAINT "invitations_answered_when_answered";--> statement-breakpoint
ALTER TABLE "invitations" DROP CONSTRAINT "invitations_accept_declares_no_tie";--> statement-breakpoint
ALTER TABLE "proceedings" DROP CONSTRAINT "proceedings_next_step_unless_archived";--> statement-breakpoint
DROP INDEX "agreements_one_live_per_proceeding";--> statement-breakpoint
DROP INDEX "obligations_due";--> statement-breakpoint
ALTER TABLE "obligations" ALTER COLUMN "due_on" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "agreements" ADD COLUMN "replaces_id" uuid;--> statement-breakpoint
ALTER TABLE "agreements" ADD COLUMN "renegotiated_reason" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "obligations" ADD COLUMN "due_after_days" smallint;--> statement-breakpoint
ALTER TABLE "obligations" ADD COLUMN "superseded_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "clocks" ADD COLUMN "agreement_id" uuid;--> statement-breakpoint
ALTER TABLE "dispute_access" ADD COLUMN "is_merged" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "disputes" ADD COLUMN "counted_point_id" uuid;--> statement-breakpoint
ALTER TABLE "disputes" ADD COLUMN "merged_into" uuid;--> statement-breakpoint
ALTER TABLE "disputes" ADD COLUMN "merged_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "parties" ADD COLUMN "sex" "sex";--> statement-breakpoint
ALTER TABLE "parties" ADD COLUMN "born_year" smallint;--> statement-breakpoint
ALTER TABLE "parties" ADD COLUMN "ethnicity" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "parties" ADD COLUMN "occupation" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "parties" ADD COLUMN "credit_code" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "parties" ADD COLUMN "legal_representative" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "party_links" ADD COLUMN "election_id" uuid;--> statement-breakpoint
ALTER TABLE "party_links" ADD COLUMN "elected_party_id" uuid;--> statement-breakpoint
ALTER TABLE "party_links" ADD COLUMN "may_negotiate" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "party_links" ADD COLUMN "may_receive" boolean;--> statement-breakpoint
ALTER TABLE "party_links" ADD COLUMN "ended_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "party_links" ADD COLUMN "ended_on" date;--> statement-breakpoint
ALTER TABLE "party_links" ADD COLUMN "ended_by" uuid;--> statement-breakpoint
ALTER TABLE "party_links" ADD COLUMN "ended_reason" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "contact_points" ADD COLUMN "successor_id" uuid;--> statement-breakpoint
ALTER TABLE "rooms" ADD COLUMN "successor_id" uuid;--> statement-breakpoint
ALTER TABLE "consents" ADD COLUMN "happened_on" date;--> statement-breakpoint
ALTER TABLE "notices" ADD COLUMN "happened_on" date;--> statement-breakpoint
ALTER TABLE "proceedings" ADD COLUMN "accepted_on" date;--> statement-breakpoint
ALTER TABLE "session_people" ADD COLUMN "despite" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "session_records" ADD COLUMN "statements" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "session_records" ADD COLUMN "facts" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "session_records" ADD COLUMN "outcome" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "session_records" ADD COLUMN "routes_told" "other_route"[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "interpreters" ADD CONSTRAINT "interpreters_of_proceeding" FOREIGN KEY ("county_id","dispute_id","proceeding_id") REFERENCES "public"."proceedings"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interpreters" ADD CONSTRAINT "interpreters_of_session" FOREIGN KEY ("county_id","dispute_id","session_id") REFERENCES "public"."sessions"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interpreters" ADD CONSTRAINT "interpreters_of_agreement" FOREIGN KEY ("county_id","dispute_id","agreement_id") REFERENCES "public"."agreements"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interpreters" ADD CONSTRAINT "interpreters_for_party" FOREIGN KEY ("county_id","dispute_id","party_id") REFERENCES "public"."parties"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interpreters" ADD CONSTRAINT "interpreters_person" FOREIGN KEY ("county_id","person_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interpreters" ADD CONSTRAINT "interpreters_named_by" FOREIGN KEY ("county_id","named_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interpreters" ADD CONSTRAINT "interpreters_told_by" FOREIGN KEY ("county_id","told_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interpreters" ADD CONSTRAINT "interpreters_recorded_by" FOREIGN KEY ("county_id","recorded_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interpreters" ADD CONSTRAINT "interpreters_ended_by" FOREIGN KEY ("county_id","ended_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interpreting_needs" ADD CONSTRAINT "interpreting_needs_in_proceeding" FOREIGN KEY ("county_id","dispute_id","proceeding_id") REFERENCES "public"."proceedings"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interpreting_needs" ADD CONSTRAINT "interpreting_needs_of_party" FOREIGN KEY ("county_id","dispute_id","party_id") REFERENCES "public"."parties"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interpreting_needs" ADD CONSTRAINT "interpreting_needs_recorded_by" FOREIGN KEY ("county_id","recorded_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lead_requests" ADD CONSTRAINT "lead_requests_of_proceeding" FOREIGN KEY ("county_id","dispute_id","proceeding_id") REFERENCES "public"."proceedings"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lead_requests" ADD CONSTRAINT "lead_requests_by_party" FOREIGN KEY ("county_id","dispute_id","party_id") REFERENCES "public"."parties"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lead_requests" ADD CONSTRAINT "lead_requests_spoken_by" FOREIGN KEY ("county_id","spoken_by_link_id") REFERENCES "public"."party_links"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lead_requests" ADD CONSTRAINT "lead_requests_about_lead" FOREIGN KEY ("county_id","lead_person_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lead_requests" ADD CONSTRAINT "lead_requests_wished_known" FOREIGN KEY ("county_id","wished_person_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lead_requests" ADD CONSTRAINT "lead_requests_recorded_by" FOREIGN KEY ("county_id","recorded_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lead_requests" ADD CONSTRAINT "lead_requests_decided_by" FOREIGN KEY ("county_id","decided_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lead_requests" ADD CONSTRAINT "lead_requests_new_lead" FOREIGN KEY ("county_id","new_lead_person_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lead_requests" ADD CONSTRAINT "lead_requests_told_by" FOREIGN KEY ("county_id","told_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dispute_links" ADD CONSTRAINT "dispute_links_of_dispute" FOREIGN KEY ("county_id","dispute_id") REFERENCES "public"."disputes"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dispute_links" ADD CONSTRAINT "dispute_links_to_dispute" FOREIGN KEY ("county_id","other_dispute_id") REFERENCES "public"."disputes"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dispute_links" ADD CONSTRAINT "dispute_links_by_person" FOREIGN KEY ("county_id","linked_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dispute_links" ADD CONSTRAINT "dispute_links_removed_by_person" FOREIGN KEY ("county_id","removed_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dispute_merge_parties" ADD CONSTRAINT "dispute_merge_parties_of_merge" FOREIGN KEY ("county_id","merge_id") REFERENCES "public"."dispute_merges"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dispute_merge_parties" ADD CONSTRAINT "dispute_merge_parties_of_party" FOREIGN KEY ("county_id","dispute_id","party_id") REFERENCES "public"."parties"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dispute_merge_parties" ADD CONSTRAINT "dispute_merge_parties_into_party" FOREIGN KEY ("county_id","into_dispute_id","into_party_id") REFERENCES "public"."parties"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dispute_merges" ADD CONSTRAINT "dispute_merges_of_dispute" FOREIGN KEY ("county_id","dispute_id") REFERENCES "public"."disputes"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dispute_merges" ADD CONSTRAINT "dispute_merges_into_dispute" FOREIGN KEY ("county_id","into_dispute_id") REFERENCES "public"."disputes"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dispute_merges" ADD CONSTRAINT "dispute_merges_of_proceeding" FOREIGN KEY ("county_id","dispute_id","proceeding_id") REFERENCES "public"."proceedings"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dispute_merges" ADD CONSTRAINT "dispute_merges_by_person" FOREIGN KEY ("county_id","merged_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dispute_merges" ADD CONSTRAINT "dispute_merges_undone_by_person" FOREIGN KEY ("county_id","undone_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recusals" ADD CONSTRAINT "recusals_of_proceeding" FOREIGN KEY ("county_id","dispute_id","proceeding_id") REFERENCES "public"."proceedings"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recusals" ADD CONSTRAINT "recusals_of_person" FOREIGN KEY ("county_id","person_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recusals" ADD CONSTRAINT "recusals_found_by" FOREIGN KEY ("county_id","found_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recusals" ADD CONSTRAINT "recusals_of_invitation" FOREIGN KEY ("county_id","dispute_id","invitation_id") REFERENCES "public"."invitations"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "elections" ADD CONSTRAINT "elections_of_dispute" FOREIGN KEY ("county_id","dispute_id") REFERENCES "public"."disputes"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "elections" ADD CONSTRAINT "elections_recorded_by" FOREIGN KEY ("county_id","recorded_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_accounts" ADD CONSTRAINT "case_accounts_of_proceeding" FOREIGN KEY ("county_id","dispute_id","proceeding_id") REFERENCES "public"."proceedings"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_accounts" ADD CONSTRAINT "case_accounts_by_person" FOREIGN KEY ("county_id","recorded_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "interpreters_once" ON "interpreters" USING btree ("county_id",coalesce("session_id", "agreement_id"),"party_id","kind",coalesce("person_id"::text, "name")) WHERE "interpreters"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "interpreters_by_session" ON "interpreters" USING btree ("county_id","session_id") WHERE "interpreters"."session_id" is not null;--> statement-breakpoint
CREATE INDEX "interpreters_by_agreement" ON "interpreters" USING btree ("county_id","agreement_id") WHERE "interpreters"."agreement_id" is not null;--> statement-breakpoint
CREATE INDEX "interpreters_by_person" ON "interpreters" USING btree ("county_id","person_id") WHERE "interpreters"."person_id" is not null;--> statement-breakpoint
CREATE INDEX "interpreters_by_dispute" ON "interpreters" USING btree ("county_id","dispute_id");--> statement-breakpoint
CREATE INDEX "interpreting_needs_by_party" ON "interpreting_needs" USING btree ("county_id","party_id","recorded_at");--> statement-breakpoint
CREATE INDEX "interpreting_needs_by_dispute" ON "interpreting_needs" USING btree ("county_id","dispute_id");--> statement-breakpoint
CREATE UNIQUE INDEX "lead_requests_one_open" ON "lead_requests" USING btree ("county_id","proceeding_id","party_id") WHERE "lead_requests"."outcome" is null;--> statement-breakpoint
CREATE INDEX "lead_requests_by_dispute" ON "lead_requests" USING btree ("county_id","dispute_id");--> statement-breakpoint
CREATE INDEX "lead_requests_open" ON "lead_requests" USING btree ("county_id","proceeding_id","answer_by") WHERE "lead_requests"."outcome" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "dispute_links_one_open" ON "dispute_links" USING btree ("county_id",least("dispute_id", "other_dispute_id"),greatest("dispute_id", "other_dispute_id"),"kind") WHERE "dispute_links"."removed_at" is null;--> statement-breakpoint
CREATE INDEX "dispute_links_by_dispute" ON "dispute_links" USING btree ("county_id","dispute_id");--> statement-breakpoint
CREATE INDEX "dispute_links_by_other" ON "dispute_links" USING btree ("county_id","other_dispute_id");--> statement-breakpoint
CREATE INDEX "dispute_merge_parties_by_dispute" ON "dispute_merge_parties" USING btree ("county_id","dispute_id");--> statement-breakpoint
CREATE UNIQUE INDEX "dispute_merges_one_open" ON "dispute_merges" USING btree ("county_id","dispute_id") WHERE "dispute_merges"."undone_at" is null;--> statement-breakpoint
CREATE INDEX "dispute_merges_by_survivor" ON "dispute_merges" USING btree ("county_id","into_dispute_id","merged_at");--> statement-breakpoint
CREATE INDEX "dispute_merges_by_dispute" ON "dispute_merges" USING btree ("county_id","dispute_id","merged_at");--> statement-breakpoint
CREATE UNIQUE INDEX "recusals_open_once" ON "recusals" USING btree ("county_id","proceeding_id","person_id") WHERE "recusals"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "recusals_by_person" ON "recusals" USING btree ("county_id","person_id") WHERE "recusals"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "case_accounts_latest" ON "case_accounts" USING btree ("county_id","proceeding_id","recorded_at","id");--> statement-breakpoint
CREATE INDEX "case_accounts_by_dispute" ON "case_accounts" USING btree ("county_id","dispute_id");--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_replace_earlier" FOREIGN KEY ("county_id","dispute_id","replaces_id") REFERENCES "public"."agreements"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clocks" ADD CONSTRAINT "clocks_of_agreement" FOREIGN KEY ("county_id","dispute_id","agreement_id") REFERENCES "public"."agreements"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disputes" ADD CONSTRAINT "disputes_counted_at_point" FOREIGN KEY ("county_id","counted_point_id") REFERENCES "public"."contact_points"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disputes" ADD CONSTRAINT "disputes_merged_into" FOREIGN KEY ("county_id","merged_into") REFERENCES "public"."disputes"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "party_links" ADD CONSTRAINT "party_links_by_election" FOREIGN KEY ("county_id","dispute_id","election_id") REFERENCES "public"."elections"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "party_links" ADD CONSTRAINT "party_links_to_elected" FOREIGN KEY ("county_id","dispute_id","elected_party_id") REFERENCES "public"."parties"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "party_links" ADD CONSTRAINT "party_links_ended_by" FOREIGN KEY ("county_id","ended_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_points" ADD CONSTRAINT "contact_points_successor_known" FOREIGN KEY ("county_id","successor_id") REFERENCES "public"."contact_points"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rooms" ADD CONSTRAINT "rooms_successor_known" FOREIGN KEY ("county_id","successor_id") REFERENCES "public"."rooms"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "agreements_one_in_force_per_proceeding" ON "agreements" USING btree ("county_id","proceeding_id") WHERE "agreements"."status" = 'effective';--> statement-breakpoint
CREATE INDEX "clues_new_by_point" ON "clues" USING btree ("county_id","point_id") WHERE "clues"."status" = 'new';--> statement-breakpoint
CREATE INDEX "consultations_waiting_by_point" ON "consultations" USING btree ("county_id","point_id") WHERE "consultations"."status" = 'waiting';--> statement-breakpoint
CREATE INDEX "disputes_by_point" ON "disputes" USING btree ("county_id","point_id") WHERE "disputes"."point_id" is not null;--> statement-breakpoint
CREATE INDEX "disputes_by_merged_into" ON "disputes" USING btree ("county_id","merged_into") WHERE "disputes"."merged_into" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "party_links_elected_once" ON "party_links" USING btree ("county_id","election_id","party_id","elected_party_id") WHERE "party_links"."election_id" is not null;--> statement-breakpoint
CREATE INDEX "party_links_of_elected" ON "party_links" USING btree ("county_id","elected_party_id") WHERE "party_links"."elected_party_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "agreements_one_live_per_proceeding" ON "agreements" USING btree ("county_id","proceeding_id") WHERE "agreements"."status" in ('draft', 'signing');--> statement-breakpoint
CREATE INDEX "obligations_due" ON "obligations" USING btree ("county_id","due_on") WHERE "obligations"."performed_at" is null and "obligations"."waived_at" is null and "obligations"."superseded_at" is null;--> statement-breakpoint
ALTER TABLE "clocks" ADD CONSTRAINT "clocks_once_per_kind" UNIQUE NULLS NOT DISTINCT("county_id","proceeding_id","kind","agreement_id");--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_renegotiated_whole" CHECK (("agreements"."replaces_id" is null) = ("agreements"."renegotiated_reason" = ''));--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_effective_has_time" CHECK (("agreements"."status" in ('effective', 'replaced')) = ("agreements"."effective_at" is not null));--> statement-breakpoint
ALTER TABLE "obligations" ADD CONSTRAINT "obligations_say_when" CHECK (num_nonnulls("obligations"."due_on", "obligations"."due_after_days") > 0);--> statement-breakpoint
ALTER TABLE "obligations" ADD CONSTRAINT "obligations_days_in_reach" CHECK ("obligations"."due_after_days" between 0 and 3650);--> statement-breakpoint
ALTER TABLE "clocks" ADD CONSTRAINT "clocks_confirmation_of_agreement" CHECK (("clocks"."kind" = 'confirmation') = ("clocks"."agreement_id" is not null));--> statement-breakpoint
ALTER TABLE "disputes" ADD CONSTRAINT "disputes_merged_whole" CHECK (("disputes"."merged_into" is null) = ("disputes"."merged_at" is null));--> statement-breakpoint
ALTER TABLE "parties" ADD CONSTRAINT "parties_born_year_fits" CHECK ("parties"."born_year" between 1900 and 2999 and ("parties"."born_on" is null or "parties"."born_on" between make_date("parties"."born_year", 1, 1) and make_date("parties"."born_year", 12, 31)));--> statement-breakpoint
ALTER TABLE "parties" ADD CONSTRAINT "parties_particulars_of_kind" CHECK (case when "parties"."kind" = 'organisation' then "parties"."sex" is null and "parties"."born_year" is null and "parties"."ethnicity" = '' and "parties"."occupation" = ''
        else "parties"."credit_code" = '' and "parties"."legal_representative" = '' end);--> statement-breakpoint
ALTER TABLE "party_changes" ADD CONSTRAINT "party_changes_field_known" CHECK ("party_changes"."field" in ('name', 'kind', 'standing', 'isMinor', 'lacksCapacity', 'ownWages', 'departed', 'joined', 'sex', 'born', 'ethnicity', 'occupation', 'creditCode', 'legalRepresentative'));--> statement-breakpoint
ALTER TABLE "party_links" ADD CONSTRAINT "party_links_elected_whole" CHECK (num_nonnulls("party_links"."election_id", "party_links"."elected_party_id", "party_links"."may_receive") in (0, 3)
        and ("party_links"."election_id" is not null or "party_links"."may_negotiate" and "party_links"."ended_at" is null)
        and ("party_links"."election_id" is null or "party_links"."kind" = 'representative' and "party_links"."elected_party_id" <> "party_links"."party_id"));--> statement-breakpoint
ALTER TABLE "party_links" ADD CONSTRAINT "party_links_ended_whole" CHECK (("party_links"."ended_at" is null) = ("party_links"."ended_on" is null) and ("party_links"."ended_at" is null) = ("party_links"."ended_reason" = ''));--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_answered_when_answered" CHECK (("invitations"."status" in ('accepted', 'declined', 'recused')) = ("invitations"."answered_at" is not null));--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_accept_declares_no_tie" CHECK ("invitations"."status" not in ('accepted', 'recused') or "invitations"."no_tie_declared" is not null);--> statement-breakpoint
ALTER TABLE "proceedings" ADD CONSTRAINT "proceedings_assistant_beside_lead" CHECK ("proceedings"."assistant_id" is distinct from "proceedings"."lead_person_id");--> statement-breakpoint
ALTER TABLE "proceedings" ADD CONSTRAINT "proceedings_accepted_before_entry" CHECK ("proceedings"."accepted_on" < ("proceedings"."accepted_at" at time zone 'Asia/Shanghai')::date);--> statement-breakpoint
ALTER TABLE "proceedings" ADD CONSTRAINT "proceedings_next_step_unless_archived" CHECK (("proceedings"."status" = 'archived' or "proceedings"."outcome" is not distinct from 'merged') = ("proceedings"."next_step" is null) and ("proceedings"."next_step" is null) = ("proceedings"."next_owner_id" is null) and ("proceedings"."next_step" is null) = ("proceedings"."next_due_at" is null));--> statement-breakpoint
UPDATE "disputes" SET "counted_point_id" = "point_id" WHERE "point_id" IS NOT NULL;
