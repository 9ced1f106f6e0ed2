CREATE TABLE "subsidy_sheets" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"committee_id" uuid NOT NULL,
	"month" date NOT NULL,
	"handed_on" date NOT NULL,
	"recipient" text NOT NULL,
	"source_sha256" text NOT NULL,
	"matters" integer NOT NULL,
	"sum_fen" bigint NOT NULL,
	"handed_by" uuid NOT NULL,
	"handed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "subsidy_sheets_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "subsidy_sheets_once_a_month" UNIQUE("county_id","committee_id","month"),
	CONSTRAINT "subsidy_sheets_shape" CHECK ("subsidy_sheets"."month"::text like '____-__-01' and "subsidy_sheets"."recipient" <> '' and "subsidy_sheets"."matters" >= 0 and "subsidy_sheets"."source_sha256" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
DROP INDEX "clocks_by_dispute";--> statement-breakpoint
DROP INDEX "interpreter_askings_by_dispute";--> statement-breakpoint
DROP INDEX "ledger_contests_by_dispute";--> statement-breakpoint
DROP INDEX "proceedings_by_filing";--> statement-breakpoint
DROP INDEX "sessions_by_proceeding";--> statement-breakpoint
DROP INDEX "signing_requests_by_dispute";--> statement-breakpoint
DROP INDEX "settlement_applications_by_dispute";--> statement-breakpoint
DROP INDEX "violation_findings_by_dispute";--> statement-breakpoint
ALTER TABLE "ledger_contest_ends" ADD COLUMN "said_by_party_id" uuid;--> statement-breakpoint
ALTER TABLE "ledger_contest_ends" ADD COLUMN "said_by_link_id" uuid;--> statement-breakpoint
ALTER TABLE "ledger_contest_ends" ADD COLUMN "means" "spoken_means";--> statement-breakpoint
ALTER TABLE "ledger_contests" ADD COLUMN "said_by_link_id" uuid;--> statement-breakpoint
ALTER TABLE "ledger_contests" ADD COLUMN "means" "spoken_means";--> statement-breakpoint
ALTER TABLE "subsidy_sheets" ADD CONSTRAINT "subsidy_sheets_of_committee" FOREIGN KEY ("county_id","committee_id") REFERENCES "public"."committees"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subsidy_sheets" ADD CONSTRAINT "subsidy_sheets_by_person" FOREIGN KEY ("county_id","handed_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_contest_ends" ADD CONSTRAINT "ledger_contest_ends_said_by" FOREIGN KEY ("county_id","dispute_id","said_by_party_id") REFERENCES "public"."parties"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_contest_ends" ADD CONSTRAINT "ledger_contest_ends_said_by_link" FOREIGN KEY ("county_id","said_by_link_id") REFERENCES "public"."party_links"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_contests" ADD CONSTRAINT "ledger_contests_said_by_link" FOREIGN KEY ("county_id","said_by_link_id") REFERENCES "public"."party_links"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "proceedings_by_archiving" ON "proceedings" USING btree ("county_id","committee_id","archived_at","id","dispute_id") WHERE "proceedings"."track" = 'peoples' and "proceedings"."archived_at" is not null;--> statement-breakpoint
CREATE INDEX "proceedings_to_archive" ON "proceedings" USING btree ("county_id","committee_id","ended_at") WHERE "proceedings"."track" = 'peoples' and "proceedings"."archived_at" is null and "proceedings"."ended_at" is not null;