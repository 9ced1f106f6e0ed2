CREATE TABLE "figure_days" (
	"county_id" uuid NOT NULL,
	"station_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"at_month" date NOT NULL,
	"moment_month" date NOT NULL,
	"days" integer NOT NULL,
	"n" integer NOT NULL,
	CONSTRAINT "figure_days_once" PRIMARY KEY("county_id","station_id","at_month","moment_month","kind","days")
);
--> statement-breakpoint
CREATE TABLE "figure_entries" (
	"county_id" uuid NOT NULL,
	"dispute_id" uuid NOT NULL,
	"station_id" uuid NOT NULL,
	"type" "dispute_type" NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"moment" timestamp with time zone NOT NULL,
	"received" smallint,
	"accepted" smallint,
	"not_accepted" smallint,
	"opened" smallint,
	"closed" smallint,
	"agreed" smallint,
	"performed" smallint,
	"resolved" smallint,
	"settled" smallint,
	"succeeded" smallint,
	"taken" smallint,
	"taken_agreed" smallint,
	"due" smallint,
	"due_kept" smallint,
	"calmed" smallint,
	"concluded" smallint,
	"relapsed" smallint,
	"days" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "figure_entries_once" PRIMARY KEY("county_id","dispute_id","at","moment","days")
);
--> statement-breakpoint
CREATE TABLE "figure_months" (
	"county_id" uuid NOT NULL,
	"scope" text NOT NULL,
	"at_month" date NOT NULL,
	"moment_month" date NOT NULL,
	"received" integer DEFAULT 0 NOT NULL,
	"accepted" integer DEFAULT 0 NOT NULL,
	"not_accepted" integer DEFAULT 0 NOT NULL,
	"opened" integer DEFAULT 0 NOT NULL,
	"closed" integer DEFAULT 0 NOT NULL,
	"agreed" integer DEFAULT 0 NOT NULL,
	"performed" integer DEFAULT 0 NOT NULL,
	"resolved" integer DEFAULT 0 NOT NULL,
	"settled" integer DEFAULT 0 NOT NULL,
	"succeeded" integer DEFAULT 0 NOT NULL,
	"taken" integer DEFAULT 0 NOT NULL,
	"taken_agreed" integer DEFAULT 0 NOT NULL,
	"due" integer DEFAULT 0 NOT NULL,
	"due_kept" integer DEFAULT 0 NOT NULL,
	"calmed" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "figure_months_once" PRIMARY KEY("county_id","scope","at_month","moment_month")
);
--> statement-breakpoint
ALTER TABLE "figure_entries" ADD CONSTRAINT "figure_entries_of_dispute" FOREIGN KEY ("county_id","dispute_id") REFERENCES "public"."disputes"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "figure_entries_by_station" ON "figure_entries" USING btree ("county_id","station_id","moment");--> statement-breakpoint
CREATE INDEX "invitations_by_time" ON "invitations" USING btree ("county_id","sent_at");--> statement-breakpoint
CREATE INDEX "proceedings_by_end" ON "proceedings" USING btree ("county_id","station_id","ended_at");