CREATE TYPE "public"."fairness_answer" AS ENUM('yes', 'partly', 'no', 'unsaid');--> statement-breakpoint
CREATE TABLE "number_voids" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"scope" uuid NOT NULL,
	"kind" text NOT NULL,
	"number" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"voided_by" uuid NOT NULL,
	"voided_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "number_voids_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "number_voids_once" UNIQUE("county_id","number")
);--> statement-breakpoint
CREATE TABLE "revisit_draws" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"committee_id" uuid NOT NULL,
	"month" date NOT NULL,
	"seed" text NOT NULL,
	"percent" integer NOT NULL,
	"closed" integer NOT NULL,
	"drawn_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "revisit_draws_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "revisit_draws_once_a_month" UNIQUE("county_id","committee_id","month"),
	CONSTRAINT "revisit_draws_sensible" CHECK ("revisit_draws"."percent" between 1 and 100 and "revisit_draws"."closed" > 0 and length("revisit_draws"."seed") >= 32)
);--> statement-breakpoint
CREATE TABLE "revisits" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"dispute_id" uuid NOT NULL,
	"proceeding_id" uuid NOT NULL,
	"draw_id" uuid NOT NULL,
	"visitor_id" uuid NOT NULL,
	"due_on" date NOT NULL,
	"done_on" date,
	CONSTRAINT "revisits_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "revisits_within_dispute" UNIQUE("county_id","dispute_id","id"),
	CONSTRAINT "revisits_once_a_proceeding" UNIQUE("county_id","proceeding_id")
);--> statement-breakpoint
ALTER TABLE "dispute_changes" DROP CONSTRAINT "dispute_changes_field_known";--> statement-breakpoint
ALTER TABLE "paper_numbers" DROP CONSTRAINT "paper_numbers_once";--> statement-breakpoint
ALTER TABLE "paper_numbers" ADD CONSTRAINT "paper_numbers_of_subject" PRIMARY KEY("county_id","kind","subject_id","number");--> statement-breakpoint
ALTER TABLE "obligations" ADD COLUMN "condition" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "obligations" ADD COLUMN "consequence" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "follow_up_visits" ADD COLUMN "fairness" "fairness_answer"[];--> statement-breakpoint
ALTER TABLE "follow_up_visits" ADD COLUMN "revisit_id" uuid;--> statement-breakpoint
ALTER TABLE "counties" ADD COLUMN "name_en" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "number_voids" ADD CONSTRAINT "number_voids_by_person" FOREIGN KEY ("county_id","voided_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revisit_draws" ADD CONSTRAINT "revisit_draws_of_committee" FOREIGN KEY ("county_id","committee_id") REFERENCES "public"."committees"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revisits" ADD CONSTRAINT "revisits_of_proceeding" FOREIGN KEY ("county_id","dispute_id","proceeding_id") REFERENCES "public"."proceedings"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revisits" ADD CONSTRAINT "revisits_of_draw" FOREIGN KEY ("county_id","draw_id") REFERENCES "public"."revisit_draws"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revisits" ADD CONSTRAINT "revisits_by_visitor" FOREIGN KEY ("county_id","visitor_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "number_voids_by_scope" ON "number_voids" USING btree ("county_id","scope","voided_at");--> statement-breakpoint
CREATE INDEX "number_voids_by_subject" ON "number_voids" USING btree ("county_id","subject_id");--> statement-breakpoint
CREATE INDEX "revisits_open_of_visitor" ON "revisits" USING btree ("county_id","visitor_id","due_on") WHERE "revisits"."done_on" is null;--> statement-breakpoint
CREATE INDEX "revisits_by_draw" ON "revisits" USING btree ("county_id","draw_id");--> statement-breakpoint
ALTER TABLE "follow_up_visits" ADD CONSTRAINT "follow_up_visits_of_revisit" FOREIGN KEY ("county_id","dispute_id","revisit_id") REFERENCES "public"."revisits"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "follow_up_visits_by_revisit" ON "follow_up_visits" USING btree ("county_id","revisit_id") WHERE "follow_up_visits"."revisit_id" is not null;--> statement-breakpoint
CREATE INDEX "proceedings_by_filing" ON "proceedings" USING btree ("county_id","committee_id",coalesce("archived_at", "ended_at")) WHERE "proceedings"."ended_at" is not null;--> statement-breakpoint
ALTER TABLE "obligations" ADD CONSTRAINT "obligations_words_short" CHECK (length("obligations"."condition") <= 100 and length("obligations"."consequence") <= 140);--> statement-breakpoint
ALTER TABLE "dispute_changes" ADD CONSTRAINT "dispute_changes_field_known" CHECK ("dispute_changes"."field" in ('title', 'type', 'place', 'pointId', 'startedOn', 'facts', 'requests', 'source', 'referredBy', 'referralNumber'));--> statement-breakpoint
ALTER TABLE "follow_up_visits" ADD CONSTRAINT "follow_up_visits_fairness_whole" CHECK (cardinality("follow_up_visits"."fairness") = 4);--> statement-breakpoint
-- What was tried under a registration before its merge stays counted from now on: migrate counts everything anew.
DELETE FROM "figure_days" WHERE EXISTS (SELECT FROM "proceedings" WHERE "outcome" = 'merged');
--> statement-breakpoint
DELETE FROM "figure_months" WHERE EXISTS (SELECT FROM "proceedings" WHERE "outcome" = 'merged');
--> statement-breakpoint
DELETE FROM "figure_entries" WHERE EXISTS (SELECT FROM "proceedings" WHERE "outcome" = 'merged');
