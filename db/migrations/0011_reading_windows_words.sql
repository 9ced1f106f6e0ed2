ALTER TYPE "public"."notification_kind" ADD VALUE 'windowAsked';--> statement-breakpoint
ALTER TYPE "public"."notification_kind" ADD VALUE 'windowDecided';--> statement-breakpoint
ALTER TYPE "public"."notification_kind" ADD VALUE 'emergencyAsked';--> statement-breakpoint
ALTER TYPE "public"."notification_kind" ADD VALUE 'emergencyOpened';--> statement-breakpoint
ALTER TYPE "public"."notification_kind" ADD VALUE 'emergencyReviewed';--> statement-breakpoint
ALTER TYPE "public"."notification_kind" ADD VALUE 'restrictionChanged';