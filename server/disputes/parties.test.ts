import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { asActor } from "../kernel/transaction";
import { type TestCounty, testCounty } from "../testing/county";
import { acceptedDispute, intake } from "../testing/disputes";
import { refusedWith } from "../testing/refused";
import { addParty } from "./add-party";
import { addPartyLink } from "./add-party-link";
import { amendParty } from "./amend-party";
import { addPartyInput, addPartyLinkInput } from "./inputs";
import { disputeById } from "./reads/dispute";
import { registerDispute } from "./register-dispute";
import { revealContact } from "./reveal-contact";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});

const newcomer = { side: 3, standing: "thirdParty" as const, name: "雷素琴", phone: "13900001234" };
const asked = (disputeId: string, over: Record<string, unknown> = {}) =>
  addPartyInput.parse({ disputeId, party: { ...newcomer, ...over } });
const link = (disputeId: string, partyId: string, over: Record<string, unknown> = {}) =>
  addPartyLinkInput.parse({ disputeId, partyId, link: { kind: "agent", name: "张晓雯", maySign: true, ...over } });

/** The newest event of a dispute, and the whole chain as text. */
async function chain(disputeId: string) {
  const rows = await asActor(county.as("mediator"), (tx) =>
    tx.execute<{ action: string; payload: string }>(
      sql`select action, payload from events where dispute_id = ${disputeId}::uuid order by seq`,
    ),
  );
  const last = rows.at(-1);
  return {
    action: last?.action,
    payload: JSON.parse(last?.payload ?? "{}") as Record<string, unknown>,
    text: JSON.stringify(rows),
  };
}
async function party(disputeId: string, position = 0) {
  const page = await disputeById(county.as("mediator"), { disputeId });
  return page.parties[position] ?? { id: "", name: "", kind: "person" as const };
}

describe("adding a party", () => {
  it("opens a third side, asks for notice again, and leaves an event", async () => {
    const { disputeId } = await acceptedDispute(county);
    const { partyId } = await addParty(county.as("mediator"), asked(disputeId));
    const page = await disputeById(county.as("mediator"), { disputeId });
    expect(page.parties.map((one) => one.side)).toEqual([1, 2, 3]);
    expect(page.proceeding).toMatchObject({
      nextStep: "giveNotice",
      detail: { names: ["刘玉芬", "张建国", "雷素琴"] },
    });
    expect(await chain(disputeId)).toMatchObject({
      action: "party.add",
      payload: { party: partyId, side: 3, standing: "thirdParty" },
    });
  });

  it("is refused before acceptance, to others than those who work on it, and to strangers", async () => {
    const { disputeId } = await registerDispute(county.as("mediator"), intake());
    expect(await refusedWith(addParty(county.as("mediator"), asked(disputeId)))).toBe("noProceeding");
    const accepted = (await acceptedDispute(county)).disputeId;
    expect(await refusedWith(addParty(county.as("officer"), asked(accepted)))).toBe("forbidden");
    expect(await refusedWith(addParty(county.as("mediator3"), asked(accepted)))).toBe("notFound");
  });

  it("refuses an organisation that is a minor, and a page that is out of date", async () => {
    const { disputeId } = await acceptedDispute(county);
    expect(
      await refusedWith(addParty(county.as("mediator"), asked(disputeId, { kind: "organisation", isMinor: true }))),
    ).toBe("minorIsPerson");
    expect(await refusedWith(addParty(county.as("mediator"), { ...asked(disputeId), version: 99 }))).toBe(
      "changedMeanwhile",
    );
  });
});

