"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { OwnTieForm } from "@/app/_board/own-tie-form";
import { RecusalCard } from "@/app/_board/recusal-card";
import { TieForm } from "@/app/_board/tie-form";
import { TieList } from "@/app/_board/tie-list";
import { useTRPC } from "@/app/_trpc/client";
import { Button } from "@/app/_ui/actions/button";
import { Dialog } from "@/app/_ui/dialogs/dialog";
import { CheckField } from "@/app/_ui/fields/check-field";
import { Stack } from "@/app/_ui/layout/columns";

/** Ties of whoever leads or takes part, found during the matter: who steps aside, what they had read, and one more tie. */
export function TiesDialog({ disputeId, onClose }: { disputeId: string; onClose: () => void }) {
  const t = useTranslations("panel.late");
  const trpc = useTRPC();
  const [isMine, setMine] = useState(false);
  const [now] = useState(() => new Date());
  const ties = useQuery(trpc.panel.ties.queryOptions({ disputeId })).data;
  const leads = ties?.people.find(({ personId }) => personId === ties.me);
  const others = ties?.people.filter(({ personId }) => personId !== ties.me) ?? [];
  return (
    <Dialog isOpen title={t("title")} onClose={onClose} actions={<Button onClick={onClose}>{t("close")}</Button>}>
      <Stack gap={16}>
        <p>{t("text")}</p>
        {ties?.recusals.map((recusal) => (
          <RecusalCard key={recusal.id} disputeId={disputeId} recusal={recusal} ties={ties} now={now} />
        ))}
        {ties && ties.recorded.length + ties.waivers.length > 0 ? (
          <TieList disputeId={disputeId} ties={ties} canRemove={ties.allowed.includes("tie.remove")} now={now} />
        ) : null}
        {leads ? (
          <CheckField label={t("mine")} checked={isMine} onChange={(event) => setMine(event.currentTarget.checked)} />
        ) : null}
        {ties && isMine ? <OwnTieForm disputeId={disputeId} parties={ties.parties} onDone={onClose} /> : null}
        {ties && !isMine && others.length > 0 ? (
          <TieForm disputeId={disputeId} people={others} parties={ties.parties} />
        ) : null}
      </Stack>
    </Dialog>
  );
}
