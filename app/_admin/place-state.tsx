"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { showToast } from "@/app/_ui/feedback/toasts";
import { useFormat } from "@/app/_ui/format/use-format";
import type { PlaceKind } from "@/server/places/inputs";
import styles from "./admin.module.css";
import { MergeDialog } from "./merge-dialog";
import { MergeOfficeDialog } from "./merge-office-dialog";
import { ReasonDialog } from "./reason-dialog";

interface PlaceStateProps {
  kind: PlaceKind;
  id: string;
  name: string;
  disabledAt: string | null;
  /** Of a point or room: the point. */
  pointId: string | null;
  /** The name of the place that took its work when it closed. */
  successor: string | null;
}

/** Whether the place is in use or closed, with the button that changes it. */
export function PlaceState({ kind, id, name, disabledAt, pointId, successor }: PlaceStateProps) {
  const t = useTranslations("admin.place");
  const format = useFormat();
  const trpc = useTRPC();
  const [isAsking, setAsking] = useState(false);
  const [isMerging, setMerging] = useState(false);
  const place = kind === "point" || kind === "room" ? kind : null;
  const office = kind === "station" || kind === "committee" ? kind : null;
  const close = useAct(trpc.places.disable.mutationOptions(), {
    onDone: () => {
      setAsking(false);
      showToast({ message: t("closedNow", { name }) });
    },
  });
  const reopen = useAct(trpc.places.enable.mutationOptions(), {
    onDone: () => showToast({ message: t("reopened", { name }) }),
  });
  return (
    <div className={styles.section}>
      {disabledAt ? <p className={styles.facts}>{t("closedOn", { date: format.day(disabledAt) })}</p> : null}
      {disabledAt && successor ? <p className={styles.facts}>{t("wentTo", { name: successor })}</p> : null}
      {reopen.problem ? <ProblemNote problem={reopen.problem} code={reopen.problem.reference} /> : null}
      <div className={styles.foot}>
        {disabledAt ? (
          <Button busy={reopen.isBusy} onClick={() => reopen.run({ kind, id })}>
            {t("reopen")}
          </Button>
        ) : (
          <>
            <Button variant="stop" onClick={() => setAsking(true)}>
              {t("close")}
            </Button>
            <Button onClick={() => setMerging(true)}>{t("merge")}</Button>
          </>
        )}
      </div>
      {isMerging && place && pointId ? (
        <MergeDialog kind={place} id={id} pointId={pointId} name={name} onClose={() => setMerging(false)} />
      ) : null}
      {isMerging && office ? (
        <MergeOfficeDialog kind={office} id={id} name={name} onClose={() => setMerging(false)} />
      ) : null}
      <ReasonDialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        title={t("closeQuestion", { name })}
        verb={t("close")}
        what={t("closeBody")}
        act={close}
        onGo={(reason) => close.run({ kind, id, reason })}
      />
    </div>
  );
}
