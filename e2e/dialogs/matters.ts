import type { Page } from "@playwright/test";
import { dayFromNow } from "@/server/testing/days";
import { ask, must, send } from "../api";
import { asked, bookable, harmless, type Prepared } from "../prepare";
import { ownPhone, ownPlace } from "../unique";

interface Taking {
  asked?: Partial<Record<keyof typeof asked, "yes" | "no" | "unclear">>;
  /** Where it happened; a place of its own where it is left out. */
  place?: string;
  /** Beside a name, what the second party is. */
  second?: object;
  /** Null: registered only. */
  track: "peoples" | "publicSecurity" | "coordination" | null;
}

/** Registered by whoever is signed in, and taken on this track. */
export async function takenIn(page: Page, taking: Taking): Promise<Prepared> {
  const party = { phone: ownPhone(), name: "刘玉芬", side: 1, standing: "applicant" };
  const other = { phone: ownPhone(), name: "张建国", side: 2, standing: "respondent", ...taking.second };
  const { disputeId } = await must(
    send<{ disputeId: string }>(page, "disputes.register", {
      source: "walkIn",
      type: "neighbour",
      place: taking.place ?? ownPlace(),
      facts: "楼道里争执，推搡了几下。",
      neutralSummary: "邻居在楼道里起了争执。",
      asked: { ...asked, ...taking.asked },
      parties: [party, other],
    }),
  );
  if (taking.track) {
    const isViolation = taking.track === "publicSecurity" ? "yes" : "no";
    const judgedByCourt = taking.track === "coordination" ? "yes" : "no";
    const answers = { ...harmless, isViolation, judgedByCourt, hasMinor: taking.second ? "yes" : "no" };
    await must(send(page, "disputes.triage", { disputeId, answers, track: taking.track }));
  }
  const { parties } = await must(ask<{ parties: { id: string }[] }>(page, "disputes.byId", { disputeId }));
  return { disputeId, partyIds: parties.map((one) => one.id) };
}

const inPerson = (partyIds: readonly string[]) => partyIds.map((partyId) => ({ partyId, linkId: null }));

/** Agreed in words two hours ago, where nobody needed a room, with a draft of two payments. */
export const drafted = async (mediator: Page, form: "written" | "oral"): Promise<Prepared> =>
  draftedIn(mediator, form, await bookable(mediator));

/** The same of this dispute, whose parties have all agreed to mediation; the second pays the first. */
export async function draftedIn(mediator: Page, form: "written" | "oral", dispute: Prepared): Promise<Prepared> {
  const { disputeId, partyIds } = dispute;
  const { personId } = await must(ask<{ personId: string }>(mediator, "account.me"));
  await must(
    send(mediator, "sessions.recordHeld", {
      disputeId,
      startsAt: new Date(Date.now() - 7_200_000).toISOString(),
      minutes: 60,
      place: "小区门口",
      personIds: [personId],
      partyIds,
      speakers: inPerson(partyIds),
      result: "agreed",
      text: "各方当面谈成。",
    }),
  );
  const [owed, owing] = partyIds;
  const pay = { kind: "pay", text: "墙面修补费", proof: "photo", obligorPartyIds: [owing], obligeePartyIds: [owed] };
  const clauses = [
    { ...pay, amountFen: 120_000, dueOn: dayFromNow(10) },
    { ...pay, amountFen: 60_000, dueOn: dayFromNow(40) },
  ];
  const facts = "因装修拆墙发生纠纷，自愿达成协议。";
  await must(send(mediator, "agreements.draft", { disputeId, agreementVersion: null, form, facts, clauses }));
  return dispute;
}

/** Sent out to be signed. */
export async function signing(mediator: Page): Promise<Prepared> {
  const dispute = await drafted(mediator, "written");
  await must(send(mediator, "agreements.sendToSign", { disputeId: dispute.disputeId }));
  return dispute;
}

/** Signed by every party, with a reader who has yet to be noted. */
export async function readOut(mediator: Page): Promise<Prepared> {
  const dispute = await drafted(mediator, "written");
  const { disputeId, partyIds } = dispute;
  const reader = { from: "outside", name: "宋明" };
  const named = { disputeId, kind: "reader", place: { at: "agreement" }, partyIds: partyIds.slice(0, 1), who: reader };
  await must(send(mediator, "interpreters.name", named));
  await must(send(mediator, "agreements.sendToSign", { disputeId }));
  for (const partyId of partyIds)
    await must(send(mediator, "agreements.sign", { disputeId, signer: { kind: "party", partyId }, means: "sign" }));
  return dispute;
}

