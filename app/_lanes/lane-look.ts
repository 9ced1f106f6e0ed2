import type { Lane } from "@/db/vocabulary";
import styles from "./lane.module.css";

const hues = ["a", "b", "c", "d"] as const;

/** The class that sets a side's colour and pattern; the fifth side on is grey with the four patterns again. */
export function sideLook(index: number): string {
  const hue = hues[index];
  return (hue ? styles[hue] : `${styles.grey} ${styles[`grey${index % 4}`]}`) ?? "";
}

/** The class of a lane; a one-side lane has its side's class. */
export function laneLook(lane: Lane, sideIndex = 0): string {
  if (lane === "side") return sideLook(sideIndex);
  return (lane === "open" ? "" : styles[lane]) ?? "";
}
