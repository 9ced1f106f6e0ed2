ALTER TABLE "seals" ADD COLUMN "sealer_name" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "signatures" ADD COLUMN "signer_name" text DEFAULT '' NOT NULL;--> statement-breakpoint
-- What was signed before bears the names of today, as it was shown so far.
UPDATE "signatures" s SET "signer_name" = p."name" FROM "people" p WHERE p."county_id" = s."county_id" AND p."id" = s."person_id";--> statement-breakpoint
UPDATE "seals" s SET "sealer_name" = p."name" FROM "people" p WHERE p."county_id" = s."county_id" AND p."id" = s."sealed_by";
