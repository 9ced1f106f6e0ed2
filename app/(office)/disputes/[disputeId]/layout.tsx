import type { Metadata } from "next";
import type { ReactNode } from "react";
import { disputeOf } from "@/app/_disputes/dispute";
import { DisputeHead } from "@/app/_disputes/head/dispute-head";
import { MergedStrip } from "@/app/_disputes/merging/merged-strip";
import { ClientWords } from "@/app/_i18n/client-words";
import { EmergencyBanners } from "@/app/_restricted/emergency-banners";
import { ReadingStrips } from "@/app/_restricted/reading-strips";
import { requestTime } from "@/app/_trpc/server";
import styles from "./dispute.module.css";

interface DisputeLayoutProps {
  params: Promise<{ disputeId: string }>;
  children: ReactNode;
}

/** Only the number: what a matter is about stays out of window titles and histories. */
export async function generateMetadata({ params }: DisputeLayoutProps): Promise<Metadata> {
  return { title: (await disputeOf((await params).disputeId)).number };
}

export default async function DisputeLayout({ params, children }: DisputeLayoutProps) {
  const dispute = await disputeOf((await params).disputeId);
  return (
    <ClientWords of="(office)/disputes/[disputeId]/layout">
      <div data-flush className={styles.page}>
        <EmergencyBanners emergencies={dispute.emergencies} now={requestTime()} />
        <DisputeHead dispute={dispute} now={requestTime()} />
        <MergedStrip dispute={dispute} now={requestTime()} />
        <ReadingStrips dispute={dispute} now={requestTime()} />
        <div className={styles.content}>{children}</div>
      </div>
    </ClientWords>
  );
}
