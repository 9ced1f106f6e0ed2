"use client";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { encode } from "uqr";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { Dialog } from "@/app/_ui/dialogs/dialog";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { useFormat } from "@/app/_ui/format/use-format";
import { useServerState } from "../use-desk-state";
import styles from "./attendance.module.css";

/** The check-in code: helpers scan it with their own phones. Showing it again replaces the code before. */
export function CheckInDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations("desk.checkIn");
  const f = useFormat();
  const trpc = useTRPC();
  const { where } = useServerState();
  const [shown, setShown] = useState<{ code: string; until: string } | null>(null);
  const show = useAct(trpc.desk.showCheckIn.mutationOptions(), { refresh: false, onDone: setShown });
  const isAsked = useRef(false);
  useEffect(() => {
    // A second request would make the code that is being shown invalid.
    if (isAsked.current) return;
    isAsked.current = true;
    void show.run(where);
  });
  return (
    <Dialog isOpen onClose={onClose} title={t("title")} actions={<Button onClick={onClose}>{t("close")}</Button>}>
      <p>{t("how")}</p>
      {show.problem ? <ProblemNote problem={show.problem} /> : null}
      {shown ? (
        <>
          <QrCode text={`${window.location.origin}/my-sessions/check-in#${shown.code}`} label={t("picture")} />
          <p className={styles.until}>{t("until", { time: f.dateTime(shown.until) })}</p>
          <p className={styles.post}>{t("parties")}</p>
        </>
      ) : null}
    </Dialog>
  );
}

/** Black on white in every colour scheme, because scanners need it. */
function QrCode({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { ecc: "M", border: 2 });
  const path = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : []))).join("");
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className={styles.qr}
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
