ALTER TYPE "public"."next_step" ADD VALUE 'findViolation';--> statement-breakpoint
ALTER TYPE "public"."next_step" ADD VALUE 'tellGuardian';--> statement-breakpoint
ALTER TYPE "public"."next_step" ADD VALUE 'decideSettlement';--> statement-breakpoint
ALTER TYPE "public"."notification_kind" ADD VALUE 'settlementAsked';--> statement-breakpoint
ALTER TYPE "public"."notification_kind" ADD VALUE 'settlementDecided';--> statement-breakpoint
ALTER TYPE "public"."other_route" ADD VALUE 'peoplesMediation';--> statement-breakpoint
ALTER TYPE "public"."outcome" ADD VALUE 'publicSecuritySettled';--> statement-breakpoint
ALTER TYPE "public"."outcome" ADD VALUE 'notViolation';