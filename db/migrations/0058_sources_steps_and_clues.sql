ALTER TABLE "dispute_changes" DROP CONSTRAINT "dispute_changes_field_known";--> statement-breakpoint
ALTER TABLE "dispute_changes" ADD CONSTRAINT "dispute_changes_field_known" CHECK ("dispute_changes"."field" in ('title', 'type', 'place', 'pointId', 'startedOn', 'facts', 'requests', 'source', 'referredBy', 'referralNumber'));--> statement-breakpoint
-- What was tried under a registration before its merge stays counted from now on: migrate counts everything anew.
DELETE FROM "figure_days" WHERE EXISTS (SELECT FROM "proceedings" WHERE "outcome" = 'merged');
--> statement-breakpoint
DELETE FROM "figure_months" WHERE EXISTS (SELECT FROM "proceedings" WHERE "outcome" = 'merged');
--> statement-breakpoint
DELETE FROM "figure_entries" WHERE EXISTS (SELECT FROM "proceedings" WHERE "outcome" = 'merged');
