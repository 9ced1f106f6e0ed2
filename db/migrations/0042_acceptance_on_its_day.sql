ALTER TABLE "consents" ADD COLUMN "happened_on" date;--> statement-breakpoint
ALTER TABLE "notices" ADD COLUMN "happened_on" date;--> statement-breakpoint
ALTER TABLE "proceedings" ADD COLUMN "accepted_on" date;--> statement-breakpoint
ALTER TABLE "proceedings" ADD CONSTRAINT "proceedings_accepted_before_entry" CHECK ("proceedings"."accepted_on" < ("proceedings"."accepted_at" at time zone 'Asia/Shanghai')::date);