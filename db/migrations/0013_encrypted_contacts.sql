-- The constraints are not yet valid for rows that were there before: db/encryption/keep-encrypted.ts encrypts those with the key, in
-- the same transaction, and validates the constraints.
DROP INDEX "police_calls_by_phone";--> statement-breakpoint
ALTER TABLE "police_calls" ADD COLUMN "phone_hash" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "police_calls" ADD COLUMN "phone_line_hash" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "police_calls" ADD COLUMN "phone_end_hash" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "parties" ADD COLUMN "phone_hash" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "parties" ADD COLUMN "phone_line_hash" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "parties" ADD COLUMN "phone_end_hash" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "parties" ADD COLUMN "id_number" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "parties" ADD COLUMN "id_number_hash" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "parties" ADD COLUMN "id_number_end_hash" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "party_links" ADD COLUMN "phone_hash" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "party_links" ADD COLUMN "phone_line_hash" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "party_links" ADD COLUMN "phone_end_hash" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "phone_hash" text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX "police_calls_by_phone_line" ON "police_calls" USING btree ("county_id","phone_line_hash","called_at");--> statement-breakpoint
CREATE INDEX "parties_by_phone_line" ON "parties" USING btree ("county_id","phone_line_hash");--> statement-breakpoint
CREATE INDEX "parties_by_phone_end" ON "parties" USING btree ("county_id","phone_end_hash");--> statement-breakpoint
CREATE INDEX "parties_by_id_number" ON "parties" USING btree ("county_id","id_number_hash");--> statement-breakpoint
CREATE INDEX "parties_by_id_number_end" ON "parties" USING btree ("county_id","id_number_end_hash");--> statement-breakpoint
CREATE INDEX "police_calls_by_phone" ON "police_calls" USING btree ("county_id","station_id","phone_hash","called_at") WHERE "police_calls"."phone_hash" <> '';--> statement-breakpoint
ALTER TABLE "police_calls" ADD CONSTRAINT "police_calls_phone_encrypted" CHECK (("police_calls"."phone" = '' and "police_calls"."phone_hash" = '' and "police_calls"."phone_line_hash" = '' and "police_calls"."phone_end_hash" = '') or ("police_calls"."phone" ~ '^e1[.][0-9a-f]{8}[.][A-Za-z0-9_-]{59,}$' and "police_calls"."phone_hash" ~ '^[A-Za-z0-9_-]{22}$' and "police_calls"."phone_line_hash" ~ '^[A-Za-z0-9_-]{22}$' and "police_calls"."phone_end_hash" ~ '^[A-Za-z0-9_-]{22}$')) NOT VALID;--> statement-breakpoint
ALTER TABLE "parties" ADD CONSTRAINT "parties_phone_encrypted" CHECK (("parties"."phone" = '' and "parties"."phone_hash" = '' and "parties"."phone_line_hash" = '' and "parties"."phone_end_hash" = '') or ("parties"."phone" ~ '^e1[.][0-9a-f]{8}[.][A-Za-z0-9_-]{59,}$' and "parties"."phone_hash" ~ '^[A-Za-z0-9_-]{22}$' and "parties"."phone_line_hash" ~ '^[A-Za-z0-9_-]{22}$' and "parties"."phone_end_hash" ~ '^[A-Za-z0-9_-]{22}$')) NOT VALID;--> statement-breakpoint
ALTER TABLE "parties" ADD CONSTRAINT "parties_address_encrypted" CHECK (("parties"."address" = '') or ("parties"."address" ~ '^e1[.][0-9a-f]{8}[.][A-Za-z0-9_-]{59,}$')) NOT VALID;--> statement-breakpoint
ALTER TABLE "parties" ADD CONSTRAINT "parties_id_number_encrypted" CHECK (("parties"."id_number" = '' and "parties"."id_number_hash" = '' and "parties"."id_number_end_hash" = '') or ("parties"."id_number" ~ '^e1[.][0-9a-f]{8}[.][A-Za-z0-9_-]{59,}$' and "parties"."id_number_hash" ~ '^[A-Za-z0-9_-]{22}$' and "parties"."id_number_end_hash" ~ '^[A-Za-z0-9_-]{22}$')) NOT VALID;--> statement-breakpoint
ALTER TABLE "party_links" ADD CONSTRAINT "party_links_phone_encrypted" CHECK (("party_links"."phone" = '' and "party_links"."phone_hash" = '' and "party_links"."phone_line_hash" = '' and "party_links"."phone_end_hash" = '') or ("party_links"."phone" ~ '^e1[.][0-9a-f]{8}[.][A-Za-z0-9_-]{59,}$' and "party_links"."phone_hash" ~ '^[A-Za-z0-9_-]{22}$' and "party_links"."phone_line_hash" ~ '^[A-Za-z0-9_-]{22}$' and "party_links"."phone_end_hash" ~ '^[A-Za-z0-9_-]{22}$')) NOT VALID;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_address_encrypted" CHECK (("deliveries"."address_masked" = '') or ("deliveries"."address_masked" ~ '^e1[.][0-9a-f]{8}[.][A-Za-z0-9_-]{59,}$')) NOT VALID;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_phone_hashed" CHECK (case when "people"."phone" = '' then "people"."phone_hash" = '' else "people"."phone_hash" ~ '^[A-Za-z0-9_-]{22}$' end) NOT VALID;--> statement-breakpoint
ALTER TABLE "idempotency_keys" ADD CONSTRAINT "idempotency_keys_body_keyed" CHECK ("idempotency_keys"."body_hash" ~ '^[A-Za-z0-9_-]{43}$') NOT VALID;