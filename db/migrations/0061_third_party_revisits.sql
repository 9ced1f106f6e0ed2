CREATE TABLE "revisit_draws" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"committee_id" uuid NOT NULL,
	"month" date NOT NULL,
	"seed" text NOT NULL,
	"percent" integer NOT NULL,
	"closed" integer NOT NULL,
	"drawn_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "revisit_draws_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "revisit_draws_once_a_month" UNIQUE("county_id","committee_id","month"),
	CONSTRAINT "revisit_draws_sensible" CHECK ("revisit_draws"."percent" between 1 and 100 and "revisit_draws"."closed" > 0 and length("revisit_draws"."seed") >= 32)
);--> statement-breakpoint
CREATE TABLE "revisits" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"dispute_id" uuid NOT NULL,
	"proceeding_id" uuid NOT NULL,
	"draw_id" uuid NOT NULL,
	"visitor_id" uuid NOT NULL,
	"due_on" date NOT NULL,
	"done_on" date,
	CONSTRAINT "revisits_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "revisits_within_dispute" UNIQUE("county_id","dispute_id","id"),
	CONSTRAINT "revisits_once_a_proceeding" UNIQUE("county_id","proceeding_id")
);--> statement-breakpoint
ALTER TABLE "follow_up_visits" ADD COLUMN "revisit_id" uuid;--> statement-breakpoint
ALTER TABLE "revisit_draws" ADD CONSTRAINT "revisit_draws_of_committee" FOREIGN KEY ("county_id","committee_id") REFERENCES "public"."committees"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revisits" ADD CONSTRAINT "revisits_of_proceeding" FOREIGN KEY ("county_id","dispute_id","proceeding_id") REFERENCES "public"."proceedings"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revisits" ADD CONSTRAINT "revisits_of_draw" FOREIGN KEY ("county_id","draw_id") REFERENCES "public"."revisit_draws"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revisits" ADD CONSTRAINT "revisits_by_visitor" FOREIGN KEY ("county_id","visitor_id") REFERENCES "public"."people"("county_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "revisits_open_of_visitor" ON "revisits" USING btree ("county_id","visitor_id","due_on") WHERE "revisits"."done_on" is null;--> statement-breakpoint
CREATE INDEX "revisits_by_draw" ON "revisits" USING btree ("county_id","draw_id");--> statement-breakpoint
ALTER TABLE "follow_up_visits" ADD CONSTRAINT "follow_up_visits_of_revisit" FOREIGN KEY ("county_id","dispute_id","revisit_id") REFERENCES "public"."revisits"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "follow_up_visits_by_revisit" ON "follow_up_visits" USING btree ("county_id","revisit_id") WHERE "follow_up_visits"."revisit_id" is not null;