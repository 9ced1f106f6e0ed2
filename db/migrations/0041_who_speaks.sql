ALTER TABLE "notices" DROP CONSTRAINT "notices_once_per_party";--> statement-breakpoint
ALTER TABLE "party_changes" DROP CONSTRAINT "party_changes_field_known";--> statement-breakpoint
ALTER TABLE "fact_signatures" ADD COLUMN "signed_by_link_id" uuid;--> statement-breakpoint
ALTER TABLE "parties" ADD COLUMN "lacks_capacity" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "parties" ADD COLUMN "born_on" date;--> statement-breakpoint
ALTER TABLE "parties" ADD COLUMN "own_wages_reason" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "tie_waiver_parties" ADD COLUMN "spoken_by_link_id" uuid;--> statement-breakpoint
ALTER TABLE "performances" ADD COLUMN "received_by_party_id" uuid;--> statement-breakpoint
ALTER TABLE "performances" ADD COLUMN "received_by_link_id" uuid;--> statement-breakpoint
ALTER TABLE "consents" ADD COLUMN "spoken_by_link_id" uuid;--> statement-breakpoint
ALTER TABLE "notices" ADD COLUMN "spoken_by_link_id" uuid;--> statement-breakpoint
ALTER TABLE "session_people" ADD COLUMN "spoken_by_link_id" uuid;--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_signed_by" FOREIGN KEY ("county_id","signed_by_link_id") REFERENCES "public"."party_links"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fact_signatures" ADD CONSTRAINT "fact_signatures_signed_by" FOREIGN KEY ("county_id","signed_by_link_id") REFERENCES "public"."party_links"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tie_waiver_parties" ADD CONSTRAINT "tie_waiver_parties_spoken_by" FOREIGN KEY ("county_id","spoken_by_link_id") REFERENCES "public"."party_links"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "performances" ADD CONSTRAINT "performances_received_by" FOREIGN KEY ("county_id","dispute_id","received_by_party_id") REFERENCES "public"."parties"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "performances" ADD CONSTRAINT "performances_received_by_link" FOREIGN KEY ("county_id","received_by_link_id") REFERENCES "public"."party_links"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_spoken_by" FOREIGN KEY ("county_id","spoken_by_link_id") REFERENCES "public"."party_links"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_spoken_by" FOREIGN KEY ("county_id","spoken_by_link_id") REFERENCES "public"."party_links"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_people" ADD CONSTRAINT "session_people_spoken_by" FOREIGN KEY ("county_id","spoken_by_link_id") REFERENCES "public"."party_links"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_once_per_party" UNIQUE NULLS NOT DISTINCT("county_id","proceeding_id","party_id","spoken_by_link_id");--> statement-breakpoint
ALTER TABLE "parties" ADD CONSTRAINT "parties_capacity_of_person" CHECK (not "parties"."lacks_capacity" or "parties"."kind" = 'person');--> statement-breakpoint
ALTER TABLE "parties" ADD CONSTRAINT "parties_own_wages_whole" CHECK ("parties"."own_wages_reason" = '' or ("parties"."is_minor" and not "parties"."lacks_capacity" and "parties"."born_on" is not null));--> statement-breakpoint
ALTER TABLE "party_changes" ADD CONSTRAINT "party_changes_field_known" CHECK ("party_changes"."field" in ('name', 'kind', 'standing', 'isMinor', 'lacksCapacity', 'ownWages', 'departed', 'joined'));