ALTER TYPE "public"."next_step" ADD VALUE 'followBreach' BEFORE 'visit';--> statement-breakpoint
ALTER TYPE "public"."outcome" ADD VALUE 'breached';--> statement-breakpoint
ALTER TYPE "public"."outcome" ADD VALUE 'partlyPerformed';