ALTER TYPE "public"."clue_status" ADD VALUE 'settled';--> statement-breakpoint
ALTER TYPE "public"."next_step" ADD VALUE 'awaitAssignments' BEFORE 'handOver';--> statement-breakpoint
ALTER TYPE "public"."next_step" ADD VALUE 'settleAssignment' BEFORE 'handOver';--> statement-breakpoint
ALTER TYPE "public"."notification_kind" ADD VALUE 'instructionGiven';--> statement-breakpoint
ALTER TYPE "public"."notification_kind" ADD VALUE 'instructionAnswered';--> statement-breakpoint
ALTER TYPE "public"."notification_kind" ADD VALUE 'assignmentGiven';--> statement-breakpoint
ALTER TYPE "public"."notification_kind" ADD VALUE 'assignmentAnswered';--> statement-breakpoint
ALTER TYPE "public"."notification_kind" ADD VALUE 'assignmentSettled';