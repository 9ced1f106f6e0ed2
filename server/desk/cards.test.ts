import { sql } from "drizzle-orm";
import { v7 } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import type { CardKind, Lane } from "@/db/vocabulary";
import { Problem } from "../kernel/problem";
import { asActor } from "../kernel/transaction";
import { joined } from "../testing/convening";
import { type TestCounty, testCounty } from "../testing/county";
import { card, deskState, runningSession, sessionUnderWay } from "../testing/desk";
import { refusedWith } from "../testing/refused";
import { changeCard } from "./change-card";
import { changeCardInput, type WriteCardInput } from "./inputs";
import { openCard } from "./open-card";
import { sealedOf } from "./reads/papers";
import { writeCard } from "./write-card";

let county: TestCounty;
let desk: Awaited<ReturnType<typeof runningSession>>;
beforeAll(async () => {
  county = await testCounty();
  desk = await runningSession(county);
});

const write = (over: Parameters<typeof card>[1] = {}, username = "mediator", at = desk) =>
  writeCard(county.as(username, { now: at.now }), card(at, over));
const change = (over: {
  cardId: string;
  cardVersion: number;
  text?: string;
  state?: "live" | "agreed" | "withdrawn";
  kind?: CardKind;
}) =>
  changeCard(
    county.as("mediator", { now: desk.now }),
    changeCardInput.parse({ disputeId: desk.disputeId, sessionId: desk.sessionId, ...over }),
  );
const shown = async (cardId: string) => (await deskState(county, desk)).cards.find((one) => one.id === cardId);
const eventsAndVersion = () =>
  asActor(county.as("mediator"), (tx) =>
    tx.execute(sql`select (select count(*) from events where dispute_id = ${desk.disputeId}::uuid) as events,
      (select max(version) from proceedings where dispute_id = ${desk.disputeId}::uuid) as version,
      (select version from disputes where id = ${desk.disputeId}::uuid) as dispute`),
  );

describe("writing cards", () => {
  it("puts a card on the desk with who said what, and changes neither version nor event chain", async () => {
    const before = await eventsAndVersion();
    const { parties } = (await deskState(county, desk)).sides[0] ?? { parties: [] };
    const { cardId } = await write({ kind: "claim", partyId: parties[0]?.id ?? "", text: "把墙恢复原样" });
    await change({ cardId, cardVersion: 1, text: "把墙恢复原样，请有资质的单位" });
    expect(await shown(cardId)).toMatchObject({
      lane: "joint",
      kind: "claim",
      speaker: parties[0]?.name,
      text: "把墙恢复原样，请有资质的单位",
      version: 2,
      authorName: "沈静",
    });
    expect(await eventsAndVersion()).toEqual(before);
  });

  it("takes the same card again without harm, by key and by id", async () => {
    const input = card(desk, { text: "同一张" });
    const ctx = county.as("mediator", { now: desk.now });
    const first = await writeCard(ctx, input);
    expect(await writeCard(ctx, input)).toEqual(first);
    expect(await writeCard(county.as("mediator", { now: desk.now }), input)).toEqual(first);
    const together = await Promise.all(
      Array.from({ length: 8 }, () => writeCard(county.as("mediator", { now: desk.now }), input)),
    );
    expect(together).toEqual(Array.from({ length: 8 }, () => first));
    const again = refusedWith(writeCard(county.as("mediator", { now: desk.now }), { ...input, text: "另一句" }));
    expect(await again).toBe("cardChanged");
    expect((await deskState(county, desk)).cards.filter((one) => one.id === input.cardId)).toHaveLength(1);
  });

  it("keeps the order of typing for cards written offline", async () => {
    const typed = [6, 4, 2].map((minutes) => new Date(desk.now.getTime() - minutes * 60_000));
    const texts = ["断网时第一张", "断网时第二张", "断网时第三张"];
    const late = texts.map((text, i) => card(desk, { text, writtenAt: typed[i]?.toISOString() ?? "" }));
    for (const input of late.toReversed()) await writeCard(county.as("mediator", { now: desk.now }), input);
    const { cards } = await deskState(county, desk);
    expect(cards.map((one) => one.text).filter((text) => text?.startsWith("断网时"))).toEqual(texts);
    const future = await write({ writtenAt: new Date(desk.now.getTime() + 3_600_000).toISOString() });
    expect(new Date((await shown(future.cardId))?.writtenAt ?? 0)).toEqual(desk.now);
  });

  it("chains counter-offers within a lane, never across", async () => {
    const offer = await write({ kind: "proposal", text: "只补裂缝" });
    const counter = await write({ kind: "proposal", text: "加固再补", answersId: offer.cardId });
    expect((await shown(counter.cardId))?.answersId).toBe(offer.cardId);
    const issue = await write({});
    const secret = await write({ lane: "side", kind: "proposal" });
    expect(await refusedWith(write({ kind: "issue", answersId: offer.cardId }))).toBe("answersNoProposal");
    expect(await refusedWith(write({ kind: "proposal", answersId: issue.cardId }))).toBe("answersNoProposal");
    expect(await refusedWith(write({ kind: "proposal", answersId: secret.cardId }))).toBe("answersOtherLane");
    expect(await refusedWith(write({ kind: "proposal", answersId: v7() }))).toBe("answersNoProposal");
    const elsewhere = await sessionUnderWay(county, desk);
    expect(await refusedWith(write({ kind: "proposal", answersId: offer.cardId }, "mediator", elsewhere))).toBe(
      "answersOtherLane",
    );
  });

  it("refuses strangers as speakers, sides that do not exist, and a side in a lane without sides", async () => {
    expect(await refusedWith(write({ personId: county.people.judge ?? "" }))).toBe("unknownReference");
    expect(await refusedWith(write({ partyId: v7() }))).toBe("unknownReference");
    expect(await refusedWith(write({ lane: "side", side: 9 }))).toBe("sideNeeded");
    expect(await refusedWith(write({ lane: "side", side: null }))).toBe("sideNeeded");
    expect(await refusedWith(write({ lane: "joint", side: 1 }))).toBe("sideNeeded");
  });

  it("is allowed to the lead only, whatever the relation of others", async () => {
    await joined(county, desk, "judge");
    for (const username of ["mediator2", "committee", "officer", "head", "judge"])
      expect(await refusedWith(write({}, username)), username).toBe("forbidden");
    for (const username of ["mediator3", "lawyer", "county", "admin"])
      expect(await refusedWith(write({}, username)), username).toBe("notFound");
  });

  it("is possible from the session's day or its start on, until the session ends", async () => {
    const early = { ...desk, now: new Date(desk.now.getTime() - 86_400_000) };
    expect(await refusedWith(write({}, "mediator", early))).toBe("deskNotOpen");
    const other = await runningSession(county);
    expect(await refusedWith(write({}, "mediator", { ...desk, sessionId: other.sessionId }))).toBe("notFound");
  });
});

