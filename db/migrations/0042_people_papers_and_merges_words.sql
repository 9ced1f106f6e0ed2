ALTER TYPE "public"."agreement_status" ADD VALUE 'replaced';--> statement-breakpoint
ALTER TYPE "public"."clock_change_kind" ADD VALUE 'applied';--> statement-breakpoint
ALTER TYPE "public"."clock_kind" ADD VALUE 'confirmation';--> statement-breakpoint
ALTER TYPE "public"."clock_stop" ADD VALUE 'applied';--> statement-breakpoint
ALTER TYPE "public"."consent_subject" ADD VALUE 'confirmation';--> statement-breakpoint
ALTER TYPE "public"."invitation_status" ADD VALUE 'recused';--> statement-breakpoint
ALTER TYPE "public"."next_step" ADD VALUE 'decideLeadRequest';--> statement-breakpoint
ALTER TYPE "public"."next_step" ADD VALUE 'nameLead';--> statement-breakpoint
ALTER TYPE "public"."notification_kind" ADD VALUE 'mergeChanged' BEFORE 'redRisk';--> statement-breakpoint
ALTER TYPE "public"."notification_kind" ADD VALUE 'assistantNamed';--> statement-breakpoint
ALTER TYPE "public"."notification_kind" ADD VALUE 'leadRequested';--> statement-breakpoint
ALTER TYPE "public"."notification_kind" ADD VALUE 'leadRequestDecided';--> statement-breakpoint
ALTER TYPE "public"."notification_kind" ADD VALUE 'helperRecused';--> statement-breakpoint
ALTER TYPE "public"."notification_kind" ADD VALUE 'leadTied';--> statement-breakpoint
ALTER TYPE "public"."outcome" ADD VALUE 'merged';--> statement-breakpoint
ALTER TYPE "public"."tie_kind" ADD VALUE 'samePhone';