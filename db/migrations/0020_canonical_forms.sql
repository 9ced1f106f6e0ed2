DROP INDEX "party_links_agents_by_name";--> statement-breakpoint
ALTER TABLE "police_calls" ALTER COLUMN "place_key" SET DEFAULT '';--> statement-breakpoint
ALTER TABLE "imported_calendars" ADD COLUMN "unread" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
CREATE INDEX "party_links_agents_by_phone" ON "party_links" USING btree ("county_id","phone_hash") WHERE "party_links"."kind" = 'agent' and "party_links"."phone_hash" <> '';