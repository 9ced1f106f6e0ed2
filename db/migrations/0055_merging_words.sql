ALTER TYPE "public"."notification_kind" ADD VALUE 'mergeChanged' BEFORE 'redRisk';--> statement-breakpoint
ALTER TYPE "public"."outcome" ADD VALUE 'merged';