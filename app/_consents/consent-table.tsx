import { IconCheck, IconMinus, IconX } from "@tabler/icons-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SideStamp } from "@/app/_lanes/side-stamp";
import { useFormat } from "@/app/_ui/format/use-format";
import type { ConsentAnswer } from "@/db/vocabulary";
import type { ConsentMatrix } from "@/server/consents/queries";
import styles from "./consent-table.module.css";

const icons = { agreed: IconCheck, refused: IconX, unasked: IconMinus } as const;

/** Party × notice, mediation and each force; the last answer counts. On narrow screens the table itself scrolls. */
export function ConsentTable({ matrix, now }: { matrix: ConsentMatrix; now: string }) {
  const t = useTranslations("consents");
  const means = useTranslations("vocabulary.noticeMeans");
  const locale = useLocale();
  const f = useFormat(new Date(now));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys
    <section className={styles.scroller} aria-label={t("tableLabel")} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t("party")}</th>
            <th scope="col">{t("notice")}</th>
            <th scope="col">{t("mediation")}</th>
            {matrix.forces.map((force) => (
              <th key={force.code} scope="col" className={styles.force}>
                {locale === "en" ? force.shortEn : force.shortZh}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {matrix.parties.map((party) => (
            <tr key={party.id}>
              <th scope="row">
                <span className={styles.party}>
                  <SideStamp index={party.side - 1} small />
                  {party.name}
                </span>
              </th>
              <td>
                {party.notice ? (
                  <Mark
                    kind="agreed"
                    words={
                      <>
                        {t("told", {
                          means: means(party.notice.means),
                          at: party.notice.on ? f.day(party.notice.on) : f.dayTime(party.notice.at),
                        })}
                        {party.notice.toName ? ` ${t("toldTo", { name: party.notice.toName })}` : null}
                      </>
                    }
                    isSaid
                  />
                ) : (
                  <Mark kind="unasked" words={t("untold")} isSaid />
                )}
              </td>
              <td>
                <Answer answer={party.mediation?.answer} isSaid />
                {party.mediation?.on ? <small>{t("saidOn", { day: f.day(party.mediation.on) })}</small> : null}
                {party.mediation?.byName ? <small>{t("saidBy", { name: party.mediation.byName })}</small> : null}
              </td>
              {matrix.forces.map((force) => (
                <td key={force.code} className={styles.force}>
                  <Answer answer={party.forces[force.code]} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Answer({ answer, isSaid }: { answer: ConsentAnswer | undefined; isSaid?: boolean }) {
  const t = useTranslations("consents");
  const kind = answer ?? "unasked";
  return <Mark kind={kind} words={t(kind)} isSaid={isSaid} />;
}

/** A tick, a cross or a dash; the word is shown, or read out where the column's head leaves no room. */
function Mark({ kind, words, isSaid }: { kind: keyof typeof icons; words: ReactNode; isSaid?: boolean }) {
  const Icon = icons[kind];
  return (
    <span className={styles.mark} data-kind={kind}>
      <Icon aria-hidden />
      <span className={isSaid ? undefined : "sr-only"}>{words}</span>
    </span>
  );
}
