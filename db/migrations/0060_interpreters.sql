CREATE TYPE "public"."interpreter_kind" AS ENUM('spoken', 'sign', 'reader');--> statement-breakpoint
CREATE TABLE "interpreters" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"dispute_id" uuid NOT NULL,
	"proceeding_id" uuid NOT NULL,
	"session_id" uuid,
	"agreement_id" uuid,
	"party_id" uuid NOT NULL,
	"kind" "interpreter_kind" NOT NULL,
	"language" text DEFAULT '' NOT NULL,
	"person_id" uuid,
	"name" text DEFAULT '' NOT NULL,
	"phone" text DEFAULT '' NOT NULL,
	"phone_hash" text DEFAULT '' NOT NULL,
	"phone_line_hash" text DEFAULT '' NOT NULL,
	"phone_end_hash" text DEFAULT '' NOT NULL,
	"tie" text DEFAULT '' NOT NULL,
	"agreed_party_ids" uuid[] DEFAULT '{}' NOT NULL,
	"named_by" uuid NOT NULL,
	"named_at" timestamp (3) with time zone NOT NULL,
	"told_means" "spoken_means",
	"told_starts_at" timestamp (3) with time zone,
	"told_at" timestamp (3) with time zone,
	"told_by" uuid,
	"attendance" "attendance" DEFAULT 'expected' NOT NULL,
	"means" "signature_means",
	"signed_at" timestamp (3) with time zone,
	"recorded_by" uuid,
	"ended_at" timestamp (3) with time zone,
	"ended_by" uuid,
	CONSTRAINT "interpreters_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "interpreters_one_place" CHECK (num_nonnulls("interpreters"."session_id", "interpreters"."agreement_id") = 1),
	CONSTRAINT "interpreters_language_named" CHECK (("interpreters"."kind" = 'spoken') = (btrim("interpreters"."language") <> '')),
	CONSTRAINT "interpreters_one_person" CHECK (("interpreters"."person_id" is null) = (btrim("interpreters"."name") <> '') and ("interpreters"."person_id" is null or "interpreters"."tie" = '' and "interpreters"."phone" = '' and cardinality("interpreters"."agreed_party_ids") = 0)),
	CONSTRAINT "interpreters_phone_encrypted" CHECK (("interpreters"."phone" = '' and "interpreters"."phone_hash" = '' and "interpreters"."phone_line_hash" = '' and "interpreters"."phone_end_hash" = '') or ("interpreters"."phone" ~ '^e1[.][0-9a-f]{8}[.][A-Za-z0-9_-]{59,}$' and "interpreters"."phone_hash" ~ '^[A-Za-z0-9_-]{22}$' and "interpreters"."phone_line_hash" ~ '^[A-Za-z0-9_-]{22}$' and "interpreters"."phone_end_hash" ~ '^[A-Za-z0-9_-]{22}$')),
	CONSTRAINT "interpreters_told_whole" CHECK (num_nulls("interpreters"."told_means", "interpreters"."told_starts_at", "interpreters"."told_at", "interpreters"."told_by") in (0, 4) and ("interpreters"."told_at" is null or "interpreters"."session_id" is not null)),
	CONSTRAINT "interpreters_present_at_session" CHECK ("interpreters"."attendance" = 'expected' or "interpreters"."session_id" is not null),
	CONSTRAINT "interpreters_signed_whole" CHECK (("interpreters"."signed_at" is null) = ("interpreters"."recorded_by" is null) and ("interpreters"."signed_at" is null or "interpreters"."agreement_id" is not null)
        and case when "interpreters"."signed_at" is null then "interpreters"."means" is null else "interpreters"."means" is not null or "interpreters"."kind" = 'reader' end),
	CONSTRAINT "interpreters_ended_whole" CHECK (("interpreters"."ended_at" is null) = ("interpreters"."ended_by" is null))
);
--> statement-breakpoint
CREATE TABLE "interpreting_needs" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"dispute_id" uuid NOT NULL,
	"proceeding_id" uuid NOT NULL,
	"party_id" uuid NOT NULL,
	"kind" "interpreter_kind",
	"language" text DEFAULT '' NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "interpreting_needs_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "interpreting_needs_language_named" CHECK (("interpreting_needs"."kind" is not distinct from 'spoken') = (btrim("interpreting_needs"."language") <> ''))
);
--> statement-breakpoint
ALTER TABLE "interpreters" ADD CONSTRAINT "interpreters_of_proceeding" FOREIGN KEY ("county_id","dispute_id","proceeding_id") REFERENCES "public"."proceedings"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interpreters" ADD CONSTRAINT "interpreters_of_session" FOREIGN KEY ("county_id","dispute_id","session_id") REFERENCES "public"."sessions"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interpreters" ADD CONSTRAINT "interpreters_of_agreement" FOREIGN KEY ("county_id","dispute_id","agreement_id") REFERENCES "public"."agreements"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interpreters" ADD CONSTRAINT "interpreters_for_party" FOREIGN KEY ("county_id","dispute_id","party_id") REFERENCES "public"."parties"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interpreters" ADD CONSTRAINT "interpreters_person" FOREIGN KEY ("county_id","person_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interpreters" ADD CONSTRAINT "interpreters_named_by" FOREIGN KEY ("county_id","named_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interpreters" ADD CONSTRAINT "interpreters_told_by" FOREIGN KEY ("county_id","told_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interpreters" ADD CONSTRAINT "interpreters_recorded_by" FOREIGN KEY ("county_id","recorded_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interpreters" ADD CONSTRAINT "interpreters_ended_by" FOREIGN KEY ("county_id","ended_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interpreting_needs" ADD CONSTRAINT "interpreting_needs_in_proceeding" FOREIGN KEY ("county_id","dispute_id","proceeding_id") REFERENCES "public"."proceedings"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interpreting_needs" ADD CONSTRAINT "interpreting_needs_of_party" FOREIGN KEY ("county_id","dispute_id","party_id") REFERENCES "public"."parties"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interpreting_needs" ADD CONSTRAINT "interpreting_needs_recorded_by" FOREIGN KEY ("county_id","recorded_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "interpreters_once" ON "interpreters" USING btree ("county_id",coalesce("session_id", "agreement_id"),"party_id","kind",coalesce("person_id"::text, "name")) WHERE "interpreters"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "interpreters_by_session" ON "interpreters" USING btree ("county_id","session_id") WHERE "interpreters"."session_id" is not null;--> statement-breakpoint
CREATE INDEX "interpreters_by_agreement" ON "interpreters" USING btree ("county_id","agreement_id") WHERE "interpreters"."agreement_id" is not null;--> statement-breakpoint
CREATE INDEX "interpreters_by_person" ON "interpreters" USING btree ("county_id","person_id") WHERE "interpreters"."person_id" is not null;--> statement-breakpoint
CREATE INDEX "interpreters_by_dispute" ON "interpreters" USING btree ("county_id","dispute_id");--> statement-breakpoint
CREATE INDEX "interpreting_needs_by_party" ON "interpreting_needs" USING btree ("county_id","party_id","recorded_at");--> statement-breakpoint
CREATE INDEX "interpreting_needs_by_dispute" ON "interpreting_needs" USING btree ("county_id","dispute_id");