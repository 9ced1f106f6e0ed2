CREATE TABLE "content_before" (
	"county_id" uuid NOT NULL,
	"digests" integer NOT NULL,
	"hash" text NOT NULL,
	"covered_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "content_before_county_id_pk" PRIMARY KEY("county_id")
);
--> statement-breakpoint
CREATE TABLE "content_digests" (
	"county_id" uuid NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "content_digests_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"chain" uuid NOT NULL,
	"seq" bigint,
	"xact" bigint NOT NULL,
	"subject" text NOT NULL,
	"key" text NOT NULL,
	"version" integer NOT NULL,
	"salt" uuid NOT NULL,
	"digest" text NOT NULL,
	CONSTRAINT "content_digests_county_id_id_pk" PRIMARY KEY("county_id","id")
);
--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "content" text;--> statement-breakpoint
ALTER TABLE "content_before" ADD CONSTRAINT "content_before_county_id_counties_id_fk" FOREIGN KEY ("county_id") REFERENCES "public"."counties"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "content_digests_by_event" ON "content_digests" USING btree ("county_id","chain","seq");--> statement-breakpoint
CREATE INDEX "content_digests_by_row" ON "content_digests" USING btree ("county_id","subject","key","id");