import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import type { Relation } from "@/db/vocabulary";
import type { Action } from "../../access/policy";
import { activateGroup } from "../../calls/activate-group";
import { reportClueInput } from "../../calls/inputs";
import { reportClue } from "../../calls/report-clue";
import { askQuestion } from "../../consultations/ask-question";
import { askQuestionInput } from "../../consultations/inputs";
import { linkConsultation } from "../../consultations/link-consultation";
import { addPartyLink } from "../../disputes/add-party-link";
import { attachCall } from "../../disputes/attach-call";
import { addPartyLinkInput } from "../../disputes/inputs";
import { registerDispute } from "../../disputes/register-dispute";
import { reopenDispute } from "../../disputes/reopen-dispute";
import { triageDispute } from "../../disputes/triage-dispute";
import { setLead } from "../../handovers/set-lead";
import { nameDeputy } from "../../invitations/name-deputy";
import { amendPerson } from "../../people/amend-person";
import { amendPersonInput } from "../../people/inputs";
import { resetPassword } from "../../people/reset-password";
import { bookSession } from "../../sessions/book-session";
import { setVideoLinkInput, swapPersonInput } from "../../sessions/inputs";
import { setVideoLink } from "../../sessions/set-video-link";
import { swapPerson } from "../../sessions/swap-person";
import { activation, alertedGroup, callAt } from "../calls";
import { invited, partiesOf } from "../convening";
import { type TestCounty, testCounty } from "../county";
import { acceptedDispute, intake } from "../disputes";
import { refusedWith } from "../refused";
import { bookable, booked, booking, inDays } from "../sessions";
import { ended, granted, triage } from "../taken-over";
import { type Widened, widenedBy } from "./widened-by";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});

const nothing: Widened = { opened: [], given: [] };
const mediator2 = () => county.people.mediator2 ?? "";
interface Listed {
  action: Action;
  who: string;
  /**
   * approval: refused until a head of another duty has granted it. nothing: it opens to its actor nothing that was there
   * before. refused: it would, and is refused altogether, with this code.
   */
  guard: "approval" | "nothing" | { refused: string };
  /** Makes what the act needs, and gives the act. */
  ready: () => Promise<{ act: () => Promise<unknown>; disputeId?: string }>;
  /** Relations that the act gives; without a grant they open nothing. */
  gives?: readonly Relation[];
}

