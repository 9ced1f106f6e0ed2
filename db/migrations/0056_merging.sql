CREATE TYPE "public"."dispute_link_kind" AS ENUM('samePeople', 'samePlace', 'followUp', 'crossClaim');--> statement-breakpoint
CREATE TABLE "dispute_links" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"dispute_id" uuid NOT NULL,
	"other_dispute_id" uuid NOT NULL,
	"kind" "dispute_link_kind" NOT NULL,
	"reason" text NOT NULL,
	"linked_by" uuid NOT NULL,
	"linked_at" timestamp (3) with time zone NOT NULL,
	"removed_reason" text DEFAULT '' NOT NULL,
	"removed_by" uuid,
	"removed_at" timestamp (3) with time zone,
	CONSTRAINT "dispute_links_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "dispute_links_not_itself" CHECK ("dispute_links"."dispute_id" <> "dispute_links"."other_dispute_id"),
	CONSTRAINT "dispute_links_removed_whole" CHECK (num_nonnulls("dispute_links"."removed_by", "dispute_links"."removed_at") in (0, 2) and ("dispute_links"."removed_at" is null) = ("dispute_links"."removed_reason" = ''))
);--> statement-breakpoint
CREATE TABLE "dispute_merge_parties" (
	"county_id" uuid NOT NULL,
	"merge_id" uuid NOT NULL,
	"dispute_id" uuid NOT NULL,
	"party_id" uuid NOT NULL,
	"into_dispute_id" uuid NOT NULL,
	"into_party_id" uuid NOT NULL,
	"is_carried" boolean NOT NULL,
	CONSTRAINT "dispute_merge_parties_county_id_merge_id_party_id_pk" PRIMARY KEY("county_id","merge_id","party_id")
);--> statement-breakpoint
CREATE TABLE "dispute_merges" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"dispute_id" uuid NOT NULL,
	"into_dispute_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"proceeding_id" uuid,
	"proceeding_status" "proceeding_status",
	"call_ids" uuid[] DEFAULT '{}' NOT NULL,
	"group_ids" uuid[] DEFAULT '{}' NOT NULL,
	"clue_ids" uuid[] DEFAULT '{}' NOT NULL,
	"invitation_ids" uuid[] DEFAULT '{}' NOT NULL,
	"risk_before" "risk_level",
	"risk_reason_before" text DEFAULT '' NOT NULL,
	"merged_by" uuid NOT NULL,
	"merged_at" timestamp (3) with time zone NOT NULL,
	"undone_reason" text DEFAULT '' NOT NULL,
	"undone_by" uuid,
	"undone_at" timestamp (3) with time zone,
	CONSTRAINT "dispute_merges_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "dispute_merges_not_itself" CHECK ("dispute_merges"."dispute_id" <> "dispute_merges"."into_dispute_id"),
	CONSTRAINT "dispute_merges_proceeding_whole" CHECK (("dispute_merges"."proceeding_id" is null) = ("dispute_merges"."proceeding_status" is null)),
	CONSTRAINT "dispute_merges_undone_whole" CHECK (num_nonnulls("dispute_merges"."undone_by", "dispute_merges"."undone_at") in (0, 2) and ("dispute_merges"."undone_at" is null) = ("dispute_merges"."undone_reason" = ''))
);--> statement-breakpoint
ALTER TABLE "proceedings" DROP CONSTRAINT "proceedings_next_step_unless_archived";--> statement-breakpoint
ALTER TABLE "dispute_access" ADD COLUMN "is_merged" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "disputes" ADD COLUMN "merged_into" uuid;--> statement-breakpoint
ALTER TABLE "disputes" ADD COLUMN "merged_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "dispute_links" ADD CONSTRAINT "dispute_links_of_dispute" FOREIGN KEY ("county_id","dispute_id") REFERENCES "public"."disputes"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dispute_links" ADD CONSTRAINT "dispute_links_to_dispute" FOREIGN KEY ("county_id","other_dispute_id") REFERENCES "public"."disputes"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dispute_links" ADD CONSTRAINT "dispute_links_by_person" FOREIGN KEY ("county_id","linked_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dispute_links" ADD CONSTRAINT "dispute_links_removed_by_person" FOREIGN KEY ("county_id","removed_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dispute_merge_parties" ADD CONSTRAINT "dispute_merge_parties_of_merge" FOREIGN KEY ("county_id","merge_id") REFERENCES "public"."dispute_merges"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dispute_merge_parties" ADD CONSTRAINT "dispute_merge_parties_of_party" FOREIGN KEY ("county_id","dispute_id","party_id") REFERENCES "public"."parties"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dispute_merge_parties" ADD CONSTRAINT "dispute_merge_parties_into_party" FOREIGN KEY ("county_id","into_dispute_id","into_party_id") REFERENCES "public"."parties"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dispute_merges" ADD CONSTRAINT "dispute_merges_of_dispute" FOREIGN KEY ("county_id","dispute_id") REFERENCES "public"."disputes"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dispute_merges" ADD CONSTRAINT "dispute_merges_into_dispute" FOREIGN KEY ("county_id","into_dispute_id") REFERENCES "public"."disputes"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dispute_merges" ADD CONSTRAINT "dispute_merges_of_proceeding" FOREIGN KEY ("county_id","dispute_id","proceeding_id") REFERENCES "public"."proceedings"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dispute_merges" ADD CONSTRAINT "dispute_merges_by_person" FOREIGN KEY ("county_id","merged_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dispute_merges" ADD CONSTRAINT "dispute_merges_undone_by_person" FOREIGN KEY ("county_id","undone_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "dispute_links_one_open" ON "dispute_links" USING btree ("county_id",least("dispute_id", "other_dispute_id"),greatest("dispute_id", "other_dispute_id"),"kind") WHERE "dispute_links"."removed_at" is null;--> statement-breakpoint
CREATE INDEX "dispute_links_by_dispute" ON "dispute_links" USING btree ("county_id","dispute_id");--> statement-breakpoint
CREATE INDEX "dispute_links_by_other" ON "dispute_links" USING btree ("county_id","other_dispute_id");--> statement-breakpoint
CREATE INDEX "dispute_merge_parties_by_dispute" ON "dispute_merge_parties" USING btree ("county_id","dispute_id");--> statement-breakpoint
CREATE UNIQUE INDEX "dispute_merges_one_open" ON "dispute_merges" USING btree ("county_id","dispute_id") WHERE "dispute_merges"."undone_at" is null;--> statement-breakpoint
CREATE INDEX "dispute_merges_by_survivor" ON "dispute_merges" USING btree ("county_id","into_dispute_id","merged_at");--> statement-breakpoint
CREATE INDEX "dispute_merges_by_dispute" ON "dispute_merges" USING btree ("county_id","dispute_id","merged_at");--> statement-breakpoint
ALTER TABLE "disputes" ADD CONSTRAINT "disputes_merged_into" FOREIGN KEY ("county_id","merged_into") REFERENCES "public"."disputes"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "disputes_by_merged_into" ON "disputes" USING btree ("county_id","merged_into") WHERE "disputes"."merged_into" is not null;--> statement-breakpoint
ALTER TABLE "disputes" ADD CONSTRAINT "disputes_merged_whole" CHECK (("disputes"."merged_into" is null) = ("disputes"."merged_at" is null));--> statement-breakpoint
ALTER TABLE "proceedings" ADD CONSTRAINT "proceedings_next_step_unless_archived" CHECK (("proceedings"."status" = 'archived' or "proceedings"."outcome" is not distinct from 'merged') = ("proceedings"."next_step" is null) and ("proceedings"."next_step" is null) = ("proceedings"."next_owner_id" is null) and ("proceedings"."next_step" is null) = ("proceedings"."next_due_at" is null));