import { IconCheck } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { SideStamp } from "@/app/_lanes/side-stamp";
import { useFormat } from "@/app/_ui/format/use-format";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import type { DeskStatement } from "@/server/desk/reads/desk";
import styles from "./sessions.module.css";

/** Undisputed facts and who signed them. Not drawn where there are none. */
export function FactStatements({ statements }: { statements: readonly DeskStatement[] }) {
  const t = useTranslations("sessions.statements");
  const means = useTranslations("vocabulary.signatureMeans");
  const f = useFormat();
  if (statements.length === 0) return null;
  return (
    <Sheet labelledBy="fact-statements">
      <SectionHead id="fact-statements" title={t("title")} note={t("law")} />
      {statements.map((statement) => (
        <article key={statement.id} className={styles.session}>
          <p className={styles.quiet}>
            {t("written", { name: statement.writtenBy, time: f.dayTime(statement.writtenAt) })}
          </p>
          <ol className={styles.lines}>
            {statement.lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ol>
          {statement.signatures.length === 0 ? <p className={styles.quiet}>{t("unsigned")}</p> : null}
          {statement.signatures.map((hand) => (
            <p key={hand.partyId} className={styles.name}>
              <SideStamp index={hand.side - 1} small /> {hand.party} <IconCheck aria-hidden size={14} />{" "}
              <span className={styles.quiet}>
                {means(hand.means)} {f.dayTime(hand.signedAt)}
              </span>
            </p>
          ))}
        </article>
      ))}
    </Sheet>
  );
}