describe("changing cards", () => {
  it("lets one of twenty editors win and gives the other nineteen the winner's words", async () => {
    const { cardId } = await write({ text: "原来的话" });
    const tries = await Promise.allSettled(
      Array.from({ length: 20 }, (_, i) => change({ cardId, cardVersion: 1, text: `第 ${i} 位写的` })),
    );
    const winner = tries.findIndex((one) => one.status === "fulfilled");
    expect(tries.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    expect(await shown(cardId)).toMatchObject({ text: `第 ${winner} 位写的`, version: 2 });
    for (const one of tries) {
      if (one.status === "fulfilled") continue;
      expect(one.reason).toBeInstanceOf(Problem);
      expect(one.reason).toMatchObject({
        kind: "conflict",
        code: "cardChanged",
        params: { by: "沈静", version: 2, text: `第 ${winner} 位写的`, state: "live" },
      });
    }
  });

  it("agrees, withdraws and takes up again; claims and notes are not agreed on", async () => {
    const { cardId } = await write({ kind: "proposal" });
    for (const [i, state] of (["withdrawn", "live", "agreed"] as const).entries()) {
      await change({ cardId, cardVersion: i + 1, state });
      expect(await shown(cardId)).toMatchObject({ state, version: i + 2 });
    }
    const { cardId: claim } = await write({ kind: "claim" });
    expect(await refusedWith(change({ cardId: claim, cardVersion: 1, state: "agreed" }))).toBe("notToBeAgreed");
  });

  it("moves a card to another column of its lane; a chain of proposals stays together, and nothing agreed becomes a claim", async () => {
    const { cardId } = await write({ kind: "claim", text: "裂缝是上月出现的" });
    await change({ cardId, cardVersion: 1, kind: "fact" });
    expect(await shown(cardId)).toMatchObject({ kind: "fact", lane: "joint", text: "裂缝是上月出现的", version: 2 });
    expect(await refusedWith(change({ cardId, cardVersion: 1, kind: "issue" }))).toBe("cardChanged");
    await change({ cardId, cardVersion: 2, state: "agreed" });
    expect(await refusedWith(change({ cardId, cardVersion: 3, kind: "claim" }))).toBe("notToBeAgreed");
    expect(await shown(cardId)).toMatchObject({ kind: "fact", state: "agreed", version: 3 });
    const offer = await write({ kind: "proposal", text: "先垫付" });
    const counter = await write({ kind: "proposal", text: "各出一半", answersId: offer.cardId });
    for (const one of [offer, counter])
      expect(await refusedWith(change({ cardId: one.cardId, cardVersion: 1, kind: "issue" }))).toBe(
        "answersNoProposal",
      );
    expect((await shown(counter.cardId))?.answersId).toBe(offer.cardId);
  });

  it("keeps private words out of the refusal", async () => {
    const { cardId } = await write({ lane: "mediator", text: "底线八千" });
    await change({ cardId, cardVersion: 1, text: "底线七千" });
    const refused = await change({ cardId, cardVersion: 1, text: "底线六千" }).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: "cardChanged", params: { by: "沈静", version: 2 } });
    expect(JSON.stringify((refused as Problem).params)).not.toContain("底线");
  });

  it("knows no card of another dispute", async () => {
    const other = await runningSession(county);
    const { cardId } = await write({}, "mediator", other);
    expect(await refusedWith(change({ cardId, cardVersion: 1, text: "越界" }))).toBe("notFound");
    expect(await refusedWith(change({ cardId: v7(), cardVersion: 1, text: "无" }))).toBe("notFound");
  });
});

