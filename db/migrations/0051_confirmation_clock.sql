ALTER TABLE "clocks" DROP CONSTRAINT "clocks_once_per_kind";--> statement-breakpoint
ALTER TABLE "clocks" ADD COLUMN "agreement_id" uuid;--> statement-breakpoint
ALTER TABLE "clocks" ADD CONSTRAINT "clocks_of_agreement" FOREIGN KEY ("county_id","dispute_id","agreement_id") REFERENCES "public"."agreements"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clocks" ADD CONSTRAINT "clocks_once_per_kind" UNIQUE NULLS NOT DISTINCT("county_id","proceeding_id","kind","agreement_id");--> statement-breakpoint
ALTER TABLE "clocks" ADD CONSTRAINT "clocks_confirmation_of_agreement" CHECK (("clocks"."kind" = 'confirmation') = ("clocks"."agreement_id" is not null));