"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/button";
import { Stack } from "@/app/_ui/columns";
import { Dialog } from "@/app/_ui/dialog";
import { PillField } from "@/app/_ui/pill-field";
import { ProblemNote } from "@/app/_ui/problem-note";
import { TextArea } from "@/app/_ui/text-field";
import { showToast } from "@/app/_ui/toasts";
import { declineReasons } from "@/db/vocabulary";

/** Why he cannot come; the lead reads it and asks somebody else. */
export function DeclineDialog({
  invitationId,
  leadName,
  onClose,
}: {
  invitationId: string;
  leadName: string;
  onClose: () => void;
}) {
  const t = useTranslations("invitations.declineForm");
  const done = useTranslations("invitations")("declinedNote", { name: leadName });
  const reasons = useTranslations("vocabulary.declineReasons");
  const trpc = useTRPC();
  const [chosen, setChosen] = useState<string[]>([]);
  const [note, setNote] = useState("");
  const [isTried, setTried] = useState(false);
  const act = useAct(trpc.invitations.decline.mutationOptions(), {
    onDone: () => {
      showToast({ message: done });
      onClose();
    },
  });

  function decline() {
    setTried(true);
    const reason = declineReasons.find((one) => one === chosen[0]);
    if (reason) void act.run({ invitationId, reason, note });
  }

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t("title")}
      actions={
        <>
          <Button onClick={onClose}>{t("keep")}</Button>
          <Button variant="stop" busy={act.isBusy} onClick={decline}>
            {t("do")}
          </Button>
        </>
      }
    >
      <Stack>
        <p>{t("text", { name: leadName })}</p>
        <PillField
          label={t("reason")}
          options={declineReasons.map((value) => ({ value, label: reasons(value) }))}
          value={chosen}
          onChange={setChosen}
          error={isTried && chosen.length === 0 ? t("need") : undefined}
        />
        <TextArea
          label={t("note")}
          hint={t("noteHint")}
          minRows={2}
          maxLength={200}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        {act.problem ? <ProblemNote problem={act.problem} code={act.problem.reference} /> : null}
      </Stack>
    </Dialog>
  );
}
