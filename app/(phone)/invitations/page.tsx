import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OwnAssignments } from "@/app/_assignments/own-assignments";
import { withWords } from "@/app/_i18n/client-words";
import styles from "@/app/_invitations/invitation.module.css";
import { InvitationCard } from "@/app/_invitations/invitation-card";
import { api, orNotFound, requestTime } from "@/app/_trpc/server";
import { ButtonLink } from "@/app/_ui/actions/button";
import { Empty } from "@/app/_ui/feedback/empty";
import { SectionHead } from "@/app/_ui/layout/section-head";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("invitations");
  return { title: t("title") };
}

/** Those that wait come first, then what was answered, newest first. */
async function Invitations({ searchParams }: { searchParams: Promise<{ before?: string }> }) {
  const { before } = await searchParams;
  const trpc = await api();
  const [{ waiting, answered, next }, tasks] = await Promise.all([
    orNotFound(trpc.invitations.own({ before: before ?? null })),
    before ? [] : orNotFound(trpc.assignments.own({})),
  ]);
  const t = await getTranslations("invitations");
  const now = requestTime();
  return (
    <>
      <h1>{t("title")}</h1>
      <OwnAssignments tasks={tasks} now={now.toISOString()} />
      {before ? null : (
        <section className={styles.section} aria-labelledby="waiting">
          <SectionHead id="waiting" title={t("waiting")} note={waiting.length || null} />
          {waiting.length === 0 ? <Empty>{t("none")}</Empty> : null}
          <ul className={styles.list}>
            {waiting.map((invitation) => (
              <InvitationCard key={invitation.id} invitation={invitation} now={now} />
            ))}
          </ul>
        </section>
      )}
      <section className={styles.section} aria-labelledby="answered">
        <SectionHead id="answered" title={t("answered")} />
        {answered.length === 0 ? <Empty>{t("noneAnswered")}</Empty> : null}
        <ul className={styles.list}>
          {answered.map((invitation) => (
            <InvitationCard key={invitation.id} invitation={invitation} now={now} />
          ))}
        </ul>
        {next ? <ButtonLink href={`/invitations?before=${next}`}>{t("earlier")}</ButtonLink> : null}
      </section>
    </>
  );
}

export default withWords("(phone)/invitations/page", Invitations);
