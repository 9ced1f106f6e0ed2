ALTER TABLE "police_calls" ADD COLUMN "place_key" text NOT NULL;--> statement-breakpoint
CREATE INDEX "police_calls_by_place" ON "police_calls" USING btree ("county_id","station_id","place_key","called_at");--> statement-breakpoint
CREATE INDEX "police_calls_by_phone" ON "police_calls" USING btree ("county_id","station_id","phone","called_at") WHERE "police_calls"."phone" <> '';