import { IconAlertTriangle } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useFormat } from "@/app/_ui/format/use-format";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import { Facts } from "@/app/_ui/text/facts";
import { Tag } from "@/app/_ui/text/tag";
import type { HarmReport } from "@/server/desk/reads/papers";
import styles from "./harm.module.css";

/** Dangers the lead reported to the station, in the reported words. Not drawn where there are none. */
export function HarmReports({ reports, now }: { reports: readonly HarmReport[]; now: Date }) {
  const t = useTranslations("disputes.harm");
  const kinds = useTranslations("vocabulary.harmKinds");
  const f = useFormat(now);
  if (reports.length === 0) return null;
  return (
    <Sheet labelledBy="harm-reports">
      <SectionHead id="harm-reports" title={t("told")} note={t("count", { count: reports.length })} />
      {reports.map((report) => (
        <article key={report.id} className={styles.report}>
          <p className={styles.head}>
            <Tag tone="red" icon={<IconAlertTriangle aria-hidden />}>
              {kinds(report.kind)}
            </Tag>
            <time dateTime={report.reportedAt}>{f.dayTime(report.reportedAt)}</time>
          </p>
          <blockquote className={styles.words}>{report.text}</blockquote>
          <p className={styles.why}>
            <Facts
              items={[
                t("because", { reason: report.reason }),
                t("by", { name: report.reportedBy }),
                report.ordinal === null ? null : t("session", { n: report.ordinal }),
              ]}
            />
          </p>
        </article>
      ))}
      <p className={styles.why}>{t("limit")}</p>
    </Sheet>
  );
}
