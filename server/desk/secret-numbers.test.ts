import { sql } from "drizzle-orm";
import { v7 } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { disputeTimeline } from "../disputes/reads/timeline";
import { asActor } from "../kernel/transaction";
import { discloseOwnTie } from "../panel/disclose-own-tie";
import { partiesOf } from "../testing/convening";
import { type TestCounty, testCounty } from "../testing/county";
import { deskState, runningSession } from "../testing/desk";
import { refusedWith } from "../testing/refused";
import { answerPoll } from "./answer-poll";
import { cancelPoll } from "./cancel-poll";
import { answerPollInput, cancelPollInput, openPollInput } from "./inputs";
import { openPoll } from "./open-poll";
import { readDesk } from "./reads/desk";

let county: TestCounty;
let desk: Awaited<ReturnType<typeof runningSession>>;
let sides: number[];
beforeAll(async () => {
  county = await testCounty();
  desk = await runningSession(county);
  sides = (await deskState(county, desk)).sides.map((one) => one.side);
});
const at = () => ({ disputeId: desk.disputeId, sessionId: desk.sessionId });
const as = (username = "mediator", key?: string) => county.as(username, { now: desk.now, ...(key ? { key } : {}) });
const ask = async (asked = sides, username = "mediator") =>
  (
    await openPoll(
      as(username),
      openPollInput.parse({ ...at(), question: "材料费，公司退多少", amountFen: 300_000, sides: asked }),
    )
  ).pollId;
const say = (pollId: string, side: number, accepts: boolean, over: { username?: string; key?: string } = {}) =>
  answerPoll(as(over.username, over.key), answerPollInput.parse({ ...at(), pollId, side, accepts }));
const drop = (pollId: string) => cancelPoll(as(), cancelPollInput.parse({ ...at(), pollId }));
const statusOf = async (pollId: string) =>
  (await deskState(county, desk)).polls.find((one) => one.id === pollId)?.status;
/** Answers still stored, as the owner of the database sees them. */
const kept = async (pollId: string) =>
  (await database().execute(sql`select side, accepts from number_answers where poll_id = ${pollId}::uuid`)).length;

