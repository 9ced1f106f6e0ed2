ALTER TABLE "figure_entries" DROP CONSTRAINT "figure_entries_once";
--> statement-breakpoint
ALTER TABLE "figure_entries" ADD CONSTRAINT "figure_entries_once" PRIMARY KEY("county_id","dispute_id","station_id","at","moment","days");--> statement-breakpoint
-- Attempts at matters that changed hands are counted under another station from now on: migrate counts everything anew.
DELETE FROM "figure_days" WHERE EXISTS (SELECT FROM "proceedings" WHERE "outcome" = 'transferred');
--> statement-breakpoint
DELETE FROM "figure_months" WHERE EXISTS (SELECT FROM "proceedings" WHERE "outcome" = 'transferred');
--> statement-breakpoint
DELETE FROM "figure_entries" WHERE EXISTS (SELECT FROM "proceedings" WHERE "outcome" = 'transferred');