describe("amending a party (G1: the unknown dog owner is found)", () => {
  const unknown = [
    {
      side: 1,
      kind: "person" as const,
      standing: "applicant" as const,
      name: "郑晓云",
      phone: "13800009999",
      address: "",
      isMinor: false,
      links: [],
    },
    {
      side: 2,
      kind: "unidentified" as const,
      standing: "respondent" as const,
      name: "狗的主人",
      phone: "",
      address: "",
      isMinor: false,
      links: [],
    },
  ];

  it("names them, keeps the phone that is left out, and tells the chain the fields, not their contents", async () => {
    const { disputeId } = await acceptedDispute(county, { parties: unknown });
    const before = await party(disputeId, 1);
    await amendParty(county.as("mediator"), {
      disputeId,
      partyId: before.id,
      partyVersion: 1,
      kind: "person",
      name: "汤永福",
      phone: "13700001111",
    });
    await amendParty(county.as("mediator"), {
      disputeId,
      partyId: before.id,
      partyVersion: 2,
      kind: "person",
      name: "汤永福",
      address: "文昌路 9 号",
    });
    expect(await party(disputeId, 1)).toMatchObject({
      kind: "person",
      name: "汤永福",
      contacts: { phone: "137****1111", address: "文昌路 9 号" },
    });
    const unborn = { disputeId, partyId: before.id, partyVersion: 3, kind: "person" as const, name: "汤永福" };
    expect(
      await refusedWith(amendParty(county.as("mediator"), { ...unborn, bornOn: "2999-01-01", isMinor: true })),
    ).toBe("dayInFuture");
    const { action, payload, text } = await chain(disputeId);
    expect([action, payload.changed]).toEqual(["party.amend", ["address"]]);
    expect(text).toContain('identified\\":true');
    expect(text).not.toContain("13700001111");
  });

  it("is refused for a party of another dispute and to an officer who does not lead", async () => {
    const { disputeId } = await acceptedDispute(county);
    const other = await party((await acceptedDispute(county)).disputeId);
    const change = { disputeId, partyId: other.id, partyVersion: 1, kind: "person" as const, name: "别人" };
    expect(await refusedWith(amendParty(county.as("mediator"), change))).toBe("notFound");
    expect(await refusedWith(amendParty(county.as("officer"), change))).toBe("forbidden");
  });
});

describe("people linked to a party", () => {
  it("are linked with what they may do, and never become parties", async () => {
    const { disputeId } = await acceptedDispute(county);
    const { id } = await party(disputeId, 1);
    await addPartyLink(county.as("mediator"), link(disputeId, id));
    const page = await disputeById(county.as("mediator"), { disputeId });
    expect(page.parties).toHaveLength(2);
    expect(page.parties[1]?.links).toMatchObject([{ kind: "agent", name: "张晓雯", maySign: true }]);
    expect(await chain(disputeId)).toMatchObject({
      action: "party.addLink",
      payload: { party: id, kind: "agent", maySign: true },
    });
  });

  it("a helper never signs, only a minor has a guardian, and the party must be of this dispute", async () => {
    const { disputeId } = await acceptedDispute(county);
    const { id } = await party(disputeId);
    expect(await refusedWith(addPartyLink(county.as("mediator"), link(disputeId, id, { kind: "helper" })))).toBe(
      "helperNeverSigns",
    );
    expect(await refusedWith(addPartyLink(county.as("mediator"), link(disputeId, id, { kind: "guardian" })))).toBe(
      "guardianNeedsMinor",
    );
    const other = await party((await acceptedDispute(county)).disputeId);
    expect(await refusedWith(addPartyLink(county.as("mediator"), link(disputeId, other.id)))).toBe("notFound");
  });
});

describe("a whole phone number", () => {
  it("is shown to those who work on it, after an event says who and why, and is stored with no result", async () => {
    const { disputeId } = await acceptedDispute(county);
    const { id } = await party(disputeId);
    const context = county.as("mediator");
    expect(await revealContact(context, { disputeId, partyId: id, reason: "打电话约时间" })).toEqual({
      number: "13800002719",
    });
    const { action, payload, text } = await chain(disputeId);
    expect([action, payload.reason]).toEqual(["party.reveal", "打电话约时间"]);
    expect(text).not.toContain("13800002719");
    const kept = await asActor(county.as("mediator"), (tx) =>
      tx.execute<{ response: unknown }>(sql`select response from idempotency_keys where key = ${context.key}::uuid`),
    );
    expect(JSON.stringify(kept)).not.toContain("2719");
  });

  it("is refused to officer, head and strangers, and leaves no event", async () => {
    const { disputeId } = await acceptedDispute(county);
    const { id } = await party(disputeId);
    const question = { disputeId, partyId: id, reason: "看看" };
    expect(await refusedWith(revealContact(county.as("officer"), question))).toBe("forbidden");
    expect(await refusedWith(revealContact(county.as("head"), question))).toBe("forbidden");
    expect(await refusedWith(revealContact(county.as("mediator3"), question))).toBe("notFound");
    expect((await chain(disputeId)).action).toBe("dispute.triage");
  });
});
