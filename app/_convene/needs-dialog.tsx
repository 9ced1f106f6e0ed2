"use client";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { showToast } from "@/app/_ui/feedback/toasts";
import { CheckField } from "@/app/_ui/fields/check-field";
import { SelectField } from "@/app/_ui/fields/select-field";
import { TextArea } from "@/app/_ui/fields/text-field";
import { useFormat } from "@/app/_ui/format/use-format";
import { changeNeedsLimits } from "@/app/_ui/limits/convening";
import type { Needs, SessionNeeds } from "@/server/convening/reads/needs";
import { forcesOf, mostOf, namableOf, needsOfWanted, type Weight, wantedOf } from "./wanted";

interface NeedsDialogProps {
  disputeId: string;
  session: SessionNeeds;
  forces: Needs["forces"];
}

/** The button and its dialog: how many of each force the session requires, who in person, and why that changes. */
export function NeedsDialog(props: NeedsDialogProps) {
  const t = useTranslations("convene.needs");
  const f = useFormat();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        small
        aria-label={t("changeOf", { at: f.dateTime(props.session.startsAt) })}
        onClick={() => setOpen(true)}
      >
        {t("change")}
      </Button>
      {isOpen ? <Form {...props} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function Form({ disputeId, session, forces, onClose }: NeedsDialogProps & { onClose: () => void }) {
  const t = useTranslations("convene.needs");
  const f = useFormat();
  const locale = useLocale();
  const trpc = useTRPC();
  const [wanted, setWanted] = useState(() => wantedOf(session, forces));
  const [reason, setReason] = useState("");
  const act = useAct(trpc.convening.changeNeeds.mutationOptions(), {
    onDone: ({ isMet, isHeld, canBeMet }) => {
      showToast({ message: t(!canBeMet ? "doneRisk" : isMet && isHeld ? "doneMet" : "done") });
      onClose();
    },
  });
  const optionsOf = (code: string) => [
    ...Array.from({ length: mostOf(session, code) }, (_, less) => ({
      value: `${less + 1}`,
      label: t("requiredSeats", { count: less + 1 }),
    })),
    { value: "optional", label: t("optional") },
    { value: "none", label: t("notNeeded") },
  ];
  const name = (personId: string, isNamed: boolean) =>
    setWanted({
      ...wanted,
      namedIds: isNamed ? [...wanted.namedIds, personId] : wanted.namedIds.filter((one) => one !== personId),
    });
  return (
    <ActDialog
      onClose={onClose}
      title={t("dialog")}
      verb={t("save")}
      leave={t("back")}
      act={act}
      needs={[[t("why"), reason.trim() !== ""]]}
      refusal="last"
      gap={12}
      onGo={() =>
        act.run({
          disputeId,
          sessionId: session.id,
          sessionVersion: session.version,
          needs: needsOfWanted(session, wanted),
          reason,
        })
      }
    >
      <p>{t("what", { at: f.span(session.startsAt, session.endsAt) })}</p>
      {forcesOf(session, forces).map((force) => (
        <SelectField
          key={force.code}
          label={locale === "en" ? force.nameEn : force.nameZh}
          options={optionsOf(force.code)}
          value={wanted.weights[force.code]}
          onChange={(event) =>
            setWanted({
              ...wanted,
              weights: { ...wanted.weights, [force.code]: event.currentTarget.value as Weight },
            })
          }
        />
      ))}
      {namableOf(session).map((one) => (
        <CheckField
          key={one.personId}
          label={t("named", { name: one.name })}
          checked={wanted.namedIds.includes(one.personId)}
          onChange={(event) => name(one.personId, event.currentTarget.checked)}
        />
      ))}
      <TextArea
        label={t("why")}
        hint={t("whyHint")}
        minRows={2}
        maxLength={changeNeedsLimits.reason}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </ActDialog>
  );
}
