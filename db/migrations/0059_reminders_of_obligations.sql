ALTER TYPE "public"."notification_kind" ADD VALUE 'obligationDueSoon';--> statement-breakpoint
ALTER TYPE "public"."notification_kind" ADD VALUE 'obligationDueToday';