CREATE TABLE "signing_requests" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"dispute_id" uuid NOT NULL,
	"agreement_id" uuid NOT NULL,
	"signer_kind" "signer_kind" NOT NULL,
	"party_id" uuid,
	"by_link_id" uuid,
	"person_id" uuid,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"refused_at" timestamp (3) with time zone,
	"refused_reason" text DEFAULT '' NOT NULL,
	CONSTRAINT "signing_requests_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "signing_requests_within_dispute" UNIQUE("county_id","dispute_id","id"),
	CONSTRAINT "signing_requests_signer_named" CHECK (("signing_requests"."signer_kind" = 'party') = ("signing_requests"."party_id" is not null) and ("signing_requests"."signer_kind" = 'party') = ("signing_requests"."person_id" is null)
        and ("signing_requests"."by_link_id" is null or "signing_requests"."signer_kind" = 'party')),
	CONSTRAINT "signing_requests_no_has_reason" CHECK (("signing_requests"."refused_at" is null) = (btrim("signing_requests"."refused_reason") = ''))
);--> statement-breakpoint
ALTER TABLE "invitation_links" DROP CONSTRAINT "invitation_links_open_one_thing";--> statement-breakpoint
DROP INDEX "invitation_links_one_live";--> statement-breakpoint
ALTER TABLE "signatures" ADD COLUMN "strokes" jsonb;--> statement-breakpoint
ALTER TABLE "signatures" ADD COLUMN "request_id" uuid;--> statement-breakpoint
ALTER TABLE "invitation_links" ADD COLUMN "request_id" uuid;--> statement-breakpoint
ALTER TABLE "signing_requests" ADD CONSTRAINT "signing_requests_of_agreement" FOREIGN KEY ("county_id","dispute_id","agreement_id") REFERENCES "public"."agreements"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signing_requests" ADD CONSTRAINT "signing_requests_of_party" FOREIGN KEY ("county_id","dispute_id","party_id") REFERENCES "public"."parties"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signing_requests" ADD CONSTRAINT "signing_requests_by_link" FOREIGN KEY ("county_id","by_link_id") REFERENCES "public"."party_links"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signing_requests" ADD CONSTRAINT "signing_requests_of_person" FOREIGN KEY ("county_id","person_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signing_requests" ADD CONSTRAINT "signing_requests_asked_by" FOREIGN KEY ("county_id","asked_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "signing_requests_by_agreement" ON "signing_requests" USING btree ("county_id","agreement_id");--> statement-breakpoint
CREATE INDEX "signing_requests_by_dispute" ON "signing_requests" USING btree ("county_id","dispute_id");--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_as_requested" FOREIGN KEY ("county_id","dispute_id","request_id") REFERENCES "public"."signing_requests"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation_links" ADD CONSTRAINT "invitation_links_of_request" FOREIGN KEY ("county_id","dispute_id","request_id") REFERENCES "public"."signing_requests"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "invitation_links_one_live" ON "invitation_links" USING btree ("county_id",coalesce("invitation_id", "asking_id", "request_id")) WHERE "invitation_links"."revoked_at" is null;--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_drawn_by_hand" CHECK ("signatures"."strokes" is null or "signatures"."means" = 'sign');--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_by_link_drawn" CHECK ("signatures"."request_id" is null or "signatures"."strokes" is not null);--> statement-breakpoint
ALTER TABLE "invitation_links" ADD CONSTRAINT "invitation_links_open_one_thing" CHECK (num_nonnulls("invitation_links"."invitation_id", "invitation_links"."asking_id", "invitation_links"."request_id") = 1);