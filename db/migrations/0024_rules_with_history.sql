CREATE TABLE "day_years" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"year" smallint NOT NULL,
	"notice" text NOT NULL,
	"entered_by" uuid NOT NULL,
	"entered_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "day_years_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "day_years_notice_given" CHECK (length("day_years"."notice") between 2 and 200)
);
--> statement-breakpoint
ALTER TABLE "day_overrides" DROP CONSTRAINT "day_overrides_county_id_day_pk";--> statement-breakpoint
ALTER TABLE "rules" DROP CONSTRAINT "rules_county_id_key_valid_from_pk";--> statement-breakpoint
ALTER TABLE "day_overrides" ALTER COLUMN "is_workday" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "day_overrides" ADD COLUMN "id" uuid DEFAULT gen_random_uuid() NOT NULL;--> statement-breakpoint
ALTER TABLE "rules" ADD COLUMN "id" uuid DEFAULT gen_random_uuid() NOT NULL;--> statement-breakpoint
ALTER TABLE "day_overrides" ADD CONSTRAINT "day_overrides_county_id_id_pk" PRIMARY KEY("county_id","id");--> statement-breakpoint
ALTER TABLE "rules" ADD CONSTRAINT "rules_county_id_id_pk" PRIMARY KEY("county_id","id");--> statement-breakpoint
ALTER TABLE "day_overrides" ADD COLUMN "changed_by" uuid;--> statement-breakpoint
ALTER TABLE "day_overrides" ADD COLUMN "changed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "rules" ADD COLUMN "committee_id" uuid;--> statement-breakpoint
ALTER TABLE "rules" ADD COLUMN "changed_by" uuid;--> statement-breakpoint
ALTER TABLE "rules" ADD COLUMN "changed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "day_years" ADD CONSTRAINT "day_years_county_id_counties_id_fk" FOREIGN KEY ("county_id") REFERENCES "public"."counties"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "day_years" ADD CONSTRAINT "day_years_entered_by_person" FOREIGN KEY ("county_id","entered_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "day_years_by_year" ON "day_years" USING btree ("county_id","year");--> statement-breakpoint
ALTER TABLE "day_overrides" ADD CONSTRAINT "day_overrides_changed_by_person" FOREIGN KEY ("county_id","changed_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rules" ADD CONSTRAINT "rules_of_committee" FOREIGN KEY ("county_id","committee_id") REFERENCES "public"."committees"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rules" ADD CONSTRAINT "rules_changed_by_person" FOREIGN KEY ("county_id","changed_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "day_overrides_by_day" ON "day_overrides" USING btree ("county_id","day");--> statement-breakpoint
CREATE INDEX "rules_by_key" ON "rules" USING btree ("county_id","key","valid_from");--> statement-breakpoint
ALTER TABLE "day_overrides" ADD CONSTRAINT "day_overrides_changed_whole" CHECK (("day_overrides"."changed_by" is null) = ("day_overrides"."changed_at" is null));--> statement-breakpoint
ALTER TABLE "rules" ADD CONSTRAINT "rules_changed_whole" CHECK (("rules"."changed_by" is null) = ("rules"."changed_at" is null));