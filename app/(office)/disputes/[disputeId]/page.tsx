import { AssignmentList } from "@/app/_assignments/assignment-list";
import { BoardPanel } from "@/app/_board/board-panel";
import { disputeOf } from "@/app/_disputes/dispute";
import { HarmReports } from "@/app/_disputes/harm-reports";
import { RelatedList } from "@/app/_disputes/merging/related-list";
import { Origin } from "@/app/_disputes/origin";
import { PartyColumn } from "@/app/_disputes/parties/party-column";
import { RecentNotes } from "@/app/_disputes/recent-notes";
import { FoundBefore } from "@/app/_disputes/triage/found-before";
import { TriagePart } from "@/app/_disputes/triage/triage-part";
import { WhatHappened } from "@/app/_disputes/what-happened";
import { GateAnswersList, GatePanel } from "@/app/_gate/gate-panel";
import { withWords } from "@/app/_i18n/client-words";
import { InstructionList } from "@/app/_instructions/instruction-list";
import { LeadRequestList } from "@/app/_lead-requests/lead-request-list";
import { JustRegistered } from "@/app/_slips/just-registered";
import { api, orNotFound, requestTime, requireSignIn } from "@/app/_trpc/server";
import { toWallClock } from "@/app/_ui/format/shanghai";
import { Columns } from "@/app/_ui/layout/columns";
import type { DisputePage } from "@/server/disputes/reads/dispute-page";

interface OverviewPageProps {
  params: Promise<{ disputeId: string }>;
  /** Set by registering, which leads here. */
  searchParams: Promise<{ registered?: string }>;
}

/** 概况: parties and origin at the left, the board in the middle, what happened below. Before acceptance, the triage. */
async function OverviewPage({ params, searchParams }: OverviewPageProps) {
  const { registered } = await searchParams;
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
          {allowed.includes("gate.read") ? (
            <AnswersOf disputeId={id} mayAnswer={allowed.includes("gate.answer")} now={now} />
          ) : null}
          {dispute.hasRelated ? <RelatedOf dispute={dispute} now={now} /> : null}
          {dispute.notes ? <RecentNotes notes={dispute.notes} now={now} /> : null}
        </>
      }
    >
      {registered ? <JustRegistered dispute={dispute} /> : null}
      {allowed.includes("harm.read") ? <HarmOf disputeId={id} now={now} /> : null}
      {allowed.includes("instruction.read") ? <InstructionsOf dispute={dispute} now={now} /> : null}
      {allowed.includes("assignment.read") ? <AssignmentsOf dispute={dispute} now={now} /> : null}
      {allowed.includes("leadRequest.read") ? <LeadRequestsOf dispute={dispute} now={now} /> : null}
      {allowed.includes("gate.read") ? <GateOf dispute={dispute} now={now} /> : null}
      {proceeding && parts.includes("board") ? <BoardPanel disputeId={id}>{happened}</BoardPanel> : happened}
    </Columns>
  );
}

/** On its own, so that the board need not wait for it. */
async function HarmOf({ disputeId, now }: { disputeId: string; now: Date }) {
  return <HarmReports reports={await orNotFound((await api()).desk.harmOf({ disputeId }))} now={now} />;
}

/** What heads asked of the lead; answered in place. */
async function InstructionsOf({ dispute: { id, allowed, proceeding }, now }: { dispute: DisputePage; now: Date }) {
  const { instructions } = await orNotFound((await api()).instructions.ofDispute({ disputeId: id }));
  const { actor } = await requireSignIn();
  return (
    <InstructionList
      disputeId={id}
      instructions={instructions}
      mayAnswer={allowed.includes("instruction.answer") && proceeding?.leadPersonId === actor.personId}
      mayWithdraw={allowed.includes("instruction.withdraw")}
      now={now.toISOString()}
    />
  );
}

/** The tasks of a coordination. */
async function AssignmentsOf({ dispute: { id, allowed }, now }: { dispute: DisputePage; now: Date }) {
  const { tasks, helpers, proposedAt } = await orNotFound((await api()).assignments.ofDispute({ disputeId: id }));
  return (
    <AssignmentList
      disputeId={id}
      tasks={tasks}
      helpers={helpers}
      proposedAt={proposedAt}
      mayGive={allowed.includes("assignment.give")}
      maySettle={allowed.includes("assignment.settle")}
      now={now.toISOString()}
    />
  );
}

/** What parties asked about whoever leads. */
async function LeadRequestsOf({ dispute, now }: { dispute: DisputePage; now: Date }) {
  const { id, proceeding, allowed } = dispute;
  if (!proceeding) return null;
  const { requests, mayDecide } = await orNotFound((await api()).handovers.leadRequestsOf({ disputeId: id }));
  return (
    <LeadRequestList
      disputeId={id}
      track={proceeding.track}
      lead={{ id: proceeding.leadPersonId, name: proceeding.lead }}
      requests={requests}
      mayDecide={mayDecide && allowed.includes("leadRequest.decide")}
      mayTell={allowed.includes("leadRequest.tell")}
      now={now.toISOString()}
    />
  );
}

/** What the gate still asks for, and before a track is chosen the gate itself. */
async function GateOf({ dispute, now }: { dispute: DisputePage; now: Date }) {
  const { id, proceeding, allowed } = dispute;
  const { actor } = await requireSignIn();
  const trpc = await api();
  const isNew = allowed.includes("dispute.triage") && !proceeding;
  const [gate, findings] = await Promise.all([
    orNotFound(trpc.disputes.gate({ disputeId: id })),
    isNew ? orNotFound(trpc.disputes.gateHistory({ disputeId: id })) : [],
  ]);
  return (
    <>
      <GatePanel
        disputeId={id}
        gate={gate}
        mayAnswer={allowed.includes("gate.answer")}
        mayTakeOver={allowed.includes("gate.takeOver")}
        mayName={actor.role === "stationHead"}
        now={now}
      />
      <FoundBefore findings={findings} now={now} />
      {allowed.includes("dispute.triage") ? (
        <TriagePart
          disputeId={id}
          personId={actor.personId}
          isAgain={proceeding !== null}
          facts={{ given: gate.given, record: gate.record }}
          today={toWallClock(now.toISOString()).slice(0, 10)}
        />
      ) : null}
    </>
  );
}

/** What this registration was merged with, and the matters it is linked to. */
async function RelatedOf({ dispute: { id, allowed }, now }: { dispute: DisputePage; now: Date }) {
  const related = await orNotFound((await api()).merging.related({ disputeId: id }));
  return (
    <RelatedList
      disputeId={id}
      related={related}
      mayUnlink={allowed.includes("dispute.unlink")}
      mayUndo={allowed.includes("dispute.unmerge")}
      now={now}
    />
  );
}

async function AnswersOf(of: { disputeId: string; mayAnswer: boolean; now: Date }) {
  return <GateAnswersList {...of} gate={await orNotFound((await api()).disputes.gate({ disputeId: of.disputeId }))} />;
}

export default withWords("(office)/disputes/[disputeId]/page", OverviewPage);
