ALTER TABLE "consents" ADD COLUMN "about_link_id" uuid;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_about_link" FOREIGN KEY ("county_id","about_link_id") REFERENCES "public"."party_links"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "consents_by_link" ON "consents" USING btree ("county_id","about_link_id") WHERE "consents"."about_link_id" is not null;--> statement-breakpoint
ALTER TABLE "figure_entries" DROP CONSTRAINT "figure_entries_once";--> statement-breakpoint
ALTER TABLE "figure_entries" ADD CONSTRAINT "figure_entries_once" PRIMARY KEY("county_id","dispute_id","station_id","at","moment","days");--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_both_sides_by_party" CHECK (("consents"."subject"::text = 'bothSides') = ("consents"."about_link_id" is not null) and ("consents"."about_link_id" is null or "consents"."spoken_by_link_id" is null));
--> statement-breakpoint
-- Attempts at matters that changed hands are counted under another station from now on: migrate counts everything anew.
DELETE FROM "figure_days" WHERE EXISTS (SELECT FROM "proceedings" WHERE "outcome" = 'transferred');
--> statement-breakpoint
DELETE FROM "figure_months" WHERE EXISTS (SELECT FROM "proceedings" WHERE "outcome" = 'transferred');
--> statement-breakpoint
DELETE FROM "figure_entries" WHERE EXISTS (SELECT FROM "proceedings" WHERE "outcome" = 'transferred');
