"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { NeedsButton } from "@/app/_ui/dialogs/needs-button";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { TextArea, TextField } from "@/app/_ui/fields/text-field";
import { correctRecordLimits } from "@/app/_ui/limits/sessions";
import { isLacking, lackingIn, noParts, type PartyHere, partsInput, type RecordParts } from "./record-parts";
import { RecordPartsFields } from "./record-parts-fields";
import type { Session } from "./session";
import styles from "./sessions.module.css";

/** The parts of a version as a form takes them. */
const writtenParts = (version: Session["records"][number] | undefined): RecordParts =>
  version
    ? { ...version, statements: Object.fromEntries(version.statements.map((one) => [one.partyId, one.text])) }
    : noParts;

/** The parties who were there. */
const statingIn = (session: Session): PartyHere[] =>
  session.people.flatMap(({ partyId, side, name, attendance }) =>
    partyId && side && attendance === "present" ? [{ id: partyId, side, name }] : [],
  );

/** Writes the next version of a record, with its reason. */
export function CorrectForm({ disputeId, session }: { disputeId: string; session: Session }) {
  const t = useTranslations("sessions.versions");
  const trpc = useTRPC();
  const [latest] = session.records;
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState(latest?.text ?? "");
  const [reason, setReason] = useState("");
  const [parts, setParts] = useState<RecordParts>(() => writtenParts(latest));
  const correct = useAct(trpc.sessions.correctRecord.mutationOptions(), { onDone: () => setOpen(false) });
  if (!latest) return null;
  const lacking = lackingIn(parts, session.result, statingIn(session));
  if (!isOpen) {
    return (
      <div>
        <Button small onClick={() => setOpen(true)}>
          {t("correct")}
        </Button>
      </div>
    );
  }
  return (
    <form
      method="dialog"
      className={styles.form}
      aria-label={t("correctTitle", { n: session.ordinal })}
      onSubmit={(event) => event.preventDefault()}
    >
      <RecordPartsFields
        parties={statingIn(session)}
        result={session.result}
        value={parts}
        isTried={isLacking(lacking)}
        onChange={setParts}
      />
      <TextArea
        label={t("correct")}
        hint={t("correctHint")}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        minRows={5}
        maxLength={correctRecordLimits.text}
      />
      <TextField
        label={t("why")}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        maxLength={correctRecordLimits.reason}
      />
      {correct.problem ? <ProblemNote problem={correct.problem} /> : null}
      <NeedsButton
        isSubmit
        needs={[
          ["", !isLacking(lacking)],
          [t("correct"), text.trim() !== ""],
          [t("why"), reason.trim() !== ""],
        ]}
        isBusy={correct.isBusy}
        onGo={() =>
          void correct.run({
            disputeId,
            sessionId: session.id,
            basedOn: latest.version,
            text,
            ...partsInput(parts),
            reason,
          })
        }
        beside={<Button onClick={() => setOpen(false)}>{t("back")}</Button>}
      >
        {t("submit", { version: latest.version + 1 })}
      </NeedsButton>
    </form>
  );
}
