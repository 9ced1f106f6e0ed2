import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { withWords } from "@/app/_i18n/client-words";
import { PrintButton } from "@/app/_record/print-button";
import styles from "@/app/_record/proof.module.css";
import { RecordWords } from "@/app/_sessions/record-words";
import { api, orNotFound } from "@/app/_trpc/server";
import { ButtonLink } from "@/app/_ui/actions/button";
import { plainFormatFor } from "@/app/_ui/format/format-for";

interface RecordPaperProps {
  params: Promise<{ disputeId: string; sessionId: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sessions.paper"))("title") };
}

/** A4: the newest version of a joint session's record, to be signed by hand (人民调解法 27); nothing of any private lane. */
async function RecordPaper({ params }: RecordPaperProps) {
  const { disputeId, sessionId } = await params;
  const trpc = await api();
  const [overview, dispute] = await Promise.all([
    orNotFound(trpc.sessions.ofDispute({ disputeId, forPrint: true })),
    orNotFound(trpc.disputes.byId({ disputeId })),
  ]);
  const session = overview.sessions.find((one) => one.id === sessionId);
  const record = session?.records[0];
  if (!session || !record || session.kind !== "joint") notFound();
  const t = await getTranslations("sessions.paper");
  const results = await getTranslations("vocabulary.sessionResults");
  const kinds = await getTranslations("vocabulary.interpreterKinds");
  const helps = await getTranslations("sessions.interpreters");
  // On paper every date bears its year.
  const f = plainFormatFor(await getLocale(), new Date(0));
  const came = session.people.filter((one) => one.attendance === "present");
  const spoken = (one: (typeof came)[number]) => {
    const link = one.party?.links.find((each) => each.id === one.spokenByLinkId);
    return link ? `${one.name}（${link.name}）` : one.name;
  };
  const others = [...came.filter((one) => !one.partyId).map((one) => one.name), session.othersPresent];
  const interpreted = session.interpreters
    .filter((one) => one.attendance === "present")
    .map(({ kind, language, name, partyName }) => {
      const help = kind === "spoken" ? helps("ofLanguage", { language }) : kinds(kind);
      return t("interpretedFor", { name, help, party: partyName, hasParty: partyName ? "yes" : "no" });
    });
  const isPolice = overview.proceeding?.track === "publicSecurity";
  return (
    <>
      <div className={styles.tools}>
        <ButtonLink href={`/disputes/${disputeId}/records`}>{t("back")}</ButtonLink>
        <PrintButton />
      </div>
      <article className={styles.page}>
        <div className={styles.top}>
          <span>{isPolice ? dispute.station : dispute.committee}</span>
          <span>{t("number", { number: dispute.number, n: session.ordinal })}</span>
        </div>
        <h1>{t(isPolice ? "titlePolice" : "title")}</h1>
        <dl className={styles.who}>
          <dt>{t("when")}</dt>
          <dd>
            {f.day(session.startsAt)} {f.timeSpan(session.startsAt, session.endsAt)}
          </dd>
          <dt>{t("where")}</dt>
          <dd>{session.room.name}</dd>
          <dt>{t("parties")}</dt>
          <dd>
            {came
              .filter((one) => one.partyId)
              .map(spoken)
              .join("、") || "／"}
          </dd>
          <dt>{t("others")}</dt>
          <dd>{others.filter(Boolean).join("、") || "／"}</dd>
          <dt>{t("interpreters")}</dt>
          <dd>{interpreted.join("、") || "／"}</dd>
          <dt>{t("result")}</dt>
          <dd>{session.result ? results(session.result) : "／"}</dd>
        </dl>
        <RecordWords record={record} result={session.result} />
        <div className={styles.seal}>
          <p>{t("signatures")}</p>
        </div>
      </article>
    </>
  );
}

export default withWords("(paper)/records/[disputeId]/[sessionId]/page", RecordPaper);
