ALTER TABLE "transfers" ALTER COLUMN "proceeding_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "agreements" ADD COLUMN "unfinished" text;--> statement-breakpoint
ALTER TABLE "seals" ADD COLUMN "sealer_name" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "signatures" ADD COLUMN "signer_name" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "disputes" ADD COLUMN "counted_station_id" uuid;--> statement-breakpoint
ALTER TABLE "committees" ADD COLUMN "successor_id" uuid;--> statement-breakpoint
ALTER TABLE "stations" ADD COLUMN "successor_id" uuid;--> statement-breakpoint
ALTER TABLE "transfers" ADD COLUMN "is_succession" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "disputes" ADD CONSTRAINT "disputes_counted_at_station" FOREIGN KEY ("county_id","counted_station_id") REFERENCES "public"."stations"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "committees" ADD CONSTRAINT "committees_successor_known" FOREIGN KEY ("county_id","successor_id") REFERENCES "public"."committees"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stations" ADD CONSTRAINT "stations_successor_known" FOREIGN KEY ("county_id","successor_id") REFERENCES "public"."stations"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "disputes_by_counted_station" ON "disputes" USING btree ("county_id","counted_station_id","registered_at","id");--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_unfinished_is_draft" CHECK ("agreements"."unfinished" is null or "agreements"."status" = 'draft');--> statement-breakpoint
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_succession_asks_nobody" CHECK ("transfers"."is_succession" or "transfers"."proceeding_id" is not null);--> statement-breakpoint
-- What was signed before bears the names of today, as it was shown so far.
UPDATE "signatures" s SET "signer_name" = p."name" FROM "people" p WHERE p."county_id" = s."county_id" AND p."id" = s."person_id";--> statement-breakpoint
UPDATE "seals" s SET "sealer_name" = p."name" FROM "people" p WHERE p."county_id" = s."county_id" AND p."id" = s."sealed_by";--> statement-breakpoint
-- Each matter is counted where it is now.
UPDATE "disputes" SET "counted_station_id" = "station_id";
