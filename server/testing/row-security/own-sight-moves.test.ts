import { beforeAll, describe, expect, it } from "vitest";
import type { Action } from "../../access/policy";
import { addShifts } from "../../consultations/add-shifts";
import { askQuestion } from "../../consultations/ask-question";
import { addLeaderShifts } from "../../duty-leaders/add-leader-shifts";
import { acceptTransfer } from "../../handovers/accept-transfer";
import { decideLeadRequest } from "../../handovers/decide-lead-request";
import { handOverWork } from "../../handovers/hand-over-work";
import { decideLeadRequestInput, offerTransferInput, recordLeadRequestInput } from "../../handovers/inputs";
import { offerTransfer } from "../../handovers/offer-transfer";
import { recordLeadRequest } from "../../handovers/record-lead-request";
import { setAssistant } from "../../handovers/set-assistant";
import { nameInterpreterInput } from "../../interpreters/inputs";
import { nameInterpreter } from "../../interpreters/name-interpreter";
import { dayOf } from "../../kernel/shanghai";
import { linkDisputes } from "../../merging/link-disputes";
import { withdrawMerge } from "../../merging/withdraw-merge";
import { writeNoteInput } from "../../notes/inputs";
import { writeNote } from "../../notes/write-note";
import { giveRole } from "../../people/give-role";
import { giveRoleInput } from "../../people/inputs";
import { reasonedInput, restrictDisputeInput } from "../../windows/inputs";
import { releaseDispute } from "../../windows/release-dispute";
import { restrictDispute } from "../../windows/restrict-dispute";
import { partiesOf } from "../convening";
import { type TestCounty, testCounty } from "../county";
import { acceptedDispute } from "../disputes";
import { merged, registeredTwice } from "../merges";
import { refusedWith } from "../refused";
import { bookable, booked } from "../sessions";
import { granted } from "../taken-over";
import { widenedBy } from "./widened-by";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});
const idOf = (username: string) => county.people[username] ?? "";

/** A matter with a word in confidence, which only its lead reads. */
async function confided() {
  const dispute = await acceptedDispute(county);
  const note = { disputeId: dispute.disputeId, lane: "mediator", text: "底线是三万" };
  await writeNote(county.as("mediator"), writeNoteInput.parse(note));
  return dispute;
}

/** Offered to the other station's committee. */
async function offered() {
  const { disputeId } = await confided();
  const to = { stationId: county.stations.DG, committeeId: county.committees.DG };
  const offer = offerTransferInput.parse({ disputeId, to, reason: "双方都住在东关" });
  return { disputeId, ...(await offerTransfer(county.as("mediator"), offer)) };
}

/** Who does it, who may read more by it afterwards, and what is done. */
interface Moved {
  action: Action;
  by: string;
  whose?: string;
  ready: () => Promise<() => Promise<unknown>>;
}

/** Acts that pass matters and work from hand to hand, or join them; docs/adr/0029 says the same in words. */
const openNothing: Moved[] = [
  {
    action: "dispute.merge",
    by: "mediator2",
    ready: async () => {
      const both = await registeredTwice(county);
      return () => merged(county, both, "mediator2");
    },
  },
  {
    action: "dispute.unmerge",
    by: "mediator2",
    ready: async () => {
      const both = await registeredTwice(county);
      const { mergeId } = await merged(county, both);
      const input = { disputeId: both.kept, mergeId, reason: "查明是两件事" };
      return () => withdrawMerge(county.as("mediator2"), input);
    },
  },
  {
    action: "dispute.link",
    by: "mediator2",
    ready: async () => {
      const [{ disputeId }, { disputeId: otherDisputeId }] = [await confided(), await confided()];
      const input = { disputeId, otherDisputeId, kind: "samePlace" as const, reason: "同一面墙" };
      return () => linkDisputes(county.as("mediator2"), input);
    },
  },
  {
    action: "assistant.set",
    by: "mediator",
    whose: "mediator2",
    ready: async () => {
      const { disputeId } = await confided();
      const input = { disputeId, assistantId: idOf("mediator2"), assistantSeen: null, despite: "" };
      return () => setAssistant(county.as("mediator"), input);
    },
  },
  {
    action: "interpreter.name",
    by: "mediator",
    whose: "property",
    ready: async () => {
      const { disputeId } = await bookable(county);
      const { sessionId } = await booked(county, { disputeId });
      const [party] = await partiesOf(county, { disputeId });
      const input = nameInterpreterInput.parse({
        ...{ disputeId, kind: "sign", place: { at: "session", sessionId }, partyIds: [party?.id] },
        who: { from: "county", personId: idOf("property") },
      });
      return () => nameInterpreter(county.as("mediator"), input);
    },
  },
  {
    action: "work.handOver",
    by: "head",
    ready: async () => {
      const shift = { from: new Date().toISOString(), until: new Date(Date.now() + 3_600_000).toISOString() };
      await addLeaderShifts(county.as("head"), { leaderId: idOf("officer"), shifts: [shift] });
      const hands = {
        personId: idOf("officer"),
        toId: idOf("head"),
        kinds: ["dutyLeader" as const],
        reason: "调岗",
        despite: "",
      };
      return () => handOverWork(county.as("head"), hands);
    },
  },
];

