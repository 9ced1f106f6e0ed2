CREATE TYPE "public"."ledger_entry_kind" AS ENUM('performed', 'overpaid', 'paidTwice', 'refunded', 'waived', 'correction');--> statement-breakpoint
CREATE TYPE "public"."liability" AS ENUM('joint', 'equalShares', 'shares');--> statement-breakpoint
CREATE TYPE "public"."remedy" AS ENUM('confirmation', 'suit', 'enforcement');--> statement-breakpoint
CREATE TABLE "dispute_changes" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"dispute_id" uuid NOT NULL,
	"field" text NOT NULL,
	"old_value" text NOT NULL,
	"new_value" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"changed_by" uuid,
	"changed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "dispute_changes_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "dispute_changes_field_known" CHECK ("dispute_changes"."field" in ('title', 'type', 'place', 'pointId', 'startedOn', 'facts'))
);--> statement-breakpoint
CREATE TABLE "breaches" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"dispute_id" uuid NOT NULL,
	"obligation_id" uuid NOT NULL,
	"party_id" uuid NOT NULL,
	"breached_on" date NOT NULL,
	"note" text NOT NULL,
	"remedies_told" "remedy"[] NOT NULL,
	"follow_up_on" date NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "breaches_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "breaches_remedies_told" CHECK (cardinality("breaches"."remedies_told") > 0),
	CONSTRAINT "breaches_followed_up_later" CHECK ("breaches"."follow_up_on" >= "breaches"."breached_on")
);--> statement-breakpoint
ALTER TABLE "endings" DROP CONSTRAINT "endings_failure_tells_routes";--> statement-breakpoint
DROP INDEX "obligations_due";--> statement-breakpoint
ALTER TABLE "obligation_parties" ADD COLUMN "share_fen" bigint;--> statement-breakpoint
ALTER TABLE "obligations" ADD COLUMN "liability" "liability";--> statement-breakpoint
ALTER TABLE "obligations" ADD COLUMN "waived_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "performances" ADD COLUMN "kind" "ledger_entry_kind" DEFAULT 'performed' NOT NULL;--> statement-breakpoint
ALTER TABLE "performances" ADD COLUMN "corrects_id" uuid;--> statement-breakpoint
ALTER TABLE "performances" ADD COLUMN "by_party_id" uuid;--> statement-breakpoint
ALTER TABLE "performances" ADD COLUMN "by_link_id" uuid;--> statement-breakpoint
ALTER TABLE "dispute_changes" ADD CONSTRAINT "dispute_changes_of_dispute" FOREIGN KEY ("county_id","dispute_id") REFERENCES "public"."disputes"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dispute_changes" ADD CONSTRAINT "dispute_changes_by_person" FOREIGN KEY ("county_id","changed_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "breaches" ADD CONSTRAINT "breaches_of_obligation" FOREIGN KEY ("county_id","dispute_id","obligation_id") REFERENCES "public"."obligations"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "breaches" ADD CONSTRAINT "breaches_by_party" FOREIGN KEY ("county_id","dispute_id","party_id") REFERENCES "public"."parties"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "dispute_changes_by_dispute" ON "dispute_changes" USING btree ("county_id","dispute_id","changed_at");--> statement-breakpoint
CREATE INDEX "breaches_by_obligation" ON "breaches" USING btree ("county_id","obligation_id");--> statement-breakpoint
CREATE INDEX "breaches_by_dispute" ON "breaches" USING btree ("county_id","dispute_id");--> statement-breakpoint
ALTER TABLE "performances" ADD CONSTRAINT "performances_acted_by_party" FOREIGN KEY ("county_id","dispute_id","by_party_id") REFERENCES "public"."parties"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "performances" ADD CONSTRAINT "performances_correct_entry" FOREIGN KEY ("county_id","corrects_id") REFERENCES "public"."performances"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "performances_corrected_once" ON "performances" USING btree ("county_id","corrects_id");--> statement-breakpoint
CREATE INDEX "obligations_due" ON "obligations" USING btree ("county_id","due_on") WHERE "obligations"."performed_at" is null and "obligations"."waived_at" is null;--> statement-breakpoint
ALTER TABLE "obligation_parties" ADD CONSTRAINT "obligation_parties_share_of_obligor" CHECK ("obligation_parties"."share_fen" is null or "obligation_parties"."part" = 'obligor' and "obligation_parties"."share_fen" > 0);--> statement-breakpoint
ALTER TABLE "obligations" ADD CONSTRAINT "obligations_liability_of_payment" CHECK ("obligations"."liability" is null or "obligations"."kind" = 'pay');--> statement-breakpoint
ALTER TABLE "obligations" ADD CONSTRAINT "obligations_settled_once" CHECK (num_nonnulls("obligations"."performed_at", "obligations"."waived_at") < 2);--> statement-breakpoint
ALTER TABLE "performances" ADD CONSTRAINT "performances_correction_names_entry" CHECK (("performances"."kind" = 'correction') = ("performances"."corrects_id" is not null));--> statement-breakpoint
ALTER TABLE "performances" ADD CONSTRAINT "performances_correction_has_no_sum" CHECK ("performances"."kind" <> 'correction' or "performances"."amount_fen" is null);--> statement-breakpoint
ALTER TABLE "performances" ADD CONSTRAINT "performances_refund_has_sum" CHECK ("performances"."kind" not in ('overpaid', 'paidTwice', 'refunded') or "performances"."amount_fen" is not null);--> statement-breakpoint
ALTER TABLE "performances" ADD CONSTRAINT "performances_waiver_names_obligee" CHECK ("performances"."kind" <> 'waived' or "performances"."by_party_id" is not null);--> statement-breakpoint
ALTER TABLE "endings" ADD CONSTRAINT "endings_failure_tells_routes" CHECK ("endings"."outcome" not in ('refused', 'deadlock', 'expired', 'unsigned', 'unreachable', 'breached', 'partlyPerformed') or cardinality("endings"."routes_told") > 0);