ALTER TYPE "public"."clock_change_kind" ADD VALUE 'applied';--> statement-breakpoint
ALTER TYPE "public"."clock_kind" ADD VALUE 'confirmation';--> statement-breakpoint
ALTER TYPE "public"."clock_stop" ADD VALUE 'applied';--> statement-breakpoint
ALTER TYPE "public"."consent_subject" ADD VALUE 'confirmation';