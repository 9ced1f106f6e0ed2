CREATE TYPE "public"."mediation_failure" AS ENUM('notMinor', 'hired', 'gang', 'repeated', 'unwilling', 'newViolation', 'fled', 'otherUnfit', 'notAgreed', 'notPerformed');--> statement-breakpoint
CREATE TYPE "public"."on_spot_losses" AS ENUM('none', 'undisputed');--> statement-breakpoint
CREATE TYPE "public"."settlement_way" AS ENUM('byThemselves', 'peoplesMediation');--> statement-breakpoint
CREATE TYPE "public"."violation_circumstance" AS ENUM('acquaintances', 'victimFault', 'easierSettled');--> statement-breakpoint
CREATE TYPE "public"."violation_kind" AS ENUM('assault', 'intentionalInjury', 'insult', 'defamation', 'falseAccusation', 'propertyDamage', 'disturbingLife', 'privacy', 'homeIntrusion');--> statement-breakpoint
CREATE TYPE "public"."violation_part" AS ENUM('suspect', 'injured');--> statement-breakpoint
CREATE TABLE "guardian_summonses" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"dispute_id" uuid NOT NULL,
	"proceeding_id" uuid NOT NULL,
	"party_id" uuid NOT NULL,
	"link_id" uuid,
	"means" "notice_means",
	"exception_reason" text DEFAULT '' NOT NULL,
	"told_at" timestamp (3) with time zone NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "guardian_summonses_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "guardian_summonses_told_or_excepted" CHECK (num_nonnulls("guardian_summonses"."link_id", "guardian_summonses"."means") in (0, 2) and ("guardian_summonses"."link_id" is null) = (btrim("guardian_summonses"."exception_reason") <> '')),
	CONSTRAINT "guardian_summonses_told_before" CHECK ("guardian_summonses"."told_at" <= "guardian_summonses"."recorded_at")
);--> statement-breakpoint
CREATE TABLE "on_spot_forms" (
	"county_id" uuid NOT NULL,
	"agreement_id" uuid NOT NULL,
	"dispute_id" uuid NOT NULL,
	"settled_at" timestamp (3) with time zone NOT NULL,
	"place" text NOT NULL,
	"is_facts_clear" boolean NOT NULL,
	"is_cause_clear" boolean NOT NULL,
	"losses" "on_spot_losses" NOT NULL,
	"recording" text DEFAULT '' NOT NULL,
	"second_officer_id" uuid,
	"others" text DEFAULT '' NOT NULL,
	CONSTRAINT "on_spot_forms_county_id_agreement_id_pk" PRIMARY KEY("county_id","agreement_id"),
	CONSTRAINT "on_spot_forms_clear" CHECK ("on_spot_forms"."is_facts_clear" and "on_spot_forms"."is_cause_clear"),
	CONSTRAINT "on_spot_forms_recorded" CHECK ("on_spot_forms"."second_officer_id" is not null or btrim("on_spot_forms"."recording") <> ''),
	CONSTRAINT "on_spot_forms_place_named" CHECK (btrim("on_spot_forms"."place") <> '')
);--> statement-breakpoint
CREATE TABLE "settlement_applicants" (
	"county_id" uuid NOT NULL,
	"application_id" uuid NOT NULL,
	"dispute_id" uuid NOT NULL,
	"party_id" uuid NOT NULL,
	"link_id" uuid,
	"means" "signature_means" NOT NULL,
	CONSTRAINT "settlement_applicants_county_id_application_id_party_id_pk" PRIMARY KEY("county_id","application_id","party_id")
);--> statement-breakpoint
CREATE TABLE "settlement_applications" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"dispute_id" uuid NOT NULL,
	"proceeding_id" uuid NOT NULL,
	"way" "settlement_way" NOT NULL,
	"peoples_proceeding_id" uuid,
	"agreed_on" date NOT NULL,
	"agreed" text NOT NULL,
	"performed_on" date NOT NULL,
	"proof" text NOT NULL,
	"applied_on" date NOT NULL,
	"is_decided" "yes_no_unclear" NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"is_approved" boolean,
	"decision_reason" text DEFAULT '' NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp (3) with time zone,
	CONSTRAINT "settlement_applications_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "settlement_applications_within_dispute" UNIQUE("county_id","dispute_id","id"),
	CONSTRAINT "settlement_applications_before_decision" CHECK ("settlement_applications"."is_decided" = 'no'),
	CONSTRAINT "settlement_applications_in_order" CHECK ("settlement_applications"."agreed_on" <= "settlement_applications"."performed_on" and "settlement_applications"."performed_on" <= "settlement_applications"."applied_on"),
	CONSTRAINT "settlement_applications_words_given" CHECK (btrim("settlement_applications"."agreed") <> '' and btrim("settlement_applications"."proof") <> '' and ("settlement_applications"."way" = 'peoplesMediation' or "settlement_applications"."peoples_proceeding_id" is null)),
	CONSTRAINT "settlement_applications_decided_whole" CHECK (num_nonnulls("settlement_applications"."is_approved", "settlement_applications"."decided_by", "settlement_applications"."decided_at") in (0, 3) and ("settlement_applications"."is_approved" is null or btrim("settlement_applications"."decision_reason") <> '')),
	CONSTRAINT "settlement_applications_another_decides" CHECK ("settlement_applications"."decided_by" is distinct from "settlement_applications"."recorded_by")
);--> statement-breakpoint
CREATE TABLE "violation_findings" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"dispute_id" uuid NOT NULL,
	"proceeding_id" uuid NOT NULL,
	"is_violation" "yes_no_unclear" NOT NULL,
	"is_minor" "yes_no_unclear" NOT NULL,
	"kinds" "violation_kind"[] NOT NULL,
	"circumstance" "violation_circumstance",
	"hired" "yes_no_unclear" NOT NULL,
	"gang" "yes_no_unclear" NOT NULL,
	"repeated" "yes_no_unclear" NOT NULL,
	"new_violation" "yes_no_unclear" NOT NULL,
	"fled" "yes_no_unclear" NOT NULL,
	"other_unfit" "yes_no_unclear" NOT NULL,
	"basis" text NOT NULL,
	"found_by" uuid NOT NULL,
	"found_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "violation_findings_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "violation_findings_within_dispute" UNIQUE("county_id","dispute_id","id"),
	CONSTRAINT "violation_findings_kind_of_violation" CHECK ("violation_findings"."is_violation" = 'yes' or cardinality("violation_findings"."kinds") = 0)
);--> statement-breakpoint
CREATE TABLE "violation_people" (
	"county_id" uuid NOT NULL,
	"finding_id" uuid NOT NULL,
	"dispute_id" uuid NOT NULL,
	"party_id" uuid NOT NULL,
	"part" "violation_part" NOT NULL,
	CONSTRAINT "violation_people_county_id_finding_id_party_id_part_pk" PRIMARY KEY("county_id","finding_id","party_id","part")
);--> statement-breakpoint
ALTER TABLE "endings" DROP CONSTRAINT "endings_refusal_names_party";--> statement-breakpoint
ALTER TABLE "endings" ADD COLUMN "failure" "mediation_failure";--> statement-breakpoint
ALTER TABLE "endings" ADD COLUMN "failed_on" date;--> statement-breakpoint
ALTER TABLE "guardian_summonses" ADD CONSTRAINT "guardian_summonses_of_proceeding" FOREIGN KEY ("county_id","dispute_id","proceeding_id") REFERENCES "public"."proceedings"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guardian_summonses" ADD CONSTRAINT "guardian_summonses_of_party" FOREIGN KEY ("county_id","dispute_id","party_id") REFERENCES "public"."parties"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guardian_summonses" ADD CONSTRAINT "guardian_summonses_by_person" FOREIGN KEY ("county_id","recorded_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "on_spot_forms" ADD CONSTRAINT "on_spot_forms_of_agreement" FOREIGN KEY ("county_id","dispute_id","agreement_id") REFERENCES "public"."agreements"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "on_spot_forms" ADD CONSTRAINT "on_spot_forms_second_officer" FOREIGN KEY ("county_id","second_officer_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "settlement_applicants" ADD CONSTRAINT "settlement_applicants_of_application" FOREIGN KEY ("county_id","dispute_id","application_id") REFERENCES "public"."settlement_applications"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "settlement_applicants" ADD CONSTRAINT "settlement_applicants_of_party" FOREIGN KEY ("county_id","dispute_id","party_id") REFERENCES "public"."parties"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "settlement_applications" ADD CONSTRAINT "settlement_applications_of_proceeding" FOREIGN KEY ("county_id","dispute_id","proceeding_id") REFERENCES "public"."proceedings"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "settlement_applications" ADD CONSTRAINT "settlement_applications_by_peoples" FOREIGN KEY ("county_id","dispute_id","peoples_proceeding_id") REFERENCES "public"."proceedings"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "settlement_applications" ADD CONSTRAINT "settlement_applications_decided_by_person" FOREIGN KEY ("county_id","decided_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "violation_findings" ADD CONSTRAINT "violation_findings_of_proceeding" FOREIGN KEY ("county_id","dispute_id","proceeding_id") REFERENCES "public"."proceedings"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "violation_findings" ADD CONSTRAINT "violation_findings_by_person" FOREIGN KEY ("county_id","found_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "violation_people" ADD CONSTRAINT "violation_people_of_finding" FOREIGN KEY ("county_id","dispute_id","finding_id") REFERENCES "public"."violation_findings"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "violation_people" ADD CONSTRAINT "violation_people_of_party" FOREIGN KEY ("county_id","dispute_id","party_id") REFERENCES "public"."parties"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "guardian_summonses_by_proceeding" ON "guardian_summonses" USING btree ("county_id","proceeding_id","party_id");--> statement-breakpoint
CREATE INDEX "guardian_summonses_by_dispute" ON "guardian_summonses" USING btree ("county_id","dispute_id");--> statement-breakpoint
CREATE INDEX "on_spot_forms_by_dispute" ON "on_spot_forms" USING btree ("county_id","dispute_id");--> statement-breakpoint
CREATE INDEX "settlement_applicants_by_dispute" ON "settlement_applicants" USING btree ("county_id","dispute_id");--> statement-breakpoint
CREATE UNIQUE INDEX "settlement_applications_one_live" ON "settlement_applications" USING btree ("county_id","proceeding_id") WHERE "settlement_applications"."is_approved" is not false;--> statement-breakpoint
CREATE INDEX "settlement_applications_by_proceeding" ON "settlement_applications" USING btree ("county_id","proceeding_id","recorded_at");--> statement-breakpoint
CREATE INDEX "settlement_applications_by_dispute" ON "settlement_applications" USING btree ("county_id","dispute_id");--> statement-breakpoint
CREATE INDEX "violation_findings_latest" ON "violation_findings" USING btree ("county_id","proceeding_id","found_at","id");--> statement-breakpoint
CREATE INDEX "violation_findings_by_dispute" ON "violation_findings" USING btree ("county_id","dispute_id");--> statement-breakpoint
CREATE INDEX "violation_people_by_dispute" ON "violation_people" USING btree ("county_id","dispute_id");--> statement-breakpoint
ALTER TABLE "endings" ADD CONSTRAINT "endings_failure_whole" CHECK (("endings"."failure" is null) = ("endings"."failed_on" is null) and ("endings"."failure" is null or "endings"."outcome" = 'publicSecurityToPenalty'));--> statement-breakpoint
ALTER TABLE "endings" ADD CONSTRAINT "endings_refusal_names_party" CHECK (case when "endings"."failure" is null then ("endings"."outcome" = 'refused') else ("endings"."failure" = 'unwilling') end = ("endings"."refused_by_party_id" is not null));