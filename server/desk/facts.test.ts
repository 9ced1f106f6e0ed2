import { sql } from "drizzle-orm";
import { v7 } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import { asActor } from "../kernel/transaction";
import { joined } from "../testing/convening";
import { type TestCounty, testCounty } from "../testing/county";
import { card, deskState, runningSession } from "../testing/desk";
import { refusedWith } from "../testing/refused";
import { changeCard } from "./change-card";
import { changeCardInput, type SignFactsInput, signFactsInput, stateFactsInput, tickAttendanceInput } from "./inputs";
import { statementsOf } from "./reads/papers";
import { signFacts } from "./sign-facts";
import { stateFacts } from "./state-facts";
import { tickAttendance } from "./tick-attendance";
import { writeCard } from "./write-card";

let county: TestCounty;
let desk: Awaited<ReturnType<typeof runningSession>>;
beforeAll(async () => {
  county = await testCounty();
  desk = await runningSession(county);
});
const at = () => ({ disputeId: desk.disputeId, sessionId: desk.sessionId });
const as = (username = "mediator") => county.as(username, { now: desk.now });

async function fact(over: Parameters<typeof card>[1] = {}, isAgreed = true): Promise<string> {
  const { cardId } = await writeCard(as(), card(desk, { kind: "fact", text: "拆除段长 1.2 米", ...over }));
  if (isAgreed) await changeCard(as(), changeCardInput.parse({ ...at(), cardId, cardVersion: 1, state: "agreed" }));
  return cardId;
}
const state = (cardIds: string[], username = "mediator") =>
  stateFacts(as(username), stateFactsInput.parse({ ...at(), cardIds }));
const sign = (over: Partial<SignFactsInput> & { statementId: string }, username = "mediator") =>
  signFacts(as(username), signFactsInput.parse({ ...at(), partyId: partyOn(1), means: "sign", ...over }));
let sides: Awaited<ReturnType<typeof deskState>>["sides"] = [];
const partyOn = (side: number) => sides.find((one) => one.side === side)?.parties[0]?.id ?? "";
const linksOn = (side: number) => sides.find((one) => one.side === side)?.parties[0]?.links ?? [];
beforeAll(async () => {
  const state = await deskState(county, desk);
  sides = state.sides;
  for (const { id, partyId } of state.people)
    if (partyId) await tickAttendance(as(), tickAttendanceInput.parse({ ...at(), rowId: id, attendance: "present" }));
});

describe("undisputed facts", () => {
  it("are taken from agreed facts of the joint lane, in the given order, and leave an event without words", async () => {
    const [first, second] = [await fact({ text: "甲" }), await fact({ text: "乙" })];
    const { statementId } = await state([second, first]);
    const { statements } = await deskState(county, desk);
    expect(statements.find((one) => one.id === statementId)).toMatchObject({ lines: ["乙", "甲"], signatures: [] });
    const [event] = await asActor(county.as("mediator"), (tx) =>
      tx.execute<{ payload: string }>(
        sql`select payload from events where dispute_id = ${desk.disputeId}::uuid and action = 'fact.state' order by seq desc limit 1`,
      ),
    );
    expect(JSON.parse(event?.payload ?? "")).toEqual({ statementId, sessionId: desk.sessionId, lines: 2 });
  });

  it("take no disputed fact, no offer and nothing said in confidence", async () => {
    const good = await fact();
    for (const bad of [
      await fact({}, false),
      await fact({ lane: "side" }),
      await fact({ lane: "mediator" }),
      await fact({ lane: "open" }),
      await fact({ kind: "proposal" }),
    ])
      expect(await refusedWith(state([good, bad]))).toBe("factNotAgreed");
    expect(await refusedWith(state([v7()]))).toBe("unknownReference");
    for (const username of ["committee", "officer"])
      expect(await refusedWith(state([good], username))).toBe("forbidden");
  });

  it("are signed by nobody whom the session has as absent", async () => {
    const { statementId } = await state([await fact()]);
    const { people } = await deskState(county, desk);
    const rowId = people.find(({ partyId }) => partyId === partyOn(2))?.id;
    const tick = (attendance: "present" | "absent") =>
      tickAttendance(as(), tickAttendanceInput.parse({ ...at(), rowId, attendance }));
    await tick("absent");
    expect(await refusedWith(sign({ statementId, partyId: partyOn(2) }))).toBe("signerNotPresent");
    await tick("present");
    await sign({ statementId, partyId: partyOn(2) });
  });

  it("are numbered one after the other when two lists are written at once", async () => {
    const id = await fact();
    const made = await Promise.all([state([id]), state([id]), state([id])]);
    expect(new Set(made.map((one) => one.ordinal)).size).toBe(3);
  });
});

