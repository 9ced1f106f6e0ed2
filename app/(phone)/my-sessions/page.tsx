import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { withWords } from "@/app/_i18n/client-words";
import { OwnInterpretingList } from "@/app/_interpreters/own-interpreting-list";
import { OwnBrief } from "@/app/_sessions/own-brief";
import { OwnSessionCard } from "@/app/_sessions/own-session-card";
import { LatelyLine, LaterSessions, PastSessions } from "@/app/_sessions/own-session-lists";
import { api, orNotFound, requestTime } from "@/app/_trpc/server";
import { ButtonLink } from "@/app/_ui/actions/button";
import { Empty } from "@/app/_ui/feedback/empty";
import { formatFor } from "@/app/_ui/format/format-for";
import { Sheet } from "@/app/_ui/layout/sheet";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sessions.own"))("title") };
}

/** A helper's own sessions: the next one in full, later ones, and past ones. */
async function MySessionsPage() {
  const t = await getTranslations("sessions.own");
  const trpc = await api();
  const [{ ahead, past, lately }, interpreting] = await Promise.all([
    orNotFound(trpc.sessions.ownList({})),
    orNotFound(trpc.interpreters.own({})),
  ]);
  const now = requestTime();
  const f = formatFor(await getLocale(), now);
  const [next, ...later] = ahead;
  return (
    <>
      <h1>{t("title")}</h1>
      <p>{f.dateTime(now)}</p>
      {next ? (
        <>
          <OwnSessionCard session={next} now={now} />
          {next.about ? (
            <Sheet labelledBy="brief">
              <OwnBrief about={next.about} id="brief" />
            </Sheet>
          ) : null}
        </>
      ) : interpreting.length > 0 ? null : (
        <Sheet>
          <Empty>{t("none")}</Empty>
        </Sheet>
      )}
      {interpreting.length > 0 ? <OwnInterpretingList all={interpreting} now={now} /> : null}
      {next ? <ButtonLink href="/availability">{t("calendar")}</ButtonLink> : null}
      {later.length > 0 ? <LaterSessions sessions={later} now={now} /> : null}
      {past.length > 0 ? <PastSessions sessions={past} now={now} /> : null}
      <LatelyLine lately={lately} />
    </>
  );
}

export default withWords("(phone)/my-sessions/page", MySessionsPage);
