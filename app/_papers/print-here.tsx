"use client";
import type { ComponentType } from "react";
import { withLaterWords } from "@/app/_i18n/later-words";
import { useLater } from "@/app/_ui/actions/use-later";
import styles from "./papers.module.css";
import type { PrintProps } from "./print-papers";

const fetchButton = withLaterWords("_papers/print-papers", () => import("./print-papers").then((it) => it.PrintPapers));
let fetched: Promise<ComponentType<PrintProps>> | null = null;
/** Once for all the buttons of a page. */
function loadButton(): Promise<ComponentType<PrintProps>> {
  fetched ??= fetchButton().catch((error: unknown) => {
    fetched = null;
    throw error;
  });
  return fetched;
}

/** The papers of an act where the act is. The button, and the names of all papers, come after the page itself. */
export function PrintHere(props: PrintProps) {
  const { part: Print } = useLater(loadButton, false);
  return Print ? <Print {...props} /> : <span className={styles.here} />;
}
