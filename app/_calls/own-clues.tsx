import { useTranslations } from "next-intl";
import { Empty } from "@/app/_ui/feedback/empty";
import { useFormat } from "@/app/_ui/format/use-format";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import { ListEnd } from "@/app/_ui/lists/list-end";
import { Facts } from "@/app/_ui/text/facts";
import { Tag } from "@/app/_ui/text/tag";
import type { OwnClue } from "@/server/calls/queries";
import { listLimits } from "@/server/kernel/choices";
import styles from "./calls.module.css";

/** The grid member's own clues with their status and answer; the outcome of the dispute is not shown. */
export function OwnClues({ clues }: { clues: readonly OwnClue[] }) {
  const t = useTranslations("clues");
  const f = useFormat();
  return (
    <Sheet labelledBy="own" flush>
      <div className={styles.head}>
        <SectionHead id="own" title={t("own")} note={t("ownNote", { count: clues.length })} />
      </div>
      {clues.length === 0 ? <Empty>{t("none")}</Empty> : null}
      <ul>
        {clues.map((clue) => (
          <li key={clue.id} className={styles.group}>
            <div className={styles.words}>
              <p className={styles.place}>
                {clue.place} <Tag tone={clue.status === "new" ? "line" : "act"}>{t(`status.${clue.status}`)}</Tag>
              </p>
              <p>{clue.text}</p>
              {clue.answer ? <p>{t("answer", { answer: clue.answer })}</p> : null}
              <p className={styles.facts}>
                <Facts
                  items={[
                    t("reported", { when: f.dayTime(clue.reportedAt) }),
                    clue.handledAt ? t("handled", { when: f.dayTime(clue.handledAt) }) : null,
                  ]}
                />
              </p>
            </div>
          </li>
        ))}
      </ul>
      <ListEnd rows={clues} most={listLimits.ownClues} />
    </Sheet>
  );
}
