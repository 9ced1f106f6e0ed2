import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { withWords } from "@/app/_i18n/client-words";
import styles from "@/app/_record/record.module.css";
import { SessionRows } from "@/app/_record/session-rows";
import { TallyFigures } from "@/app/_record/tally-figures";
import { api, orNotFound } from "@/app/_trpc/server";
import { ButtonLink } from "@/app/_ui/actions/button";
import { Empty } from "@/app/_ui/feedback/empty";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import { ownRecordInput } from "@/server/sessions/inputs";

interface MyRecordProps {
  searchParams: Promise<{ at?: string; id?: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("record"))("title") };
}

/** What the person gave, year by year, session by session; and a proof to print. */
async function MyRecord({ searchParams }: MyRecordProps) {
  const { at, id } = await searchParams;
  const asked = ownRecordInput.safeParse({ before: at && id ? { at, id } : null });
  const t = await getTranslations("record");
  const record = await orNotFound((await api()).sessions.ownRecord(asked.success ? asked.data : { before: null }));
  const isFirst = !asked.success || asked.data.before === null;
  const [latest, ...older] = record.years;
  return (
    <>
      <h1>{t("title")}</h1>
      {isFirst ? (
        <>
          {latest ? (
            <>
              <SectionHead title={t("year", { year: String(latest.year) })} />
              <TallyFigures tally={latest} label={t("year", { year: String(latest.year) })} />
            </>
          ) : null}
          <SectionHead title={t("total")} />
          <TallyFigures tally={record.total} label={t("total")} />
          {older.map((year) => (
            <details key={year.year} className={styles.year}>
              <summary>{t("year", { year: String(year.year) })}</summary>
              <TallyFigures tally={year} label={t("year", { year: String(year.year) })} />
            </details>
          ))}
          <p className={styles.quiet}>{t("free")}</p>
          <Sheet labelledBy="proof">
            <SectionHead id="proof" title={t("proof")} />
            <p className={styles.quiet}>{t("proofHint")}</p>
            <div className={styles.proofs}>
              {record.years.slice(0, 3).map(({ year }, i) => (
                <ButtonLink key={year} variant={i === 0 ? "go" : "outline"} href={`/my-record/proof?year=${year}`}>
                  {t("proofYear", { year: String(year) })}
                </ButtonLink>
              ))}
              <ButtonLink href="/my-record/proof">{t("proofAll")}</ButtonLink>
            </div>
          </Sheet>
        </>
      ) : (
        <ButtonLink href="/my-record">{t("newest")}</ButtonLink>
      )}
      <Sheet labelledBy="record-sessions">
        <SectionHead id="record-sessions" title={t("sessions")} />
        {record.sessions.length === 0 ? <Empty>{t("noSessions")}</Empty> : <SessionRows sessions={record.sessions} />}
      </Sheet>
      {record.next ? (
        <ButtonLink href={`/my-record?${new URLSearchParams(record.next)}`}>{t("earlier")}</ButtonLink>
      ) : null}
      {isFirst ? <p className={styles.quiet}>{t("thanks")}</p> : null}
    </>
  );
}

export default withWords("(phone)/my-record/page", MyRecord);
