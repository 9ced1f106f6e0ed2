ALTER TABLE "proceedings" ADD COLUMN "waiting_step" "next_step";--> statement-breakpoint
ALTER TABLE "proceedings" ADD COLUMN "waiting_due_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "proceedings" ADD CONSTRAINT "proceedings_waiting_step_whole" CHECK (("proceedings"."waiting_step" is null) = ("proceedings"."waiting_due_at" is null));