CREATE TABLE "bound_subjects" (
	"issuer" text NOT NULL,
	"subject" text NOT NULL,
	"county_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"bound_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "bound_subjects_issuer_subject_pk" PRIMARY KEY("issuer","subject"),
	CONSTRAINT "bound_subjects_once_per_account" UNIQUE("county_id","person_id","issuer")
);
--> statement-breakpoint
CREATE TABLE "recovery_codes" (
	"county_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"code_hash" text NOT NULL,
	"used_at" timestamp (3) with time zone,
	CONSTRAINT "recovery_codes_county_id_person_id_code_hash_pk" PRIMARY KEY("county_id","person_id","code_hash")
);
--> statement-breakpoint
CREATE TABLE "second_factors" (
	"county_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"secret" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"confirmed_at" timestamp (3) with time zone,
	"last_step" integer NOT NULL,
	CONSTRAINT "second_factors_county_id_person_id_pk" PRIMARY KEY("county_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "bound_subjects" ADD CONSTRAINT "bound_subjects_of_account" FOREIGN KEY ("county_id","person_id") REFERENCES "public"."accounts"("county_id","person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_of_account" FOREIGN KEY ("county_id","person_id") REFERENCES "public"."accounts"("county_id","person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "second_factors" ADD CONSTRAINT "second_factors_of_account" FOREIGN KEY ("county_id","person_id") REFERENCES "public"."accounts"("county_id","person_id") ON DELETE no action ON UPDATE no action;