"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { ReasonActDialog } from "@/app/_ui/dialogs/reason-act-dialog";
import { withdrawTemplateLimits } from "@/app/_ui/limits/papers";

interface WithdrawButtonProps {
  templateId: string;
  /** The paper and the version, as they are called beside the button. */
  name: string;
}

/** Opens the dialog that ends the use of a template. */
export function WithdrawButton({ templateId, name }: WithdrawButtonProps) {
  const t = useTranslations("templates.papers.withdraw");
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button small variant="text" aria-label={t("of", { name })} onClick={() => setOpen(true)}>
        {t("open")}
      </Button>
      {isOpen ? <WithdrawDialog templateId={templateId} name={name} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function WithdrawDialog({ templateId, name, onClose }: WithdrawButtonProps & { onClose: () => void }) {
  const t = useTranslations("templates.papers.withdraw");
  const act = useAct(useTRPC().papers.withdrawTemplate.mutationOptions(), { onDone: onClose });
  return (
    <ReasonActDialog
      title={t("title", { name })}
      verb={t("verb")}
      tone="stop"
      act={act}
      what={t("what")}
      label={t("reason")}
      maxLength={withdrawTemplateLimits.reason}
      onGo={(reason) => void act.run({ templateId, reason })}
      onClose={onClose}
    />
  );
}
