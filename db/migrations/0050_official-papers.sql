CREATE TYPE "public"."paper_kind" AS ENUM('cover', 'contents', 'application', 'intake', 'notice', 'authority', 'representatives', 'investigation', 'evidence', 'record', 'agreement', 'oralAgreement', 'receipt', 'revisit', 'ending', 'nonAcceptance', 'closing', 'confirmation', 'situation', 'back', 'policeAgreement', 'onSpotAgreement', 'policeRecord', 'noPenalty');--> statement-breakpoint
CREATE TYPE "public"."paper_state" AS ENUM('asked', 'made', 'failed');--> statement-breakpoint
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
);
--> statement-breakpoint
ALTER TABLE "papers" ADD CONSTRAINT "papers_of_dispute" FOREIGN KEY ("county_id","dispute_id") REFERENCES "public"."disputes"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "papers" ADD CONSTRAINT "papers_of_proceeding" FOREIGN KEY ("county_id","dispute_id","proceeding_id") REFERENCES "public"."proceedings"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "papers" ADD CONSTRAINT "papers_asked_by" FOREIGN KEY ("county_id","asked_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "papers_by_dispute" ON "papers" USING btree ("county_id","dispute_id","asked_by","asked_at");