import { useLocale, useTranslations } from "next-intl";
import { LaneChip } from "@/app/_lanes/lane-chip";
import { SideStamp } from "@/app/_lanes/side-stamp";
import { ButtonLink } from "@/app/_ui/actions/button";
import { SectionHead } from "@/app/_ui/layout/section-head";
import type { Company, OwnSession } from "@/server/sessions/reads/own-sessions";
import styles from "./own-sessions.module.css";

/** What a helper should know before the session: the dispute, the issues (only of the joint lane), the sides, the others. */
export function OwnBrief({ about, id }: { about: NonNullable<OwnSession["about"]>; id: string }) {
  const t = useTranslations("sessions.own");
  const comma = useLocale() === "en" ? ", " : "、";
  return (
    <div className={styles.brief}>
      <SectionHead id={id} title={t("brief")} />
      {about.neutralSummary ? <p>{about.neutralSummary}</p> : null}
      <div>
        <SectionHead level={3} title={t("issues")} end={<LaneChip lane="joint" />} />
        {about.issues.length === 0 ? <p className={styles.quiet}>{t("noIssues")}</p> : null}
        <ol className={styles.issues}>
          {about.issues.map((issue) => (
            <li key={issue}>{issue}</li>
          ))}
        </ol>
      </div>
      <dl className={styles.who}>
        <div>
          <dt>{t("sides")}</dt>
          <dd>
            {about.parties.map((party) => (
              <span key={`${party.side}-${party.name}`} className={styles.party}>
                <SideStamp index={party.side - 1} small />
                {party.links.length > 0 ? t("for", { name: party.name, links: party.links.join(comma) }) : party.name}
              </span>
            ))}
          </dd>
        </div>
        <div>
          <dt>{t("company")}</dt>
          <dd>
            {about.people.map((person) => (
              <Seat key={person.name} person={person} />
            ))}
          </dd>
        </div>
      </dl>
      {about.facts ? (
        <details>
          <summary>{t("facts")}</summary>
          <p className={styles.facts}>{about.facts}</p>
        </details>
      ) : null}
      <div className={styles.buttons}>
        <ButtonLink href={`/my-sessions/${about.disputeId}/opinion`}>{t("opinion")}</ButtonLink>
        <ButtonLink href={`/my-sessions/${about.disputeId}`}>{t("notes")}</ButtonLink>
      </div>
    </div>
  );
}

function Seat({ person }: { person: Company }) {
  const t = useTranslations("sessions.own");
  const force = useLocale() === "en" ? person.forceEn : person.forceZh;
  return (
    <span className={styles.seat}>
      {person.isLead ? t("host", { name: person.name }) : person.name}{" "}
      <span className={styles.quiet}>{force ?? person.post}</span>
    </span>
  );
}
