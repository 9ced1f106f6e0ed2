CREATE TABLE "character_sounds" (
	"character" text PRIMARY KEY NOT NULL,
	"sound" text NOT NULL,
	"other_sound" text,
	"surname_sound" text
);
--> statement-breakpoint
CREATE TABLE "dispute_words" (
	"county_id" uuid NOT NULL,
	"dispute_id" uuid NOT NULL,
	"words" text NOT NULL,
	"sounds" text NOT NULL,
	"tokens" "tsvector" NOT NULL,
	"form" smallint NOT NULL,
	CONSTRAINT "dispute_words_county_id_dispute_id_pk" PRIMARY KEY("county_id","dispute_id")
);
--> statement-breakpoint
ALTER TABLE "dispute_words" ADD CONSTRAINT "dispute_words_of_dispute" FOREIGN KEY ("county_id","dispute_id") REFERENCES "public"."disputes"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "dispute_words_by_tokens" ON "dispute_words" USING gin ("tokens") WITH (fastupdate=false);