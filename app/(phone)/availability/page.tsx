import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AvailabilityParts } from "@/app/_availability/availability-parts";
import { withWords } from "@/app/_i18n/client-words";
import { api, orNotFound } from "@/app/_trpc/server";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("availability"))("title") };
}

/** When a helper can be asked, told from their phone. */
async function AvailabilityPage() {
  const t = await getTranslations("availability");
  const trpc = await api();
  const [own, feeds] = await Promise.all([
    orNotFound(trpc.availability.own({})),
    orNotFound(trpc.calendars.ownFeeds({})),
  ]);
  return (
    <>
      <h1>{t("title")}</h1>
      <p>{t("intro")}</p>
      <AvailabilityParts own={own} feeds={feeds} />
    </>
  );
}

export default withWords("(phone)/availability/page", AvailabilityPage);
