CREATE TABLE "access_requests" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"dispute_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"is_granted" boolean,
	"decided_by" uuid,
	"decided_at" timestamp (3) with time zone,
	"valid_until" timestamp (3) with time zone,
	"used_at" timestamp (3) with time zone,
	CONSTRAINT "access_requests_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "access_requests_reason_given" CHECK (length(btrim("access_requests"."reason")) >= 2),
	CONSTRAINT "access_requests_decided_whole" CHECK (num_nonnulls("access_requests"."is_granted", "access_requests"."decided_by", "access_requests"."decided_at") in (0, 3)),
	CONSTRAINT "access_requests_valid_when_granted" CHECK (("access_requests"."is_granted" is true) = ("access_requests"."valid_until" is not null) and ("access_requests"."used_at" is null or "access_requests"."is_granted" is true)),
	CONSTRAINT "access_requests_another_decides" CHECK ("access_requests"."decided_by" is distinct from "access_requests"."person_id")
);--> statement-breakpoint
ALTER TABLE "access_requests" ADD CONSTRAINT "access_requests_to_dispute" FOREIGN KEY ("county_id","dispute_id") REFERENCES "public"."disputes"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_requests" ADD CONSTRAINT "access_requests_by_person" FOREIGN KEY ("county_id","person_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_requests" ADD CONSTRAINT "access_requests_decided_by_person" FOREIGN KEY ("county_id","decided_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "access_requests_one_waiting" ON "access_requests" USING btree ("county_id","dispute_id","person_id") WHERE "access_requests"."decided_at" is null;--> statement-breakpoint
CREATE INDEX "access_requests_by_dispute" ON "access_requests" USING btree ("county_id","dispute_id");