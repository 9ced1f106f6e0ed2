CREATE TYPE "public"."paper_kind" AS ENUM('cover', 'contents', 'application', 'intake', 'notice', 'authority', 'representatives', 'investigation', 'evidence', 'record', 'agreement', 'oralAgreement', 'receipt', 'revisit', 'ending', 'nonAcceptance', 'closing', 'confirmation', 'situation', 'back', 'policeAgreement', 'onSpotAgreement', 'policeRecord', 'noPenalty');--> statement-breakpoint
CREATE TYPE "public"."paper_state" AS ENUM('asked', 'made', 'failed');--> statement-breakpoint
CREATE TABLE "paper_particulars" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"dispute_id" uuid NOT NULL,
	"agreement_id" uuid NOT NULL,
	"party_id" uuid NOT NULL,
	"id_number" text DEFAULT '' NOT NULL,
	"address" text DEFAULT '' NOT NULL,
	CONSTRAINT "paper_particulars_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "paper_particulars_id_number_encrypted" CHECK (("paper_particulars"."id_number" = '') or ("paper_particulars"."id_number" ~ '^e1[.][0-9a-f]{8}[.][A-Za-z0-9_-]{59,}$')),
	CONSTRAINT "paper_particulars_address_encrypted" CHECK (("paper_particulars"."address" = '') or ("paper_particulars"."address" ~ '^e1[.][0-9a-f]{8}[.][A-Za-z0-9_-]{59,}$'))
);--> statement-breakpoint
CREATE TABLE "interpreter_askings" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"dispute_id" uuid NOT NULL,
	"proceeding_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"person_id" uuid,
	"status" "invitation_status" DEFAULT 'sent' NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"answer_by" timestamp (3) with time zone NOT NULL,
	"seen_at" timestamp (3) with time zone,
	"answered_at" timestamp (3) with time zone,
	"decline_reason" "decline_reason",
	"decline_note" text DEFAULT '' NOT NULL,
	"proposals" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"proposal_note" text DEFAULT '' NOT NULL,
	"proposed_at" timestamp (3) with time zone,
	"spoken_means" "spoken_means",
	"said_by" text DEFAULT '' NOT NULL,
	"entered_by" uuid,
	"entered_at" timestamp (3) with time zone,
	CONSTRAINT "interpreter_askings_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "interpreter_askings_within_dispute" UNIQUE("county_id","dispute_id","id"),
	CONSTRAINT "interpreter_askings_status" CHECK ("interpreter_askings"."status" in ('sent', 'accepted', 'declined', 'expired', 'withdrawn')
        and ("interpreter_askings"."status" in ('accepted', 'declined')) = ("interpreter_askings"."answered_at" is not null)),
	CONSTRAINT "interpreter_askings_no_has_reason" CHECK (("interpreter_askings"."status" = 'declined') = ("interpreter_askings"."decline_reason" is not null)),
	CONSTRAINT "interpreter_askings_answer_by_after_asked" CHECK ("interpreter_askings"."answer_by" > "interpreter_askings"."asked_at"),
	CONSTRAINT "interpreter_askings_proposal_has_times" CHECK (("interpreter_askings"."proposed_at" is not null) = (jsonb_array_length("interpreter_askings"."proposals") > 0)),
	CONSTRAINT "interpreter_askings_spoken_whole" CHECK (case when "interpreter_askings"."spoken_means" is null then num_nonnulls("interpreter_askings"."entered_by", "interpreter_askings"."entered_at") = 0 and "interpreter_askings"."said_by" = ''
        else num_nonnulls("interpreter_askings"."entered_by", "interpreter_askings"."entered_at", "interpreter_askings"."answered_at") = 3 and "interpreter_askings"."said_by" <> ''
          and "interpreter_askings"."answered_at" between "interpreter_askings"."asked_at" and "interpreter_askings"."entered_at" end)
);--> statement-breakpoint
CREATE TABLE "papers" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"dispute_id" uuid NOT NULL,
	"proceeding_id" uuid,
	"kind" "paper_kind" NOT NULL,
	"subject_id" uuid,
	"title" text NOT NULL,
	"state" "paper_state" DEFAULT 'asked' NOT NULL,
	"lacks" jsonb NOT NULL,
	"source_sha256" text NOT NULL,
	"pdf_sha256" text,
	"word_sha256" text,
	"problem" jsonb,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"settled_at" timestamp (3) with time zone,
	CONSTRAINT "papers_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "papers_state_whole" CHECK (("papers"."state" = 'asked') = ("papers"."settled_at" is null) and ("papers"."state" = 'failed') = ("papers"."problem" is not null)
        and num_nonnulls("papers"."pdf_sha256", "papers"."word_sha256") = case when "papers"."state" = 'made' then 2 else 0 end),
	CONSTRAINT "papers_hashes_shape" CHECK ("papers"."source_sha256" ~ '^[0-9a-f]{64}$' and coalesce("papers"."pdf_sha256", "papers"."source_sha256") ~ '^[0-9a-f]{64}$'
        and coalesce("papers"."word_sha256", "papers"."source_sha256") ~ '^[0-9a-f]{64}$')
);--> statement-breakpoint
CREATE TABLE "paper_numbers" (
	"county_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"number" text NOT NULL,
	"given_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "paper_numbers_once" PRIMARY KEY("county_id","kind","subject_id"),
	CONSTRAINT "paper_numbers_number_once" UNIQUE("county_id","number"),
	CONSTRAINT "paper_numbers_kind_known" CHECK ("paper_numbers"."kind" in ('intake', 'oralAgreement', 'ending', 'nonAcceptance', 'noPenalty'))
);--> statement-breakpoint
ALTER TABLE "interpreters" DROP CONSTRAINT "interpreters_ended_whole";--> statement-breakpoint
DROP INDEX "invitation_links_one_live";--> statement-breakpoint
ALTER TABLE "invitation_links" ALTER COLUMN "invitation_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "interpreters" ADD COLUMN "asking_id" uuid;--> statement-breakpoint
ALTER TABLE "invitation_links" ADD COLUMN "asking_id" uuid;--> statement-breakpoint
ALTER TABLE "consents" ADD COLUMN "about_link_id" uuid;--> statement-breakpoint
ALTER TABLE "paper_particulars" ADD CONSTRAINT "paper_particulars_of_agreement" FOREIGN KEY ("county_id","dispute_id","agreement_id") REFERENCES "public"."agreements"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_particulars" ADD CONSTRAINT "paper_particulars_of_party" FOREIGN KEY ("county_id","dispute_id","party_id") REFERENCES "public"."parties"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interpreter_askings" ADD CONSTRAINT "interpreter_askings_of_proceeding" FOREIGN KEY ("county_id","dispute_id","proceeding_id") REFERENCES "public"."proceedings"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interpreter_askings" ADD CONSTRAINT "interpreter_askings_to_session" FOREIGN KEY ("county_id","dispute_id","session_id") REFERENCES "public"."sessions"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interpreter_askings" ADD CONSTRAINT "interpreter_askings_person" FOREIGN KEY ("county_id","person_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interpreter_askings" ADD CONSTRAINT "interpreter_askings_asked_by" FOREIGN KEY ("county_id","asked_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interpreter_askings" ADD CONSTRAINT "interpreter_askings_entered_by" FOREIGN KEY ("county_id","entered_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "papers" ADD CONSTRAINT "papers_of_dispute" FOREIGN KEY ("county_id","dispute_id") REFERENCES "public"."disputes"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "papers" ADD CONSTRAINT "papers_of_proceeding" FOREIGN KEY ("county_id","dispute_id","proceeding_id") REFERENCES "public"."proceedings"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "papers" ADD CONSTRAINT "papers_asked_by" FOREIGN KEY ("county_id","asked_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "paper_particulars_once" ON "paper_particulars" USING btree ("county_id","agreement_id","party_id");--> statement-breakpoint
CREATE INDEX "paper_particulars_by_dispute" ON "paper_particulars" USING btree ("county_id","dispute_id");--> statement-breakpoint
CREATE UNIQUE INDEX "interpreter_askings_once_per_person" ON "interpreter_askings" USING btree ("county_id","session_id","person_id") WHERE "interpreter_askings"."status" in ('sent', 'accepted') and "interpreter_askings"."person_id" is not null;--> statement-breakpoint
CREATE INDEX "interpreter_askings_by_session" ON "interpreter_askings" USING btree ("county_id","session_id");--> statement-breakpoint
CREATE INDEX "interpreter_askings_by_dispute" ON "interpreter_askings" USING btree ("county_id","dispute_id");--> statement-breakpoint
CREATE INDEX "interpreter_askings_by_person" ON "interpreter_askings" USING btree ("county_id","person_id") WHERE "interpreter_askings"."person_id" is not null;--> statement-breakpoint
CREATE INDEX "papers_by_dispute" ON "papers" USING btree ("county_id","dispute_id","asked_by","asked_at");--> statement-breakpoint
ALTER TABLE "interpreters" ADD CONSTRAINT "interpreters_by_asking" FOREIGN KEY ("county_id","dispute_id","asking_id") REFERENCES "public"."interpreter_askings"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation_links" ADD CONSTRAINT "invitation_links_of_asking" FOREIGN KEY ("county_id","dispute_id","asking_id") REFERENCES "public"."interpreter_askings"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_about_link" FOREIGN KEY ("county_id","about_link_id") REFERENCES "public"."party_links"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "interpreters_of_asking" ON "interpreters" USING btree ("county_id","asking_id") WHERE "interpreters"."asking_id" is not null;--> statement-breakpoint
CREATE INDEX "consents_by_link" ON "consents" USING btree ("county_id","about_link_id") WHERE "consents"."about_link_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "invitation_links_one_live" ON "invitation_links" USING btree ("county_id",coalesce("invitation_id", "asking_id")) WHERE "invitation_links"."revoked_at" is null;--> statement-breakpoint
ALTER TABLE "figure_entries" DROP CONSTRAINT "figure_entries_once";--> statement-breakpoint
ALTER TABLE "figure_entries" ADD CONSTRAINT "figure_entries_once" PRIMARY KEY("county_id","dispute_id","station_id","at","moment","days");--> statement-breakpoint
ALTER TABLE "interpreters" ADD CONSTRAINT "interpreters_asked_to_session" CHECK ("interpreters"."asking_id" is null or "interpreters"."session_id" is not null);--> statement-breakpoint
ALTER TABLE "interpreters" ADD CONSTRAINT "interpreters_ended_whole" CHECK ("interpreters"."ended_at" is not null or "interpreters"."ended_by" is null);--> statement-breakpoint
ALTER TABLE "invitation_links" ADD CONSTRAINT "invitation_links_open_one_thing" CHECK (num_nonnulls("invitation_links"."invitation_id", "invitation_links"."asking_id") = 1);--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_both_sides_by_party" CHECK (("consents"."subject"::text = 'bothSides') = ("consents"."about_link_id" is not null) and ("consents"."about_link_id" is null or "consents"."spoken_by_link_id" is null));--> statement-breakpoint
-- Attempts at matters that changed hands are counted under another station from now on: migrate counts everything anew.
DELETE FROM "figure_days" WHERE EXISTS (SELECT FROM "proceedings" WHERE "outcome" = 'transferred');
--> statement-breakpoint
DELETE FROM "figure_months" WHERE EXISTS (SELECT FROM "proceedings" WHERE "outcome" = 'transferred');
--> statement-breakpoint
DELETE FROM "figure_entries" WHERE EXISTS (SELECT FROM "proceedings" WHERE "outcome" = 'transferred');
