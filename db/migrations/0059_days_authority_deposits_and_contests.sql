CREATE TYPE "public"."contest_end" AS ENUM('confirmed', 'withdrawn');--> statement-breakpoint
CREATE TYPE "public"."contest_kind" AS ENUM('denied', 'claimed');--> statement-breakpoint
CREATE TABLE "deposited_dossiers" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"dispute_id" uuid NOT NULL,
	"proceeding_id" uuid NOT NULL,
	"deposit_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"pages" integer,
	CONSTRAINT "deposited_dossiers_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "deposited_dossiers_once" UNIQUE("county_id","proceeding_id"),
	CONSTRAINT "deposited_dossiers_shape" CHECK ("deposited_dossiers"."position" > 0 and coalesce("deposited_dossiers"."pages", 1) > 0)
);
--> statement-breakpoint
CREATE TABLE "deposits" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"committee_id" uuid NOT NULL,
	"year" smallint NOT NULL,
	"ordinal" smallint NOT NULL,
	"deposited_on" date NOT NULL,
	"recipient" text NOT NULL,
	"location" text NOT NULL,
	"source_sha256" text NOT NULL,
	"pdf_sha256" text,
	"word_sha256" text,
	"deposited_by" uuid NOT NULL,
	"deposited_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "deposits_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "deposits_number_once" UNIQUE("county_id","committee_id","year","ordinal"),
	CONSTRAINT "deposits_shape" CHECK ("deposits"."ordinal" > 0 and "deposits"."deposited_on" between make_date("deposits"."year", 1, 1) and make_date("deposits"."year", 12, 31) and "deposits"."recipient" <> '' and "deposits"."location" <> ''
        and "deposits"."source_sha256" ~ '^[0-9a-f]{64}$' and coalesce("deposits"."pdf_sha256", "deposits"."source_sha256") ~ '^[0-9a-f]{64}$'
        and coalesce("deposits"."word_sha256", "deposits"."source_sha256") ~ '^[0-9a-f]{64}$' and ("deposits"."pdf_sha256" is null) = ("deposits"."word_sha256" is null))
);
--> statement-breakpoint
CREATE TABLE "ledger_contest_ends" (
	"county_id" uuid NOT NULL,
	"contest_id" uuid NOT NULL,
	"dispute_id" uuid NOT NULL,
	"kind" "contest_end" NOT NULL,
	"entry_id" uuid,
	"ended_on" date NOT NULL,
	"reason" text NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "ledger_contest_ends_county_id_contest_id_pk" PRIMARY KEY("county_id","contest_id")
);
--> statement-breakpoint
CREATE TABLE "ledger_contests" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"dispute_id" uuid NOT NULL,
	"obligation_id" uuid NOT NULL,
	"party_id" uuid NOT NULL,
	"kind" "contest_kind" NOT NULL,
	"entry_id" uuid,
	"said_by_party_id" uuid NOT NULL,
	"amount_fen" bigint,
	"said_on" date NOT NULL,
	"reason" text NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "ledger_contests_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "ledger_contests_within_dispute" UNIQUE("county_id","dispute_id","id"),
	CONSTRAINT "ledger_contests_denied_names_entry" CHECK (("ledger_contests"."kind" = 'denied') = ("ledger_contests"."entry_id" is not null)),
	CONSTRAINT "ledger_contests_amount_positive" CHECK ("ledger_contests"."amount_fen" is null or "ledger_contests"."amount_fen" > 0)
);
--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "performance_id" uuid;--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "small_sha256" text;--> statement-breakpoint
ALTER TABLE "disputes" ADD COLUMN "not_accepted_on" date;--> statement-breakpoint
ALTER TABLE "papers" ADD COLUMN "pages" integer;--> statement-breakpoint
ALTER TABLE "party_links" ADD COLUMN "authorised_on" date;--> statement-breakpoint
ALTER TABLE "deposited_dossiers" ADD CONSTRAINT "deposited_dossiers_of_proceeding" FOREIGN KEY ("county_id","dispute_id","proceeding_id") REFERENCES "public"."proceedings"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deposited_dossiers" ADD CONSTRAINT "deposited_dossiers_of_deposit" FOREIGN KEY ("county_id","deposit_id") REFERENCES "public"."deposits"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deposits" ADD CONSTRAINT "deposits_of_committee" FOREIGN KEY ("county_id","committee_id") REFERENCES "public"."committees"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deposits" ADD CONSTRAINT "deposits_by_person" FOREIGN KEY ("county_id","deposited_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_contest_ends" ADD CONSTRAINT "ledger_contest_ends_of_contest" FOREIGN KEY ("county_id","dispute_id","contest_id") REFERENCES "public"."ledger_contests"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_contest_ends" ADD CONSTRAINT "ledger_contest_ends_by_entry" FOREIGN KEY ("county_id","entry_id") REFERENCES "public"."performances"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_contests" ADD CONSTRAINT "ledger_contests_of_obligation" FOREIGN KEY ("county_id","dispute_id","obligation_id") REFERENCES "public"."obligations"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_contests" ADD CONSTRAINT "ledger_contests_of_account" FOREIGN KEY ("county_id","dispute_id","party_id") REFERENCES "public"."parties"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_contests" ADD CONSTRAINT "ledger_contests_said_by" FOREIGN KEY ("county_id","dispute_id","said_by_party_id") REFERENCES "public"."parties"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_contests" ADD CONSTRAINT "ledger_contests_of_entry" FOREIGN KEY ("county_id","entry_id") REFERENCES "public"."performances"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "deposited_dossiers_by_deposit" ON "deposited_dossiers" USING btree ("county_id","deposit_id");--> statement-breakpoint
CREATE INDEX "deposited_dossiers_by_dispute" ON "deposited_dossiers" USING btree ("county_id","dispute_id");--> statement-breakpoint
CREATE INDEX "ledger_contest_ends_by_dispute" ON "ledger_contest_ends" USING btree ("county_id","dispute_id");--> statement-breakpoint
CREATE INDEX "ledger_contests_by_obligation" ON "ledger_contests" USING btree ("county_id","obligation_id");--> statement-breakpoint
CREATE INDEX "ledger_contests_by_dispute" ON "ledger_contests" USING btree ("county_id","dispute_id");--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_of_performance" FOREIGN KEY ("county_id","performance_id") REFERENCES "public"."performances"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "files_by_performance" ON "files" USING btree ("county_id","performance_id") WHERE "files"."performance_id" is not null;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_of_performance_open" CHECK ("files"."performance_id" is null or "files"."lane" = 'open' and "files"."session_id" is null and "files"."assignment_id" is null);--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_small_sha256_shape" CHECK ("files"."small_sha256" ~ '^[0-9a-f]{64}$');--> statement-breakpoint
ALTER TABLE "papers" ADD CONSTRAINT "papers_pages_counted" CHECK (coalesce("papers"."pages", 1) > 0 and ("papers"."pages" is null or "papers"."kind" = 'dossier' and "papers"."state" = 'made'));