CREATE TYPE "public"."lead_request_means" AS ENUM('spoken', 'paper', 'message');--> statement-breakpoint
CREATE TYPE "public"."lead_request_outcome" AS ENUM('accepted', 'declined', 'withdrawn', 'overtaken');--> statement-breakpoint
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
ALTER TABLE "lead_requests" ADD CONSTRAINT "lead_requests_of_proceeding" FOREIGN KEY ("county_id","dispute_id","proceeding_id") REFERENCES "public"."proceedings"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lead_requests" ADD CONSTRAINT "lead_requests_by_party" FOREIGN KEY ("county_id","dispute_id","party_id") REFERENCES "public"."parties"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lead_requests" ADD CONSTRAINT "lead_requests_spoken_by" FOREIGN KEY ("county_id","spoken_by_link_id") REFERENCES "public"."party_links"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lead_requests" ADD CONSTRAINT "lead_requests_about_lead" FOREIGN KEY ("county_id","lead_person_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lead_requests" ADD CONSTRAINT "lead_requests_wished_known" FOREIGN KEY ("county_id","wished_person_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lead_requests" ADD CONSTRAINT "lead_requests_recorded_by" FOREIGN KEY ("county_id","recorded_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lead_requests" ADD CONSTRAINT "lead_requests_decided_by" FOREIGN KEY ("county_id","decided_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lead_requests" ADD CONSTRAINT "lead_requests_new_lead" FOREIGN KEY ("county_id","new_lead_person_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lead_requests" ADD CONSTRAINT "lead_requests_told_by" FOREIGN KEY ("county_id","told_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "lead_requests_one_open" ON "lead_requests" USING btree ("county_id","proceeding_id","party_id") WHERE "lead_requests"."outcome" is null;--> statement-breakpoint
CREATE INDEX "lead_requests_by_dispute" ON "lead_requests" USING btree ("county_id","dispute_id");--> statement-breakpoint
CREATE INDEX "lead_requests_open" ON "lead_requests" USING btree ("county_id","proceeding_id","answer_by") WHERE "lead_requests"."outcome" is null;