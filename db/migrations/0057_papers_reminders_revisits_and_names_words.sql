ALTER TYPE "public"."clock_change_kind" ADD VALUE 'accepted';--> statement-breakpoint
ALTER TYPE "public"."clock_change_kind" ADD VALUE 'returned';--> statement-breakpoint
ALTER TYPE "public"."clock_change_kind" ADD VALUE 'confirmed';--> statement-breakpoint
ALTER TYPE "public"."clock_change_kind" ADD VALUE 'dismissed';--> statement-breakpoint
ALTER TYPE "public"."clock_change_kind" ADD VALUE 'withdrawn';--> statement-breakpoint
ALTER TYPE "public"."next_step" ADD VALUE 'clearGate';--> statement-breakpoint
ALTER TYPE "public"."next_step" ADD VALUE 'takeOver';--> statement-breakpoint
ALTER TYPE "public"."next_step" ADD VALUE 'leaveTrack';--> statement-breakpoint
ALTER TYPE "public"."notification_kind" ADD VALUE 'clueAtStation';--> statement-breakpoint
ALTER TYPE "public"."notification_kind" ADD VALUE 'obligationDueSoon';--> statement-breakpoint
ALTER TYPE "public"."notification_kind" ADD VALUE 'obligationDueToday';--> statement-breakpoint
ALTER TYPE "public"."notification_kind" ADD VALUE 'revisitDrawn';--> statement-breakpoint
ALTER TYPE "public"."paper_kind" ADD VALUE 'identity' BEFORE 'authority';