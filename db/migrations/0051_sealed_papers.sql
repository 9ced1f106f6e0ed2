CREATE TABLE "sealed_papers" (
	"county_id" uuid NOT NULL,
	"agreement_id" uuid NOT NULL,
	"dispute_id" uuid NOT NULL,
	"code" text NOT NULL,
	"committee_name" text NOT NULL,
	"pdf_sha256" text NOT NULL,
	"bytes" integer NOT NULL,
	"certificate_sha256" text NOT NULL,
	"sealed_at" timestamp (3) with time zone NOT NULL,
	"signed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "sealed_papers_once" PRIMARY KEY("county_id","agreement_id"),
	CONSTRAINT "sealed_papers_shape" CHECK ("sealed_papers"."code" ~ '^[2-9A-HJKMNP-TV-Z]{12}$' and "sealed_papers"."pdf_sha256" ~ '^[0-9a-f]{64}$' and "sealed_papers"."certificate_sha256" ~ '^[0-9a-f]{64}$'
        and "sealed_papers"."bytes" > 0 and "sealed_papers"."committee_name" <> '' and "sealed_papers"."signed_at" >= "sealed_papers"."sealed_at")
);
--> statement-breakpoint
ALTER TABLE "sealed_papers" ADD CONSTRAINT "sealed_papers_of_agreement" FOREIGN KEY ("county_id","dispute_id","agreement_id") REFERENCES "public"."agreements"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "sealed_papers_code_once" ON "sealed_papers" USING btree ("code");--> statement-breakpoint
CREATE INDEX "sealed_papers_by_hash" ON "sealed_papers" USING btree ("pdf_sha256");--> statement-breakpoint
CREATE INDEX "sealed_papers_by_dispute" ON "sealed_papers" USING btree ("county_id","dispute_id");