"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { PrintHere } from "@/app/_papers/print-here";
import { Button } from "@/app/_ui/actions/button";
import { useFormat } from "@/app/_ui/format/use-format";
import { useAllNames } from "@/app/_ui/format/use-names";
import { Line, Stack } from "@/app/_ui/layout/columns";
import { Sheet } from "@/app/_ui/layout/sheet";
import { FactList } from "@/app/_ui/lists/fact-list";
import type { SettlementApplication, ViolationPage } from "@/server/violations/reads/violation";
import { DecideDialog } from "./decide-dialog";

interface ApplicationCardProps {
  disputeId: string;
  application: SettlementApplication;
  page: ViolationPage;
  canDecide: boolean;
}

/** One written application with its decision; the head decides here. */
export function ApplicationCard({ disputeId, application, page, canDecide }: ApplicationCardProps) {
  const t = useTranslations("violations.application");
  const ways = useTranslations("vocabulary.settlementWays");
  const f = useFormat();
  const allNames = useAllNames();
  const [decision, setDecision] = useState<boolean | null>(null);
  const { isApproved, applicants, peoplesOrdinal, decidedBy, decidedAt } = application;
  const nameOf = (partyId: string) => page.parties.find((party) => party.id === partyId)?.name ?? "";
  const signed = applicants.map(({ partyId, byName }) =>
    byName ? t("through", { name: nameOf(partyId), by: byName }) : nameOf(partyId),
  );
  const way = ways(application.way);
  return (
    <Sheet>
      <Stack>
        <FactList
          wide
          facts={[
            { label: t("way"), value: peoplesOrdinal ? t("wayOrdinal", { way, ordinal: peoplesOrdinal }) : way },
            { label: t("agreed"), value: t("onDay", { day: f.day(application.agreedOn), words: application.agreed }) },
            {
              label: t("performed"),
              value: t("onDay", { day: f.day(application.performedOn), words: application.proof }),
            },
            {
              label: t("applicants"),
              value: t("onDay", { day: f.day(application.appliedOn), words: allNames(signed) }),
            },
            { label: t("recordedBy"), value: application.by },
            {
              label: t("decision"),
              value:
                isApproved === null || !decidedAt
                  ? t("waits")
                  : t(isApproved ? "approved" : "refused", {
                      who: decidedBy ?? "",
                      at: f.dayTime(decidedAt),
                      reason: application.decisionReason,
                    }),
            },
          ]}
        />
        {page.allowed.includes("paper.ask") ? (
          <PrintHere
            disputeId={disputeId}
            kinds={["noPenalty"]}
            subjectId={application.id}
            of={f.day(application.appliedOn)}
          />
        ) : null}
        {canDecide && isApproved === null ? (
          <Line>
            <Button variant="go" onClick={() => setDecision(true)}>
              {t("approve")}
            </Button>
            <Button variant="stop" onClick={() => setDecision(false)}>
              {t("refuse")}
            </Button>
          </Line>
        ) : null}
        {decision === null ? null : (
          <DecideDialog
            disputeId={disputeId}
            proceedingId={page.proceeding?.id}
            applicationId={application.id}
            isApproved={decision}
            onClose={() => setDecision(null)}
          />
        )}
      </Stack>
    </Sheet>
  );
}
