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
ALTER TABLE "force_entries" ADD CONSTRAINT "force_entries_of_dispute" FOREIGN KEY ("county_id","dispute_id") REFERENCES "public"."disputes"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "force_entries_by_station" ON "force_entries" USING btree ("county_id","station_id","at");--> statement-breakpoint
CREATE INDEX "notifications_by_time" ON "notifications" USING btree ("county_id","created_at");