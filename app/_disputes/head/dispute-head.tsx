import { IconRoute } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { Risk } from "@/app/_status/risk";
import { toWallClock } from "@/app/_ui/format/shanghai";
import { useFormat } from "@/app/_ui/format/use-format";
import { Tag } from "@/app/_ui/text/tag";
import type { Part } from "@/server/access/views";
import { clockToShow } from "@/server/disputes/choices";
import type { DisputePage } from "@/server/disputes/reads/dispute-page";
import { DisputeMenu } from "../acts/dispute-menu";
import type { DisputeMenuProps } from "../acts/menu-entry";
import { CaseHead, CaseLine, CaseTitle } from "./case-head";
import { DisputeStages } from "./dispute-stages";
import { DisputeTabs } from "./dispute-tabs";
import { LimitClock } from "./limit-clock";
import { StepBar } from "./step-bar";
import { type DisputeTab, disputeTabs } from "./tabs";

/** Tabs that exist in every view, and the part of the dispute each of the others shows. */
const partOfTab: Partial<Record<DisputeTab, Part>> = {
  sessions: "sessions",
  // A station head reads open and sealed notes on that tab, although nothing said in sessions.
  records: "sessions",
  agreement: "agreement",
  performance: "performance",
  dossier: "dossier",
  timeline: "timeline",
};

/** What the acts behind ⋯ need to know. */
function menuFacts(dispute: DisputePage, now: Date): DisputeMenuProps["dispute"] {
  const { proceeding, risk } = dispute;
  return {
    id: dispute.id,
    allowed: dispute.allowed,
    risk: risk?.level ?? null,
    registered: {
      title: dispute.title,
      type: dispute.type,
      place: dispute.place,
      point: dispute.pointId ? { id: dispute.pointId, name: dispute.point ?? "" } : null,
      startedOn: dispute.startedOn,
      source: dispute.source,
      referredBy: dispute.referredBy,
      referralNumber: dispute.referralNumber,
      facts: dispute.facts,
    },
    summary: dispute.facts,
    track: proceeding?.track ?? null,
    status: proceeding?.status ?? null,
    lead: proceeding && { id: proceeding.leadPersonId, name: proceeding.lead },
    assistantId: proceeding?.assistantId ?? null,
    version: proceeding?.version,
    isGateShut: proceeding?.isGateShut,
    today: toWallClock(now).slice(0, 10),
    clock: proceeding ? clockToShow(proceeding.clocks) : undefined,
  };
}
/** The tabs whose part this reader's view shows; a police case has one of its own. */
const shownTabs = ({ parts, allowed }: DisputePage): DisputeTab[] =>
  disputeTabs.filter((tab) => {
    const part = partOfTab[tab];
    return tab === "violation" ? allowed.includes("violation.read") : part === undefined || parts.includes(part);
  });

/** The white head of a dispute: title, risk, clock; track and stages; the next step; tabs. */
export function DisputeHead({ dispute, now }: { dispute: DisputePage; now: Date }) {
  const t = useTranslations("disputes");
  const track = useTranslations("vocabulary.tracks");
  const type = useTranslations("vocabulary.disputeTypes");
  const f = useFormat(now);
  const { proceeding, risk } = dispute;
  return (
    <CaseHead>
      <CaseTitle
        title={dispute.title}
        risk={risk ? <RiskOf risk={risk} /> : null}
        number={dispute.number}
        clock={proceeding ? <LimitClock proceeding={proceeding} now={now} /> : null}
        more={<DisputeMenu dispute={menuFacts(dispute, now)} />}
      />
      <CaseLine
        tag={
          proceeding ? (
            <Tag tone="act" icon={<IconRoute aria-hidden />}>
              {proceeding.ordinal > 1
                ? t("trackOrdinal", { track: track(proceeding.track), ordinal: proceeding.ordinal })
                : track(proceeding.track)}
            </Tag>
          ) : null
        }
        facts={[
          type(dispute.type),
          dispute.point ?? dispute.place,
          proceeding
            ? t("acceptedOn", { day: f.day(proceeding.acceptedOn) })
            : t("registeredOn", { day: f.day(dispute.registeredAt) }),
        ]}
      >
        <DisputeStages dispute={dispute} />
      </CaseLine>
      <StepBar dispute={dispute} now={now} />
      <DisputeTabs
        disputeId={dispute.id}
        shown={shownTabs(dispute)}
        counts={{
          parties: dispute.parties.length,
          sessions: dispute.counts.invitations,
          records: dispute.counts.records ?? 0,
        }}
      />
    </CaseHead>
  );
}

/** The level with whoever answers for it by name: the head for red, the leader on duty for amber. */
function RiskOf({ risk }: { risk: NonNullable<DisputePage["risk"]> }) {
  const t = useTranslations("disputes");
  const owner = useTranslations("ui.risk.owner");
  const { level, head, dutyLeader } = risk;
  const named =
    level === "red" && head
      ? t("headNamed", { office: owner("red"), name: head })
      : level === "amber" && dutyLeader
        ? t("dutyNamed", { name: dutyLeader })
        : undefined;
  return <Risk level={level} owner={named} />;
}
