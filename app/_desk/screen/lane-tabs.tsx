"use client";
import { useLocale, useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { LaneBand, LaneIcon, useLaneWords } from "@/app/_lanes/lane-chip";
import { laneOf } from "@/app/_lanes/lane-key";
import { laneLook } from "@/app/_lanes/lane-look";
import { SideStamp } from "@/app/_lanes/side-stamp";
import { formatSide } from "@/app/_ui/format/format-number";
import { MoreMenu } from "@/app/_ui/menus/more-menu";
import type { LaneTab } from "../cover/lanes";
import { useCards } from "../cover/use-cards";
import { useCover } from "../cover/use-cover";
import styles from "./lane-tabs.module.css";

/** Chooses the lane that typed words go to: one tab per lane. Alt 1–9 choose; the input below takes the lane's colour. */
export function LaneTabs() {
  const t = useTranslations("desk.lanes");
  const locale = useLocale();
  const { tabs, others, lane } = useCards();
  const { cover, dispatch } = useCover();
  const list = useRef<HTMLDivElement>(null);

  useEffect(() => {
    function press(event: KeyboardEvent | globalThis.KeyboardEvent) {
      const place = /^Digit([1-9])$/.exec(event.code)?.[1];
      if (!place || !event.altKey || event.ctrlKey || event.metaKey) return;
      const tab = tabs[Number(place) - 1];
      if (!tab) return;
      event.preventDefault();
      dispatch({ type: "choose", lane: tab.key });
    }
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [tabs, dispatch]);

  function walk(event: KeyboardEvent) {
    const at = tabs.findIndex((tab) => tab.key === lane?.key);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
    const tab = to === undefined ? undefined : tabs[(to + tabs.length) % tabs.length];
    if (!tab) return;
    event.preventDefault();
    dispatch({ type: "choose", lane: tab.key });
    list.current?.querySelector<HTMLElement>(`[data-key="${tab.key}"]`)?.focus();
  }

  const of = lane ? laneOf(lane) : { lane: "joint" as const, sideIndex: 0 };
  return (
    <section aria-label={t("label")} className={`${styles.frame} ${laneLook(of.lane, of.sideIndex)}`}>
      <div className={styles.row}>
        <div ref={list} role="tablist" aria-label={t("label")} className={styles.tabs} onKeyDown={walk}>
          {tabs.map((tab, index) => (
            <Tab
              key={tab.key}
              tab={tab}
              place={index + 1}
              isChosen={tab.key === lane?.key}
              isInRoom={cover.caucus === tab.side && tab.lane === "side"}
              onChoose={() => dispatch({ type: "choose", lane: tab.key })}
            />
          ))}
        </div>
        {others.length > 0 ? (
          <MoreMenu
            word={t("others")}
            className={styles.others}
            items={others.map((tab) => ({
              label: t("other", { side: formatSide((tab.side ?? 1) - 1, locale), name: tab.sideName }),
              onPress: () => dispatch({ type: "choose", lane: tab.key }),
            }))}
          />
        ) : null}
      </div>
      <div className={styles.line} />
    </section>
  );
}

interface TabProps {
  tab: LaneTab;
  place: number;
  isChosen: boolean;
  isInRoom: boolean;
  onChoose: () => void;
}

function Tab({ tab, place, isChosen, isInRoom, onChoose }: TabProps) {
  const t = useTranslations("desk.lanes");
  const of = laneOf(tab);
  const words = useLaneWords(of);
  return (
    <button
      type="button"
      role="tab"
      id={`lane-${tab.key}`}
      data-key={tab.key}
      aria-selected={isChosen}
      aria-controls="lane-cards"
      aria-keyshortcuts={place <= 9 ? `Alt+${place}` : undefined}
      tabIndex={isChosen ? 0 : -1}
      onClick={onChoose}
      className={`${styles.tab} ${laneLook(of.lane, of.sideIndex)}`}
      data-lane={of.lane}
    >
      <LaneBand {...of} />
      <LaneIcon lane={of.lane} />
      <span className={styles.word}>{words}</span>
      {tab.lane === "side" ? (
        <span aria-hidden="true">
          <SideStamp index={of.sideIndex} small />
        </span>
      ) : null}
      {isInRoom ? <span className={styles.room}>{t("inRoom")}</span> : null}
      {tab.count ? (
        <span className={styles.count}>
          {tab.count}
          <span className="sr-only">{t("cards")}</span>
        </span>
      ) : null}
    </button>
  );
}