describe("an act that passes a matter on", () => {
  it.each(openNothing.map((one) => [one.action, one] as const))("%s opens nothing that was there", async (_a, one) => {
    const act = await one.ready();
    const { opened, given } = await widenedBy(county, one.whose ?? one.by, act);
    expect({ opened, given }).toEqual({ opened: [], given: [] });
  });

  it("transfer.accept makes nobody lead what others led by their own word alone", async () => {
    const { disputeId, transferId } = await offered();
    const toOneself = { disputeId, transferId, leadPersonId: idOf("committee2"), note: "" };
    expect(await refusedWith(acceptTransfer(county.as("committee2"), toOneself))).toBe("approvalNeeded");
    // Their own committee's matter from now on: its record, and no word said in confidence.
    const named = { ...toOneself, leadPersonId: idOf("mediator3") };
    const { opened } = await widenedBy(county, "committee2", () => acceptTransfer(county.as("committee2"), named));
    expect(opened.filter((row) => /^(notes|party_times|ties|recusals) /.test(row))).toEqual([]);
    expect(opened).toContain(`disputes ${disputeId}`);
  });

  it("leadRequest.decide makes the head lead only with the other head's grant", async () => {
    const { disputeId } = await confided();
    const [party] = await partiesOf(county, { disputeId });
    const asked = { disputeId, partyId: party?.id, means: "spoken", askedOn: dayOf(new Date()), reason: "同村的" };
    const { requestId } = await recordLeadRequest(county.as("mediator"), recordLeadRequestInput.parse(asked));
    const decision = {
      disputeId,
      requestId,
      outcome: "accepted",
      reason: "由我来办",
      newLeadPersonId: idOf("committee"),
    };
    const decide = () => decideLeadRequest(county.as("committee"), decideLeadRequestInput.parse(decision));
    expect(await refusedWith(decide())).toBe("approvalNeeded");
    await granted(county, "committee", "head", disputeId);
    const { given } = await widenedBy(county, "committee", decide);
    expect(given).toEqual([`lead ${disputeId}`]);
  });

  it("duty.change puts no head on duty, as a lawyer, by their own word", async () => {
    const personId = idOf("committee");
    const role = { personId, role: "expert", forceCodes: ["lawyer"], reason: "也在律所执业" };
    await giveRole(county.as("admin"), giveRoleInput.parse(role));
    await askQuestion(county.as("grid2"), { question: "离婚以后房子归谁？", pointId: null });
    const shift = { from: new Date().toISOString(), until: new Date(Date.now() + 3_600_000).toISOString() };
    const put = (by: string) => addShifts(county.as(by), { personId, shifts: [shift] });
    expect(await refusedWith(put("committee"))).toBe("dutyByAnother");
    // By another head they are, and read the question in the lawyer's role alone.
    const { opened } = await widenedBy(county, "committee", () => put("committee2"));
    expect(opened.filter((row) => row.startsWith("consultations "))).toEqual([]);
  });

  it("restriction.release opens a matter to no head who was not let in by a third person", async () => {
    const { disputeId } = await confided();
    const closing = restrictDisputeInput.parse({ disputeId, ground: "privacy", reason: "当事人要求保密" });
    await restrictDispute(county.as("mediator"), closing);
    const release = () => releaseDispute(county.as("head"), reasonedInput.parse({ disputeId, reason: "不再需要封存" }));
    const run = async () => expect(await refusedWith(release())).toBe("windowNeeded");
    expect(await widenedBy(county, "head", run)).toEqual({ opened: [], given: [] });
  });
});
