"use client";
import { useEffect, useRef } from "react";
import { useFormat } from "@/app/_ui/format/use-format";
import styles from "./calendar.module.css";
import { placeBlocks } from "./place-blocks";
import type { Moving } from "./use-moving";
import { useVerdictWords } from "./use-verdict-words";

/** Where the booking would land and whether that is possible, shown before it is dropped. */
export function MoveShadow({ moving }: { moving: Moving }) {
  const f = useFormat();
  const words = useVerdictWords();
  const shadow = useRef<HTMLLIElement>(null);
  const { target, verdict } = moving;
  useEffect(() => {
    if (target) shadow.current?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [target]);
  const [placed] = placeBlocks([target]);
  if (!placed) return null;
  return (
    <li
      ref={shadow}
      className={styles.shadow}
      data-state={verdict?.state ?? "asking"}
      aria-hidden="true"
      style={{ top: `${placed.top}%`, height: `${placed.height}%`, left: 0, width: "100%" }}
    >
      <b>{f.timeSpan(target.startsAt, target.endsAt)}</b>
      <span>{words(verdict)}</span>
    </li>
  );
}
