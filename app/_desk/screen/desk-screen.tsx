"use client";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { laneOf } from "@/app/_lanes/lane-key";
import { laneLook, sideLook } from "@/app/_lanes/lane-look";
import { Attendance } from "../attendance/attendance";
import { CardColumns } from "../cards/card-columns";
import { Composer } from "../composer/composer";
import { LaneTabs } from "../cover/lane-tabs";
import type { DeskState } from "../desk";
import { canSeal } from "../line/seal";
import { SidePanels } from "../panels/side-panels";
import { EndPanel } from "../phases/end-panel";
import { OverPanel } from "../phases/over-panel";
import { StartPanel } from "../phases/start-panel";
import { DeskContext, useDesk } from "../use-desk";
import styles from "./desk.module.css";
import { DeskBar } from "./desk-bar";
import { DeskStrips } from "./desk-strips";

interface DeskScreenProps {
  disputeId: string;
  personId: string;
  initial: DeskState;
}

/** The desk of one session, over the whole screen: before the talk, during it, and after its end. */
export function DeskScreen({ disputeId, personId, initial }: DeskScreenProps) {
  const t = useTranslations("desk");
  const desk = useDesk({ disputeId, personId, initial });
  const [isEnding, setEnding] = useState(false);
  const [record, setRecord] = useState<string | null>(null);
  const { session } = desk.state;
  // What is only in this page would be lost with it: private words without a lock, a record changed by hand, files and ticks on their way, a running recording.
  const isOnlyHere =
    (desk.hasPrivateWords && !canSeal()) ||
    (record !== null && session.status === "booked") ||
    desk.uploads.uploads.length > 0 ||
    Object.keys(desk.ticks.ticked).length > 0 ||
    desk.recorder.recording !== null;
  useEffect(() => {
    if (!isOnlyHere) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [isOnlyHere]);
  function end() {
    // Everybody looks at the outcome together.
    desk.dispatch({ type: "leaveCaucus" });
    setEnding(true);
  }
  const { cover, lane } = desk;
  const phase = session.status !== "booked" ? "over" : session.startedAt ? "running" : "before";
  const of = lane ? laneOf(lane) : { lane: "joint" as const, sideIndex: 0 };
  const isCaucus = phase === "running" && cover.caucus !== null && !cover.isCovered;
  return (
    <DeskContext value={desk}>
      <div
        className={`${styles.desk} ${isCaucus ? sideLook((cover.caucus ?? 1) - 1) : ""}`}
        data-phase={phase}
        data-caucus={isCaucus || undefined}
      >
        <DeskBar phase={phase} isEnding={isEnding} onEnd={end} />
        {phase === "running" && !isEnding ? <LaneTabs /> : null}
        {phase === "over" ? null : <DeskStrips />}
        {phase === "before" ? <StartPanel /> : null}
        {phase === "over" ? <OverPanel /> : null}
        {phase === "running" && isEnding ? (
          <EndPanel text={record} onText={setRecord} onBack={() => setEnding(false)} />
        ) : null}
        {phase === "running" && !isEnding ? (
          <div className={styles.body}>
            <Attendance />
            <main
              id="content"
              tabIndex={-1}
              className={`${styles.middle} ${laneLook(of.lane, of.sideIndex)}`}
              aria-label={t("middle")}
              data-region
            >
              <CardColumns />
              <Composer key={lane?.key} />
            </main>
            <SidePanels />
          </div>
        ) : null}
      </div>
    </DeskContext>
  );
}
