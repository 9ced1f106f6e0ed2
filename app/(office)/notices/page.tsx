import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { withWords } from "@/app/_i18n/client-words";
import { ChannelCounts } from "@/app/_notifications/channel-counts";
import { NotificationList, ReadAllButton } from "@/app/_notifications/notification-list";
import { api, orNotFound, requestTime, requireSignIn } from "@/app/_trpc/server";
import { ButtonLink } from "@/app/_ui/actions/button";
import { PageHead } from "@/app/_ui/layout/page-head";
import { Sheet } from "@/app/_ui/layout/sheet";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("notifications");
  return { title: t("title") };
}

/** The reader's notifications, newest first. */
async function NotificationsPage({ searchParams }: { searchParams: Promise<{ before?: string }> }) {
  const { before } = await searchParams;
  const { actor } = await requireSignIn();
  const trpc = await api();
  const { rows, next } = await orNotFound(trpc.notifications.own({ before: before ?? null }));
  const counts = actor.role === "admin" ? await trpc.notifications.counts({}) : null;
  const t = await getTranslations("notifications");
  const newest = rows[0];
  return (
    <>
      <PageHead
        title={t("title")}
        end={newest && rows.some((row) => !row.isRead) ? <ReadAllButton newest={newest.id} /> : null}
      />
      {counts ? <ChannelCounts counts={counts} /> : null}
      <Sheet flush>
        <NotificationList rows={rows} now={requestTime()} />
      </Sheet>
      {next ? (
        <div>
          <ButtonLink href={`/notices?before=${next}`}>{t("earlier")}</ButtonLink>
        </div>
      ) : null}
    </>
  );
}

export default withWords("(office)/notices/page", NotificationsPage);
