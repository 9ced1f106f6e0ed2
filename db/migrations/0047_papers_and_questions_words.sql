ALTER TYPE "public"."consent_subject" ADD VALUE 'bothSides';--> statement-breakpoint
ALTER TYPE "public"."notification_kind" ADD VALUE 'interpreterAsked' BEFORE 'tieDisclosed';--> statement-breakpoint
ALTER TYPE "public"."notification_kind" ADD VALUE 'clueAnswered';--> statement-breakpoint
ALTER TYPE "public"."recipient_kind" ADD VALUE 'outsider';