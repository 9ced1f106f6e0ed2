CREATE TABLE "file_origins" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"dispute_id" uuid NOT NULL,
	"file_id" uuid NOT NULL,
	"provider" text NOT NULL,
	"is_original" boolean,
	"place" text NOT NULL,
	"made_on" date,
	"said_by" uuid NOT NULL,
	"said_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "file_origins_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "file_origins_say_something" CHECK (btrim("file_origins"."provider") <> '' or btrim("file_origins"."place") <> '' or "file_origins"."is_original" is not null or "file_origins"."made_on" is not null)
);--> statement-breakpoint
CREATE TABLE "person_roles" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"role" "role" NOT NULL,
	"station_id" uuid,
	"point_id" uuid,
	"from_on" date NOT NULL,
	"until_on" date,
	"reason" text NOT NULL,
	"given_by" uuid NOT NULL,
	"given_at" timestamp (3) with time zone NOT NULL,
	"ended_reason" text DEFAULT '' NOT NULL,
	"ended_by" uuid,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "person_roles_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "person_roles_of_one" UNIQUE("county_id","person_id","id"),
	CONSTRAINT "person_roles_workplace_by_role" CHECK (case "person_roles"."role" when 'mediator' then "person_roles"."station_id" is not null and "person_roles"."point_id" is null
        when 'gridMember' then "person_roles"."station_id" is not null when 'expert' then "person_roles"."station_id" is null else false end),
	CONSTRAINT "person_roles_span" CHECK ("person_roles"."until_on" >= "person_roles"."from_on"),
	CONSTRAINT "person_roles_ended_whole" CHECK (num_nulls("person_roles"."ended_by", "person_roles"."ended_at") in (0, 2) and ("person_roles"."ended_at" is null) = ("person_roles"."ended_reason" = ''))
);--> statement-breakpoint
DROP INDEX "interpreters_once";--> statement-breakpoint
ALTER TABLE "interpreters" ALTER COLUMN "party_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "sign_ins" ADD COLUMN "acting_role_id" uuid;--> statement-breakpoint
ALTER TABLE "proceedings" ADD COLUMN "waiting_step" "next_step";--> statement-breakpoint
ALTER TABLE "proceedings" ADD COLUMN "waiting_due_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "file_origins" ADD CONSTRAINT "file_origins_of_file" FOREIGN KEY ("county_id","file_id") REFERENCES "public"."files"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "file_origins" ADD CONSTRAINT "file_origins_said_by" FOREIGN KEY ("county_id","said_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_roles" ADD CONSTRAINT "person_roles_of_person" FOREIGN KEY ("county_id","person_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_roles" ADD CONSTRAINT "person_roles_of_station" FOREIGN KEY ("county_id","station_id") REFERENCES "public"."stations"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_roles" ADD CONSTRAINT "person_roles_of_point" FOREIGN KEY ("county_id","point_id") REFERENCES "public"."contact_points"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_roles" ADD CONSTRAINT "person_roles_given_by" FOREIGN KEY ("county_id","given_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_roles" ADD CONSTRAINT "person_roles_ended_by" FOREIGN KEY ("county_id","ended_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "file_origins_by_dispute" ON "file_origins" USING btree ("county_id","dispute_id","file_id","said_at");--> statement-breakpoint
CREATE UNIQUE INDEX "person_roles_once" ON "person_roles" USING btree ("county_id","person_id","role") WHERE "person_roles"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "person_roles_by_point" ON "person_roles" USING btree ("county_id","point_id") WHERE "person_roles"."ended_at" is null;--> statement-breakpoint
ALTER TABLE "sign_ins" ADD CONSTRAINT "sign_ins_acting_role" FOREIGN KEY ("county_id","person_id","acting_role_id") REFERENCES "public"."person_roles"("county_id","person_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "interpreters_once" ON "interpreters" USING btree ("county_id",coalesce("session_id", "agreement_id"),coalesce("party_id"::text, ''),"kind",coalesce("person_id"::text, "name")) WHERE "interpreters"."ended_at" is null;--> statement-breakpoint
ALTER TABLE "interpreters" ADD CONSTRAINT "interpreters_witness_for_nobody" CHECK (("interpreters"."kind" = 'witness') = ("interpreters"."party_id" is null));--> statement-breakpoint
ALTER TABLE "interpreting_needs" ADD CONSTRAINT "interpreting_needs_help" CHECK ("interpreting_needs"."kind" is distinct from 'witness');--> statement-breakpoint
ALTER TABLE "proceedings" ADD CONSTRAINT "proceedings_waiting_step_whole" CHECK (("proceedings"."waiting_step" is null) = ("proceedings"."waiting_due_at" is null));