ALTER TABLE "people" ADD COLUMN "post_en" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "committees" ADD COLUMN "name_en" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "contact_points" ADD COLUMN "name_en" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "rooms" ADD COLUMN "name_en" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "stations" ADD COLUMN "name_en" text DEFAULT '' NOT NULL;