ALTER TYPE "public"."notification_kind" ADD VALUE 'accessRequested';--> statement-breakpoint
ALTER TYPE "public"."notification_kind" ADD VALUE 'accessDecided';