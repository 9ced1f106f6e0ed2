"use client";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { HarmDialog } from "@/app/_disputes/acts/harm-dialog";
import { isPrivate } from "@/app/_lanes/lane-key";
import { Button } from "@/app/_ui/actions/button";
import { useCards } from "../cover/use-cards";
import { useCover } from "../cover/use-cover";
import { useServerState } from "../use-desk-state";
import styles from "./panels.module.css";

/** Beside a private lane: what to do when somebody may come to harm. Hidden with the lane when all is covered. */
export function HarmPanel() {
  const t = useTranslations("desk.harm");
  const { where, may } = useServerState();
  const { cover } = useCover();
  const { lane } = useCards();
  const [isOpen, setOpen] = useState(false);
  if (!lane || !isPrivate(lane.lane) || cover.isCovered || !may("harm.report")) return null;
  return (
    <section aria-labelledby="desk-harm" className={styles.section}>
      <h2 id="desk-harm">{t("title")}</h2>
      <p className={styles.quiet}>{t("rule")}</p>
      <Button small icon={<IconAlertTriangle aria-hidden />} onClick={() => setOpen(true)}>
        {t("open")}
      </Button>
      {isOpen ? <HarmDialog {...where} onClose={() => setOpen(false)} /> : null}
    </section>
  );
}
