import { useTranslations } from "next-intl";
import { useFormat } from "@/app/_ui/format/use-format";
import type { DisputeType, Source } from "@/db/vocabulary";
import type { DisputeChange } from "@/server/disputes/reads/dispute-page";
import styles from "./overview.module.css";

/** What of the registration was corrected: what stood there, what stands there now, why, by whom and when. */
export function ChangeList({ changes, now }: { changes: readonly DisputeChange[]; now: Date }) {
  const t = useTranslations("disputes.correct");
  const types = useTranslations("vocabulary.disputeTypes");
  const sources = useTranslations("vocabulary.sources");
  const f = useFormat(now);
  if (changes.length === 0) return null;
  const shown = ({ field }: DisputeChange, value: string) => {
    if (value === "") return t("none");
    if (field === "type") return types(value as DisputeType);
    if (field === "source") return sources(value as Source);
    return field === "startedOn" ? f.date(value) : value;
  };
  return (
    <details>
      <summary>{t("changes", { count: changes.length })}</summary>
      <ul className={styles.earlier}>
        {changes.map((change) => (
          <li key={change.id}>
            {t("line", {
              field: t(`fields.${change.field}`),
              before: shown(change, change.oldValue),
              now: shown(change, change.newValue),
            })}{" "}
            <span className={styles.quiet}>
              {t("by", {
                at: f.dayTime(change.at),
                by: change.by ?? t("system"),
                reason: change.reason || t("follows"),
              })}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
