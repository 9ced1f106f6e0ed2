CREATE TABLE "elections" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"dispute_id" uuid NOT NULL,
	"side" smallint NOT NULL,
	"elected_on" date NOT NULL,
	"paper" text NOT NULL,
	"may_negotiate" boolean NOT NULL,
	"may_sign" boolean NOT NULL,
	"may_receive" boolean NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "elections_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "elections_within_dispute" UNIQUE("county_id","dispute_id","id"),
	CONSTRAINT "elections_for_something" CHECK ("elections"."may_negotiate" or "elections"."may_sign" or "elections"."may_receive"),
	CONSTRAINT "elections_paper_named" CHECK (btrim("elections"."paper") <> '')
);--> statement-breakpoint
ALTER TABLE "party_links" ADD COLUMN "election_id" uuid;--> statement-breakpoint
ALTER TABLE "party_links" ADD COLUMN "elected_party_id" uuid;--> statement-breakpoint
ALTER TABLE "party_links" ADD COLUMN "may_negotiate" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "party_links" ADD COLUMN "may_receive" boolean;--> statement-breakpoint
ALTER TABLE "party_links" ADD COLUMN "ended_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "party_links" ADD COLUMN "ended_on" date;--> statement-breakpoint
ALTER TABLE "party_links" ADD COLUMN "ended_by" uuid;--> statement-breakpoint
ALTER TABLE "party_links" ADD COLUMN "ended_reason" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "elections" ADD CONSTRAINT "elections_of_dispute" FOREIGN KEY ("county_id","dispute_id") REFERENCES "public"."disputes"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "elections" ADD CONSTRAINT "elections_recorded_by" FOREIGN KEY ("county_id","recorded_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "party_links" ADD CONSTRAINT "party_links_by_election" FOREIGN KEY ("county_id","dispute_id","election_id") REFERENCES "public"."elections"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "party_links" ADD CONSTRAINT "party_links_to_elected" FOREIGN KEY ("county_id","dispute_id","elected_party_id") REFERENCES "public"."parties"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "party_links" ADD CONSTRAINT "party_links_ended_by" FOREIGN KEY ("county_id","ended_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "party_links_elected_once" ON "party_links" USING btree ("county_id","election_id","party_id","elected_party_id") WHERE "party_links"."election_id" is not null;--> statement-breakpoint
CREATE INDEX "party_links_of_elected" ON "party_links" USING btree ("county_id","elected_party_id") WHERE "party_links"."elected_party_id" is not null;--> statement-breakpoint
ALTER TABLE "party_links" ADD CONSTRAINT "party_links_elected_whole" CHECK (num_nonnulls("party_links"."election_id", "party_links"."elected_party_id", "party_links"."may_receive") in (0, 3)
        and ("party_links"."election_id" is not null or "party_links"."may_negotiate" and "party_links"."ended_at" is null)
        and ("party_links"."election_id" is null or "party_links"."kind" = 'representative' and "party_links"."elected_party_id" <> "party_links"."party_id"));--> statement-breakpoint
ALTER TABLE "party_links" ADD CONSTRAINT "party_links_ended_whole" CHECK (("party_links"."ended_at" is null) = ("party_links"."ended_on" is null) and ("party_links"."ended_at" is null) = ("party_links"."ended_reason" = ''));--> statement-breakpoint
ALTER TABLE "proceedings" ADD CONSTRAINT "proceedings_assistant_beside_lead" CHECK ("proceedings"."assistant_id" is distinct from "proceedings"."lead_person_id");