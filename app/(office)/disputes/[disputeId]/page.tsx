import { BoardPanel } from "@/app/_board/board-panel";
import { disputeOf } from "@/app/_disputes/dispute";
import { HarmReports } from "@/app/_disputes/harm-reports";
import { Origin } from "@/app/_disputes/origin";
import { PartyColumn } from "@/app/_disputes/parties/party-column";
import { RecentNotes } from "@/app/_disputes/recent-notes";
import { TriagePart } from "@/app/_disputes/triage/triage-part";
import { WhatHappened } from "@/app/_disputes/what-happened";
import { withWords } from "@/app/_i18n/client-words";
import { api, orNotFound, requestTime } from "@/app/_trpc/server";
import { Columns } from "@/app/_ui/layout/columns";

/** 概况: parties and origin at the left, the board in the middle, what happened below. Before acceptance, the triage. */
async function OverviewPage({ params }: { params: Promise<{ disputeId: string }> }) {
  const dispute = await disputeOf((await params).disputeId);
  const { id, proceeding, parts, allowed } = dispute;
  const now = requestTime();
  const happened = <WhatHappened dispute={dispute} now={now} />;
  return (
    <Columns
      shape="detail"
      left={
        <>
          <PartyColumn dispute={dispute} />
          <Origin dispute={dispute} now={now} />
          {dispute.notes ? <RecentNotes notes={dispute.notes} now={now} /> : null}
        </>
      }
    >
      {allowed.includes("harm.read") ? <HarmOf disputeId={id} now={now} /> : null}
      {allowed.includes("dispute.triage") ? <TriagePart disputeId={id} isAgain={proceeding !== null} /> : null}
      {proceeding && parts.includes("board") ? <BoardPanel disputeId={id}>{happened}</BoardPanel> : happened}
    </Columns>
  );
}

/** On its own, so that the board need not wait for it. */
async function HarmOf({ disputeId, now }: { disputeId: string; now: Date }) {
  return <HarmReports reports={await orNotFound((await api()).desk.harmOf({ disputeId }))} now={now} />;
}

export default withWords("(office)/disputes/[disputeId]/page", OverviewPage);
