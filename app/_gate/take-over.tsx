"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { HappenedDay } from "@/app/_ui/fields/happened-day";
import { SelectField } from "@/app/_ui/fields/select-field";
import { useFormat } from "@/app/_ui/format/use-format";

interface TakeOverProps {
  disputeId: string;
  /** Whom the head may name; nobody for an officer, who takes over in person. */
  officers: readonly { id: string; name: string }[];
  /** False where somebody has taken over already and it goes to another. */
  isFirst: boolean;
}

/** An officer takes over a matter of family violence; the head may name who does. */
export function TakeOver({ disputeId, officers, isFirst }: TakeOverProps) {
  const t = useTranslations("gate");
  const trpc = useTRPC();
  const [isOpen, setOpen] = useState(false);
  const [officerId, setOfficer] = useState("");
  const [happenedOn, setHappenedOn] = useState<string | null>(null);
  const f = useFormat();
  const act = useAct(trpc.disputes.takeOver.mutationOptions(), { onDone: () => setOpen(false) });
  return (
    <>
      <Button variant={isFirst ? "go" : "text"} onClick={() => setOpen(true)}>
        {isFirst ? t("takeOver") : t("handOn")}
      </Button>
      {isOpen ? (
        <ActDialog
          title={t("takeOverTitle")}
          verb={t("takeOver")}
          leave={t("notYet")}
          act={act}
          onGo={() => act.run({ disputeId, officerId: officerId || null, happenedOn })}
          onClose={() => setOpen(false)}
        >
          <p>{t("takeOverText")}</p>
          {officers.length > 0 ? (
            <SelectField
              label={t("officer")}
              placeholder={t("myself")}
              options={officers.map(({ id, name }) => ({ value: id, label: name }))}
              value={officerId}
              onChange={(event) => setOfficer(event.currentTarget.value)}
            />
          ) : null}
          <HappenedDay
            isShown={isFirst}
            label={t("takenOn")}
            today={f.date(new Date())}
            value={happenedOn}
            onChange={setHappenedOn}
          />
        </ActDialog>
      ) : null}
    </>
  );
}
