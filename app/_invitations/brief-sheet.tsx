import { IconPhone } from "@tabler/icons-react";
import { useLocale, useTranslations } from "next-intl";
import { LaneChip } from "@/app/_lanes/lane-chip";
import { ButtonLink } from "@/app/_ui/actions/button";
import { phoneHref } from "@/app/_ui/format/phone-href";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import type { Brief } from "@/server/invitations/reads/own";
import styles from "./invitation.module.css";

/** What helps them prepare; only after they have accepted. */
export function BriefSheet({ brief }: { brief: Brief }) {
  const t = useTranslations("invitations.brief");
  const types = useTranslations("vocabulary.disputeTypes");
  const isEnglish = useLocale() === "en";
  const { lead } = brief;
  return (
    <Sheet labelledBy="brief-title">
      <SectionHead id="brief-title" title={t("title")} end={<LaneChip lane="joint" />} />
      <dl className={styles.facts}>
        <dt>{t("facts")}</dt>
        <dd className={styles.story}>{brief.facts}</dd>
        <dt>{t("place")}</dt>
        <dd>{brief.place}</dd>
        <dt>{t("type")}</dt>
        <dd>{types(brief.type)}</dd>
        <dt>{t("number")}</dt>
        <dd>{brief.number}</dd>
        <dt>{t("lead")}</dt>
        <dd>
          {lead.name} {lead.unit}
          {lead.phone ? (
            <ButtonLink small href={phoneHref(lead.phone)} icon={<IconPhone aria-hidden />}>
              {lead.phone}
            </ButtonLink>
          ) : null}
        </dd>
        <dt>{t("helpers")}</dt>
        <dd>
          {brief.helpers.length === 0 ? t("alone") : null}
          <ul>
            {brief.helpers.map((helper) => (
              <li key={`${helper.forceEn} ${helper.name}`}>
                {helper.name} <span className={styles.faint}>{isEnglish ? helper.forceEn : helper.forceZh}</span>
              </li>
            ))}
          </ul>
        </dd>
      </dl>
      <p className={styles.faint}>{t("care")}</p>
    </Sheet>
  );
}
