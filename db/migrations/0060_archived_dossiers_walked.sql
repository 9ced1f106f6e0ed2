DROP INDEX "clocks_by_dispute";--> statement-breakpoint
DROP INDEX "interpreter_askings_by_dispute";--> statement-breakpoint
DROP INDEX "ledger_contests_by_dispute";--> statement-breakpoint
DROP INDEX "proceedings_by_filing";--> statement-breakpoint
DROP INDEX "sessions_by_proceeding";--> statement-breakpoint
DROP INDEX "signing_requests_by_dispute";--> statement-breakpoint
DROP INDEX "settlement_applications_by_dispute";--> statement-breakpoint
DROP INDEX "violation_findings_by_dispute";--> statement-breakpoint
CREATE INDEX "proceedings_by_archiving" ON "proceedings" USING btree ("county_id","committee_id","archived_at","id","dispute_id") WHERE "proceedings"."track" = 'peoples' and "proceedings"."archived_at" is not null;--> statement-breakpoint
CREATE INDEX "proceedings_to_archive" ON "proceedings" USING btree ("county_id","committee_id","ended_at") WHERE "proceedings"."track" = 'peoples' and "proceedings"."archived_at" is null and "proceedings"."ended_at" is not null;