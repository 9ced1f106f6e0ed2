CREATE TABLE "agreement_papers" (
	"county_id" uuid NOT NULL,
	"agreement_id" uuid NOT NULL,
	"dispute_id" uuid NOT NULL,
	"content" text NOT NULL,
	"frozen_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "agreement_papers_county_id_agreement_id_pk" PRIMARY KEY("county_id","agreement_id")
);
--> statement-breakpoint
CREATE TABLE "party_changes" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"dispute_id" uuid NOT NULL,
	"party_id" uuid NOT NULL,
	"field" text NOT NULL,
	"old_value" text NOT NULL,
	"new_value" text NOT NULL,
	"changed_by" uuid,
	"changed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "party_changes_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "party_changes_field_known" CHECK ("party_changes"."field" in ('name', 'kind', 'standing', 'isMinor'))
);
--> statement-breakpoint
CREATE TABLE "force_entries" (
	"county_id" uuid NOT NULL,
	"dispute_id" uuid NOT NULL,
	"station_id" uuid NOT NULL,
	"force_code" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"asked" integer DEFAULT 0 NOT NULL,
	"accepted" integer DEFAULT 0 NOT NULL,
	"decided" integer DEFAULT 0 NOT NULL,
	"attended" integer DEFAULT 0 NOT NULL,
	"expected" integer DEFAULT 0 NOT NULL,
	"answer_seconds" integer[] DEFAULT '{}' NOT NULL,
	CONSTRAINT "force_entries_once" PRIMARY KEY("county_id","dispute_id","force_code","at")
);
--> statement-breakpoint
CREATE TABLE "force_months" (
	"county_id" uuid NOT NULL,
	"station_id" uuid NOT NULL,
	"month" date NOT NULL,
	"force_code" text NOT NULL,
	"asked" integer DEFAULT 0 NOT NULL,
	"accepted" integer DEFAULT 0 NOT NULL,
	"decided" integer DEFAULT 0 NOT NULL,
	"attended" integer DEFAULT 0 NOT NULL,
	"expected" integer DEFAULT 0 NOT NULL,
	"answer_seconds" integer[] DEFAULT '{}' NOT NULL,
	CONSTRAINT "force_months_once" PRIMARY KEY("county_id","station_id","month","force_code")
);
--> statement-breakpoint
CREATE TABLE "helper_entries" (
	"county_id" uuid NOT NULL,
	"dispute_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"month" date NOT NULL,
	"asked" integer DEFAULT 0 NOT NULL,
	"accepted" integer DEFAULT 0 NOT NULL,
	"declined" integer DEFAULT 0 NOT NULL,
	"expired" integer DEFAULT 0 NOT NULL,
	"answer_minutes" integer[] DEFAULT '{}' NOT NULL,
	"ended" integer DEFAULT 0 NOT NULL,
	"agreed" integer DEFAULT 0 NOT NULL,
	"attended" integer DEFAULT 0 NOT NULL,
	"missed" integer DEFAULT 0 NOT NULL,
	"seconds" integer DEFAULT 0 NOT NULL,
	"came_agreed" integer DEFAULT 0 NOT NULL,
	"came_partly_agreed" integer DEFAULT 0 NOT NULL,
	"came_adjourned" integer DEFAULT 0 NOT NULL,
	"came_failed" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "helper_entries_once" PRIMARY KEY("county_id","dispute_id","person_id","month")
);
--> statement-breakpoint
CREATE TABLE "helper_months" (
	"county_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"month" date NOT NULL,
	"asked" integer DEFAULT 0 NOT NULL,
	"accepted" integer DEFAULT 0 NOT NULL,
	"declined" integer DEFAULT 0 NOT NULL,
	"expired" integer DEFAULT 0 NOT NULL,
	"answer_minutes" integer[] DEFAULT '{}' NOT NULL,
	"ended" integer DEFAULT 0 NOT NULL,
	"agreed" integer DEFAULT 0 NOT NULL,
	"attended" integer DEFAULT 0 NOT NULL,
	"missed" integer DEFAULT 0 NOT NULL,
	"seconds" integer DEFAULT 0 NOT NULL,
	"came_agreed" integer DEFAULT 0 NOT NULL,
	"came_partly_agreed" integer DEFAULT 0 NOT NULL,
	"came_adjourned" integer DEFAULT 0 NOT NULL,
	"came_failed" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "helper_months_once" PRIMARY KEY("county_id","person_id","month")
);
--> statement-breakpoint
DROP INDEX "party_links_agents_by_name";--> statement-breakpoint
ALTER TABLE "police_calls" ALTER COLUMN "place_key" SET DEFAULT '';--> statement-breakpoint
ALTER TABLE "imported_calendars" ADD COLUMN "unread" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "agreement_papers" ADD CONSTRAINT "agreement_papers_of_agreement" FOREIGN KEY ("county_id","dispute_id","agreement_id") REFERENCES "public"."agreements"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "party_changes" ADD CONSTRAINT "party_changes_of_party" FOREIGN KEY ("county_id","dispute_id","party_id") REFERENCES "public"."parties"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "party_changes" ADD CONSTRAINT "party_changes_by_person" FOREIGN KEY ("county_id","changed_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "force_entries" ADD CONSTRAINT "force_entries_of_dispute" FOREIGN KEY ("county_id","dispute_id") REFERENCES "public"."disputes"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "helper_entries" ADD CONSTRAINT "helper_entries_of_dispute" FOREIGN KEY ("county_id","dispute_id") REFERENCES "public"."disputes"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "helper_entries" ADD CONSTRAINT "helper_entries_of_person" FOREIGN KEY ("county_id","person_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "helper_months" ADD CONSTRAINT "helper_months_of_person" FOREIGN KEY ("county_id","person_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "agreement_papers_by_dispute" ON "agreement_papers" USING btree ("county_id","dispute_id");--> statement-breakpoint
CREATE INDEX "party_changes_by_dispute" ON "party_changes" USING btree ("county_id","dispute_id","changed_at");--> statement-breakpoint
CREATE INDEX "force_entries_by_station" ON "force_entries" USING btree ("county_id","station_id","at");--> statement-breakpoint
CREATE INDEX "helper_entries_sat" ON "helper_entries" USING btree ("county_id","person_id","month") WHERE "helper_entries"."attended" + "helper_entries"."missed" > 0;--> statement-breakpoint
CREATE INDEX "party_links_agents_by_phone" ON "party_links" USING btree ("county_id","phone_hash") WHERE "party_links"."kind" = 'agent' and "party_links"."phone_hash" <> '';--> statement-breakpoint
CREATE INDEX "notifications_by_time" ON "notifications" USING btree ("county_id","created_at");--> statement-breakpoint
CREATE INDEX "people_heads" ON "people" USING btree ("county_id","station_id") WHERE "people"."role" = 'stationHead' and "people"."disabled_at" is null;