ALTER TYPE "public"."interpreter_kind" ADD VALUE 'witness';--> statement-breakpoint
ALTER TYPE "public"."notification_kind" ADD VALUE 'roleChanged';--> statement-breakpoint
ALTER TYPE "public"."notification_kind" ADD VALUE 'clueHandedUp';--> statement-breakpoint
ALTER TYPE "public"."notification_kind" ADD VALUE 'clueUnanswered';--> statement-breakpoint
ALTER TYPE "public"."notification_kind" ADD VALUE 'instructionOverdue';