import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import styles from "@/app/_invitations/invitation.module.css";
import { api, orNotFound } from "@/app/_trpc/server";
import { Empty } from "@/app/_ui/empty";
import { Figure, FigureStrip } from "@/app/_ui/figure";
import { formatFor } from "@/app/_ui/format-for";
import { SectionHead } from "@/app/_ui/section-head";
import { Sheet } from "@/app/_ui/sheet";
import type { OwnRecord } from "@/server/invitations/read-own";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("invitations.record");
  return { title: t("title") };
}

/** What the person gave: asked, accepted, attended, hours; and the last sessions. */
export default async function MyRecord() {
  const t = await getTranslations("invitations.record");
  const attendance = await getTranslations("vocabulary.attendances");
  const f = formatFor(await getLocale());
  const trpc = await api();
  const record = await orNotFound(trpc.invitations.record({}));
  const figures = (of: OwnRecord["year"], label: string) => (
    <FigureStrip label={label}>
      <Figure
        label={t("asked")}
        value={of.asked}
        unit={t("times")}
        parts={of.silent ? t("silent", { count: of.silent }) : null}
      />
      <Figure
        label={t("accepted")}
        value={of.accepted}
        unit={t("times")}
        parts={t("acceptedOf", { accepted: of.accepted, asked: of.asked })}
      />
      <Figure
        label={t("attended")}
        value={of.attended}
        unit={t("times")}
        parts={t("attendedOf", { attended: of.attended, due: of.attended + of.missed })}
      />
      <Figure label={t("hours")} value={of.hours} unit={t("hoursUnit")} />
    </FigureStrip>
  );
  return (
    <>
      <h1>{t("title")}</h1>
      <SectionHead title={t("year")} />
      {figures(record.year, t("year"))}
      <SectionHead title={t("total")} />
      {figures(record.total, t("total"))}
      <SectionHead title={t("sessions")} />
      {record.sessions.length === 0 ? (
        <Empty>{t("noSessions")}</Empty>
      ) : (
        <Sheet>
          <ul className={styles.names}>
            {record.sessions.map((session) => (
              <li key={session.id}>
                <b>{f.span(session.startsAt, session.endsAt)}</b>
                <p className={styles.faint}>
                  {session.point} {session.room} {attendance(session.attendance)}
                </p>
              </li>
            ))}
          </ul>
        </Sheet>
      )}
      <p className={styles.faint}>{t("thanks")}</p>
    </>
  );
}
