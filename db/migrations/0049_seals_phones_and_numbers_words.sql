ALTER TYPE "public"."notification_kind" ADD VALUE 'signingRefused' BEFORE 'sessionBooked';--> statement-breakpoint
ALTER TYPE "public"."paper_kind" ADD VALUE 'dossier';