CREATE TABLE "transfers" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"dispute_id" uuid NOT NULL,
	"proceeding_id" uuid NOT NULL,
	"from_station_id" uuid NOT NULL,
	"from_committee_id" uuid NOT NULL,
	"to_station_id" uuid,
	"to_committee_id" uuid,
	"to_body" text DEFAULT '' NOT NULL,
	"reason" text NOT NULL,
	"offered_by" uuid NOT NULL,
	"offered_at" timestamp (3) with time zone NOT NULL,
	"answer_by" timestamp (3) with time zone NOT NULL,
	"is_accepted" boolean,
	"answered_by" uuid,
	"answered_at" timestamp (3) with time zone,
	"answer_reason" text DEFAULT '' NOT NULL,
	"answered_on" date,
	"answer_source" text DEFAULT '' NOT NULL,
	"withdrawn_by" uuid,
	"withdrawn_at" timestamp (3) with time zone,
	"next_proceeding_id" uuid,
	"result" text DEFAULT '' NOT NULL,
	"result_by" uuid,
	"result_at" timestamp (3) with time zone,
	CONSTRAINT "transfers_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "transfers_target_named" CHECK (num_nonnulls("transfers"."to_station_id", "transfers"."to_committee_id") = case when "transfers"."to_body" = '' then 2 else 0 end),
	CONSTRAINT "transfers_elsewhere" CHECK (("transfers"."to_station_id", "transfers"."to_committee_id") is distinct from ("transfers"."from_station_id", "transfers"."from_committee_id")),
	CONSTRAINT "transfers_answer_by_after_offered" CHECK ("transfers"."answer_by" > "transfers"."offered_at"),
	CONSTRAINT "transfers_answered_whole" CHECK (num_nonnulls("transfers"."is_accepted", "transfers"."answered_by", "transfers"."answered_at") in (0, 3)),
	CONSTRAINT "transfers_withdrawn_whole" CHECK (num_nonnulls("transfers"."withdrawn_by", "transfers"."withdrawn_at") in (0, 2)),
	CONSTRAINT "transfers_answered_or_withdrawn" CHECK (num_nonnulls("transfers"."answered_at", "transfers"."withdrawn_at") < 2),
	CONSTRAINT "transfers_decline_has_reason" CHECK ("transfers"."is_accepted" is not false or length(btrim("transfers"."answer_reason")) >= 2),
	CONSTRAINT "transfers_outside_says_when" CHECK (("transfers"."to_body" <> '' and "transfers"."answered_at" is not null) = ("transfers"."answered_on" is not null)),
	CONSTRAINT "transfers_goes_on_inside" CHECK ("transfers"."next_proceeding_id" is null or "transfers"."is_accepted" is true and "transfers"."to_body" = ''),
	CONSTRAINT "transfers_result_whole" CHECK (num_nonnulls("transfers"."result_by", "transfers"."result_at") in (0, 2) and ("transfers"."result_at" is null) = ("transfers"."result" = '')
        and ("transfers"."result_at" is null or "transfers"."is_accepted" is true and "transfers"."to_body" <> ''))
);--> statement-breakpoint
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_of_proceeding" FOREIGN KEY ("county_id","dispute_id","proceeding_id") REFERENCES "public"."proceedings"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_to_proceeding" FOREIGN KEY ("county_id","dispute_id","next_proceeding_id") REFERENCES "public"."proceedings"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_of_dispute" FOREIGN KEY ("county_id","dispute_id") REFERENCES "public"."disputes"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_from_station" FOREIGN KEY ("county_id","from_station_id") REFERENCES "public"."stations"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_from_committee" FOREIGN KEY ("county_id","from_committee_id") REFERENCES "public"."committees"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_to_station" FOREIGN KEY ("county_id","to_station_id") REFERENCES "public"."stations"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_to_committee" FOREIGN KEY ("county_id","to_committee_id") REFERENCES "public"."committees"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_offered_by" FOREIGN KEY ("county_id","offered_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_answered_by" FOREIGN KEY ("county_id","answered_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_withdrawn_by" FOREIGN KEY ("county_id","withdrawn_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_result_by" FOREIGN KEY ("county_id","result_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "transfers_one_waiting" ON "transfers" USING btree ("county_id","dispute_id") WHERE "transfers"."answered_at" is null and "transfers"."withdrawn_at" is null;--> statement-breakpoint
CREATE INDEX "transfers_by_dispute" ON "transfers" USING btree ("county_id","dispute_id");--> statement-breakpoint
CREATE INDEX "transfers_to_station_by_time" ON "transfers" USING btree ("county_id","to_station_id","offered_at");--> statement-breakpoint
CREATE INDEX "transfers_to_committee_by_time" ON "transfers" USING btree ("county_id","to_committee_id","offered_at");--> statement-breakpoint
CREATE INDEX "transfers_from_station_by_time" ON "transfers" USING btree ("county_id","from_station_id","offered_at");--> statement-breakpoint
CREATE INDEX "transfers_by_next" ON "transfers" USING btree ("county_id","next_proceeding_id") WHERE "transfers"."next_proceeding_id" is not null;