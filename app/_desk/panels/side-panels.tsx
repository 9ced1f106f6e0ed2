"use client";
import { useTranslations } from "next-intl";
import { AgreedPanel } from "./agreed-panel";
import { FactsPanel } from "./facts-panel";
import { FilesPanel } from "./files-panel";
import { GapHint } from "./gap-hint";
import { HarmPanel } from "./harm-panel";
import { OpinionsPanel } from "./opinions-panel";
import styles from "./panels.module.css";
import { PollPanel } from "./poll-panel";

/** Beside the columns: what has been agreed, the secret poll, facts to be signed, photos and recordings. */
export function SidePanels() {
  const t = useTranslations("desk");
  return (
    <aside className={styles.panels} aria-label={t("panels")}>
      <AgreedPanel />
      <PollPanel />
      <GapHint />
      <FactsPanel />
      <OpinionsPanel />
      <FilesPanel />
      <HarmPanel />
      <p className={styles.tip}>{t("tip")}</p>
    </aside>
  );
}
