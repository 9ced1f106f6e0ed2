CREATE TABLE "drafting_templates" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"committee_id" uuid NOT NULL,
	"type" "dispute_type" NOT NULL,
	"clauses" jsonb NOT NULL,
	"valid_from" date NOT NULL,
	"set_by" uuid NOT NULL,
	"set_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "drafting_templates_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "drafting_templates_shape" CHECK (jsonb_typeof("drafting_templates"."clauses") = 'array' and jsonb_array_length("drafting_templates"."clauses") between 1 and 30)
);
--> statement-breakpoint
CREATE TABLE "paper_templates" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"committee_id" uuid,
	"kind" "paper_kind" NOT NULL,
	"name" text NOT NULL,
	"valid_from" date NOT NULL,
	"sha256" text NOT NULL,
	"bytes" integer NOT NULL,
	"fields" jsonb NOT NULL,
	"added_by" uuid NOT NULL,
	"added_at" timestamp (3) with time zone NOT NULL,
	"withdrawn_by" uuid,
	"withdrawn_at" timestamp (3) with time zone,
	"withdrawn_reason" text,
	CONSTRAINT "paper_templates_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "paper_templates_shape" CHECK ("paper_templates"."sha256" ~ '^[0-9a-f]{64}$' and "paper_templates"."bytes" between 1 and 1048576 and length("paper_templates"."name") between 3 and 120
        and jsonb_typeof("paper_templates"."fields") = 'array' and "paper_templates"."kind" <> 'dossier'),
	CONSTRAINT "paper_templates_withdrawn_whole" CHECK (("paper_templates"."withdrawn_at" is null) = ("paper_templates"."withdrawn_by" is null) and ("paper_templates"."withdrawn_at" is null) = ("paper_templates"."withdrawn_reason" is null))
);
--> statement-breakpoint
ALTER TABLE "drafting_templates" ADD CONSTRAINT "drafting_templates_of_committee" FOREIGN KEY ("county_id","committee_id") REFERENCES "public"."committees"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drafting_templates" ADD CONSTRAINT "drafting_templates_set_by" FOREIGN KEY ("county_id","set_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_templates" ADD CONSTRAINT "paper_templates_of_committee" FOREIGN KEY ("county_id","committee_id") REFERENCES "public"."committees"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_templates" ADD CONSTRAINT "paper_templates_added_by" FOREIGN KEY ("county_id","added_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_templates" ADD CONSTRAINT "paper_templates_withdrawn_by" FOREIGN KEY ("county_id","withdrawn_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "drafting_templates_by_type" ON "drafting_templates" USING btree ("county_id","committee_id","type","valid_from");--> statement-breakpoint
CREATE INDEX "paper_templates_by_kind" ON "paper_templates" USING btree ("county_id","kind","committee_id","valid_from");