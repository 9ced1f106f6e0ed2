"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { laneOf } from "@/app/_lanes/lane-key";
import { laneLook, sideLook } from "@/app/_lanes/lane-look";
import type { RecordParts } from "@/app/_sessions/record-parts";
import { Attendance } from "../attendance/attendance";
import { CardColumns } from "../cards/card-columns";
import { Composer } from "../composer/composer";
import { useCards } from "../cover/use-cards";
import { useCover } from "../cover/use-cover";
import type { DeskState } from "../desk";
import { SidePanels } from "../panels/side-panels";
import { EndPanel } from "../phases/end-panel";
import { OverPanel } from "../phases/over-panel";
import { StartPanel } from "../phases/start-panel";
import { useServerState } from "../use-desk-state";
import { AskBeforeLeaving } from "./ask-before-leaving";
import styles from "./desk.module.css";
import { DeskBanners } from "./desk-banners";
import { DeskBar } from "./desk-bar";
import { DeskConcerns } from "./desk-concerns";
import { LaneTabs } from "./lane-tabs";
import { useOfflineParts } from "./use-offline-parts";

interface DeskScreenProps {
  disputeId: string;
  personId: string;
  initial: DeskState;
}

/** The desk of one session in full screen: before it starts, while it is running, and after its end. */
export function DeskScreen(props: DeskScreenProps) {
  useOfflineParts();
  return (
    <DeskConcerns {...props}>
      <Phases />
    </DeskConcerns>
  );
}

function Phases() {
  const { session } = useServerState().state;
  const { cover, dispatch } = useCover();
  const [isEnding, setEnding] = useState(false);
  const [record, setRecord] = useState<string | null>(null);
  const [parts, setParts] = useState<RecordParts | null>(null);
  function end() {
    // When the session ends, everybody looks at the screen.
    dispatch({ type: "leaveCaucus" });
    setEnding(true);
  }
  const phase = session.status !== "booked" ? "over" : session.startedAt ? "running" : "before";
  const isCaucus = phase === "running" && cover.caucus !== null && !cover.isCovered;
  return (
    <div
      className={`${styles.desk} ${isCaucus ? sideLook((cover.caucus ?? 1) - 1) : ""}`}
      data-phase={phase}
      data-caucus={isCaucus || undefined}
    >
      <AskBeforeLeaving isRecordOnlyHere={(record ?? parts) !== null && session.status === "booked"} />
      <DeskBar phase={phase} isEnding={isEnding} onEnd={end} />
      {phase === "running" && !isEnding ? <LaneTabs /> : null}
      {phase === "over" ? null : <DeskBanners />}
      {phase === "before" ? <StartPanel /> : null}
      {phase === "over" ? <OverPanel /> : null}
      {phase === "running" && isEnding ? (
        <EndPanel text={record} onText={setRecord} parts={parts} onParts={setParts} onBack={() => setEnding(false)} />
      ) : null}
      {phase === "running" && !isEnding ? (
        <div className={styles.body}>
          <Attendance />
          <Middle />
          <SidePanels />
        </div>
      ) : null}
    </div>
  );
}

/** The cards, and under them the input line, in the colours of its lane. */
function Middle() {
  const t = useTranslations("desk");
  const { lane } = useCards();
  const of = lane ? laneOf(lane) : { lane: "joint" as const, sideIndex: 0 };
  return (
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
  );
}
