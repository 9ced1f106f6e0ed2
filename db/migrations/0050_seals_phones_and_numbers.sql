CREATE TABLE "signing_requests" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"dispute_id" uuid NOT NULL,
	"agreement_id" uuid NOT NULL,
	"signer_kind" "signer_kind" NOT NULL,
	"party_id" uuid,
	"by_link_id" uuid,
	"person_id" uuid,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"refused_at" timestamp (3) with time zone,
	"refused_reason" text DEFAULT '' NOT NULL,
	CONSTRAINT "signing_requests_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "signing_requests_within_dispute" UNIQUE("county_id","dispute_id","id"),
	CONSTRAINT "signing_requests_signer_named" CHECK (("signing_requests"."signer_kind" = 'party') = ("signing_requests"."party_id" is not null) and ("signing_requests"."signer_kind" = 'party') = ("signing_requests"."person_id" is null)
        and ("signing_requests"."by_link_id" is null or "signing_requests"."signer_kind" = 'party')),
	CONSTRAINT "signing_requests_no_has_reason" CHECK (("signing_requests"."refused_at" is null) = (btrim("signing_requests"."refused_reason") = ''))
);--> statement-breakpoint
CREATE TABLE "number_patterns" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"scope" uuid NOT NULL,
	"kind" text NOT NULL,
	"pattern" text NOT NULL,
	"valid_from" date NOT NULL,
	"set_by" uuid NOT NULL,
	"set_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "number_patterns_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "number_patterns_whole" CHECK (length("number_patterns"."pattern") between 8 and 60 and "number_patterns"."pattern" like '%{yyyy}%' and "number_patterns"."pattern" like '%{word}%' and "number_patterns"."pattern" ~ '[{]n(:[1-6])?[}]'),
	CONSTRAINT "number_patterns_series" CHECK ("number_patterns"."kind" ~ '^[a-zA-Z]+([.][a-zA-Z]+)?$')
);--> statement-breakpoint
CREATE TABLE "number_starts" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"scope" uuid NOT NULL,
	"kind" text NOT NULL,
	"year" smallint NOT NULL,
	"last_used" integer NOT NULL,
	"proof" text NOT NULL,
	"set_by" uuid NOT NULL,
	"set_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "number_starts_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "number_starts_range" CHECK ("number_starts"."last_used" between 1 and 99999 and "number_starts"."year" between 2000 and 2100),
	CONSTRAINT "number_starts_series" CHECK ("number_starts"."kind" ~ '^[a-zA-Z]+([.][a-zA-Z]+)?$'),
	CONSTRAINT "number_starts_proof_given" CHECK (length("number_starts"."proof") between 2 and 200)
);--> statement-breakpoint
CREATE TABLE "sealed_papers" (
	"county_id" uuid NOT NULL,
	"agreement_id" uuid NOT NULL,
	"dispute_id" uuid NOT NULL,
	"code" text NOT NULL,
	"committee_name" text NOT NULL,
	"pdf_sha256" text NOT NULL,
	"bytes" integer NOT NULL,
	"certificate_sha256" text NOT NULL,
	"sealed_at" timestamp (3) with time zone NOT NULL,
	"signed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "sealed_papers_once" PRIMARY KEY("county_id","agreement_id"),
	CONSTRAINT "sealed_papers_shape" CHECK ("sealed_papers"."code" ~ '^[2-9A-HJKMNP-TV-Z]{12}$' and "sealed_papers"."pdf_sha256" ~ '^[0-9a-f]{64}$' and "sealed_papers"."certificate_sha256" ~ '^[0-9a-f]{64}$'
        and "sealed_papers"."bytes" > 0 and "sealed_papers"."committee_name" <> '' and "sealed_papers"."signed_at" >= "sealed_papers"."sealed_at")
);--> statement-breakpoint
ALTER TABLE "dispute_changes" DROP CONSTRAINT "dispute_changes_field_known";--> statement-breakpoint
ALTER TABLE "invitation_links" DROP CONSTRAINT "invitation_links_open_one_thing";--> statement-breakpoint
ALTER TABLE "papers" DROP CONSTRAINT "papers_state_whole";--> statement-breakpoint
DROP INDEX "invitation_links_one_live";--> statement-breakpoint
ALTER TABLE "signatures" ADD COLUMN "strokes" jsonb;--> statement-breakpoint
ALTER TABLE "signatures" ADD COLUMN "request_id" uuid;--> statement-breakpoint
ALTER TABLE "dispute_facts" ADD COLUMN "requests" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "invitation_links" ADD COLUMN "request_id" uuid;--> statement-breakpoint
ALTER TABLE "papers" ADD COLUMN "progress" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "follow_up_visits" ADD COLUMN "court_action" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "follow_up_visits" ADD COLUMN "measures" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "signing_requests" ADD CONSTRAINT "signing_requests_of_agreement" FOREIGN KEY ("county_id","dispute_id","agreement_id") REFERENCES "public"."agreements"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signing_requests" ADD CONSTRAINT "signing_requests_of_party" FOREIGN KEY ("county_id","dispute_id","party_id") REFERENCES "public"."parties"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signing_requests" ADD CONSTRAINT "signing_requests_by_link" FOREIGN KEY ("county_id","by_link_id") REFERENCES "public"."party_links"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signing_requests" ADD CONSTRAINT "signing_requests_of_person" FOREIGN KEY ("county_id","person_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signing_requests" ADD CONSTRAINT "signing_requests_asked_by" FOREIGN KEY ("county_id","asked_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "number_patterns" ADD CONSTRAINT "number_patterns_set_by_person" FOREIGN KEY ("county_id","set_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "number_starts" ADD CONSTRAINT "number_starts_set_by_person" FOREIGN KEY ("county_id","set_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sealed_papers" ADD CONSTRAINT "sealed_papers_of_agreement" FOREIGN KEY ("county_id","dispute_id","agreement_id") REFERENCES "public"."agreements"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "signing_requests_by_agreement" ON "signing_requests" USING btree ("county_id","agreement_id");--> statement-breakpoint
CREATE INDEX "signing_requests_by_dispute" ON "signing_requests" USING btree ("county_id","dispute_id");--> statement-breakpoint
CREATE INDEX "number_patterns_by_series" ON "number_patterns" USING btree ("county_id","scope","kind","valid_from");--> statement-breakpoint
CREATE INDEX "number_starts_by_series" ON "number_starts" USING btree ("county_id","scope","kind","year");--> statement-breakpoint
CREATE UNIQUE INDEX "sealed_papers_code_once" ON "sealed_papers" USING btree ("county_id","code");--> statement-breakpoint
CREATE INDEX "sealed_papers_by_code" ON "sealed_papers" USING btree ("code");--> statement-breakpoint
CREATE INDEX "sealed_papers_by_hash" ON "sealed_papers" USING btree ("pdf_sha256");--> statement-breakpoint
CREATE INDEX "sealed_papers_by_dispute" ON "sealed_papers" USING btree ("county_id","dispute_id");--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_as_requested" FOREIGN KEY ("county_id","dispute_id","request_id") REFERENCES "public"."signing_requests"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation_links" ADD CONSTRAINT "invitation_links_of_request" FOREIGN KEY ("county_id","dispute_id","request_id") REFERENCES "public"."signing_requests"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "agreements_void_numbers" ON "agreements" USING btree ("county_id","withdrawn_at") WHERE "agreements"."status" = 'withdrawn' and "agreements"."number" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "invitation_links_one_live" ON "invitation_links" USING btree ("county_id",coalesce("invitation_id", "asking_id", "request_id")) WHERE "invitation_links"."revoked_at" is null;--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_drawn_by_hand" CHECK ("signatures"."strokes" is null or "signatures"."means" = 'sign');--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_by_link_drawn" CHECK ("signatures"."request_id" is null or "signatures"."strokes" is not null);--> statement-breakpoint
ALTER TABLE "dispute_changes" ADD CONSTRAINT "dispute_changes_field_known" CHECK ("dispute_changes"."field" in ('title', 'type', 'place', 'pointId', 'startedOn', 'facts', 'requests'));--> statement-breakpoint
ALTER TABLE "invitation_links" ADD CONSTRAINT "invitation_links_open_one_thing" CHECK (num_nonnulls("invitation_links"."invitation_id", "invitation_links"."asking_id", "invitation_links"."request_id") = 1);--> statement-breakpoint
ALTER TABLE "papers" ADD CONSTRAINT "papers_progress_range" CHECK ("papers"."progress" between 0 and 100);--> statement-breakpoint
ALTER TABLE "papers" ADD CONSTRAINT "papers_state_whole" CHECK (("papers"."state" = 'asked') = ("papers"."settled_at" is null) and ("papers"."state" = 'failed') = ("papers"."problem" is not null)
        and ("papers"."state" = 'made') = ("papers"."pdf_sha256" is not null)
        and ("papers"."state" = 'made' and "papers"."kind" <> 'dossier') = ("papers"."word_sha256" is not null));