describe("lanes of cards", () => {
  const words: Record<Lane, string> = {
    open: "卡片：公开",
    joint: "卡片：桌上",
    side: "卡片：只与甲方",
    mediator: "卡片：调解员自己",
    sealed: "卡片：封存",
  };
  const ids: Partial<Record<Lane, string>> = {};
  let room: Awaited<ReturnType<typeof runningSession>>;
  beforeAll(async () => {
    room = await runningSession(county);
    await joined(county, room, "lawyer");
    for (const lane of Object.keys(words) as Lane[]) {
      const input: WriteCardInput = card(room, { lane, text: words[lane] });
      ids[lane] = (await writeCard(county.as("mediator", { now: room.now }), input)).cardId;
    }
  });
  const lanesIn = async (username: string) => {
    const rows = await asActor(county.as(username), (tx) =>
      tx.execute<{ lane: Lane }>(
        sql`select lane from desk_cards where dispute_id = ${room.disputeId}::uuid order by lane`,
      ),
    );
    return rows.map((row) => row.lane);
  };
  const open = (username: string, lane: Lane) =>
    openCard(county.as(username), { disputeId: room.disputeId, cardId: ids[lane] ?? "" });

  it("row by row, in the database, whatever the queries show", async () => {
    expect(await lanesIn("mediator")).toEqual(["open", "joint", "side", "mediator"]);
    for (const atTable of ["mediator2", "committee", "lawyer"])
      expect(await lanesIn(atTable), atTable).toEqual(["open", "joint"]);
    expect(await lanesIn("head")).toEqual(["open", "sealed"]);
    for (const stranger of ["officer", "judge", "mediator3", "county", "admin", "grid"])
      expect(await lanesIn(stranger), stranger).toEqual([]);
  });

  it("gives covered cards neither words nor speaker on the desk", async () => {
    const { cards } = await deskState(county, room);
    expect(cards.map((one) => [one.lane, one.text])).toEqual([
      ["open", words.open],
      ["joint", words.joint],
      ["side", null],
      ["mediator", null],
    ]);
    for (const text of [words.side, words.mediator, words.sealed])
      expect(JSON.stringify(await deskState(county, room))).not.toContain(text);
  });

  it("uncovers one card for those who may read its lane, and logs it without naming the lane", async () => {
    expect(await open("mediator", "side")).toMatchObject({ text: words.side });
    expect(await open("head", "sealed")).toMatchObject({ text: words.sealed });
    for (const [username, lane] of [
      ["mediator", "sealed"],
      ["head", "side"],
      ["committee", "mediator"],
      ["lawyer", "side"],
      ["judge", "open"],
    ] as const)
      expect(await refusedWith(open(username, lane)), `${username} ${lane}`).toBe("notFound");
    // The station knows of the dispute, and has no part in what the committee's people say.
    for (const lane of ["open", "joint"] as const)
      expect(await refusedWith(open("officer", lane)), lane).toBe("forbidden");
    const events = await asActor(county.as("mediator"), (tx) =>
      tx.execute<{ action: string; payload: string }>(
        sql`select action, payload from events where dispute_id = ${room.disputeId}::uuid and action = 'note.read' order by seq`,
      ),
    );
    expect(events.map((event) => JSON.parse(event.payload))).toEqual([{ cardId: ids.side }, { cardId: ids.sealed }]);
    await open("lawyer", "joint");
    expect((await sealedOf(county.as("head"), room)).map((one) => one.id)).toEqual([ids.sealed]);
    expect(await sealedOf(county.as("mediator"), room)).toEqual([]);
  });

  it("leaves no words with the idempotency key or in an event", async () => {
    const kept = await asActor(county.as("mediator"), (tx) =>
      tx.execute(sql`select (select jsonb_agg(response) from idempotency_keys) as keys,
        (select string_agg(payload, '') from events where dispute_id = ${room.disputeId}::uuid) as events`),
    );
    for (const text of Object.values(words)) expect(JSON.stringify(kept)).not.toContain(text);
  });

  it("keeps a card in its lane against raw SQL, for the lead too", async () => {
    const moved = asActor(county.as("mediator"), (tx) =>
      tx.execute(sql`update desk_cards set lane = 'joint', side = null where id = ${ids.side ?? ""}::uuid`),
    );
    expect(await refusedWith(moved)).toBe("cardStaysInLane");
    const intruder = asActor(county.as("lawyer"), (tx) =>
      tx.execute(sql`insert into desk_cards (county_id, id, dispute_id, session_id, lane, kind, text, author_id, written_at, changed_at)
        values (${county.countyId}::uuid, gen_random_uuid(), ${room.disputeId}::uuid, ${room.sessionId}::uuid, 'mediator', 'note', 'x',
          ${county.people.lawyer}::uuid, now(), now())`),
    );
    expect(await refusedWith(intruder)).toBe("forbidden");
  });
});
