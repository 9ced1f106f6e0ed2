import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { withWords } from "@/app/_i18n/client-words";
import { PrintButton } from "@/app/_record/print-button";
import styles from "@/app/_record/proof.module.css";
import { api, orNotFound, requestTime } from "@/app/_trpc/server";
import { ButtonLink } from "@/app/_ui/actions/button";
import { plainFormatFor } from "@/app/_ui/format/format-for";
import { ownProofInput } from "@/server/sessions/inputs";

interface ProofProps {
  searchParams: Promise<{ year?: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("record.paper"))("title") };
}

const hoursOf = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / 360_000) / 10;
const inFours = (check: string) =>
  check
    .toUpperCase()
    .match(/.{1,4}/g)
    ?.join(" ") ?? check;

/** A4: whose, when, how many, how long; no dispute and no party, only kind and place. */
async function ProofPage({ searchParams }: ProofProps) {
  const asked = ownProofInput.safeParse({ year: Number((await searchParams).year) || null });
  const proof = await orNotFound((await api()).sessions.ownProof(asked.success ? asked.data : { year: null }));
  const t = await getTranslations("record.paper");
  // On paper every date bears its year.
  const f = plainFormatFor(await getLocale(), new Date(0));
  const { person, sessions, hours, year } = proof;
  const [first, last] = [sessions[0], sessions.at(-1)];
  return (
    <>
      <div className={styles.tools}>
        <ButtonLink href="/my-record">{t("back")}</ButtonLink>
        <PrintButton />
        <p>{t("printHint")}</p>
      </div>
      <article className={styles.page}>
        <div className={styles.top}>
          <span>{t("unit", { county: proof.county })}</span>
          <span>{t("made", { date: f.day(requestTime()) })}</span>
        </div>
        <h1>{t("title")}</h1>
        <dl className={styles.who}>
          <dt>{t("name")}</dt>
          <dd>{person.name}</dd>
          <dt>{t("employer")}</dt>
          <dd>{person.employer}</dd>
          <dt>{t("post")}</dt>
          <dd>{person.post}</dd>
          <dt>{t("span")}</dt>
          <dd>
            {year !== null
              ? t("spanYear", { year: String(year) })
              : first && last
                ? t("spanAll", { from: f.day(first.startsAt), until: f.day(last.startsAt) })
                : ""}
          </dd>
        </dl>
        {sessions.length === 0 ? (
          <p>{t("none")}</p>
        ) : (
          <>
            <p>{t("text", { name: person.name, count: sessions.length, hours: f.number(hours) })}</p>
            {proof.isCut ? <p>{t("cut", { count: f.number(sessions.length) })}</p> : null}
            <Sessions sessions={sessions} f={f} />
            <dl className={styles.check}>
              <dt>{t("check")}</dt>
              <dd>
                <code>{inFours(proof.check)}</code>
              </dd>
              <dd className={styles.how}>{t("checkText")}</dd>
            </dl>
            <div className={styles.seal}>
              <p>{t("sealHint")}</p>
            </div>
          </>
        )}
      </article>
    </>
  );
}

interface SessionsProps {
  sessions: Awaited<ReturnType<Awaited<ReturnType<typeof api>>["sessions"]["ownProof"]>>["sessions"];
  f: ReturnType<typeof plainFormatFor>;
}

async function Sessions({ sessions, f }: SessionsProps) {
  const t = await getTranslations("record.paper");
  const types = await getTranslations("vocabulary.disputeTypes");
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th className={styles.num}>{t("no")}</th>
            <th>{t("when")}</th>
            <th>{t("type")}</th>
            <th>{t("where")}</th>
            <th>{t("committee")}</th>
            <th className={styles.num}>{t("hours")}</th>
          </tr>
        </thead>
        <tbody>
          {sessions.map((session, i) => (
            <tr key={session.id}>
              <td className={styles.num}>{i + 1}</td>
              <td>
                {f.day(session.startsAt)} {f.timeSpan(session.startsAt, session.endsAt)}
              </td>
              <td>{types(session.type)}</td>
              <td>{session.point}</td>
              <td>{session.committee}</td>
              <td className={styles.num}>{f.number(hoursOf(session.startsAt, session.endsAt))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export default withWords("(paper)/my-record/proof/page", ProofPage);
