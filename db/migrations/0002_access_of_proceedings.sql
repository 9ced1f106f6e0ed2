DROP INDEX "dispute_access_by_dispute";--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "proceeding_id" uuid;--> statement-breakpoint
ALTER TABLE "dispute_access" ADD COLUMN "proceeding_id" uuid;--> statement-breakpoint
ALTER TABLE "dispute_access" ADD COLUMN "track" "track";--> statement-breakpoint
ALTER TABLE "dispute_access" ADD COLUMN "is_current" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "dispute_access" ADD COLUMN "until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "notes" ADD COLUMN "proceeding_id" uuid;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_of_proceeding" FOREIGN KEY ("county_id","dispute_id","proceeding_id") REFERENCES "public"."proceedings"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notes" ADD CONSTRAINT "notes_of_proceeding" FOREIGN KEY ("county_id","dispute_id","proceeding_id") REFERENCES "public"."proceedings"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "dispute_access_by_reader" ON "dispute_access" USING btree ("county_id","dispute_id","subject_id","relation","proceeding_id");--> statement-breakpoint
-- Written by hand: rows written before belong to the proceeding of their session, else to the one of their time.
UPDATE "notes" n SET "proceeding_id" = coalesce(
  (SELECT s.proceeding_id FROM "sessions" s WHERE s.county_id = n.county_id AND s.id = n.session_id),
  (SELECT p.id FROM "proceedings" p WHERE p.county_id = n.county_id AND p.dispute_id = n.dispute_id AND p.accepted_at <= n.written_at
    ORDER BY p.ordinal DESC LIMIT 1));--> statement-breakpoint
UPDATE "files" f SET "proceeding_id" = coalesce(
  (SELECT s.proceeding_id FROM "sessions" s WHERE s.county_id = f.county_id AND s.id = f.session_id),
  (SELECT p.id FROM "proceedings" p WHERE p.county_id = f.county_id AND p.dispute_id = f.dispute_id AND p.accepted_at <= f.added_at
    ORDER BY p.ordinal DESC LIMIT 1));--> statement-breakpoint
-- Rights of those who were asked name the proceeding they were asked to.
UPDATE "dispute_access" a SET "proceeding_id" = i.proceeding_id, "track" = p.track
  FROM "invitations" i JOIN "proceedings" p ON p.county_id = i.county_id AND p.id = i.proceeding_id
  WHERE a.county_id = i.county_id AND a.via = i.id;--> statement-breakpoint
-- The others are worked out anew from the proceedings, as app.settle_access does it from now on.
DELETE FROM "dispute_access" a WHERE a.relation IN ('lead', 'committee', 'station')
  AND EXISTS (SELECT FROM "proceedings" p WHERE p.county_id = a.county_id AND p.dispute_id = a.dispute_id);--> statement-breakpoint
WITH p AS (
  SELECT p.*, p.track = 'peoples' OR p.track <> 'publicSecurity' AND l.role <> 'officer' AS of_committee,
    p.ordinal = max(p.ordinal) OVER (PARTITION BY p.county_id, p.dispute_id) AS is_latest
  FROM "proceedings" p JOIN "people" l ON l.county_id = p.county_id AND l.id = p.lead_person_id)
INSERT INTO "dispute_access" ("county_id", "subject_id", "dispute_id", "relation", "via", "proceeding_id", "track", "is_current", "until")
  SELECT p.county_id, p.lead_person_id, p.dispute_id, CASE WHEN p.ended_at IS NULL THEN 'lead' ELSE 'formerLead' END::relation,
    p.id, p.id, p.track, p.is_latest, p.ended_at FROM p
  UNION ALL
  SELECT p.county_id, p.station_id, p.dispute_id, CASE WHEN p.of_committee THEN 'otherLine' ELSE 'station' END::relation,
    p.id, p.id, p.track, p.is_latest, CASE WHEN p.is_latest THEN NULL ELSE p.ended_at END FROM p
  UNION ALL
  SELECT p.county_id, p.committee_id, p.dispute_id, 'committee', p.id, p.id, p.track, p.is_latest,
    CASE WHEN p.is_latest THEN NULL ELSE p.ended_at END FROM p WHERE p.of_committee
  UNION ALL
  SELECT q.county_id, p.lead_person_id, q.dispute_id, 'successor', p.id, q.id, q.track, false, NULL
    FROM p JOIN p q ON q.county_id = p.county_id AND q.dispute_id = p.dispute_id AND q.ordinal < p.ordinal AND q.of_committee = p.of_committee;
