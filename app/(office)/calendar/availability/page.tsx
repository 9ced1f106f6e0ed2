import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AvailabilityParts } from "@/app/_availability/availability-parts";
import { withWords } from "@/app/_i18n/client-words";
import { api, orNotFound } from "@/app/_trpc/server";
import { PageHead } from "@/app/_ui/layout/page-head";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("availability"))("title") };
}

/** One's own hours, days away and other calendars, opened from the calendar. */
async function OwnTimePage() {
  const t = await getTranslations("availability");
  const trpc = await api();
  const [own, feeds] = await Promise.all([
    orNotFound(trpc.availability.own({})),
    orNotFound(trpc.calendars.ownFeeds({})),
  ]);
  return (
    <>
      <PageHead title={t("title")} note={t("intro")} back={{ href: "/calendar", label: t("back") }} />
      <AvailabilityParts own={own} feeds={feeds} />
    </>
  );
}

export default withWords("(office)/calendar/availability/page", OwnTimePage);
