CREATE TYPE "public"."assignment_status" AS ENUM('open', 'done', 'cannot', 'confirmed', 'dropped');--> statement-breakpoint
CREATE TYPE "public"."clue_step_kind" AS ENUM('acknowledge', 'visit', 'settle', 'escalate');--> statement-breakpoint
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
CREATE TABLE "drafting_templates" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"committee_id" uuid NOT NULL,
	"type" "dispute_type" NOT NULL,
	"clauses" jsonb NOT NULL,
	"valid_from" date NOT NULL,
	"set_by" uuid NOT NULL,
	"set_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "drafting_templates_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "drafting_templates_shape" CHECK (jsonb_typeof("drafting_templates"."clauses") = 'array' and jsonb_array_length("drafting_templates"."clauses") between 1 and 30)
);--> statement-breakpoint
CREATE TABLE "paper_templates" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"committee_id" uuid,
	"kind" "paper_kind" NOT NULL,
	"name" text NOT NULL,
	"valid_from" date NOT NULL,
	"sha256" text NOT NULL,
	"bytes" integer NOT NULL,
	"fields" jsonb NOT NULL,
	"added_by" uuid NOT NULL,
	"added_at" timestamp (3) with time zone NOT NULL,
	"withdrawn_by" uuid,
	"withdrawn_at" timestamp (3) with time zone,
	"withdrawn_reason" text,
	CONSTRAINT "paper_templates_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "paper_templates_shape" CHECK ("paper_templates"."sha256" ~ '^[0-9a-f]{64}$' and "paper_templates"."bytes" between 1 and 1048576 and length("paper_templates"."name") between 3 and 120
        and jsonb_typeof("paper_templates"."fields") = 'array' and "paper_templates"."kind" <> 'dossier'),
	CONSTRAINT "paper_templates_withdrawn_whole" CHECK (("paper_templates"."withdrawn_at" is null) = ("paper_templates"."withdrawn_by" is null) and ("paper_templates"."withdrawn_at" is null) = ("paper_templates"."withdrawn_reason" is null))
);--> statement-breakpoint
ALTER TABLE "endings" ADD COLUMN "said_by_party_id" uuid;--> statement-breakpoint
ALTER TABLE "endings" ADD COLUMN "said_by_link_id" uuid;--> statement-breakpoint
ALTER TABLE "endings" ADD COLUMN "said_means" "lead_request_means";--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_of_proceeding" FOREIGN KEY ("county_id","dispute_id","proceeding_id") REFERENCES "public"."proceedings"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_to_person" FOREIGN KEY ("county_id","person_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_asked_by" FOREIGN KEY ("county_id","asked_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_answered_by" FOREIGN KEY ("county_id","answered_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_settled_by" FOREIGN KEY ("county_id","settled_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clue_steps" ADD CONSTRAINT "clue_steps_of_clue" FOREIGN KEY ("county_id","clue_id") REFERENCES "public"."clues"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clue_steps" ADD CONSTRAINT "clue_steps_at_station" FOREIGN KEY ("county_id","station_id") REFERENCES "public"."stations"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clue_steps" ADD CONSTRAINT "clue_steps_at_point" FOREIGN KEY ("county_id","point_id") REFERENCES "public"."contact_points"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clue_steps" ADD CONSTRAINT "clue_steps_taken_by" FOREIGN KEY ("county_id","taken_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "instructions" ADD CONSTRAINT "instructions_of_proceeding" FOREIGN KEY ("county_id","dispute_id","proceeding_id") REFERENCES "public"."proceedings"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "instructions" ADD CONSTRAINT "instructions_given_by" FOREIGN KEY ("county_id","given_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "instructions" ADD CONSTRAINT "instructions_answered_by" FOREIGN KEY ("county_id","answered_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "instructions" ADD CONSTRAINT "instructions_withdrawn_by" FOREIGN KEY ("county_id","withdrawn_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registration_slips" ADD CONSTRAINT "registration_slips_of_dispute" FOREIGN KEY ("county_id","dispute_id") REFERENCES "public"."disputes"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registration_slips" ADD CONSTRAINT "registration_slips_made_by" FOREIGN KEY ("county_id","made_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registration_slips" ADD CONSTRAINT "registration_slips_revoked_by" FOREIGN KEY ("county_id","revoked_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drafting_templates" ADD CONSTRAINT "drafting_templates_of_committee" FOREIGN KEY ("county_id","committee_id") REFERENCES "public"."committees"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drafting_templates" ADD CONSTRAINT "drafting_templates_set_by" FOREIGN KEY ("county_id","set_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_templates" ADD CONSTRAINT "paper_templates_of_committee" FOREIGN KEY ("county_id","committee_id") REFERENCES "public"."committees"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_templates" ADD CONSTRAINT "paper_templates_added_by" FOREIGN KEY ("county_id","added_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_templates" ADD CONSTRAINT "paper_templates_withdrawn_by" FOREIGN KEY ("county_id","withdrawn_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "assignments_by_dispute" ON "assignments" USING btree ("county_id","dispute_id");--> statement-breakpoint
CREATE INDEX "assignments_unsettled" ON "assignments" USING btree ("county_id","proceeding_id","due_at") WHERE "assignments"."status" in ('open', 'done', 'cannot');--> statement-breakpoint
CREATE INDEX "assignments_by_person" ON "assignments" USING btree ("county_id","person_id","due_at");--> statement-breakpoint
CREATE UNIQUE INDEX "clue_steps_once" ON "clue_steps" USING btree ("county_id","clue_id","kind") WHERE "clue_steps"."kind" <> 'visit';--> statement-breakpoint
CREATE INDEX "clue_steps_by_clue" ON "clue_steps" USING btree ("county_id","clue_id","taken_at");--> statement-breakpoint
CREATE INDEX "instructions_by_dispute" ON "instructions" USING btree ("county_id","dispute_id");--> statement-breakpoint
CREATE INDEX "instructions_open" ON "instructions" USING btree ("county_id","proceeding_id","answer_by") WHERE "instructions"."answered_at" is null and "instructions"."withdrawn_at" is null;--> statement-breakpoint
CREATE INDEX "instructions_by_giver" ON "instructions" USING btree ("county_id","given_by","given_at");--> statement-breakpoint
CREATE UNIQUE INDEX "registration_slips_one_live" ON "registration_slips" USING btree ("county_id","dispute_id") WHERE "registration_slips"."revoked_at" is null;--> statement-breakpoint
CREATE INDEX "registration_slips_by_dispute" ON "registration_slips" USING btree ("county_id","dispute_id");--> statement-breakpoint
CREATE INDEX "drafting_templates_by_type" ON "drafting_templates" USING btree ("county_id","committee_id","type","valid_from");--> statement-breakpoint
CREATE INDEX "paper_templates_by_kind" ON "paper_templates" USING btree ("county_id","kind","committee_id","valid_from");--> statement-breakpoint
ALTER TABLE "endings" ADD CONSTRAINT "endings_said_by_party" FOREIGN KEY ("county_id","dispute_id","said_by_party_id") REFERENCES "public"."parties"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "endings" ADD CONSTRAINT "endings_said_by_link" FOREIGN KEY ("county_id","said_by_link_id") REFERENCES "public"."party_links"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "clues_by_point" ON "clues" USING btree ("county_id","point_id","reported_at");--> statement-breakpoint
ALTER TABLE "clues" ADD CONSTRAINT "clues_settled_at_point" CHECK ("clues"."status" <> 'settled' or "clues"."point_id" is not null);--> statement-breakpoint
ALTER TABLE "endings" ADD CONSTRAINT "endings_settlement_said_whole" CHECK (("endings"."said_by_party_id" is null) = ("endings"."said_means" is null) and ("endings"."said_by_party_id" is not null or "endings"."said_by_link_id" is null)
        and ("endings"."said_by_party_id" is null or "endings"."outcome" = 'settledWithdrawn'));