describe("signatures under the facts", () => {
  const name = [
    [
      [10, 60],
      [60, 20],
      [40, 90],
      [80, 40],
      [30, 70],
    ],
    [
      [90, 20],
      [95, 80],
      [120, 30],
      [100, 90],
      [140, 60],
    ],
    [
      [150, 20],
      [160, 90],
      [190, 30],
    ],
  ] as [number, number][][];
  let statementId: string;
  beforeAll(async () => {
    statementId = (await state([await fact()])).statementId;
  });

  it("are given once by each party, drawn or on paper, and shown to all participants without the drawing", async () => {
    await sign({ statementId, strokes: name });
    expect(await refusedWith(sign({ statementId }))).toBe("alreadySigned");
    const [newest] = (await deskState(county, desk)).statements;
    expect(newest?.signatures).toMatchObject([{ partyId: partyOn(1), means: "sign", isDrawn: true }]);
    await joined(county, desk, "judge");
    const read = await statementsOf(county.as("judge"), desk);
    expect(read[0]?.signatures).toHaveLength(1);
    expect(JSON.stringify(read)).not.toContain("strokes");
    for (const username of ["officer", "head"])
      expect(await refusedWith(statementsOf(county.as(username), desk)), username).toBe("forbidden");
  });

  it("are refused when blank, a dot, taps, a dash, a wave or a circle", async () => {
    const wave = Array.from({ length: 60 }, (_, i) => [i * 4, 50 + 10 * Math.sin(i / 3)] as [number, number]);
    const cases: [SignFactsInput["strokes"], string][] = [
      [[], "signatureBlank"],
      [[[]], "signatureBlank"],
      [[[[50, 50]]], "signatureDot"],
      [
        [
          [
            [50, 50],
            [54, 53],
          ],
        ],
        "signatureDot",
      ],
      [[[[10, 50]], [[90, 50]], [[200, 52]]], "signatureTaps"],
      [
        [
          Array.from(
            { length: 50 },
            (_, i) => [100 + 60 * Math.cos(i / 8), 90 + 60 * Math.sin(i / 8)] as [number, number],
          ),
        ],
        "signatureCircle",
      ],
      [
        [
          [
            [10, 50],
            [200, 52],
          ],
        ],
        "signatureLine",
      ],
      [
        [
          [
            [10, 10],
            [90, 80],
            [200, 190],
          ],
        ],
        "signatureLine",
      ],
      [
        [
          [
            [100, 10],
            [101, 160],
          ],
        ],
        "signatureLine",
      ],
      [[wave], "signatureWave"],
      [Array.from({ length: 3 }, (_, i) => [50, 72].map((y) => [60 + 8 * i, y] as [number, number])), "signatureSmall"],
      [
        [Array.from({ length: 1900 }, (_, i) => [i % 2 ? 10.25 : 200.75, 20.125 + (i % 90)] as [number, number])],
        "signatureTooLarge",
      ],
    ];
    for (const [strokes, code] of cases)
      expect(await refusedWith(sign({ statementId, partyId: partyOn(2), strokes })), code).toBe(code);
  });

  it("are given by those who may sign: a guardian for a minor, an agent with authority, a representative for an organisation", async () => {
    const other = await runningSession(county);
    const all = await asActor(county.as("mediator"), async (tx) => {
      await tx.execute(sql`update parties set is_minor = true where id = ${partyOn(1)}::uuid`);
      return tx.execute<{ id: string }>(
        sql`select id from parties where dispute_id = ${other.disputeId}::uuid order by position limit 1`,
      );
    });
    const { statementId: newer } = await state([await fact()]);
    expect(await refusedWith(sign({ statementId: newer }))).toBe("guardianNeeded");
    const guardian = await asActor(county.as("mediator"), (tx) =>
      tx.execute<{ id: string }>(sql`insert into party_links (county_id, id, dispute_id, party_id, kind, name, may_sign)
        values (${county.countyId}::uuid, gen_random_uuid(), ${desk.disputeId}::uuid, ${partyOn(1)}::uuid, 'guardian', '刘父', true),
          (${county.countyId}::uuid, gen_random_uuid(), ${desk.disputeId}::uuid, ${partyOn(1)}::uuid, 'agent', '刘代理', false) returning id`),
    );
    const [may, mayNot] = guardian.map((one) => one.id);
    expect(await refusedWith(sign({ statementId: newer, byLinkId: mayNot ?? "" }))).toBe("linkMayNotSign");
    await sign({ statementId: newer, byLinkId: may ?? "" });
    expect(await refusedWith(sign({ statementId: newer, partyId: all[0]?.id ?? "" }))).toBe("unknownReference");
    expect(await refusedWith(sign({ statementId: newer, partyId: partyOn(2), byLinkId: may ?? "" }))).toBe(
      "unknownReference",
    );
    const firm = sides.find((one) =>
      one.parties.some((party) => party.links.some((link) => link.kind === "representative")),
    );
    if (firm) {
      const partyId = partyOn(firm.side);
      expect(await refusedWith(sign({ statementId: newer, partyId }))).toBe("representativeNeeded");
      await sign({ statementId: newer, partyId, byLinkId: linksOn(firm.side)[0]?.id ?? "" });
    }
  });

  it("are possible under the newest statement only, and never change", async () => {
    expect(await refusedWith(sign({ statementId }))).toBe("newerStatement");
    const changed = asActor(county.as("mediator"), (tx) => tx.execute(sql`update fact_signatures set means = 'seal'`));
    expect(["appendOnly", "forbidden"]).toContain(await refusedWith(changed));
    expect(await refusedWith(sign({ statementId: v7() }, "committee"))).toBe("forbidden");
  });
});
