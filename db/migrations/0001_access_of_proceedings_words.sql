ALTER TYPE "public"."relation" ADD VALUE 'formerLead';--> statement-breakpoint
ALTER TYPE "public"."relation" ADD VALUE 'successor';--> statement-breakpoint
ALTER TYPE "public"."relation" ADD VALUE 'otherLine';