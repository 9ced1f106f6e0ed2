import { useLocale, useTranslations } from "next-intl";
import { ButtonLink } from "@/app/_ui/button";
import { LaneChip } from "@/app/_ui/lane-chip";
import { SectionHead } from "@/app/_ui/section-head";
import { SideStamp } from "@/app/_ui/side-stamp";
import type { OwnSession } from "@/server/sessions/own-sessions";
import styles from "./own-sessions.module.css";

/** What one should know before the session, in the joint lane: the matter, the sides, the company. */
export function OwnBrief({ about, id }: { about: NonNullable<OwnSession["about"]>; id: string }) {
  const t = useTranslations("sessions.own");
  const comma = useLocale() === "en" ? ", " : "、";
  return (
    <div className={styles.brief}>
      <SectionHead id={id} title={t("brief")} end={<LaneChip lane="joint" />} />
      {about.neutralSummary ? <p>{about.neutralSummary}</p> : null}
      {about.facts ? (
        <details>
          <summary>{t("facts")}</summary>
          <p className={styles.facts}>{about.facts}</p>
        </details>
      ) : null}
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
              <span key={person.name} className={styles.party}>
                {person.isLead ? t("host", { name: person.name }) : person.name}{" "}
                <span className={styles.quiet}>{person.post}</span>
              </span>
            ))}
          </dd>
        </div>
      </dl>
      <ButtonLink href={`/my-sessions/${about.disputeId}`}>{t("notes")}</ButtonLink>
    </div>
  );
}
