CREATE TYPE "public"."appraisal" AS ENUM('injury', 'value', 'other');--> statement-breakpoint
CREATE TYPE "public"."clock_change_kind" AS ENUM('extended', 'paused', 'resumed', 'recomputed');--> statement-breakpoint
CREATE TYPE "public"."clock_kind" AS ENUM('peoplesMonth', 'firstSession', 'secondSession');--> statement-breakpoint
CREATE TYPE "public"."clock_stop" AS ENUM('session', 'agreement', 'ended');--> statement-breakpoint
CREATE TABLE "clock_changes" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"dispute_id" uuid NOT NULL,
	"proceeding_id" uuid NOT NULL,
	"clock_id" uuid NOT NULL,
	"kind" "clock_change_kind" NOT NULL,
	"happened_on" date NOT NULL,
	"old_due_on" date NOT NULL,
	"new_due_on" date,
	"appraisal" "appraisal",
	"reason" text NOT NULL,
	"recorded_by" uuid,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "clock_changes_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "clock_changes_by_somebody" CHECK (("clock_changes"."kind" = 'recomputed') = ("clock_changes"."recorded_by" is null)),
	CONSTRAINT "clock_changes_day_unless_paused" CHECK (("clock_changes"."kind" = 'paused') = ("clock_changes"."new_due_on" is null)),
	CONSTRAINT "clock_changes_appraisal_when_paused" CHECK (("clock_changes"."kind" = 'paused') = ("clock_changes"."appraisal" is not null))
);
--> statement-breakpoint
CREATE TABLE "clocks" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"dispute_id" uuid NOT NULL,
	"proceeding_id" uuid NOT NULL,
	"kind" "clock_kind" NOT NULL,
	"started_on" date NOT NULL,
	"due_on" date NOT NULL,
	"paused_on" date,
	"paused_for" "appraisal",
	"stopped_on" date,
	"stopped_by" "clock_stop",
	CONSTRAINT "clocks_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "clocks_within_dispute" UNIQUE("county_id","dispute_id","id"),
	CONSTRAINT "clocks_once_per_kind" UNIQUE("county_id","proceeding_id","kind"),
	CONSTRAINT "clocks_due_after_start" CHECK ("clocks"."due_on" >= "clocks"."started_on"),
	CONSTRAINT "clocks_paused_for_something" CHECK (("clocks"."paused_on" is null) = ("clocks"."paused_for" is null)),
	CONSTRAINT "clocks_stopped_by_something" CHECK (("clocks"."stopped_on" is null) = ("clocks"."stopped_by" is null))
);
--> statement-breakpoint
ALTER TABLE "disputes" ADD COLUMN "triage_due_at" timestamp (3) with time zone;--> statement-breakpoint
-- By hand: what is there already keeps the 24 hours it was registered with.
UPDATE "disputes" SET "triage_due_at" = "registered_at" + interval '24 hours';--> statement-breakpoint
ALTER TABLE "disputes" ALTER COLUMN "triage_due_at" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "endings" ADD COLUMN "happened_on" date;--> statement-breakpoint
ALTER TABLE "clock_changes" ADD CONSTRAINT "clock_changes_of_proceeding" FOREIGN KEY ("county_id","dispute_id","proceeding_id") REFERENCES "public"."proceedings"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clock_changes" ADD CONSTRAINT "clock_changes_of_clock" FOREIGN KEY ("county_id","dispute_id","clock_id") REFERENCES "public"."clocks"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clock_changes" ADD CONSTRAINT "clock_changes_by_person" FOREIGN KEY ("county_id","recorded_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clocks" ADD CONSTRAINT "clocks_of_proceeding" FOREIGN KEY ("county_id","dispute_id","proceeding_id") REFERENCES "public"."proceedings"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "clock_changes_by_dispute" ON "clock_changes" USING btree ("county_id","dispute_id");--> statement-breakpoint
CREATE INDEX "clocks_by_dispute" ON "clocks" USING btree ("county_id","dispute_id");--> statement-breakpoint
ALTER TABLE "disputes" ADD CONSTRAINT "disputes_triage_due_later" CHECK ("disputes"."triage_due_at" >= "disputes"."registered_at");--> statement-breakpoint
-- By hand: the clock of each proceeding that has a last day, stopped by what stopped it. A second police session that is
-- still open begins its clock with the next act.
INSERT INTO "clocks" ("county_id", "id", "dispute_id", "proceeding_id", "kind", "started_on", "due_on", "stopped_on", "stopped_by")
SELECT p.county_id, gen_random_uuid(), p.dispute_id, p.id,
  CASE p.track WHEN 'peoples' THEN 'peoplesMonth' ELSE 'firstSession' END::clock_kind,
  (p.accepted_at AT TIME ZONE 'Asia/Shanghai')::date, p.due_on,
  coalesce(s.held_on, a.effective_on, (p.ended_at AT TIME ZONE 'Asia/Shanghai')::date),
  CASE WHEN s.held_on IS NOT NULL THEN 'session' WHEN a.effective_on IS NOT NULL THEN 'agreement' WHEN p.ended_at IS NOT NULL THEN 'ended' END::clock_stop
FROM "proceedings" p
LEFT JOIN LATERAL (SELECT min((x.effective_at AT TIME ZONE 'Asia/Shanghai')::date) AS effective_on FROM "agreements" x
  WHERE x.county_id = p.county_id AND x.proceeding_id = p.id AND x.status = 'effective') a ON true
LEFT JOIN LATERAL (SELECT min((coalesce(x.started_at, x.starts_at) AT TIME ZONE 'Asia/Shanghai')::date) AS held_on FROM "sessions" x
  WHERE x.county_id = p.county_id AND x.proceeding_id = p.id AND x.status = 'ended' AND p.track = 'publicSecurity') s ON true
WHERE p.due_on IS NOT NULL AND p.track IN ('peoples', 'publicSecurity');
