CREATE TABLE "case_accounts" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"dispute_id" uuid NOT NULL,
	"proceeding_id" uuid NOT NULL,
	"organ" text NOT NULL,
	"happened_at" timestamp (3) with time zone NOT NULL,
	"place" text NOT NULL,
	"cause" text NOT NULL,
	"course" text NOT NULL,
	"circumstances" text NOT NULL,
	"result" text NOT NULL,
	"performance_way" text NOT NULL,
	"others" text DEFAULT '' NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "case_accounts_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "case_accounts_happened_before" CHECK ("case_accounts"."happened_at" <= "case_accounts"."recorded_at"),
	CONSTRAINT "case_accounts_whole" CHECK ('' <> all (array[btrim("case_accounts"."organ"), btrim("case_accounts"."place"), btrim("case_accounts"."cause"), btrim("case_accounts"."course"), btrim("case_accounts"."circumstances"), btrim("case_accounts"."result"), btrim("case_accounts"."performance_way")]))
);
--> statement-breakpoint
ALTER TABLE "case_accounts" ADD CONSTRAINT "case_accounts_of_proceeding" FOREIGN KEY ("county_id","dispute_id","proceeding_id") REFERENCES "public"."proceedings"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_accounts" ADD CONSTRAINT "case_accounts_by_person" FOREIGN KEY ("county_id","recorded_by") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "case_accounts_latest" ON "case_accounts" USING btree ("county_id","proceeding_id","recorded_at","id");--> statement-breakpoint
CREATE INDEX "case_accounts_by_dispute" ON "case_accounts" USING btree ("county_id","dispute_id");