/** In force, with the first of two payments made. */
export async function performing(mediator: Page): Promise<Prepared> {
  const dispute = await drafted(mediator, "oral");
  const { disputeId, partyIds } = dispute;
  await must(send(mediator, "agreements.takeEffect", { disputeId, saidYes: inPerson(partyIds) }));
  await payNext(mediator, dispute);
  return dispute;
}

/** In force, and all applied to a court to have it confirmed. */
export async function beforeCourt(mediator: Page): Promise<Prepared> {
  const dispute = await performing(mediator);
  const { disputeId, partyIds } = dispute;
  const application = { disputeId, appliedOn: dayFromNow(), court: "泊头市人民法院", applicants: inPerson(partyIds) };
  await must(send(mediator, "clocks.applyConfirmation", application));
  return dispute;
}

export interface Owed {
  obligations: { id: string; amountFen: number; performedAt: string | null; proofs: { id: string }[] }[];
}

async function payNext(mediator: Page, { disputeId, partyIds }: Prepared): Promise<void> {
  const { obligations } = await must(ask<Owed>(mediator, "performance.ofDispute", { disputeId }));
  const next = obligations.find((one) => !one.performedAt);
  await must(
    send(mediator, "performance.record", {
      disputeId,
      obligationId: next?.id,
      partyId: partyIds[1],
      amountFen: next?.amountFen,
      performedOn: dayFromNow(),
      proof: "photo",
      proofNote: "转账截图",
    }),
  );
}

/** Everything paid, and visited: it may be closed. */
export async function performed(mediator: Page): Promise<Prepared> {
  const dispute = await performing(mediator);
  await payNext(mediator, dispute);
  const visit = { disputeId: dispute.disputeId, visitedOn: dayFromNow(), satisfaction: "satisfied" };
  await must(send(mediator, "performance.recordVisit", visit));
  return dispute;
}

/** Closed: it may be archived, or taken up again. */
export async function closed(mediator: Page): Promise<Prepared> {
  const dispute = await performed(mediator);
  await must(send(mediator, "disputes.close", { disputeId: dispute.disputeId }));
  return dispute;
}

/** A police case with a minor, found to be open to mediation. */
export async function policeMatter(officer: Page): Promise<Prepared> {
  const second = { name: "周小军", isMinor: true, links: [{ kind: "guardian", name: "周桂兰", maySign: true }] };
  const { disputeId, partyIds } = await takenIn(officer, { second, track: "publicSecurity" });
  const bars = { hired: "no", gang: "no", repeated: "no", newViolation: "no", fled: "no", otherUnfit: "no" };
  const [injured, suspect] = partyIds;
  await must(
    send(officer, "violations.find", {
      ...{ disputeId, isViolation: "yes", isMinor: "yes", kinds: ["assault"], circumstance: "acquaintances" },
      ...bars,
      basis: "现场监控、双方陈述一致",
      people: [
        { partyId: injured, part: "injured" },
        { partyId: suspect, part: "suspect" },
      ],
    }),
  );
  return { disputeId, partyIds };
}

/** The same, with both sides told and willing and the guardian called: it may be settled on the spot. */
export async function mediable(officer: Page): Promise<Prepared> {
  const dispute = await policeMatter(officer);
  const { disputeId, partyIds } = dispute;
  const [injured, suspect] = partyIds;
  const linkId = await guardianOf(officer, dispute);
  await must(
    send(officer, "violations.summonGuardian", {
      disputeId,
      partyId: suspect,
      linkId,
      means: "phone",
      exceptionReason: "",
    }),
  );
  await must(
    send(officer, "consents.giveNotice", { disputeId, means: "read", speakers: [{ partyId: suspect, linkId }] }),
  );
  const answers = [
    { partyId: injured, subject: "mediation", answer: "agreed" },
    { partyId: suspect, subject: "mediation", answer: "agreed", spokenByLinkId: linkId },
  ];
  await must(send(officer, "consents.record", { disputeId, answers }));
  return dispute;
}

/** The guardian of the minor of a police case. */
async function guardianOf(officer: Page, { disputeId, partyIds }: Prepared): Promise<string | undefined> {
  interface Links {
    parties: { id: string; links: { id: string }[] }[];
  }
  const { parties } = await must(ask<Links>(officer, "violations.ofDispute", { disputeId }));
  return parties.find((one) => one.id === partyIds[1])?.links[0]?.id;
}

