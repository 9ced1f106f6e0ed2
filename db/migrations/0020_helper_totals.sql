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
ALTER TABLE "helper_entries" ADD CONSTRAINT "helper_entries_of_dispute" FOREIGN KEY ("county_id","dispute_id") REFERENCES "public"."disputes"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "helper_entries" ADD CONSTRAINT "helper_entries_of_person" FOREIGN KEY ("county_id","person_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "helper_months" ADD CONSTRAINT "helper_months_of_person" FOREIGN KEY ("county_id","person_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "helper_entries_sat" ON "helper_entries" USING btree ("county_id","person_id","month") WHERE "helper_entries"."attended" + "helper_entries"."missed" > 0;