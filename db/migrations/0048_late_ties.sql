CREATE TABLE "recusals" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"dispute_id" uuid NOT NULL,
	"proceeding_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"invitation_id" uuid,
	"kinds" "tie_kind"[] NOT NULL,
	"recused_at" timestamp (3) with time zone NOT NULL,
	"found_by" uuid,
	"left_sessions" uuid[] DEFAULT '{}' NOT NULL,
	"followed_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	"is_closed" boolean DEFAULT false NOT NULL,
	CONSTRAINT "recusals_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "recusals_kinds_named" CHECK (cardinality("recusals"."kinds") > 0)
);--> statement-breakpoint
ALTER TABLE "invitations" DROP CONSTRAINT "invitations_answered_when_answered";--> statement-breakpoint
ALTER TABLE "invitations" DROP CONSTRAINT "invitations_accept_declares_no_tie";--> statement-breakpoint
ALTER TABLE "recusals" ADD CONSTRAINT "recusals_of_proceeding" FOREIGN KEY ("county_id","dispute_id","proceeding_id") REFERENCES "public"."proceedings"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recusals" ADD CONSTRAINT "recusals_of_person" FOREIGN KEY ("county_id","person_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recusals" ADD CONSTRAINT "recusals_found_by" FOREIGN KEY ("county_id","found_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recusals" ADD CONSTRAINT "recusals_of_invitation" FOREIGN KEY ("county_id","dispute_id","invitation_id") REFERENCES "public"."invitations"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "recusals_open_once" ON "recusals" USING btree ("county_id","proceeding_id","person_id") WHERE "recusals"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "recusals_by_person" ON "recusals" USING btree ("county_id","person_id") WHERE "recusals"."ended_at" is null;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_answered_when_answered" CHECK (("invitations"."status" in ('accepted', 'declined', 'recused')) = ("invitations"."answered_at" is not null));--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_accept_declares_no_tie" CHECK ("invitations"."status" not in ('accepted', 'recused') or "invitations"."no_tie_declared" is not null);