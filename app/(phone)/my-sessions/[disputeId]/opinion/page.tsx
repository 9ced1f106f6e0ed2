import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { withWords } from "@/app/_i18n/client-words";
import { LaneChip } from "@/app/_lanes/lane-chip";
import { OpinionForm } from "@/app/_opinions/opinion-form";
import { OpinionList } from "@/app/_opinions/opinion-list";
import styles from "@/app/_opinions/opinions.module.css";
import { api, orNotFound, requestTime } from "@/app/_trpc/server";
import { ButtonLink } from "@/app/_ui/actions/button";
import { Empty } from "@/app/_ui/feedback/empty";
import { formatFor } from "@/app/_ui/format/format-for";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import { signOpinionLimits } from "@/app/_ui/limits/opinions";
import { Tag } from "@/app/_ui/text/tag";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("opinions"))("title") };
}

/** During or after a session: what is at issue, and the form in which a helper writes and signs an opinion. */
async function OpinionPage({ params }: { params: Promise<{ disputeId: string }> }) {
  const { disputeId } = await params;
  const t = await getTranslations("opinions");
  const own = await getTranslations("sessions.own");
  const {
    title,
    lead,
    sessions,
    issues,
    own: signed,
  } = await orNotFound((await api()).opinions.overview({ disputeId }));
  const now = requestTime();
  const f = formatFor(await getLocale(), now);
  // The latest session that has begun; before the first one begins, that one.
  const likely = sessions.filter((one) => new Date(one.startsAt) <= now).at(-1) ?? sessions[0];
  return (
    <>
      <div>
        <ButtonLink href="/my-sessions">{own("back")}</ButtonLink>
      </div>
      <h1>{t("title")}</h1>
      <p className={styles.quiet}>
        {title} {likely ? t("about", { n: likely.ordinal, span: f.span(likely.startsAt, likely.endsAt) }) : null}
      </p>
      <Sheet labelledBy="issues">
        <SectionHead id="issues" title={t("issues")} end={<LaneChip lane="joint" />} />
        {issues.length === 0 ? <p className={styles.quiet}>{t("noIssues")}</p> : null}
        <ol className={styles.issues}>
          {issues.map((issue) => (
            <li key={issue.id}>
              <span>{issue.text}</span>
              {issue.isAgreed ? <Tag>{t("agreed")}</Tag> : null}
            </li>
          ))}
        </ol>
      </Sheet>
      {likely ? (
        <OpinionForm
          disputeId={disputeId}
          lead={lead}
          sessions={sessions}
          likely={likely.id}
          textMax={signOpinionLimits.text}
        >
          <OpinionList disputeId={disputeId} opinions={signed} title={t("own")} none={t("ownNone")} />
        </OpinionForm>
      ) : (
        <Sheet>
          <Empty>{t("none")}</Empty>
        </Sheet>
      )}
    </>
  );
}

export default withWords("(phone)/my-sessions/[disputeId]/opinion/page", OpinionPage);
