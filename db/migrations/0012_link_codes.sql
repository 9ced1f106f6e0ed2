ALTER TABLE "invitation_links" ADD COLUMN "code_hash" text;--> statement-breakpoint
ALTER TABLE "invitation_links" ADD CONSTRAINT "invitation_links_code_once" UNIQUE("code_hash");