CREATE TABLE "deposited_dossiers" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"dispute_id" uuid NOT NULL,
	"proceeding_id" uuid NOT NULL,
	"deposit_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"pages" integer,
	CONSTRAINT "deposited_dossiers_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "deposited_dossiers_once" UNIQUE("county_id","proceeding_id"),
	CONSTRAINT "deposited_dossiers_shape" CHECK ("deposited_dossiers"."position" > 0 and coalesce("deposited_dossiers"."pages", 1) > 0)
);
--> statement-breakpoint
CREATE TABLE "deposits" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"committee_id" uuid NOT NULL,
	"year" smallint NOT NULL,
	"ordinal" smallint NOT NULL,
	"deposited_on" date NOT NULL,
	"recipient" text NOT NULL,
	"location" text NOT NULL,
	"source_sha256" text NOT NULL,
	"pdf_sha256" text,
	"word_sha256" text,
	"deposited_by" uuid NOT NULL,
	"deposited_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "deposits_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "deposits_number_once" UNIQUE("county_id","committee_id","year","ordinal"),
	CONSTRAINT "deposits_shape" CHECK ("deposits"."ordinal" > 0 and "deposits"."deposited_on" between make_date("deposits"."year", 1, 1) and make_date("deposits"."year", 12, 31) and "deposits"."recipient" <> '' and "deposits"."location" <> ''
        and "deposits"."source_sha256" ~ '^[0-9a-f]{64}$' and coalesce("deposits"."pdf_sha256", "deposits"."source_sha256") ~ '^[0-9a-f]{64}$'
        and coalesce("deposits"."word_sha256", "deposits"."source_sha256") ~ '^[0-9a-f]{64}$' and ("deposits"."pdf_sha256" is null) = ("deposits"."word_sha256" is null))
);
--> statement-breakpoint
ALTER TABLE "papers" ADD COLUMN "pages" integer;--> statement-breakpoint
ALTER TABLE "deposited_dossiers" ADD CONSTRAINT "deposited_dossiers_of_proceeding" FOREIGN KEY ("county_id","dispute_id","proceeding_id") REFERENCES "public"."proceedings"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deposited_dossiers" ADD CONSTRAINT "deposited_dossiers_of_deposit" FOREIGN KEY ("county_id","deposit_id") REFERENCES "public"."deposits"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deposits" ADD CONSTRAINT "deposits_of_committee" FOREIGN KEY ("county_id","committee_id") REFERENCES "public"."committees"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deposits" ADD CONSTRAINT "deposits_by_person" FOREIGN KEY ("county_id","deposited_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "deposited_dossiers_by_deposit" ON "deposited_dossiers" USING btree ("county_id","deposit_id");--> statement-breakpoint
CREATE INDEX "deposited_dossiers_by_dispute" ON "deposited_dossiers" USING btree ("county_id","dispute_id");--> statement-breakpoint
ALTER TABLE "papers" ADD CONSTRAINT "papers_pages_counted" CHECK (coalesce("papers"."pages", 1) > 0 and ("papers"."pages" is null or "papers"."kind" = 'dossier' and "papers"."state" = 'made'));