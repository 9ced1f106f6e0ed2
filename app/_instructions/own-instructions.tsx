import { getLocale, getTranslations } from "next-intl/server";
import { ButtonLink } from "@/app/_ui/actions/button";
import { formatFor } from "@/app/_ui/format/format-for";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import { Facts } from "@/app/_ui/text/facts";
import { Tag } from "@/app/_ui/text/tag";
import type { ListedInstruction } from "@/server/instructions/reads/instructions";
import styles from "./instructions.module.css";

interface OwnInstructionsProps {
  own: { toAnswer: readonly ListedInstruction[]; given: readonly ListedInstruction[] };
  now: Date;
}

/** What heads ask of the reader, to be answered first; and what the reader asked as a head, with what came of it. */
export function OwnInstructions({ own: { toAnswer, given }, now }: OwnInstructionsProps) {
  return (
    <>
      <Rows rows={toAnswer} kind="toAnswer" now={now} />
      <Rows rows={given} kind="given" now={now} />
    </>
  );
}

interface RowsProps {
  rows: readonly ListedInstruction[];
  kind: "toAnswer" | "given";
  now: Date;
}

async function Rows({ rows, kind, now }: RowsProps) {
  if (rows.length === 0) return null;
  const [t, kinds] = await Promise.all([
    getTranslations("disputes.instruction"),
    getTranslations("vocabulary.instructionKinds"),
  ]);
  const f = formatFor(await getLocale(), now);
  return (
    <Sheet labelledBy={`instructions-${kind}`}>
      <SectionHead id={`instructions-${kind}`} title={t(kind)} note={rows.length} />
      <ul className={styles.list}>
        {rows.map(({ id, kind: what, wish, title, disputeId, answerBy, answeredAt, answer, givenBy, lead }) => {
          const by = f.dateTime(answerBy);
          const isLate = answeredAt === null && Date.parse(answerBy) < now.getTime();
          return (
            <li key={id} className={styles.row}>
              <div>
                <p className={styles.said}>
                  <b>{kinds(what)}</b> {wish}
                </p>
                <p className={styles.quiet}>
                  <Facts
                    items={[
                      title,
                      kind === "given" ? lead : givenBy,
                      answeredAt ? t("isAnswered") : isLate ? null : t("until", { by }),
                      isLate ? (
                        <Tag key="late" tone="red">
                          {t("late", { by })}
                        </Tag>
                      ) : null,
                    ]}
                  />
                </p>
                {answer ? <p className={styles.answer}>{answer}</p> : null}
              </div>
              <ButtonLink
                small
                href={`/disputes/${disputeId}#instructions`}
                variant={kind === "toAnswer" ? "go" : "outline"}
              >
                {t(kind === "toAnswer" ? "go" : "see")}
                <span className="sr-only"> {title}</span>
              </ButtonLink>
            </li>
          );
        })}
      </ul>
    </Sheet>
  );
}
