ALTER TYPE "public"."invitation_status" ADD VALUE 'recused';--> statement-breakpoint
ALTER TYPE "public"."next_step" ADD VALUE 'nameLead';--> statement-breakpoint
ALTER TYPE "public"."notification_kind" ADD VALUE 'helperRecused';--> statement-breakpoint
ALTER TYPE "public"."notification_kind" ADD VALUE 'leadTied';--> statement-breakpoint
ALTER TYPE "public"."tie_kind" ADD VALUE 'samePhone';