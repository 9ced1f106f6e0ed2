"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button, ButtonLink } from "@/app/_ui/actions/button";
import { Empty } from "@/app/_ui/feedback/empty";
import { useFormat } from "@/app/_ui/format/use-format";
import { Line, Stack } from "@/app/_ui/layout/columns";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import type { ViolationPage } from "@/server/violations/reads/violation";
import { AccountCard } from "./account-card";
import { AccountDialog } from "./account-dialog";
import { ApplicationCard } from "./application-card";
import { ApplyDialog } from "./apply-dialog";
import { FindingCard } from "./finding-card";
import { FindingDialog } from "./finding-dialog";
import { GuardianList } from "./guardian-list";
import { OnSpotCard } from "./on-spot-card";
import { OnSpotDialog } from "./on-spot-dialog";

interface ViolationViewProps {
  disputeId: string;
  page: ViolationPage;
}

type Open = "find" | "account" | "onSpot" | "apply";

/** Everything of a police case that is neither notice, consent nor agreement, each with its act. */
export function ViolationView({ disputeId, page }: ViolationViewProps) {
  const t = useTranslations("violations");
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  if (page.proceeding?.track !== "publicSecurity") return <Empty>{t("none")}</Empty>;
  return (
    <Stack gap={24}>
      <Findings page={page} onOpen={setOpen} />
      <GuardianList disputeId={disputeId} page={page} canTell={page.allowed.includes("guardian.summon")} />
      <Account page={page} disputeId={disputeId} onOpen={setOpen} />
      <OnSpot disputeId={disputeId} page={page} station={page.proceeding.station} onOpen={setOpen} />
      <Applications disputeId={disputeId} page={page} onOpen={setOpen} />
      <Failure ending={page.ending} />
      {open === "find" ? <FindingDialog disputeId={disputeId} page={page} onClose={close} /> : null}
      {open === "account" ? <AccountDialog disputeId={disputeId} page={page} onClose={close} /> : null}
      {open === "onSpot" ? <OnSpotDialog disputeId={disputeId} page={page} onClose={close} /> : null}
      {open === "apply" ? <ApplyDialog disputeId={disputeId} page={page} onClose={close} /> : null}
    </Stack>
  );
}

interface SectionProps {
  page: ViolationPage;
  onOpen: (what: Open) => void;
}

function Findings({ page, onOpen }: SectionProps) {
  const t = useTranslations("violations.finding");
  const [latest, ...earlier] = page.findings;
  return (
    <section aria-labelledby="finding-title">
      <Stack>
        <SectionHead
          id="finding-title"
          title={t("title")}
          note={t(page.mayMediate ? "may" : latest ? "mayNot" : "notYet")}
          end={
            page.allowed.includes("violation.find") ? (
              <Button small variant={latest ? "outline" : "go"} onClick={() => onOpen("find")}>
                {t(latest ? "again" : "do")}
              </Button>
            ) : null
          }
        />
        {latest ? <FindingCard finding={latest} parties={page.parties} /> : null}
        {earlier.length > 0 ? (
          <details>
            <summary>{t("earlier", { count: earlier.length })}</summary>
            <Stack>
              {earlier.map((finding) => (
                <FindingCard key={finding.id} finding={finding} parties={page.parties} />
              ))}
            </Stack>
          </details>
        ) : null}
      </Stack>
    </section>
  );
}

/** What the paper will say of the case, and the paper itself once it was sent to sign. */
function Account({ page, disputeId, onOpen }: SectionProps & { disputeId: string }) {
  const t = useTranslations("violations.account");
  const sheet = useTranslations("violations.sheet");
  const { account, paper } = page;
  return (
    <section aria-labelledby="account-title">
      <Stack>
        <SectionHead
          id="account-title"
          title={t("title")}
          note={t("law")}
          end={
            <Line>
              {page.allowed.includes("case.describe") ? (
                <Button small onClick={() => onOpen("account")}>
                  {t(account ? "again" : "do")}
                </Button>
              ) : null}
              {paper ? (
                <ButtonLink small href={`/disputes/${disputeId}/police-paper`}>
                  {sheet("open")}
                </ButtonLink>
              ) : null}
            </Line>
          }
        />
        {account ? <AccountCard account={account} /> : paper?.onSpot ? null : <Empty>{t("notYet")}</Empty>}
      </Stack>
    </section>
  );
}

function OnSpot({ disputeId, page, station, onOpen }: SectionProps & { disputeId: string; station: string }) {
  const t = useTranslations("violations.onSpot");
  const canSettle = page.allowed.includes("onSpot.settle");
  const prints = page.allowed.includes("paper.ask") ? disputeId : null;
  return (
    <section aria-labelledby="on-spot-title">
      <Stack>
        <SectionHead
          id="on-spot-title"
          title={t("title")}
          note={t("law")}
          end={
            canSettle ? (
              <Button small onClick={() => onOpen("onSpot")}>
                {t("open")}
              </Button>
            ) : null
          }
        />
        {page.onSpot ? <OnSpotCard form={page.onSpot} station={station} prints={prints} /> : null}
        {!page.onSpot && !canSettle ? <Empty>{t("notYet")}</Empty> : null}
      </Stack>
    </section>
  );
}

function Applications({ disputeId, page, onOpen }: SectionProps & { disputeId: string }) {
  const t = useTranslations("violations.application");
  return (
    <section aria-labelledby="application-title">
      <Stack>
        <SectionHead
          id="application-title"
          title={t("title")}
          note={t("law")}
          end={
            page.allowed.includes("settlement.apply") ? (
              <Button small onClick={() => onOpen("apply")}>
                {t("open")}
              </Button>
            ) : null
          }
        />
        {page.applications.map((application) => (
          <ApplicationCard
            key={application.id}
            disputeId={disputeId}
            application={application}
            page={page}
            canDecide={page.allowed.includes("settlement.decide")}
          />
        ))}
        {page.applications.length === 0 ? <Empty>{t("notYet")}</Empty> : null}
      </Stack>
    </section>
  );
}

/** Why mediation failed, and since when the time limit of the case runs. */
function Failure({ ending }: Pick<ViolationPage, "ending">) {
  const t = useTranslations("violations.failure");
  const words = useTranslations("vocabulary.mediationFailures");
  const f = useFormat();
  if (!ending?.failure || !ending.failedOn) return null;
  return (
    <Sheet labelledBy="failure-title">
      <SectionHead level={3} id="failure-title" title={t("title")} />
      <p>{t("from", { why: words(ending.failure), day: f.day(ending.failedOn) })}</p>
    </Sheet>
  );
}
