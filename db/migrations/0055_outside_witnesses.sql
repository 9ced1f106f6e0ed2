DROP INDEX "interpreters_once";--> statement-breakpoint
ALTER TABLE "interpreters" ALTER COLUMN "party_id" DROP NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "interpreters_once" ON "interpreters" USING btree ("county_id",coalesce("session_id", "agreement_id"),coalesce("party_id"::text, ''),"kind",coalesce("person_id"::text, "name")) WHERE "interpreters"."ended_at" is null;--> statement-breakpoint
ALTER TABLE "interpreters" ADD CONSTRAINT "interpreters_witness_for_nobody" CHECK (("interpreters"."kind" = 'witness') = ("interpreters"."party_id" is null));--> statement-breakpoint
ALTER TABLE "interpreting_needs" ADD CONSTRAINT "interpreting_needs_help" CHECK ("interpreting_needs"."kind" is distinct from 'witness');