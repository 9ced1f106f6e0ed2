"use client";
import { useSelectedLayoutSegment } from "next/navigation";
import { useTranslations } from "next-intl";
import { Tabs } from "@/app/_ui/layout/tabs";
import { type DisputeTab, disputeTabs } from "./tabs";

interface DisputeTabsProps {
  disputeId: string;
  shown: readonly DisputeTab[];
  counts: Partial<Record<DisputeTab, number>>;
}

/** The parts of a dispute's page, each with its own address; knows which one is open. */
export function DisputeTabs({ disputeId, shown, counts }: DisputeTabsProps) {
  const t = useTranslations("disputes.tabs");
  const open = useSelectedLayoutSegment() ?? "overview";
  return (
    <Tabs
      label={t("label")}
      tabs={disputeTabs
        .filter((tab) => shown.includes(tab))
        .map((tab) => ({
          label: t(tab),
          href: tab === "overview" ? `/disputes/${disputeId}` : `/disputes/${disputeId}/${tab}`,
          count: counts[tab] || undefined,
          isChosen: tab === open,
        }))}
    />
  );
}
