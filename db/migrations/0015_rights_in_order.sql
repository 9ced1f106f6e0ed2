DROP INDEX "clues_by_station";--> statement-breakpoint
DROP INDEX "clues_by_reporter";--> statement-breakpoint
DROP INDEX "police_calls_by_station";--> statement-breakpoint
DROP INDEX "repeat_groups_by_station";--> statement-breakpoint
DROP INDEX "consultations_by_station";--> statement-breakpoint
DROP INDEX "consultations_by_asker";--> statement-breakpoint
DROP INDEX "files_by_dispute";--> statement-breakpoint
DROP INDEX "harm_reports_by_dispute";--> statement-breakpoint
DROP INDEX "disputes_by_station";--> statement-breakpoint
DROP INDEX "disputes_by_committee";--> statement-breakpoint
DROP INDEX "invitations_by_person";--> statement-breakpoint
DROP INDEX "notifications_by_recipient";--> statement-breakpoint
DROP INDEX "notifications_by_dispute";--> statement-breakpoint
DROP INDEX "events_by_dispute";--> statement-breakpoint
DROP INDEX "events_by_actor";--> statement-breakpoint
DROP INDEX "notes_by_dispute";--> statement-breakpoint
DROP INDEX "town_halls_by_station";--> statement-breakpoint
ALTER TABLE "dispute_access" ADD COLUMN "registered_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "dispute_access" ADD COLUMN "is_open" boolean;--> statement-breakpoint
UPDATE "dispute_access" a SET registered_at = d.registered_at, is_open = CASE WHEN a.proceeding_id IS NULL THEN d.not_accepted_at IS NULL ELSE p.archived_at IS NULL END
  FROM "disputes" d LEFT JOIN "proceedings" p ON p.county_id = d.county_id AND p.dispute_id = d.id
  WHERE a.county_id = d.county_id AND a.dispute_id = d.id AND (a.proceeding_id IS NULL OR p.id = a.proceeding_id);--> statement-breakpoint
ALTER TABLE "dispute_access" ALTER COLUMN "registered_at" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "dispute_access" ALTER COLUMN "is_open" SET NOT NULL;--> statement-breakpoint
CREATE INDEX "obligation_parties_by_dispute" ON "obligation_parties" USING btree ("county_id","dispute_id");--> statement-breakpoint
CREATE INDEX "seals_by_dispute" ON "seals" USING btree ("county_id","dispute_id");--> statement-breakpoint
CREATE INDEX "signatures_by_dispute" ON "signatures" USING btree ("county_id","dispute_id");--> statement-breakpoint
CREATE INDEX "repeat_groups_by_dispute" ON "repeat_groups" USING btree ("county_id","dispute_id") WHERE "repeat_groups"."dispute_id" is not null;--> statement-breakpoint
CREATE INDEX "consultations_by_dispute" ON "consultations" USING btree ("county_id","dispute_id") WHERE "consultations"."dispute_id" is not null;--> statement-breakpoint
CREATE INDEX "consultations_by_answerer" ON "consultations" USING btree ("county_id","answered_by","id") WHERE "consultations"."answered_by" is not null;--> statement-breakpoint
CREATE INDEX "dispute_access_newest" ON "dispute_access" USING btree ("county_id","subject_id","registered_at","dispute_id") WHERE "dispute_access"."relation" <> 'invited';--> statement-breakpoint
CREATE INDEX "dispute_access_open" ON "dispute_access" USING btree ("county_id","subject_id","registered_at","dispute_id") WHERE "dispute_access"."is_open" and "dispute_access"."relation" <> 'invited';--> statement-breakpoint
CREATE INDEX "parties_by_name" ON "parties" USING btree ("county_id","name");--> statement-breakpoint
CREATE INDEX "party_links_by_party" ON "party_links" USING btree ("county_id","party_id");--> statement-breakpoint
CREATE INDEX "invitations_by_person_and_time" ON "invitations" USING btree ("county_id","person_id","sent_at");--> statement-breakpoint
CREATE INDEX "invitations_waiting" ON "invitations" USING btree ("county_id","person_id") WHERE "invitations"."status" in ('sent', 'seen');--> statement-breakpoint
CREATE INDEX "follow_up_visits_by_dispute" ON "follow_up_visits" USING btree ("county_id","dispute_id");--> statement-breakpoint
CREATE INDEX "performances_by_dispute" ON "performances" USING btree ("county_id","dispute_id");--> statement-breakpoint
CREATE INDEX "consents_by_dispute" ON "consents" USING btree ("county_id","dispute_id");--> statement-breakpoint
CREATE INDEX "endings_by_dispute" ON "endings" USING btree ("county_id","dispute_id");--> statement-breakpoint
CREATE INDEX "notices_by_dispute" ON "notices" USING btree ("county_id","dispute_id");--> statement-breakpoint
CREATE INDEX "session_people_by_dispute" ON "session_people" USING btree ("county_id","dispute_id");--> statement-breakpoint
CREATE INDEX "session_records_by_dispute" ON "session_records" USING btree ("county_id","dispute_id");--> statement-breakpoint
CREATE INDEX "clues_by_station" ON "clues" USING btree ("county_id","station_id","reported_at");--> statement-breakpoint
CREATE INDEX "clues_by_reporter" ON "clues" USING btree ("county_id","reporter_id","reported_at");--> statement-breakpoint
CREATE INDEX "police_calls_by_station" ON "police_calls" USING btree ("county_id","station_id","called_at","id");--> statement-breakpoint
CREATE INDEX "repeat_groups_by_station" ON "repeat_groups" USING btree ("county_id","station_id","opened_at");--> statement-breakpoint
CREATE INDEX "consultations_by_station" ON "consultations" USING btree ("county_id","station_id","id");--> statement-breakpoint
CREATE INDEX "consultations_by_asker" ON "consultations" USING btree ("county_id","asked_by","id");--> statement-breakpoint
CREATE INDEX "files_by_dispute" ON "files" USING btree ("county_id","dispute_id","added_at");--> statement-breakpoint
CREATE INDEX "harm_reports_by_dispute" ON "harm_reports" USING btree ("county_id","dispute_id","reported_at");--> statement-breakpoint
CREATE INDEX "disputes_by_station" ON "disputes" USING btree ("county_id","station_id","registered_at","id");--> statement-breakpoint
CREATE INDEX "disputes_by_committee" ON "disputes" USING btree ("county_id","committee_id","registered_at","id");--> statement-breakpoint
CREATE INDEX "invitations_by_person" ON "invitations" USING btree ("county_id","person_id","id");--> statement-breakpoint
CREATE INDEX "notifications_by_recipient" ON "notifications" USING btree ("county_id","recipient_id","id");--> statement-breakpoint
CREATE INDEX "notifications_by_dispute" ON "notifications" USING btree ("county_id","dispute_id","id");--> statement-breakpoint
CREATE INDEX "events_by_dispute" ON "events" USING btree ("county_id","dispute_id","seq");--> statement-breakpoint
CREATE INDEX "events_by_actor" ON "events" USING btree ("county_id","actor_id","at_us");--> statement-breakpoint
CREATE INDEX "notes_by_dispute" ON "notes" USING btree ("county_id","dispute_id","written_at");--> statement-breakpoint
CREATE INDEX "town_halls_by_station" ON "town_halls" USING btree ("county_id","station_id","from_day");