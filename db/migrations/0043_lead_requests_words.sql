ALTER TYPE "public"."next_step" ADD VALUE 'decideLeadRequest';--> statement-breakpoint
ALTER TYPE "public"."notification_kind" ADD VALUE 'leadRequested';--> statement-breakpoint
ALTER TYPE "public"."notification_kind" ADD VALUE 'leadRequestDecided';