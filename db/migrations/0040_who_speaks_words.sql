ALTER TYPE "public"."consent_subject" ADD VALUE 'agreement';--> statement-breakpoint
ALTER TYPE "public"."next_step" ADD VALUE 'identifyParty' BEFORE 'inviteForces';