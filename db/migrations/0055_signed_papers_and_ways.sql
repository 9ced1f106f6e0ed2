ALTER TABLE "file_origins" DROP CONSTRAINT "file_origins_say_something";--> statement-breakpoint
ALTER TABLE "obligations" ADD COLUMN "way" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "obligations" ADD COLUMN "place" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "file_origins" ADD COLUMN "paper_kind" "paper_kind";--> statement-breakpoint
ALTER TABLE "file_origins" ADD CONSTRAINT "file_origins_of_signed_paper" CHECK ("file_origins"."paper_kind" not in ('cover', 'contents', 'evidence', 'back', 'dossier'));--> statement-breakpoint
ALTER TABLE "file_origins" ADD CONSTRAINT "file_origins_say_something" CHECK (btrim("file_origins"."provider") <> '' or btrim("file_origins"."place") <> '' or "file_origins"."is_original" is not null or "file_origins"."made_on" is not null
        or "file_origins"."paper_kind" is not null);