ALTER TABLE "figure_entries" ADD COLUMN "untouched" smallint;--> statement-breakpoint
ALTER TABLE "figure_months" ADD COLUMN "untouched" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
-- Attempts count by themselves now, and what was withdrawn untouched settles nothing: all is counted again at the end of the upgrade.
truncate "figure_entries", "figure_months", "figure_days";