/** Both sides' written application of a police case, which waits for the head. */
export async function applied(officer: Page): Promise<Prepared> {
  const dispute = await policeMatter(officer);
  const { disputeId, partyIds } = dispute;
  const byLinkId = await guardianOf(officer, dispute);
  await must(
    send(officer, "violations.applySettlement", {
      ...{ disputeId, way: "byThemselves", agreed: "互相道歉，赔医药费 200 元。", proof: "收条", isDecided: "no" },
      ...{ agreedOn: dayFromNow(), performedOn: dayFromNow(), appliedOn: dayFromNow() },
      applicants: [
        { partyId: partyIds[0], means: "sign" },
        { partyId: partyIds[1], byLinkId, means: "sign" },
      ],
    }),
  );
  return dispute;
}

/** Family violence that nobody has taken over, with a question left open. */
export const violent = (mediator: Page): Promise<Prepared> =>
  takenIn(mediator, { asked: { familyViolence: "yes", livelihood: "unclear" }, track: null });

/** The same, taken over by this officer: what came of each step is recorded. */
export async function takenOver(mediator: Page, officer: Page): Promise<Prepared> {
  const dispute = await violent(mediator);
  await must(send(officer, "disputes.takeOver", { disputeId: dispute.disputeId }));
  return dispute;
}

/** One of two parties died, and their heir has not answered. */
export async function bereft(mediator: Page): Promise<Prepared> {
  const dispute = await takenIn(mediator, { track: "peoples" });
  const { disputeId, partyIds } = dispute;
  const told = { disputeId, partyId: partyIds[1] };
  const happenedOn = dayFromNow();
  await must(send(mediator, "disputes.recordPartyExit", { ...told, kind: "died", happenedOn, reason: "家属告知" }));
  const heir = { name: "张小建", phone: ownPhone(), isMinor: false, toldOn: dayFromNow(), reason: "儿子" };
  await must(send(mediator, "disputes.addHeir", { ...told, ...heir }));
  return dispute;
}

/** Offered to a body outside; with an answer, that it was taken. */
export async function offeredOutside(mediator: Page, isAnswered: boolean): Promise<Prepared> {
  const dispute = await takenIn(mediator, { track: "peoples" });
  const { disputeId } = dispute;
  const to = { body: "县总工会" };
  const offer = { disputeId, to, reason: "属于劳动争议" };
  const { transferId } = await must(send<{ transferId: string }>(mediator, "handovers.offerTransfer", offer));
  const answer = { disputeId, transferId, isAccepted: true, answeredOn: dayFromNow(), source: "工会王主任" };
  if (isAnswered) await must(send(mediator, "handovers.recordTransferAnswer", answer));
  return dispute;
}

/** Offered to another station and its committee, whose heads have not answered. */
export async function offeredInside(mediator: Page): Promise<Prepared> {
  const dispute = await takenIn(mediator, { track: "peoples" });
  const { disputeId } = dispute;
  interface Targets {
    targets: { stationId: string; committeeId: string; station: string }[];
  }
  const { targets } = await must(ask<Targets>(mediator, "handovers.transferOf", { disputeId }));
  const { stationId, committeeId } = targets[0] ?? {};
  const offer = { disputeId, to: { stationId, committeeId }, reason: "住址在那边" };
  await must(send(mediator, "handovers.offerTransfer", offer));
  return dispute;
}

/** Closed to all but those who work on it. */
export async function sealed(mediator: Page): Promise<Prepared> {
  const dispute = await takenIn(mediator, { track: "peoples" });
  const { disputeId } = dispute;
  await must(send(mediator, "windows.restrict", { disputeId, ground: "minor", reason: "涉及未成年人" }));
  return dispute;
}

/** Sealed, and open for a time to the station's head, to whom the committee's has opened it. */
export async function readInWindow(mediator: Page, head: Page, committee: Page): Promise<Prepared> {
  const dispute = await sealed(mediator);
  const { disputeId } = dispute;
  const asking = send<{ windowId: string }>(head, "windows.ask", { disputeId, reason: "答复信访人要看记录" });
  const { windowId } = await must(asking);
  await must(send(committee, "windows.decide", { disputeId, windowId, isGranted: true, hours: 4 }));
  return dispute;
}

/** A party asked for another lead, and nobody has decided. */
export async function leadAsked(mediator: Page): Promise<Prepared & { requestId: string }> {
  const dispute = await takenIn(mediator, { track: "peoples" });
  const { disputeId, partyIds } = dispute;
  const request = { disputeId, partyId: partyIds[0], means: "spoken", askedOn: dayFromNow(), reason: "和对方是老同事" };
  return { ...dispute, ...(await must(send<{ requestId: string }>(mediator, "handovers.recordLeadRequest", request))) };
}
