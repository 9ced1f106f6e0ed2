ALTER TABLE "disputes" ADD COLUMN "counted_point_id" uuid;--> statement-breakpoint
ALTER TABLE "contact_points" ADD COLUMN "successor_id" uuid;--> statement-breakpoint
ALTER TABLE "rooms" ADD COLUMN "successor_id" uuid;--> statement-breakpoint
ALTER TABLE "disputes" ADD CONSTRAINT "disputes_counted_at_point" FOREIGN KEY ("county_id","counted_point_id") REFERENCES "public"."contact_points"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_points" ADD CONSTRAINT "contact_points_successor_known" FOREIGN KEY ("county_id","successor_id") REFERENCES "public"."contact_points"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rooms" ADD CONSTRAINT "rooms_successor_known" FOREIGN KEY ("county_id","successor_id") REFERENCES "public"."rooms"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
UPDATE "disputes" SET "counted_point_id" = "point_id" WHERE "point_id" IS NOT NULL;
