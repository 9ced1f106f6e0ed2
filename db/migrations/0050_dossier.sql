CREATE TABLE "number_patterns" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"scope" uuid NOT NULL,
	"kind" text NOT NULL,
	"pattern" text NOT NULL,
	"valid_from" date NOT NULL,
	"set_by" uuid NOT NULL,
	"set_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "number_patterns_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "number_patterns_whole" CHECK (length("number_patterns"."pattern") between 8 and 60 and "number_patterns"."pattern" like '%{yyyy}%' and "number_patterns"."pattern" like '%{word}%' and "number_patterns"."pattern" ~ '[{]n(:[1-6])?[}]'),
	CONSTRAINT "number_patterns_series" CHECK ("number_patterns"."kind" ~ '^[a-zA-Z]+([.][a-zA-Z]+)?$')
);--> statement-breakpoint
CREATE TABLE "number_starts" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"scope" uuid NOT NULL,
	"kind" text NOT NULL,
	"year" smallint NOT NULL,
	"last_used" integer NOT NULL,
	"proof" text NOT NULL,
	"set_by" uuid NOT NULL,
	"set_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "number_starts_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "number_starts_range" CHECK ("number_starts"."last_used" between 1 and 99999 and "number_starts"."year" between 2000 and 2100),
	CONSTRAINT "number_starts_series" CHECK ("number_starts"."kind" ~ '^[a-zA-Z]+([.][a-zA-Z]+)?$'),
	CONSTRAINT "number_starts_proof_given" CHECK (length("number_starts"."proof") between 2 and 200)
);--> statement-breakpoint
ALTER TABLE "papers" DROP CONSTRAINT "papers_state_whole";--> statement-breakpoint
ALTER TABLE "papers" ADD COLUMN "progress" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "number_patterns" ADD CONSTRAINT "number_patterns_set_by_person" FOREIGN KEY ("county_id","set_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "number_starts" ADD CONSTRAINT "number_starts_set_by_person" FOREIGN KEY ("county_id","set_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "number_patterns_by_series" ON "number_patterns" USING btree ("county_id","scope","kind","valid_from");--> statement-breakpoint
CREATE INDEX "number_starts_by_series" ON "number_starts" USING btree ("county_id","scope","kind","year");--> statement-breakpoint
ALTER TABLE "papers" ADD CONSTRAINT "papers_progress_range" CHECK ("papers"."progress" between 0 and 100);--> statement-breakpoint
ALTER TABLE "papers" ADD CONSTRAINT "papers_state_whole" CHECK (("papers"."state" = 'asked') = ("papers"."settled_at" is null) and ("papers"."state" = 'failed') = ("papers"."problem" is not null)
        and ("papers"."state" = 'made') = ("papers"."pdf_sha256" is not null)
        and ("papers"."state" = 'made' and "papers"."kind" <> 'dossier') = ("papers"."word_sha256" is not null));