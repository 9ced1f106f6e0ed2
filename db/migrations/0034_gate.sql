CREATE TYPE "public"."answer_moment" AS ENUM('registration', 'triage', 'later');--> statement-breakpoint
CREATE TYPE "public"."gate_question" AS ENUM('injury', 'threat', 'familyViolence', 'livelihood', 'judgedByCourt', 'inCourt', 'acceptedElsewhere', 'propertyDamage', 'hasMinor', 'isViolation');--> statement-breakpoint
CREATE TYPE "public"."gate_step_kind" AS ENUM('clarify', 'takeOver', 'warningLetter', 'protectionOrder', 'shelter');--> statement-breakpoint
CREATE TYPE "public"."gate_step_result" AS ENUM('answered', 'takenOver', 'done', 'declined', 'notNeeded');--> statement-breakpoint
CREATE TABLE "duty_leaders" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"station_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"during" "tstzrange" NOT NULL,
	"set_by" uuid NOT NULL,
	"set_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "duty_leaders_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "duty_leaders_during_whole" CHECK (not isempty("duty_leaders"."during") and not lower_inf("duty_leaders"."during") and not upper_inf("duty_leaders"."during"))
);--> statement-breakpoint
CREATE TABLE "gate_answers" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"dispute_id" uuid NOT NULL,
	"question" "gate_question" NOT NULL,
	"ordinal" integer NOT NULL,
	"answer" "yes_no_unclear" NOT NULL,
	"given_as" "answer_moment" NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"given_by" uuid NOT NULL,
	"given_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "gate_answers_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "gate_answers_ordinal_once" UNIQUE("county_id","dispute_id","question","ordinal")
);--> statement-breakpoint
CREATE TABLE "gate_steps" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"dispute_id" uuid NOT NULL,
	"kind" "gate_step_kind" NOT NULL,
	"question" "gate_question",
	"owner_id" uuid NOT NULL,
	"opened_by" uuid NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"result" "gate_step_result",
	"done_on" date,
	"note" text DEFAULT '' NOT NULL,
	"done_by" uuid,
	"done_at" timestamp (3) with time zone,
	CONSTRAINT "gate_steps_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "gate_steps_question_to_clarify" CHECK (("gate_steps"."kind"::text = 'clarify') = ("gate_steps"."question" is not null)),
	CONSTRAINT "gate_steps_result_whole" CHECK (("gate_steps"."result" is null) = ("gate_steps"."done_by" is null) and ("gate_steps"."result" is null) = ("gate_steps"."done_at" is null) and ("gate_steps"."result" is null) = ("gate_steps"."done_on" is null)),
	CONSTRAINT "gate_steps_result_fits" CHECK ("gate_steps"."result" is null or case "gate_steps"."kind"::text when 'clarify' then "gate_steps"."result"::text = 'answered' when 'takeOver' then "gate_steps"."result"::text = 'takenOver'
        else "gate_steps"."result"::text in ('done', 'declined', 'notNeeded') and "gate_steps"."note" <> '' end)
);--> statement-breakpoint
ALTER TABLE "disputes" ADD COLUMN "referred_by" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "disputes" ADD COLUMN "referral_number" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "duty_leaders" ADD CONSTRAINT "duty_leaders_of_station" FOREIGN KEY ("county_id","station_id") REFERENCES "public"."stations"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duty_leaders" ADD CONSTRAINT "duty_leaders_person_known" FOREIGN KEY ("county_id","person_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duty_leaders" ADD CONSTRAINT "duty_leaders_set_by" FOREIGN KEY ("county_id","set_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gate_answers" ADD CONSTRAINT "gate_answers_of_dispute" FOREIGN KEY ("county_id","dispute_id") REFERENCES "public"."disputes"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gate_answers" ADD CONSTRAINT "gate_answers_by_person" FOREIGN KEY ("county_id","given_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gate_steps" ADD CONSTRAINT "gate_steps_of_dispute" FOREIGN KEY ("county_id","dispute_id") REFERENCES "public"."disputes"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gate_steps" ADD CONSTRAINT "gate_steps_owner_known" FOREIGN KEY ("county_id","owner_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gate_steps" ADD CONSTRAINT "gate_steps_opened_by_person" FOREIGN KEY ("county_id","opened_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gate_steps" ADD CONSTRAINT "gate_steps_done_by_person" FOREIGN KEY ("county_id","done_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "duty_leaders_by_station" ON "duty_leaders" USING btree ("county_id","station_id","person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "gate_steps_open_once" ON "gate_steps" USING btree ("county_id","dispute_id","kind") WHERE "gate_steps"."result" is null and "gate_steps"."question" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "gate_steps_clarify_once" ON "gate_steps" USING btree ("county_id","dispute_id","question") WHERE "gate_steps"."result" is null and "gate_steps"."question" is not null;--> statement-breakpoint
CREATE INDEX "gate_steps_of_owner" ON "gate_steps" USING btree ("county_id","owner_id","due_at") WHERE "gate_steps"."result" is null;--> statement-breakpoint
ALTER TABLE "disputes" ADD CONSTRAINT "disputes_entrusted_names_court" CHECK ("disputes"."source"::text <> 'courtEntrusted' or ("disputes"."referred_by" <> '' and "disputes"."referral_number" <> ''));--> statement-breakpoint
-- What Drizzle's schema language cannot say.
alter table duty_leaders add constraint duty_leaders_one_at_a_time
  exclude using gist (county_id with =, station_id with =, during with &&);
