ALTER TYPE "public"."notification_kind" ADD VALUE 'redRisk';--> statement-breakpoint
ALTER TYPE "public"."notification_kind" ADD VALUE 'amberRisk';--> statement-breakpoint
ALTER TYPE "public"."source" ADD VALUE 'courtEntrusted';--> statement-breakpoint
ALTER TYPE "public"."source" ADD VALUE 'procuratorate';--> statement-breakpoint
ALTER TYPE "public"."source" ADD VALUE 'petitionOffice';--> statement-breakpoint
ALTER TYPE "public"."source" ADD VALUE 'hotline12345';--> statement-breakpoint
ALTER TYPE "public"."source" ADD VALUE 'online';--> statement-breakpoint
ALTER TYPE "public"."source" ADD VALUE 'communityGroup';--> statement-breakpoint
ALTER TYPE "public"."source" ADD VALUE 'enterpriseOfficer';--> statement-breakpoint
ALTER TYPE "public"."source" ADD VALUE 'sweep';