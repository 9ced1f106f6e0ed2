ALTER TABLE "signing_requests" DROP CONSTRAINT "signing_requests_signer_named";--> statement-breakpoint
ALTER TABLE "file_origins" DROP CONSTRAINT "file_origins_say_something";--> statement-breakpoint
ALTER TABLE "obligations" ADD COLUMN "way" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "obligations" ADD COLUMN "place" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "signing_requests" ADD COLUMN "interpreter_id" uuid;--> statement-breakpoint
ALTER TABLE "file_origins" ADD COLUMN "paper_kind" "paper_kind";--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "assignment_id" uuid;--> statement-breakpoint
ALTER TABLE "interpreters" ADD COLUMN "strokes" jsonb;--> statement-breakpoint
ALTER TABLE "interpreters" ADD COLUMN "is_by_link" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "post_en" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "committees" ADD COLUMN "name_en" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "contact_points" ADD COLUMN "name_en" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "rooms" ADD COLUMN "name_en" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "stations" ADD COLUMN "name_en" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "endings" ADD COLUMN "attempts" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "signing_requests" ADD CONSTRAINT "signing_requests_of_interpreter" FOREIGN KEY ("county_id","interpreter_id") REFERENCES "public"."interpreters"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_of_assignment" FOREIGN KEY ("county_id","assignment_id") REFERENCES "public"."assignments"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signing_requests" ADD CONSTRAINT "signing_requests_signer_named" CHECK (("signing_requests"."signer_kind" = 'party') = ("signing_requests"."party_id" is not null) and num_nonnulls("signing_requests"."party_id", "signing_requests"."person_id", "signing_requests"."interpreter_id") = 1
        and ("signing_requests"."interpreter_id" is null or "signing_requests"."signer_kind" = 'witness') and ("signing_requests"."by_link_id" is null or "signing_requests"."signer_kind" = 'party'));--> statement-breakpoint
ALTER TABLE "file_origins" ADD CONSTRAINT "file_origins_of_signed_paper" CHECK ("file_origins"."paper_kind" not in ('cover', 'contents', 'evidence', 'back', 'dossier'));--> statement-breakpoint
ALTER TABLE "file_origins" ADD CONSTRAINT "file_origins_say_something" CHECK (btrim("file_origins"."provider") <> '' or btrim("file_origins"."place") <> '' or "file_origins"."is_original" is not null or "file_origins"."made_on" is not null
        or "file_origins"."paper_kind" is not null);--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_of_assignment_open" CHECK ("files"."assignment_id" is null or "files"."lane" = 'open' and "files"."session_id" is null);--> statement-breakpoint
ALTER TABLE "interpreters" ADD CONSTRAINT "interpreters_drawn_by_hand" CHECK (("interpreters"."strokes" is null or "interpreters"."means" is not distinct from 'sign') and (not "interpreters"."is_by_link" or "interpreters"."strokes" is not null));--> statement-breakpoint
ALTER TABLE "endings" ADD CONSTRAINT "endings_attempts_of_unreachable" CHECK (jsonb_typeof("endings"."attempts") = 'array' and ("endings"."outcome" = 'unreachable' or "endings"."attempts" = '[]'));