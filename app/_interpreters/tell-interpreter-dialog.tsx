"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { SpokenMeansField } from "@/app/_binding/spoken-means-field";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { DateTimeField } from "@/app/_ui/fields/date-time-field";
import { fromWallClock, toWallClock } from "@/app/_ui/format/shanghai";
import { Stack } from "@/app/_ui/layout/columns";
import type { SpokenMeans } from "@/db/vocabulary";
import type { Interpreter } from "@/server/disputes/reads/interpreter-rows";

interface TellInterpreterDialogProps {
  target: { disputeId: string; proceedingId: string | undefined; interpreterId: string };
  one: Interpreter;
  /** The hour of the session as the page shows it. */
  startsAt: string;
  onClose: () => void;
}

/** When and how somebody from outside was told of the session, where that was not just now. */
export function TellInterpreterDialog({ target, one, startsAt, onClose }: TellInterpreterDialogProps) {
  const t = useTranslations("sessions.telling");
  const act = useAct(useTRPC().interpreters.tell.mutationOptions(), { onDone: onClose });
  const [means, setMeans] = useState<SpokenMeans>("phone");
  const [at, setAt] = useState(() => toWallClock(new Date()));
  const toldAt = fromWallClock(at);
  function go() {
    if (!toldAt) return;
    const said = { means, startsAt: new Date(startsAt).toISOString(), toldAt: toldAt.toISOString() };
    void act.run({ ...target, ...said });
  }
  return (
    <ActDialog
      title={t("title", { name: one.name })}
      verb={t("submit")}
      leave={t("back")}
      act={act}
      refusal="last"
      needs={[[t("time"), toldAt !== null]]}
      onGo={go}
      onClose={onClose}
    >
      <Stack>
        <SpokenMeansField label={t("means")} value={means} onChange={setMeans} />
        <DateTimeField label={t("time")} value={at} onChange={setAt} />
      </Stack>
    </ActDialog>
  );
}
