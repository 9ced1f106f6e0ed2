ALTER TABLE "agreements" DROP CONSTRAINT "agreements_effective_has_time";--> statement-breakpoint
DROP INDEX "agreements_one_live_per_proceeding";--> statement-breakpoint
DROP INDEX "obligations_due";--> statement-breakpoint
ALTER TABLE "agreements" ADD COLUMN "replaces_id" uuid;--> statement-breakpoint
ALTER TABLE "agreements" ADD COLUMN "renegotiated_reason" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "obligations" ADD COLUMN "superseded_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_replace_earlier" FOREIGN KEY ("county_id","dispute_id","replaces_id") REFERENCES "public"."agreements"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "agreements_one_in_force_per_proceeding" ON "agreements" USING btree ("county_id","proceeding_id") WHERE "agreements"."status" = 'effective';--> statement-breakpoint
CREATE UNIQUE INDEX "agreements_one_live_per_proceeding" ON "agreements" USING btree ("county_id","proceeding_id") WHERE "agreements"."status" in ('draft', 'signing');--> statement-breakpoint
CREATE INDEX "obligations_due" ON "obligations" USING btree ("county_id","due_on") WHERE "obligations"."performed_at" is null and "obligations"."waived_at" is null and "obligations"."superseded_at" is null;--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_renegotiated_whole" CHECK (("agreements"."replaces_id" is null) = ("agreements"."renegotiated_reason" = ''));--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_effective_has_time" CHECK (("agreements"."status" in ('effective', 'replaced')) = ("agreements"."effective_at" is not null));