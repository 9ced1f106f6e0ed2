ALTER TYPE "public"."notification_kind" ADD VALUE 'interpreterAsked' BEFORE 'tieDisclosed';--> statement-breakpoint
ALTER TYPE "public"."recipient_kind" ADD VALUE 'outsider';