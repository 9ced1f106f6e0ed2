import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { type ProceedingStatus, proceedingStatuses } from "@/db/vocabulary";
import { sendToSign } from "../agreements/send-to-sign";
import { transitionOf } from "../disputes/lifecycle";
import { instantOf } from "../kernel/shanghai";
import { recordSession } from "../sessions/record-session";
import { agreedDispute, drafted, payClause } from "../testing/agreements";
import { invited, partiesOf } from "../testing/convening";
import { type TestCounty, testCounty } from "../testing/county";
import { refusedWith } from "../testing/refused";
import { bookable, booked, dayIn, failedBecause, inDays } from "../testing/sessions";
import { acceptTransfer } from "./accept-transfer";
import { declineTransfer } from "./decline-transfer";
import { offerTransferInput } from "./inputs";
import { offerTransfer } from "./offer-transfer";
import { withdrawTransfer } from "./withdraw-transfer";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});
const as = (username = "mediator") => county.as(username);

const offer = (disputeId: string) => {
  const to = { stationId: county.stations.DG ?? "", committeeId: county.committees.DG ?? "" };
  return offerTransfer(as(), offerTransferInput.parse({ disputeId, to, reason: "双方都住在东关" }));
};
const accept = (disputeId: string, transferId: string) =>
  acceptTransfer(as("committee2"), { disputeId, transferId, leadPersonId: county.people.mediator3 ?? "", note: "" });
const decline = (disputeId: string, transferId: string) =>
  declineTransfer(as("committee2"), { disputeId, transferId, reason: "不在我们辖区" });

type Matter = { disputeId: string; proceedingId: string };
let hours = 9;
/** What brings a matter to each status, the ones that may be handed over with something to give back. */
const reach: Partial<Record<ProceedingStatus, () => Promise<Matter>>> = {
  accepted: () => bookable(county),
  convening: async () => {
    const matter = await bookable(county);
    await invited(county, matter, "lawyer");
    return matter;
  },
  scheduled: async () => {
    const matter = await bookable(county);
    await booked(county, matter, { startsAt: inDays(11, `${hours++}:00`), minutes: 30 });
    await invited(county, matter, "lawyer");
    return matter;
  },
  mediating: async () => {
    const matter = await bookable(county);
    const start = instantOf(dayIn(-40), "14:30");
    const { sessionId } = await booked(
      county,
      matter,
      { startsAt: start.toISOString(), minutes: 30 },
      new Date(start.getTime() - 86_400_000),
    );
    const parties = (await partiesOf(county, matter)).map(({ id }) => id);
    const full = failedBecause(parties);
    const said = {
      sessionId,
      sessionVersion: 1,
      result: "adjourned" as const,
      text: "双方陈述。",
      presentIds: [],
      ...full,
    };
    await recordSession(as(), { disputeId: matter.disputeId, ...said });
    await booked(county, matter, { startsAt: inDays(11, `${hours++}:00`), minutes: 30 });
    return matter;
  },
  agreed: async () => {
    const matter = await agreedDispute(county);
    await drafted(county, matter, [payClause(matter, 30_000)]);
    return matter;
  },
};
/** What a proceeding still holds: its status and step, and what of it waits, is booked or is being written. */
const heldBy = async ({ proceedingId }: Pick<Matter, "proceedingId">) =>
  (
    await database().execute<Record<string, unknown>>(sql`
      select p.status, p.outcome, p.next_step as step,
        (select count(*)::int from sessions s where s.proceeding_id = p.id and s.status = 'booked') as booked,
        (select count(*)::int from sessions s where s.proceeding_id = p.id and s.status = 'ended') as held,
        (select count(*)::int from slots t join sessions s on s.id = t.session_id where s.proceeding_id = p.id and s.status <> 'ended') as slots,
        (select count(*)::int from invitations i where i.proceeding_id = p.id and i.status in ('sent', 'seen')) as asked,
        (select count(*)::int from agreements a where a.proceeding_id = p.id and a.status = 'draft') as drafts,
        (select count(*)::int from clocks c where c.proceeding_id = p.id and c.stopped_on is null) as clocks
      from proceedings p where p.id = ${proceedingId}::uuid`)
  )[0];

const movable = proceedingStatuses.filter((status) => transitionOf("peoples", "transfer.offer")?.from.includes(status));

describe("a matter of the committee, offered to another one", () => {
  it("may be offered until something is signed, and not after", () => {
    expect(movable).toEqual(["accepted", "convening", "scheduled", "mediating", "agreed"]);
  });

  it.each(["accepted", "convening", "scheduled", "mediating", "agreed"] as const)(
    "%s: declined, all stays as it was; accepted, all is given back, what was held stays on record, and it begins anew there",
    async (status) => {
      const matter = (await reach[status]?.()) as Matter;
      const { disputeId } = matter;
      const before = await heldBy(matter);
      expect(before?.status).toBe(status);
      const { transferId: first } = await offer(disputeId);
      await decline(disputeId, first);
      expect(await heldBy(matter)).toEqual(before);
      const { transferId } = await offer(disputeId);
      const { proceedingId } = await accept(disputeId, transferId);
      const none = { booked: 0, slots: 0, asked: 0, drafts: 0, clocks: 0 };
      expect(await heldBy(matter)).toEqual({
        ...before,
        ...none,
        status: "closed",
        outcome: "transferred",
        step: "archive",
      });
      const there = { status: "accepted", outcome: null, step: "giveNotice", held: 0, ...none, clocks: 1 };
      expect(await heldBy({ proceedingId })).toEqual(there);
    },
  );

  it("is not taken while it is being signed; the offer may still be declined or taken back", async () => {
    const matter = await agreedDispute(county);
    const { disputeId } = matter;
    await drafted(county, matter, [payClause(matter, 30_000)]);
    const { transferId: first } = await offer(disputeId);
    await withdrawTransfer(as(), { disputeId, transferId: first });
    const { transferId } = await offer(disputeId);
    await sendToSign(as(), { disputeId });
    expect(await refusedWith(offer(disputeId))).toBe("notInThisStep");
    const before = await heldBy(matter);
    expect(await refusedWith(accept(disputeId, transferId))).toBe("notInThisStep");
    await decline(disputeId, transferId);
    expect(await heldBy(matter)).toEqual(before);
  });
});
