CREATE TYPE "public"."restriction_ground" AS ENUM('minor', 'privacy', 'tradeSecret', 'partyRequest', 'violationRecord');--> statement-breakpoint
CREATE TYPE "public"."window_kind" AS ENUM('approved', 'emergency');--> statement-breakpoint
CREATE TYPE "public"."window_review" AS ENUM('inOrder', 'complaint');--> statement-breakpoint
CREATE TABLE "dispute_restrictions" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"dispute_id" uuid NOT NULL,
	"ground" "restriction_ground" NOT NULL,
	"reason" text NOT NULL,
	"restricted_by" uuid NOT NULL,
	"restricted_at" timestamp (3) with time zone NOT NULL,
	"released_by" uuid,
	"released_at" timestamp (3) with time zone,
	"release_reason" text DEFAULT '' NOT NULL,
	CONSTRAINT "dispute_restrictions_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "dispute_restrictions_reason_given" CHECK (length(btrim("dispute_restrictions"."reason")) >= 2),
	CONSTRAINT "dispute_restrictions_released_whole" CHECK (num_nonnulls("dispute_restrictions"."released_by", "dispute_restrictions"."released_at") in (0, 2) and ("dispute_restrictions"."released_at" is null) = (btrim("dispute_restrictions"."release_reason") = ''))
);--> statement-breakpoint
CREATE TABLE "reading_windows" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"dispute_id" uuid NOT NULL,
	"kind" "window_kind" NOT NULL,
	"person_id" uuid NOT NULL,
	"station_id" uuid NOT NULL,
	"committee_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"lapses_at" timestamp (3) with time zone NOT NULL,
	"minutes_max" integer NOT NULL,
	"is_granted" boolean,
	"decided_by" uuid,
	"decided_at" timestamp (3) with time zone,
	"starts_at" timestamp (3) with time zone,
	"ends_at" timestamp (3) with time zone,
	"ended_by" uuid,
	"ended_at" timestamp (3) with time zone,
	"review_due_at" timestamp (3) with time zone,
	"review" "window_review",
	"review_note" text DEFAULT '' NOT NULL,
	"reviewed_by" uuid,
	"reviewed_at" timestamp (3) with time zone,
	CONSTRAINT "reading_windows_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "reading_windows_reason_given" CHECK (length(btrim("reading_windows"."reason")) >= 2),
	CONSTRAINT "reading_windows_request_lapses" CHECK ("reading_windows"."lapses_at" > "reading_windows"."asked_at"),
	CONSTRAINT "reading_windows_max_bounded" CHECK ("reading_windows"."minutes_max" between 1 and case "reading_windows"."kind" when 'emergency' then 240 else 10080 end),
	CONSTRAINT "reading_windows_decided_whole" CHECK (num_nonnulls("reading_windows"."is_granted", "reading_windows"."decided_by", "reading_windows"."decided_at") in (0, 3)),
	CONSTRAINT "reading_windows_another_decides" CHECK ("reading_windows"."decided_by" is distinct from "reading_windows"."person_id"),
	CONSTRAINT "reading_windows_span_when_granted" CHECK (("reading_windows"."is_granted" is true) = ("reading_windows"."starts_at" is not null) and ("reading_windows"."starts_at" is null) = ("reading_windows"."ends_at" is null)),
	CONSTRAINT "reading_windows_span_forward" CHECK ("reading_windows"."ends_at" > "reading_windows"."starts_at" and "reading_windows"."starts_at" >= "reading_windows"."decided_at"),
	CONSTRAINT "reading_windows_span_bounded" CHECK (extract(epoch from "reading_windows"."ends_at" - "reading_windows"."starts_at") <= "reading_windows"."minutes_max" * 60),
	CONSTRAINT "reading_windows_ended_whole" CHECK (num_nonnulls("reading_windows"."ended_by", "reading_windows"."ended_at") in (0, 2) and ("reading_windows"."ended_at" is null or "reading_windows"."is_granted" is true)),
	CONSTRAINT "reading_windows_review_when_emergency" CHECK (("reading_windows"."review_due_at" is not null) = ("reading_windows"."kind" = 'emergency' and "reading_windows"."is_granted" is true)),
	CONSTRAINT "reading_windows_reviewed_whole" CHECK (num_nonnulls("reading_windows"."review", "reading_windows"."reviewed_by", "reading_windows"."reviewed_at") in (0, 3) and ("reading_windows"."review" is null or "reading_windows"."review_due_at" is not null)),
	CONSTRAINT "reading_windows_another_reviews" CHECK ("reading_windows"."reviewed_by" is distinct from "reading_windows"."person_id" and ("reading_windows"."reviewed_by" is null or "reading_windows"."reviewed_by" <> "reading_windows"."decided_by"))
);--> statement-breakpoint
DROP INDEX "events_audited";--> statement-breakpoint
ALTER TABLE "dispute_access" ADD COLUMN "is_hidden" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "dispute_restrictions" ADD CONSTRAINT "dispute_restrictions_of_dispute" FOREIGN KEY ("county_id","dispute_id") REFERENCES "public"."disputes"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dispute_restrictions" ADD CONSTRAINT "dispute_restrictions_set_by" FOREIGN KEY ("county_id","restricted_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dispute_restrictions" ADD CONSTRAINT "dispute_restrictions_released_by" FOREIGN KEY ("county_id","released_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reading_windows" ADD CONSTRAINT "reading_windows_of_dispute" FOREIGN KEY ("county_id","dispute_id") REFERENCES "public"."disputes"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reading_windows" ADD CONSTRAINT "reading_windows_of_station" FOREIGN KEY ("county_id","station_id") REFERENCES "public"."stations"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reading_windows" ADD CONSTRAINT "reading_windows_of_committee" FOREIGN KEY ("county_id","committee_id") REFERENCES "public"."committees"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reading_windows" ADD CONSTRAINT "reading_windows_by_person" FOREIGN KEY ("county_id","person_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reading_windows" ADD CONSTRAINT "reading_windows_decided_by_person" FOREIGN KEY ("county_id","decided_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reading_windows" ADD CONSTRAINT "reading_windows_ended_by_person" FOREIGN KEY ("county_id","ended_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reading_windows" ADD CONSTRAINT "reading_windows_reviewed_by_person" FOREIGN KEY ("county_id","reviewed_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "dispute_restrictions_one_open" ON "dispute_restrictions" USING btree ("county_id","dispute_id") WHERE "dispute_restrictions"."released_at" is null;--> statement-breakpoint
CREATE INDEX "reading_windows_by_reader" ON "reading_windows" USING btree ("county_id","dispute_id","person_id","ends_at") WHERE "reading_windows"."is_granted";--> statement-breakpoint
CREATE INDEX "reading_windows_by_station" ON "reading_windows" USING btree ("county_id","station_id","asked_at");--> statement-breakpoint
CREATE INDEX "reading_windows_by_committee" ON "reading_windows" USING btree ("county_id","committee_id","asked_at");--> statement-breakpoint
CREATE INDEX "events_audited" ON "events" USING btree ("county_id","at_us" DESC NULLS LAST,"chain","seq" DESC NULLS LAST) WHERE "events"."action" in ('note.read', 'file.read', 'opinion.read', 'party.reveal', 'window.read', 'window.decide', 'window.confirm', 'window.end', 'window.review', 'audit.search', 'audit.refuse', 'audit.export', 'audit.signIn', 'audit.failSignIn', 'audit.signOut');--> statement-breakpoint
alter table reading_windows add constraint reading_windows_one_at_a_time
  exclude using gist (county_id with =, dispute_id with =, person_id with =, tstzrange(starts_at, greatest(starts_at, coalesce(ended_at, ends_at))) with &&)
  where (is_granted);--> statement-breakpoint
alter table reading_windows add constraint reading_windows_one_waiting
  exclude using gist (county_id with =, dispute_id with =, person_id with =, kind with =, tstzrange(asked_at, lapses_at) with &&)
  where (decided_at is null);
