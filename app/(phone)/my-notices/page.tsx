import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { withWords } from "@/app/_i18n/client-words";
import { NotificationList, ReadAllButton } from "@/app/_notifications/notification-list";
import { api, orNotFound, requestTime } from "@/app/_trpc/server";
import { ButtonLink } from "@/app/_ui/actions/button";
import { Sheet } from "@/app/_ui/layout/sheet";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("notifications");
  return { title: t("title") };
}

/** The reader's notifications, newest first; on the phone. */
async function MyNotificationsPage({ searchParams }: { searchParams: Promise<{ before?: string }> }) {
  const { before } = await searchParams;
  const trpc = await api();
  const { rows, next } = await orNotFound(trpc.notifications.own({ before: before ?? null }));
  const t = await getTranslations("notifications");
  const newest = rows[0];
  return (
    <>
      <h1>{t("title")}</h1>
      <Sheet flush>
        <NotificationList rows={rows} now={requestTime()} />
      </Sheet>
      {newest && rows.some((row) => !row.isRead) ? <ReadAllButton newest={newest.id} /> : null}
      {next ? <ButtonLink href={`/my-notices?before=${next}`}>{t("earlier")}</ButtonLink> : null}
    </>
  );
}

export default withWords("(phone)/my-notices/page", MyNotificationsPage);
