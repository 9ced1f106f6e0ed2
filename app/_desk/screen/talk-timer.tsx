"use client";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useFormat } from "@/app/_ui/format/use-format";
import { useServerState } from "../use-desk-state";
import styles from "./bar.module.css";

/** How long the session has been running, by the server's clock; says in words when the booked time is over. */
export function TalkTimer({ startedAt }: { startedAt: string }) {
  const t = useTranslations("desk.bar");
  const f = useFormat();
  const { offset, state } = useServerState();
  const from = Date.parse(startedAt);
  const [now, setNow] = useState(() => Date.parse(state.serverNow));
  useEffect(() => {
    const tick = () => setNow(Date.now() + offset);
    tick();
    const timer = setInterval(tick, 1_000);
    return () => clearInterval(timer);
  }, [offset]);
  const seconds = Math.max(0, Math.floor((now - from) / 1_000));
  const isOver = now > Date.parse(state.session.endsAt);
  return (
    <div className={styles.timer}>
      <span
        role="timer"
        aria-live="off"
        aria-label={t("talked", { wait: f.wait(seconds * 1_000) })}
        className={styles.clock}
      >
        {clock(seconds)}
      </span>
      <span className={isOver ? styles.late : styles.until}>
        {isOver
          ? t("past", { time: f.time(state.session.endsAt) })
          : t("until", { time: f.time(state.session.endsAt) })}
      </span>
    </div>
  );
}

/** 00:42:18 */
function clock(seconds: number): string {
  const parts = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(part).padStart(2, "0")).join(":");
}
