ALTER TABLE "party_links" DROP CONSTRAINT "party_links_elected_whole";--> statement-breakpoint
ALTER TABLE "party_links" ADD CONSTRAINT "party_links_elected_whole" CHECK (num_nonnulls("party_links"."election_id", "party_links"."elected_party_id", "party_links"."may_receive") in (0, 3)
        and ("party_links"."election_id" is not null or "party_links"."may_negotiate")
        and ("party_links"."election_id" is null or "party_links"."kind" = 'representative' and "party_links"."elected_party_id" <> "party_links"."party_id"));