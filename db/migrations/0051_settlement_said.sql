ALTER TABLE "endings" ADD COLUMN "said_by_party_id" uuid;--> statement-breakpoint
ALTER TABLE "endings" ADD COLUMN "said_by_link_id" uuid;--> statement-breakpoint
ALTER TABLE "endings" ADD COLUMN "said_means" "lead_request_means";--> statement-breakpoint
ALTER TABLE "endings" ADD CONSTRAINT "endings_said_by_party" FOREIGN KEY ("county_id","dispute_id","said_by_party_id") REFERENCES "public"."parties"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "endings" ADD CONSTRAINT "endings_said_by_link" FOREIGN KEY ("county_id","said_by_link_id") REFERENCES "public"."party_links"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "endings" ADD CONSTRAINT "endings_settlement_said_whole" CHECK (("endings"."said_by_party_id" is null) = ("endings"."said_means" is null) and ("endings"."said_by_party_id" is not null or "endings"."said_by_link_id" is null)
        and ("endings"."said_by_party_id" is null or "endings"."outcome" = 'settledWithdrawn'));