CREATE TYPE "public"."heir_answer" AS ENUM('stepsIn', 'renounces');--> statement-breakpoint
CREATE TYPE "public"."party_exit_kind" AS ENUM('died', 'gone', 'dissolved', 'left', 'merged');--> statement-breakpoint
CREATE TABLE "party_exits" (
	"county_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"dispute_id" uuid NOT NULL,
	"party_id" uuid NOT NULL,
	"kind" "party_exit_kind" NOT NULL,
	"happened_on" date NOT NULL,
	"reason" text NOT NULL,
	"into_party_id" uuid,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"undone_reason" text DEFAULT '' NOT NULL,
	"undone_by" uuid,
	"undone_at" timestamp (3) with time zone,
	CONSTRAINT "party_exits_county_id_id_pk" PRIMARY KEY("county_id","id"),
	CONSTRAINT "party_exits_merged_names_other" CHECK (("party_exits"."kind" = 'merged') = ("party_exits"."into_party_id" is not null)),
	CONSTRAINT "party_exits_undone_whole" CHECK (num_nonnulls("party_exits"."undone_by", "party_exits"."undone_at") in (0, 2) and ("party_exits"."undone_at" is null) = ("party_exits"."undone_reason" = ''))
);--> statement-breakpoint
CREATE TABLE "party_successions" (
	"county_id" uuid NOT NULL,
	"heir_party_id" uuid NOT NULL,
	"dispute_id" uuid NOT NULL,
	"party_id" uuid NOT NULL,
	"told_on" date NOT NULL,
	"told_by" uuid NOT NULL,
	"answer" "heir_answer",
	"answered_on" date,
	CONSTRAINT "party_successions_county_id_heir_party_id_pk" PRIMARY KEY("county_id","heir_party_id"),
	CONSTRAINT "party_successions_not_oneself" CHECK ("party_successions"."heir_party_id" <> "party_successions"."party_id"),
	CONSTRAINT "party_successions_answered_after_told" CHECK (("party_successions"."answer" is null) = ("party_successions"."answered_on" is null) and ("party_successions"."answered_on" is null or "party_successions"."answered_on" >= "party_successions"."told_on"))
);--> statement-breakpoint
ALTER TABLE "party_changes" DROP CONSTRAINT "party_changes_field_known";--> statement-breakpoint
ALTER TABLE "endings" DROP CONSTRAINT "endings_failure_tells_routes";--> statement-breakpoint
ALTER TABLE "parties" ADD COLUMN "departed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "party_changes" ADD COLUMN "reason" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "party_changes" ADD COLUMN "since" date;--> statement-breakpoint
ALTER TABLE "party_exits" ADD CONSTRAINT "party_exits_of_party" FOREIGN KEY ("county_id","dispute_id","party_id") REFERENCES "public"."parties"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "party_exits" ADD CONSTRAINT "party_exits_into_party" FOREIGN KEY ("county_id","dispute_id","into_party_id") REFERENCES "public"."parties"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "party_successions" ADD CONSTRAINT "party_successions_heir" FOREIGN KEY ("county_id","dispute_id","heir_party_id") REFERENCES "public"."parties"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "party_successions" ADD CONSTRAINT "party_successions_of_party" FOREIGN KEY ("county_id","dispute_id","party_id") REFERENCES "public"."parties"("county_id","dispute_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "party_exits_one_open" ON "party_exits" USING btree ("county_id","party_id") WHERE "party_exits"."undone_at" is null;--> statement-breakpoint
CREATE INDEX "party_exits_by_dispute" ON "party_exits" USING btree ("county_id","dispute_id");--> statement-breakpoint
CREATE INDEX "party_successions_by_dispute" ON "party_successions" USING btree ("county_id","dispute_id");--> statement-breakpoint
ALTER TABLE "party_changes" ADD CONSTRAINT "party_changes_field_known" CHECK ("party_changes"."field" in ('name', 'kind', 'standing', 'isMinor', 'departed', 'joined'));--> statement-breakpoint
ALTER TABLE "endings" ADD CONSTRAINT "endings_failure_tells_routes" CHECK ("endings"."outcome" not in ('refused', 'deadlock', 'expired', 'unsigned', 'unreachable', 'breached', 'partlyPerformed', 'obligorDead', 'obligorGone') or cardinality("endings"."routes_told") > 0);