describe("a secret number", () => {
  it("is a deal when every side accepts, and no deal when one does not, with nothing left of who said what", async () => {
    for (const [refuser, result] of [
      [null, "deal"],
      [sides[0], "noDeal"],
      [sides.at(-1), "noDeal"],
    ] as const) {
      const pollId = await ask();
      for (const side of sides) {
        expect(await statusOf(pollId)).toBe("open");
        expect(await say(pollId, side, side !== refuser)).toEqual({ pollId });
      }
      expect(await statusOf(pollId)).toBe(result);
      expect(await kept(pollId)).toBe(0);
    }
  });

  it("looks the same whichever side refused: rows, keys, events and every answer of the desk", async () => {
    const traces: string[] = [];
    for (const refuser of [sides[0], sides[1]]) {
      const pollId = await ask(sides.slice(0, 2));
      const keys = [v7(), v7()];
      const answers = [];
      for (const [i, side] of sides.slice(0, 2).entries())
        answers.push(await say(pollId, side, side !== refuser, { key: keys[i] ?? "" }));
      const rows = await database().execute(sql`
        select (select jsonb_agg(to_jsonb(n) - 'id' - 'opened_at' - 'closed_at') from number_polls n where n.id = ${pollId}::uuid) as poll,
          (select jsonb_agg(k.response order by k.key) from idempotency_keys k where k.key = any (${sql.raw(`array['${keys.join("','")}']::uuid[]`)})) as answers,
          (select count(*) from events where dispute_id = ${desk.disputeId}::uuid and payload like ${`%${pollId}%`}) as events`);
      const seen = (await deskState(county, desk)).polls.filter((one) => one.id === pollId);
      traces.push(
        JSON.stringify([rows, answers, seen])
          .replaceAll(pollId, "P")
          .replace(/"(opened|closed)At":"[^"]*"/g, ""),
      );
    }
    expect(traces[0]).toBe(traces[1]);
  });

  it("keeps no hash from which the answer could be guessed", async () => {
    const pollId = await ask();
    const side = sides[0] ?? 1;
    const key = v7();
    await say(pollId, side, true, { key });
    // The same key with the other answer is a replay: the key's hash leaves the answer out.
    expect(await say(pollId, side, false, { key })).toEqual({ pollId });
    await drop(pollId);
  });

  it("tells nobody how many have answered, in no table and no time line", async () => {
    const pollId = await ask();
    const open = JSON.stringify((await deskState(county, desk)).polls);
    const events = await disputeTimeline(county.as("mediator"), { disputeId: desk.disputeId });
    await say(pollId, sides[0] ?? 1, false);
    expect(JSON.stringify((await deskState(county, desk)).polls)).toBe(open);
    expect(await disputeTimeline(county.as("mediator"), { disputeId: desk.disputeId })).toEqual(events);
    const peek = asActor(county.as("mediator"), (tx) => tx.execute(sql`select * from number_answers`));
    expect(await refusedWith(peek)).toBe("forbidden");
    await drop(pollId);
  });

  it("takes no second answer of a side that has answered", async () => {
    const pollId = await ask();
    const [first = 0] = sides;
    await say(pollId, first, true);
    expect(await refusedWith(say(pollId, first, true))).toBe("sideAnswered");
    expect(await kept(pollId)).toBe(1);
    await drop(pollId);
  });

  it("decides once when all sides answer at the same moment, and takes a side's answer once", async () => {
    for (let round = 0; round < 4; round += 1) {
      const pollId = await ask();
      const answers = await Promise.allSettled(
        [...sides, ...sides].map((side) => say(pollId, side, side !== (round % 2 ? sides[0] : 99))),
      );
      expect(answers.filter((one) => one.status === "fulfilled")).toHaveLength(sides.length);
      for (const one of answers)
        if (one.status === "rejected") expect(["sideAnswered", "pollClosed"]).toContain(one.reason.code);
      expect(await statusOf(pollId)).toBe(round % 2 ? "noDeal" : "deal");
      expect(await kept(pollId)).toBe(0);
    }
  });

  it("is cancelled with the answers it had, and stays closed", async () => {
    const pollId = await ask();
    await say(pollId, sides[0] ?? 1, false);
    await drop(pollId);
    expect(await statusOf(pollId)).toBe("cancelled");
    expect(await kept(pollId)).toBe(0);
    expect(await refusedWith(say(pollId, sides[1] ?? 2, true))).toBe("pollClosed");
    expect(await refusedWith(drop(pollId))).toBe("pollClosed");
  });

  it("is put to existing sides, one number at a time", async () => {
    expect(await refusedWith(ask([1, 11]))).toBe("unknownReference");
    expect(await refusedWith(ask([1, 1]))).toBe("twoSidesNeeded");
    const pollId = await ask(sides.slice(0, 2));
    expect(await refusedWith(ask())).toBe("pollOpen");
    expect(await refusedWith(say(pollId, 7, true))).toBe("sideNotAsked");
    expect(await refusedWith(say(v7(), 1, true))).toBe("notFound");
    await drop(pollId);
  });

  it("is the lead's alone, and only the answers can make it a deal", async () => {
    const pollId = await ask();
    for (const username of ["mediator2", "committee", "officer", "head"]) {
      expect(await refusedWith(ask(sides, username)), username).toBe("forbidden");
      expect(await refusedWith(say(pollId, 1, true, { username })), username).toBe("forbidden");
      const rows = await asActor(county.as(username), (tx) => tx.execute(sql`select * from number_polls`));
      expect(rows, username).toHaveLength(0);
    }
    const declared = asActor(county.as("mediator"), (tx) =>
      tx.execute(sql`update number_polls set status = 'deal', closed_at = now() where id = ${pollId}::uuid`),
    );
    expect(await refusedWith(declared)).toBe("pollClosed");
    await drop(pollId);
  });

  it("is not asked by a lead who is tied to a party: they write down what was said, and steer nothing", async () => {
    const other = await runningSession(county);
    const lead = county.as("mediator", { now: other.now });
    const [party] = await partiesOf(county, other);
    await discloseOwnTie(county.as("mediator"), {
      disputeId: other.disputeId,
      partyId: party?.id ?? "",
      kind: "kin",
      note: "",
    });
    const { allowed } = await readDesk(lead, { disputeId: other.disputeId, sessionId: other.sessionId });
    expect(allowed).toContain("desk.write");
    for (const act of ["poll.open", "fact.state", "session.record"]) expect(allowed).not.toContain(act);
    const number = {
      disputeId: other.disputeId,
      sessionId: other.sessionId,
      question: "一次付清？",
      amountFen: 100,
      sides,
    };
    expect(await refusedWith(openPoll(county.as("mediator", { now: other.now }), openPollInput.parse(number)))).toBe(
      "needs.actorUntied",
    );
  });
});
