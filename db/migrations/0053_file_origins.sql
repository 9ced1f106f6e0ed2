CREATE TABLE "file_origins" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"dispute_id" uuid NOT NULL,
	"file_id" uuid NOT NULL,
	"provider" text NOT NULL,
	"is_original" boolean,
	"place" text NOT NULL,
	"made_on" date,
	"said_by" uuid NOT NULL,
	"said_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "file_origins_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "file_origins_say_something" CHECK (btrim("file_origins"."provider") <> '' or btrim("file_origins"."place") <> '' or "file_origins"."is_original" is not null or "file_origins"."made_on" is not null)
);
--> statement-breakpoint
ALTER TABLE "file_origins" ADD CONSTRAINT "file_origins_of_file" FOREIGN KEY ("county_id","file_id") REFERENCES "public"."files"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "file_origins" ADD CONSTRAINT "file_origins_said_by" FOREIGN KEY ("county_id","said_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "file_origins_by_dispute" ON "file_origins" USING btree ("county_id","dispute_id","file_id","said_at");