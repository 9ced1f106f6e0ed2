ALTER TABLE "sessions" ALTER COLUMN "room_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "place" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "others_present" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "entered_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_somewhere" CHECK (("sessions"."room_id" is null) = ("sessions"."place" <> ''));--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_booked_in_room" CHECK ("sessions"."room_id" is not null or "sessions"."held_until" is null and ("sessions"."started_at" is not null or "sessions"."entered_at" is not null));--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_entered_afterwards" CHECK ("sessions"."entered_at" is null or "sessions"."status" = 'ended' and "sessions"."ends_at" <= "sessions"."entered_at");