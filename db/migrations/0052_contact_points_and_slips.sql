CREATE TYPE "public"."clue_step_kind" AS ENUM('acknowledge', 'visit', 'settle', 'escalate');--> statement-breakpoint
CREATE TABLE "clue_steps" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"clue_id" uuid NOT NULL,
	"station_id" uuid NOT NULL,
	"point_id" uuid NOT NULL,
	"kind" "clue_step_kind" NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"taken_by" uuid NOT NULL,
	"taken_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "clue_steps_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "clue_steps_say_what" CHECK ("clue_steps"."kind" in ('acknowledge', 'escalate') or "clue_steps"."note" <> '')
);--> statement-breakpoint
CREATE TABLE "registration_slips" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"dispute_id" uuid NOT NULL,
	"code_hash" text NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"revoked_by" uuid,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "registration_slips_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "registration_slips_code_once" UNIQUE("code_hash"),
	CONSTRAINT "registration_slips_shape" CHECK ("registration_slips"."code_hash" ~ '^[0-9a-f]{64}$' and "registration_slips"."expires_at" > "registration_slips"."made_at" and ("registration_slips"."revoked_at" is null) = ("registration_slips"."revoked_by" is null))
);--> statement-breakpoint
ALTER TABLE "clue_steps" ADD CONSTRAINT "clue_steps_of_clue" FOREIGN KEY ("county_id","clue_id") REFERENCES "public"."clues"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clue_steps" ADD CONSTRAINT "clue_steps_at_station" FOREIGN KEY ("county_id","station_id") REFERENCES "public"."stations"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clue_steps" ADD CONSTRAINT "clue_steps_at_point" FOREIGN KEY ("county_id","point_id") REFERENCES "public"."contact_points"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clue_steps" ADD CONSTRAINT "clue_steps_taken_by" FOREIGN KEY ("county_id","taken_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registration_slips" ADD CONSTRAINT "registration_slips_of_dispute" FOREIGN KEY ("county_id","dispute_id") REFERENCES "public"."disputes"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registration_slips" ADD CONSTRAINT "registration_slips_made_by" FOREIGN KEY ("county_id","made_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registration_slips" ADD CONSTRAINT "registration_slips_revoked_by" FOREIGN KEY ("county_id","revoked_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "clue_steps_once" ON "clue_steps" USING btree ("county_id","clue_id","kind") WHERE "clue_steps"."kind" <> 'visit';--> statement-breakpoint
CREATE INDEX "clue_steps_by_clue" ON "clue_steps" USING btree ("county_id","clue_id","taken_at");--> statement-breakpoint
CREATE UNIQUE INDEX "registration_slips_one_live" ON "registration_slips" USING btree ("county_id","dispute_id") WHERE "registration_slips"."revoked_at" is null;--> statement-breakpoint
CREATE INDEX "registration_slips_by_dispute" ON "registration_slips" USING btree ("county_id","dispute_id");--> statement-breakpoint
CREATE INDEX "clues_by_point" ON "clues" USING btree ("county_id","point_id","reported_at");--> statement-breakpoint
ALTER TABLE "clues" ADD CONSTRAINT "clues_settled_at_point" CHECK ("clues"."status" <> 'settled' or "clues"."point_id" is not null);