import { disputeOf } from "@/app/_disputes/dispute";
import { Origin } from "@/app/_disputes/origin";
import { PartyColumn } from "@/app/_disputes/party-column";
import { RecentNotes } from "@/app/_disputes/recent-notes";
import { WhatHappened } from "@/app/_disputes/what-happened";
import { Columns } from "@/app/_ui/columns";

/** 概况: who and where from at the left, the board in the middle, what happened below. */
export default async function OverviewPage({ params }: { params: Promise<{ disputeId: string }> }) {
  const dispute = await disputeOf((await params).disputeId);
  const now = new Date();
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
      <WhatHappened dispute={dispute} now={now} />
    </Columns>
  );
}
