ALTER TYPE "public"."notification_kind" ADD VALUE 'transferOffered' BEFORE 'reminderDay';--> statement-breakpoint
ALTER TYPE "public"."notification_kind" ADD VALUE 'transferWithdrawn' BEFORE 'reminderDay';--> statement-breakpoint
ALTER TYPE "public"."notification_kind" ADD VALUE 'transferAnswered' BEFORE 'reminderDay';--> statement-breakpoint
ALTER TYPE "public"."notification_kind" ADD VALUE 'transferEnded' BEFORE 'reminderDay';