/** Every act after which its actor might see more than before; docs/adr/0029 says the same in words. */
const listed: Listed[] = [
  {
    action: "dispute.triage",
    who: "mediator2",
    guard: "approval",
    gives: ["lead", "successor"],
    ready: async () => {
      const { disputeId } = await ended(county);
      return { disputeId, act: () => triageDispute(county.as("mediator2"), triage(disputeId, null)) };
    },
  },
  {
    action: "proceeding.reopen",
    who: "mediator2",
    guard: "approval",
    gives: ["lead", "successor"],
    ready: async () => {
      const { disputeId } = await ended(county);
      const input = { disputeId, reason: "又闹起来", leadPersonId: mediator2() };
      return { disputeId, act: () => reopenDispute(county.as("mediator2"), input) };
    },
  },
  {
    action: "lead.set",
    who: "committee",
    guard: "approval",
    gives: ["lead"],
    ready: async () => {
      const { disputeId } = await acceptedDispute(county);
      const { mediator: leadSeen = "", committee: leadPersonId = "" } = county.people;
      const input = { disputeId, leadSeen, leadPersonId, leadUnit: "", reason: "由我来办" };
      return { disputeId, act: () => setLead(county.as("committee"), input) };
    },
  },
  {
    action: "dispute.triage",
    who: "mediator2",
    guard: "nothing",
    gives: ["lead"],
    ready: async () => {
      const { disputeId } = await registerDispute(county.as("mediator"), intake());
      return { act: () => triageDispute(county.as("mediator2"), triage(disputeId, null)) };
    },
  },
  {
    action: "proceeding.reopen",
    who: "mediator",
    guard: "nothing",
    gives: ["lead", "successor"],
    ready: async () => {
      const { disputeId } = await ended(county);
      return { act: () => reopenDispute(county.as("mediator"), { disputeId, reason: "又闹起来" }) };
    },
  },
  {
    action: "group.activate",
    who: "head",
    guard: "nothing",
    gives: [],
    ready: async () => {
      const groupId = await alertedGroup(county, "锦绣里9号楼");
      return { act: () => activateGroup(county.as("head"), activation(county, groupId)) };
    },
  },
  {
    action: "dispute.register",
    who: "mediator2",
    guard: "nothing",
    gives: [],
    ready: async () => {
      const clue = reportClueInput.parse({ place: "老街 12 号", text: "两家为晒被子吵了起来" });
      const { clueId } = await reportClue(county.as("grid"), clue);
      return { act: () => registerDispute(county.as("mediator2"), intake({ clueId })) };
    },
  },
  {
    action: "dispute.register",
    who: "mediator3",
    guard: { refused: "clueAlreadyHandled" },
    ready: async () => {
      const clue = reportClueInput.parse({ place: "老街 14 号", text: "两家为晒被子吵了起来" });
      const { clueId } = await reportClue(county.as("grid"), clue);
      return { act: () => registerDispute(county.as("mediator3"), intake({ clueId })) };
    },
  },
  {
    action: "dispute.attachCall",
    who: "mediator",
    guard: "nothing",
    gives: [],
    ready: async () => {
      const { disputeId } = await acceptedDispute(county);
      const { callId } = await callAt(county, "2026-11-20T09:00:00+08:00", { place: "东岗村7号" });
      return { act: () => attachCall(county.as("mediator"), { disputeId, callId }) };
    },
  },
  {
    action: "dispute.attachCall",
    who: "mediator",
    guard: { refused: "notFound" },
    ready: async () => {
      const { disputeId } = await acceptedDispute(county);
      const { callId } = await callAt(county, "2026-11-20T09:00:00+08:00", { place: "红旗巷7号" }, "officer3");
      return { act: () => attachCall(county.as("mediator"), { disputeId, callId }) };
    },
  },
  {
    action: "consultation.link",
    who: "mediator",
    guard: { refused: "notFound" },
    ready: async () => {
      const { disputeId } = await acceptedDispute(county);
      const question = askQuestionInput.parse({ question: "欠条没有写还款日怎么办？" });
      const { consultationId } = await askQuestion(county.as("mediator3"), question);
      return { act: () => linkConsultation(county.as("mediator"), { disputeId, consultationId }) };
    },
  },
  {
    action: "consultation.link",
    who: "mediator",
    guard: "nothing",
    gives: [],
    ready: async () => {
      const { disputeId } = await acceptedDispute(county);
      const question = askQuestionInput.parse({ question: "欠条没有写还款日怎么办？" });
      const { consultationId } = await askQuestion(county.as("mediator"), question);
      return { act: () => linkConsultation(county.as("mediator"), { disputeId, consultationId }) };
    },
  },
  {
    action: "party.addLink",
    who: "mediator2",
    guard: "nothing",
    gives: [],
    ready: async () => {
      const dispute = await acceptedDispute(county);
      const [party] = await partiesOf(county, dispute);
      const link = { disputeId: dispute.disputeId, partyId: party?.id, link: { kind: "agent", name: "沈某" } };
      return { act: () => addPartyLink(county.as("mediator2"), addPartyLinkInput.parse(link)) };
    },
  },
  {
    action: "invitation.delegate",
    who: "lawyer",
    guard: "nothing",
    gives: [],
    ready: async () => {
      const dispute = await bookable(county);
      const { invitationId } = await invited(county, dispute, "lawyer");
      const input = { invitationId, deputyId: county.people.lawyer2 ?? "", note: "" };
      return { act: () => nameDeputy(county.as("lawyer"), input) };
    },
  },
  {
    action: "session.book",
    who: "mediator2",
    guard: "nothing",
    gives: [],
    ready: async () => {
      const dispute = await bookable(county);
      const form = await booking(county, dispute, { startsAt: inDays(30, "09:00"), personIds: [mediator2()] });
      return { act: () => bookSession(county.as("mediator2"), form) };
    },
  },
  {
    action: "session.swapPerson",
    who: "mediator2",
    guard: { refused: "seatByAnother" },
    ready: async () => {
      const dispute = await bookable(county);
      const out = county.people.committee ?? "";
      const { sessionId } = await booked(county, dispute, {
        startsAt: inDays(31, "09:00"),
        personIds: [out],
      });
      const target = { disputeId: dispute.disputeId, sessionId };
      const link = { ...target, sessionVersion: 1, url: "https://meet.example/secret" };
      await setVideoLink(county.as("mediator"), setVideoLinkInput.parse(link));
      const [now] = await database().execute<{ version: number }>(
        sql`select version from sessions where id = ${sessionId}::uuid`,
      );
      const swap = { ...target, sessionVersion: now?.version, outPersonId: out, inPersonId: mediator2() };
      return { act: () => swapPerson(county.as("mediator2"), swapPersonInput.parse(swap)) };
    },
  },
  {
    action: "person.change",
    who: "admin",
    guard: { refused: "notYourself" },
    ready: async () => {
      const [me] = await database().execute<{ name: string }>(
        sql`select name from people where id = ${county.people.admin}::uuid`,
      );
      const input = {
        personId: county.people.admin ?? "",
        name: me?.name ?? "",
        personVersion: 1,
        role: "stationHead" as const,
        stationId: county.stations.LW ?? "",
      };
      return { act: () => amendPerson(county.as("admin"), amendPersonInput.parse(input)) };
    },
  },
  {
    action: "account.change",
    who: "admin",
    guard: "nothing",
    gives: [],
    ready: async () => ({
      act: () => resetPassword(county.as("admin"), { personId: county.people.judge3 ?? "" }),
    }),
  },
];

describe("an act after which its actor might see more than before", () => {
  it.each(listed.map((one, place) => [place + 1, one.action, one.who, one] as const))(
    "%i. %s by %s",
    async (_n, _action, who, one) => {
      const { act, disputeId } = await one.ready();
      if (typeof one.guard === "object") {
        const { refused } = one.guard;
        expect(await widenedBy(county, who, async () => expect(await refusedWith(act())).toBe(refused))).toEqual(
          nothing,
        );
      } else if (one.guard === "nothing") {
        const widened = await widenedBy(county, who, act);
        expect(widened.opened).toEqual([]);
        expect(widened.given.map((right) => right.split(" ")[0])).toEqual(one.gives ?? []);
      } else {
        expect(
          await widenedBy(county, who, async () => expect(await refusedWith(act())).toBe("approvalNeeded")),
        ).toEqual(nothing);
        await granted(county, who, "head", disputeId ?? "");
        const widened = await widenedBy(county, who, act);
        expect(widened.given.map((right) => right.split(" ")[0])).toEqual(one.gives ?? []);
        // The record of what ended, and no word said in confidence to whoever led it.
        if (one.gives?.includes("successor"))
          expect(widened.opened.filter((row) => row.startsWith("notes "))).toEqual([]);
      }
    },
  );
});
