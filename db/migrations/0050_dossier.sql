ALTER TABLE "papers" DROP CONSTRAINT "papers_state_whole";--> statement-breakpoint
ALTER TABLE "papers" ADD COLUMN "progress" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "papers" ADD CONSTRAINT "papers_progress_range" CHECK ("papers"."progress" between 0 and 100);--> statement-breakpoint
ALTER TABLE "papers" ADD CONSTRAINT "papers_state_whole" CHECK (("papers"."state" = 'asked') = ("papers"."settled_at" is null) and ("papers"."state" = 'failed') = ("papers"."problem" is not null)
        and ("papers"."state" = 'made') = ("papers"."pdf_sha256" is not null)
        and ("papers"."state" = 'made' and "papers"."kind" <> 'dossier') = ("papers"."word_sha256" is not null));