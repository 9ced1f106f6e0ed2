import { TRPCError } from "@trpc/server";
import { getTranslations } from "next-intl/server";
import { PrintHere } from "@/app/_papers/print-here";
import { api, requestTime } from "@/app/_trpc/server";
import { toWallClock } from "@/app/_ui/format/shanghai";
import { Line, Stack } from "@/app/_ui/layout/columns";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import type { ConsentMatrix } from "@/server/consents/queries";
import { ConsentForm } from "./consent-form";
import { ConsentTable } from "./consent-table";
import { EndedBanner } from "./ended-banner";
import { PresentSheet } from "./present-sheet";
import { RefusalDialog } from "./refusal-dialog";

/** The matrix, or null for people whose view hides what parties answered. */
async function matrixOf(disputeId: string): Promise<ConsentMatrix | null> {
  const trpc = await api();
  try {
    return await trpc.consents.ofDispute({ disputeId });
  } catch (error) {
    if (error instanceof TRPCError && error.code === "FORBIDDEN") return null;
    throw error;
  }
}

/** Notice of rights, each party's consent, and how to end when one refuses. Empty where nobody mediates. */
export async function ConsentPanel({ disputeId }: { disputeId: string }) {
  const t = await getTranslations("consents");
  const matrix = await matrixOf(disputeId);
  if (matrix?.track !== "peoples" && matrix?.track !== "publicSecurity") return null;
  const { parties, allowed } = matrix;
  const isPolice = matrix.track === "publicSecurity";
  const now = requestTime().toISOString();
  const today = toWallClock(now).slice(0, 10);
  const told = parties.filter((party) => party.notice);
  const counts = {
    all: parties.length,
    told: told.length,
    agreed: parties.filter((party) => party.mediation?.answer === "agreed").length,
  };
  const isDone = counts.told === counts.all;
  return (
    <section id="consents" aria-labelledby="consents-title">
      <Stack>
        <SectionHead
          id="consents-title"
          title={t("title")}
          note={t("note", counts)}
          end={
            <Line>
              {allowed.includes("paper.ask") ? <PrintHere disputeId={disputeId} kinds={["notice"]} /> : null}
              {allowed.includes("refusal.record") ? (
                <RefusalDialog disputeId={disputeId} parties={parties} isPolice={isPolice} today={today} />
              ) : null}
            </Line>
          }
        />
        {matrix.ending ? <EndedBanner ending={matrix.ending} isPolice={isPolice} /> : null}
        {allowed.includes("notice.give") && !isDone ? (
          <PresentSheet key={counts.told} disputeId={disputeId} matrix={matrix} isPolice={isPolice} today={today} />
        ) : null}
        <Sheet flush>
          <ConsentTable matrix={matrix} now={now} />
        </Sheet>
        {allowed.includes("consent.record") && told.length > 0 ? (
          <ConsentForm disputeId={disputeId} matrix={{ ...matrix, parties: told }} today={today} />
        ) : null}
      </Stack>
    </section>
  );
}
