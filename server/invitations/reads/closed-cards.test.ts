import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { endProceeding } from "../../disputes/end-proceeding";
import { endProceedingInput, registerDisputeInput } from "../../disputes/inputs";
import { asActor } from "../../kernel/transaction";
import { consented, invited, joined } from "../../testing/convening";
import { type TestCounty, testCounty } from "../../testing/county";
import { acceptedDispute } from "../../testing/disputes";
import { settledSaid } from "../../testing/endings";
import { answerOf, inputsFor, questions } from "../../testing/lanes/questions";
import { refusedWith } from "../../testing/refused";
import { inDays } from "../../testing/sessions";
import { acceptInvitation } from "../accept-invitation";
import { declineInvitation } from "../decline-invitation";
import { lapseInvitation } from "../expire-invitation";
import { proposeTimes } from "../propose-times";
import { withdrawInvitation } from "../withdraw-invitation";
import { ownInvitation } from "./own";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});

const words = ["欧阳采薇", "诸葛明远", "阳台漏水至楼下", "柏树巷"];
const parties = [
  { side: 1, standing: "applicant" as const, name: "欧阳采薇", phone: "13800002719" },
  { side: 2, standing: "respondent" as const, name: "诸葛明远", phone: "13800003344" },
];

/** A dispute of words that occur nowhere else, to whose forces every party has agreed. */
async function asked(username: string) {
  const dispute = await acceptedDispute(county, {
    title: "柏树巷阳台纠纷",
    place: "柏树巷 9 号",
    facts: "阳台漏水至楼下，柏树巷。",
    neutralSummary: "阳台漏水至楼下。",
    parties: registerDisputeInput.shape.parties.parse(parties),
  });
  await consented(county, dispute);
  const { invitationId } = await invited(county, dispute, username);
  const card = await ownInvitation(county.as(username), { invitationId });
  expect(card).toMatchObject({ isOpen: true, neutralSummary: "阳台漏水至楼下。" });
  expect(card.partyNames.join()).toContain("欧阳采薇");
  return { ...dispute, invitationId };
}

const ended = async ({ disputeId }: { disputeId: string }) =>
  endProceeding(county.as("mediator"), endProceedingInput.parse({ disputeId, ...(await settledSaid(disputeId)) }));

/** Everything the invitee can still learn: each question, and each table that PostgreSQL shows them. */
async function told(username: string, ids: Record<string, string>, now: Date): Promise<string> {
  const context = county.as(username, { now });
  const answers: string[] = [];
  for (const { path, schema } of questions)
    for (const input of inputsFor(schema, ids, "欧阳采薇")) answers.push(await answerOf(context.actor, path, input));
  const rows = await asActor(context, async (tx) => {
    const tables = await tx.execute<{ name: string }>(sql`
      select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'dispute_id'
      where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and has_table_privilege(c.oid, 'select')`);
    expect(tables.length).toBeGreaterThan(20);
    const shown = [];
    for (const { name } of tables)
      shown.push(
        await tx.execute(
          sql`select to_jsonb(t) from ${sql.identifier(name)} t where dispute_id = ${ids.disputeId}::uuid`,
        ),
      );
    return JSON.stringify([
      shown,
      await tx.execute(sql`select to_jsonb(d) from disputes d where id = ${ids.disputeId}::uuid`),
    ]);
  });
  return `${answers.join("\n")}\n${rows}`;
}

const closings: [how: string, username: string, close: (of: Awaited<ReturnType<typeof asked>>) => Promise<Date>][] = [
  [
    "declined",
    "judge",
    async ({ invitationId }) => {
      await proposeTimes(county.as("judge"), {
        invitationId,
        times: [{ startsAt: inDays(6), endsAt: inDays(6, "16:00") }],
        note: "柏树巷的事请改天",
      });
      await declineInvitation(county.as("judge"), { invitationId, reason: "busy", note: "认识欧阳采薇" });
      return new Date();
    },
  ],
  [
    "expired",
    "lawyer",
    async ({ invitationId }) => {
      const now = new Date(inDays(30));
      await lapseInvitation({ countyId: county.countyId, invitationId }, now);
      return now;
    },
  ],
  [
    "withdrawn",
    "town",
    async ({ disputeId, invitationId }) => {
      await withdrawInvitation(county.as("mediator"), { disputeId, invitationId });
      return new Date();
    },
  ],
  [
    "accepted",
    "activist",
    async (of) => {
      await acceptInvitation(county.as("activist"), { invitationId: of.invitationId, declaresNoTie: true });
      await ended(of);
      return new Date();
    },
  ],
  [
    "withdrawn",
    "surveyor",
    async (of) => {
      await ended(of);
      return new Date();
    },
  ],
];

describe("the card of an invitation that is over", () => {
  it.each(closings)(
    "keeps its dates, force and number when %s (%s), in every answer and table",
    async (status, username, close) => {
      const of = await asked(username);
      const now = await close(of);
      const card = await ownInvitation(county.as(username, { now }), { invitationId: of.invitationId });
      const { id, force, number, sentAt, answerBy, answeredAt, ...rest } = card;
      expect(id).toBe(of.invitationId);
      expect([force.code, number, sentAt, answerBy].every(Boolean)).toBe(true);
      expect(answeredAt === null).toBe(!["declined", "accepted"].includes(status));
      expect(rest).toEqual({
        status,
        isOpen: false,
        isWaiting: false,
        roleAsked: "",
        neutralSummary: "",
        partyNames: [],
        from: { name: "", post: "", phone: "", unit: "" },
        sessions: [],
        offers: [],
        proposals: [],
        proposalNote: "",
        proposedAt: null,
        disclosure: "none",
        deputy: null,
        isDeputised: false,
      });
      const all = await told(
        username,
        { disputeId: of.disputeId, invitationId: of.invitationId, proceedingId: of.proceedingId },
        now,
      );
      expect(all).toContain(of.invitationId);
      for (const word of words) expect(all, word).not.toContain(word);
    },
  );

  it("is out of reach as a row, while an open one is not", async () => {
    const of = await asked("enforcement");
    const rows = () =>
      asActor(county.as("enforcement"), (tx) =>
        tx.execute(sql`select 1 from invitations where id = ${of.invitationId}::uuid`),
      );
    expect((await rows()).length).toBe(1);
    await declineInvitation(county.as("enforcement"), { invitationId: of.invitationId, reason: "busy", note: "" });
    expect((await rows()).length).toBe(0);
    const again = declineInvitation(county.as("enforcement"), {
      invitationId: of.invitationId,
      reason: "busy",
      note: "",
    });
    expect(await refusedWith(again)).toBe("invitationClosed");
  });

  it("closes at its hour, before the worker has written that down", async () => {
    const of = await asked("property");
    const read = (now: Date) => ownInvitation(county.as("property", { now }), { invitationId: of.invitationId });
    const { answerBy } = await read(new Date());
    const late = await read(new Date(answerBy));
    expect(late).toMatchObject({
      status: "expired",
      isOpen: false,
      isWaiting: false,
      partyNames: [],
      neutralSummary: "",
    });
  });

  it("stays open for a helper who has joined, until the matter ends", async () => {
    const dispute = await acceptedDispute(county);
    await consented(county, dispute);
    const { invitationId } = await joined(county, dispute, "justice");
    const read = () => ownInvitation(county.as("justice"), { invitationId });
    expect((await read()).partyNames).toEqual(["1:刘玉芬", "2:张建国"]);
    await ended(dispute);
    expect((await read()).partyNames).toEqual([]);
  });
});
