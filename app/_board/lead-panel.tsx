"use client";
import { useTranslations } from "next-intl";
import { SidePanel } from "@/app/_ui/layout/side-panel";
import type { Board } from "@/server/invitations/reads/board";
import styles from "./seat-panel.module.css";

/** The lead in the centre, in words. */
export function LeadPanel({ lead, onClose }: { lead: NonNullable<Board["lead"]>; onClose: () => void }) {
  const t = useTranslations("board");
  return (
    <SidePanel title={t("panel.lead")} onClose={onClose}>
      <p>
        <b>{lead.name}</b>
      </p>
      {[lead.post, lead.organisation, lead.unit]
        .filter((line, at, all) => line && all.indexOf(line) === at)
        .map((line) => (
          <p key={line}>{line}</p>
        ))}
      {lead.assistant ? (
        <p className={styles.foot}>
          {t("assistant", { name: lead.assistant })} {lead.assistantPost}
        </p>
      ) : null}
    </SidePanel>
  );
}
