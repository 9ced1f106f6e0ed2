ALTER TABLE "disputes" ADD COLUMN "not_accepted_on" date;--> statement-breakpoint
ALTER TABLE "party_links" ADD COLUMN "authorised_on" date;