CREATE TYPE "public"."spoken_means" AS ENUM('phone', 'inPerson');--> statement-breakpoint
CREATE TYPE "public"."telling_answer" AS ENUM('coming', 'notComing', 'unclear');--> statement-breakpoint
CREATE TABLE "session_tellings" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"dispute_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"party_id" uuid NOT NULL,
	"means" "spoken_means" NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"told_at" timestamp (3) with time zone NOT NULL,
	"told_by" uuid NOT NULL,
	"told_to" text DEFAULT '' NOT NULL,
	"answer" "telling_answer" NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"entered_by" uuid NOT NULL,
	"entered_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "session_tellings_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "session_tellings_entered_after" CHECK ("session_tellings"."told_at" <= "session_tellings"."entered_at")
);--> statement-breakpoint
ALTER TABLE "invitations" ADD COLUMN "spoken_means" "spoken_means";--> statement-breakpoint
ALTER TABLE "invitations" ADD COLUMN "said_by" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "invitations" ADD COLUMN "entered_by" uuid;--> statement-breakpoint
ALTER TABLE "invitations" ADD COLUMN "entered_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "session_tellings" ADD CONSTRAINT "session_tellings_of_session" FOREIGN KEY ("county_id","dispute_id","session_id") REFERENCES "public"."sessions"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_tellings" ADD CONSTRAINT "session_tellings_to_party" FOREIGN KEY ("county_id","dispute_id","party_id") REFERENCES "public"."parties"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_tellings" ADD CONSTRAINT "session_tellings_by_person" FOREIGN KEY ("county_id","told_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_tellings" ADD CONSTRAINT "session_tellings_entered_by" FOREIGN KEY ("county_id","entered_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "session_tellings_by_session" ON "session_tellings" USING btree ("county_id","session_id","party_id");--> statement-breakpoint
CREATE INDEX "session_tellings_by_dispute" ON "session_tellings" USING btree ("county_id","dispute_id");--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_entered_by" FOREIGN KEY ("county_id","entered_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_spoken_whole" CHECK (case when "invitations"."spoken_means" is null then num_nonnulls("invitations"."entered_by", "invitations"."entered_at") = 0 and "invitations"."said_by" = ''
        else num_nonnulls("invitations"."entered_by", "invitations"."entered_at", "invitations"."answered_at") = 3 and "invitations"."said_by" <> ''
          and "invitations"."answered_at" between "invitations"."sent_at" and "invitations"."entered_at" end);