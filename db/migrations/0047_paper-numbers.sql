CREATE TABLE "paper_numbers" (
	"county_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"number" text NOT NULL,
	"given_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "paper_numbers_once" PRIMARY KEY("county_id","kind","subject_id"),
	CONSTRAINT "paper_numbers_number_once" UNIQUE("county_id","number"),
	CONSTRAINT "paper_numbers_kind_known" CHECK ("paper_numbers"."kind" in ('intake', 'oralAgreement', 'ending', 'nonAcceptance', 'noPenalty'))
);
