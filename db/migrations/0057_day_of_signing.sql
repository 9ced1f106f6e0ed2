ALTER TABLE "obligations" ALTER COLUMN "due_on" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "obligations" ADD COLUMN "due_after_days" smallint;--> statement-breakpoint
ALTER TABLE "obligations" ADD CONSTRAINT "obligations_say_when" CHECK (num_nonnulls("obligations"."due_on", "obligations"."due_after_days") > 0);--> statement-breakpoint
ALTER TABLE "obligations" ADD CONSTRAINT "obligations_days_in_reach" CHECK ("obligations"."due_after_days" between 0 and 3650);