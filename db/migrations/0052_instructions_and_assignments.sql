CREATE TYPE "public"."assignment_status" AS ENUM('open', 'done', 'cannot', 'confirmed', 'dropped');--> statement-breakpoint
CREATE TYPE "public"."instruction_kind" AS ENUM('urge', 'report', 'jointMeeting', 'takeCharge');--> statement-breakpoint
CREATE TABLE "assignments" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"dispute_id" uuid NOT NULL,
	"proceeding_id" uuid NOT NULL,
	"what" text NOT NULL,
	"person_id" uuid,
	"organisation" text DEFAULT '' NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"status" "assignment_status" DEFAULT 'open' NOT NULL,
	"answer" text DEFAULT '' NOT NULL,
	"answered_by" uuid,
	"answered_at" timestamp (3) with time zone,
	"remark" text DEFAULT '' NOT NULL,
	"settled_by" uuid,
	"settled_at" timestamp (3) with time zone,
	CONSTRAINT "assignments_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "assignments_say_what" CHECK (btrim("assignments"."what") <> ''),
	CONSTRAINT "assignments_of_somebody" CHECK (("assignments"."person_id" is null) = (btrim("assignments"."organisation") <> '')),
	CONSTRAINT "assignments_leave_time" CHECK ("assignments"."due_at" > "assignments"."asked_at"),
	CONSTRAINT "assignments_answered_whole" CHECK (num_nonnulls("assignments"."answered_by", "assignments"."answered_at") in (0, 2) and ("assignments"."answered_at" is null) = (btrim("assignments"."answer") = '')
        and ("assignments"."status" = 'open') <= ("assignments"."answered_at" is null) and ("assignments"."status" in ('done', 'cannot', 'confirmed')) <= ("assignments"."answered_at" is not null)),
	CONSTRAINT "assignments_settled_whole" CHECK (num_nonnulls("assignments"."settled_by", "assignments"."settled_at") in (0, 2) and ("assignments"."status" in ('confirmed', 'dropped')) = ("assignments"."settled_at" is not null)
        and ("assignments"."status" <> 'dropped' or btrim("assignments"."remark") <> ''))
);--> statement-breakpoint
CREATE TABLE "instructions" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"dispute_id" uuid NOT NULL,
	"proceeding_id" uuid NOT NULL,
	"kind" "instruction_kind" NOT NULL,
	"wish" text NOT NULL,
	"answer_by" timestamp (3) with time zone NOT NULL,
	"given_by" uuid NOT NULL,
	"given_at" timestamp (3) with time zone NOT NULL,
	"answer" text DEFAULT '' NOT NULL,
	"answered_by" uuid,
	"answered_at" timestamp (3) with time zone,
	"withdrawn_by" uuid,
	"withdrawn_at" timestamp (3) with time zone,
	CONSTRAINT "instructions_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "instructions_say_what" CHECK (btrim("instructions"."wish") <> ''),
	CONSTRAINT "instructions_leave_time" CHECK ("instructions"."answer_by" > "instructions"."given_at"),
	CONSTRAINT "instructions_answered_whole" CHECK (num_nonnulls("instructions"."answered_by", "instructions"."answered_at") in (0, 2) and ("instructions"."answered_at" is null) = (btrim("instructions"."answer") = '')),
	CONSTRAINT "instructions_end_one_way" CHECK (num_nonnulls("instructions"."withdrawn_by", "instructions"."withdrawn_at") in (0, 2) and num_nonnulls("instructions"."withdrawn_at", "instructions"."answered_at") < 2)
);--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_of_proceeding" FOREIGN KEY ("county_id","dispute_id","proceeding_id") REFERENCES "public"."proceedings"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_to_person" FOREIGN KEY ("county_id","person_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_asked_by" FOREIGN KEY ("county_id","asked_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_answered_by" FOREIGN KEY ("county_id","answered_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_settled_by" FOREIGN KEY ("county_id","settled_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "instructions" ADD CONSTRAINT "instructions_of_proceeding" FOREIGN KEY ("county_id","dispute_id","proceeding_id") REFERENCES "public"."proceedings"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "instructions" ADD CONSTRAINT "instructions_given_by" FOREIGN KEY ("county_id","given_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "instructions" ADD CONSTRAINT "instructions_answered_by" FOREIGN KEY ("county_id","answered_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "instructions" ADD CONSTRAINT "instructions_withdrawn_by" FOREIGN KEY ("county_id","withdrawn_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "assignments_by_dispute" ON "assignments" USING btree ("county_id","dispute_id");--> statement-breakpoint
CREATE INDEX "assignments_unsettled" ON "assignments" USING btree ("county_id","proceeding_id","due_at") WHERE "assignments"."status" in ('open', 'done', 'cannot');--> statement-breakpoint
CREATE INDEX "assignments_by_person" ON "assignments" USING btree ("county_id","person_id","due_at");--> statement-breakpoint
CREATE INDEX "instructions_by_dispute" ON "instructions" USING btree ("county_id","dispute_id");--> statement-breakpoint
CREATE INDEX "instructions_open" ON "instructions" USING btree ("county_id","proceeding_id","answer_by") WHERE "instructions"."answered_at" is null and "instructions"."withdrawn_at" is null;--> statement-breakpoint
CREATE INDEX "instructions_by_giver" ON "instructions" USING btree ("county_id","given_by","given_at");