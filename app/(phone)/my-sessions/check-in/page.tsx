import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { withWords } from "@/app/_i18n/client-words";
import { CheckIn } from "@/app/_sessions/check-in";
import { api, orNotFound } from "@/app/_trpc/server";
import { ButtonLink } from "@/app/_ui/actions/button";
import { formatFor } from "@/app/_ui/format/format-for";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sessions.own.checkIn"))("title") };
}

/** Opened by the check-in code at the entrance, scanned by the phone's own camera or on this page. */
async function CheckInPage() {
  const own = await getTranslations("sessions.own");
  const t = await getTranslations("sessions.own.checkIn");
  const f = formatFor(await getLocale());
  const { ahead } = await orNotFound((await api()).sessions.ownList({}));
  const sessions = ahead.map((one) => ({
    id: one.id,
    title: one.about?.title ?? "",
    when: t("time", { span: f.span(one.startsAt, one.endsAt), room: one.room }),
  }));
  return (
    <>
      <div>
        <ButtonLink href="/my-sessions">{own("back")}</ButtonLink>
      </div>
      <h1>{t("title")}</h1>
      <CheckIn sessions={sessions} />
    </>
  );
}

export default withWords("(phone)/my-sessions/check-in/page", CheckInPage);
