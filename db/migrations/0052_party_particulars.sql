CREATE TYPE "public"."sex" AS ENUM('male', 'female');--> statement-breakpoint
ALTER TABLE "party_changes" DROP CONSTRAINT "party_changes_field_known";--> statement-breakpoint
ALTER TABLE "parties" ADD COLUMN "sex" "sex";--> statement-breakpoint
ALTER TABLE "parties" ADD COLUMN "born_year" smallint;--> statement-breakpoint
ALTER TABLE "parties" ADD COLUMN "ethnicity" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "parties" ADD COLUMN "occupation" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "parties" ADD COLUMN "credit_code" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "parties" ADD COLUMN "legal_representative" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "session_records" ADD COLUMN "statements" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "session_records" ADD COLUMN "facts" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "session_records" ADD COLUMN "outcome" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "session_records" ADD COLUMN "routes_told" "other_route"[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "parties" ADD CONSTRAINT "parties_born_year_fits" CHECK ("parties"."born_year" between 1900 and 2999 and ("parties"."born_on" is null or "parties"."born_on" between make_date("parties"."born_year", 1, 1) and make_date("parties"."born_year", 12, 31)));--> statement-breakpoint
ALTER TABLE "parties" ADD CONSTRAINT "parties_particulars_of_kind" CHECK (case when "parties"."kind" = 'organisation' then "parties"."sex" is null and "parties"."born_year" is null and "parties"."ethnicity" = '' and "parties"."occupation" = ''
        else "parties"."credit_code" = '' and "parties"."legal_representative" = '' end);--> statement-breakpoint
ALTER TABLE "party_changes" ADD CONSTRAINT "party_changes_field_known" CHECK ("party_changes"."field" in ('name', 'kind', 'standing', 'isMinor', 'lacksCapacity', 'ownWages', 'departed', 'joined', 'sex', 'born', 'ethnicity', 'occupation', 'creditCode', 'legalRepresentative'));