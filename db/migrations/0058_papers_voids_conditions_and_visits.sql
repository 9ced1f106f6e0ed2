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
ALTER TABLE "paper_numbers" DROP CONSTRAINT "paper_numbers_once";--> statement-breakpoint
ALTER TABLE "paper_numbers" ADD CONSTRAINT "paper_numbers_of_subject" PRIMARY KEY("county_id","kind","subject_id","number");--> statement-breakpoint
ALTER TABLE "obligations" ADD COLUMN "condition" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "obligations" ADD COLUMN "consequence" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "follow_up_visits" ADD COLUMN "fairness" "fairness_answer"[];--> statement-breakpoint
ALTER TABLE "number_voids" ADD CONSTRAINT "number_voids_by_person" FOREIGN KEY ("county_id","voided_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "number_voids_by_scope" ON "number_voids" USING btree ("county_id","scope","voided_at");--> statement-breakpoint
CREATE INDEX "number_voids_by_subject" ON "number_voids" USING btree ("county_id","subject_id");--> statement-breakpoint
ALTER TABLE "obligations" ADD CONSTRAINT "obligations_words_short" CHECK (length("obligations"."condition") <= 100 and length("obligations"."consequence") <= 140);--> statement-breakpoint
ALTER TABLE "follow_up_visits" ADD CONSTRAINT "follow_up_visits_fairness_whole" CHECK (cardinality("follow_up_visits"."fairness") = 4);