ALTER TYPE "public"."outcome" ADD VALUE 'obligorDead';--> statement-breakpoint
ALTER TYPE "public"."outcome" ADD VALUE 'obligorGone';