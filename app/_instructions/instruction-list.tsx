"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/app/_ui/actions/button";
import { useFormat } from "@/app/_ui/format/use-format";
import { Line } from "@/app/_ui/layout/columns";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import { Facts } from "@/app/_ui/text/facts";
import { Tag } from "@/app/_ui/text/tag";
import type { Instruction } from "@/server/instructions/reads/instructions";
import { AnswerForm } from "./answer-form";
import styles from "./instructions.module.css";
import { WithdrawDialog } from "./withdraw-dialog";

interface InstructionListProps {
  disputeId: string;
  instructions: readonly Instruction[];
  mayAnswer: boolean;
  mayWithdraw: boolean;
  now: string;
}

/** What heads asked of the lead: the open ones first, which the lead answers in place. */
export function InstructionList({ instructions, ...may }: InstructionListProps) {
  const t = useTranslations("disputes.instruction");
  if (instructions.length === 0) return null;
  return (
    <Sheet labelledBy="instructions">
      <SectionHead id="instructions" title={t("heading")} note={instructions.length} />
      <ul className={styles.list}>
        {instructions.map((instruction) => (
          <Item key={instruction.id} instruction={instruction} {...may} />
        ))}
      </ul>
    </Sheet>
  );
}

type ItemProps = Omit<InstructionListProps, "instructions"> & { instruction: Instruction };

function Item({ instruction, disputeId, mayAnswer, mayWithdraw, now }: ItemProps) {
  const t = useTranslations("disputes.instruction");
  const kinds = useTranslations("vocabulary.instructionKinds");
  const f = useFormat(new Date(now));
  const [isWithdrawing, setWithdrawing] = useState(false);
  const { id, kind, wish, givenBy, givenAt, isWithdrawn, answeredAt } = instruction;
  const isOpen = !isWithdrawn && answeredAt === null;
  return (
    <li className={styles.item}>
      <p>
        <strong>{kinds(kind)}</strong>
      </p>
      <p className={styles.said}>{wish}</p>
      <p className={styles.quiet}>
        <Facts
          items={[t("by", { name: givenBy, at: f.nearDay(givenAt) }), <State key="s" of={instruction} now={now} />]}
        />
      </p>
      {instruction.answer ? <p className={styles.answer}>{instruction.answer}</p> : null}
      {isOpen && mayAnswer ? <AnswerForm disputeId={disputeId} instructionId={id} about={wish} /> : null}
      {isOpen && mayWithdraw ? (
        <Line>
          <Button small onClick={() => setWithdrawing(true)}>
            {t("open.withdraw")}
            <span className="sr-only"> {wish}</span>
          </Button>
        </Line>
      ) : null}
      {isWithdrawing ? (
        <WithdrawDialog disputeId={disputeId} instructionId={id} onClose={() => setWithdrawing(false)} />
      ) : null}
    </li>
  );
}

/** Until when it is to be answered, or by whom and when it was. */
function State({ of, now }: { of: Instruction; now: string }) {
  const t = useTranslations("disputes.instruction");
  const f = useFormat(new Date(now));
  const { answerBy, answeredAt, answeredBy, isWithdrawn } = of;
  const by = f.dateTime(answerBy);
  if (isWithdrawn) return t("withdrawn");
  if (answeredAt === null)
    return Date.parse(answerBy) < Date.parse(now) ? <Tag tone="red">{t("late", { by })}</Tag> : t("until", { by });
  const isLate = Date.parse(answeredAt) > Date.parse(answerBy);
  return t(isLate ? "answeredLate" : "answered", { name: answeredBy ?? "", at: f.nearDay(answeredAt) });
}
