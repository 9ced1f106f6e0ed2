"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { showToast } from "@/app/_ui/feedback/toasts";
import { PickField } from "@/app/_ui/fields/pick-field";
import { ListEnd } from "@/app/_ui/lists/list-end";
import { listLimits } from "@/server/kernel/choices";

/** Which dispute a question is put beside. */
export function LinkChoice({ consultationId, onClose }: { consultationId: string; onClose: () => void }) {
  const t = useTranslations("consultations.link");
  const trpc = useTRPC();
  const { data: choices } = useQuery(trpc.consultations.linkChoices.queryOptions({}));
  const [disputeId, choose] = useState<string | null>(null);
  const [hasTried, setTried] = useState(false);
  const act = useAct(trpc.consultations.link.mutationOptions(), {
    onDone: () => {
      showToast({ message: t("done") });
      onClose();
    },
  });
  function link() {
    setTried(true);
    if (disputeId) void act.run({ consultationId, disputeId });
  }
  return (
    <ActDialog
      onClose={onClose}
      title={t("title")}
      verb={t("go")}
      leave={t("back")}
      act={act}
      refusal="last"
      gap={12}
      onGo={link}
    >
      <p>{t("text")}</p>
      {choices?.length === 0 ? (
        <p>{t("none")}</p>
      ) : (
        <PickField
          label={t("pick")}
          hint={t("hint")}
          options={(choices ?? []).map(({ id, number, title }) => ({ value: id, label: `${number} ${title}` }))}
          value={disputeId}
          onChange={choose}
          error={hasTried && !disputeId ? t("need") : undefined}
        />
      )}
      <ListEnd rows={choices ?? []} most={listLimits.linkableDisputes} />
    </ActDialog>
  );
}
