import path from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { database } from "@/db/client";
import { declineInvitation } from "../../invitations/decline-invitation";
import { declineInvitationInput } from "../../invitations/inputs";
import { addDays, dayOf } from "../../kernel/shanghai";
import { asActor } from "../../kernel/transaction";
import { alertedGroup } from "../calls";
import { consented, invited, joined, partiesOf } from "../convening";
import { type TestCounty, testCounty } from "../county";
import { acceptedDispute } from "../disputes";
import { booked, inDays } from "../sessions";
import { printedPapers } from "./printed-papers";
import type { Probe } from "./probe";
import { probesFor } from "./probes";
import { answerOf, type Ids, inputsFor, ofRestrictedMatters, questions } from "./questions";
import { everyone, mayFindBy, mayNotice, mayRead, type Person, people, rowsOf } from "./readers";

/** Private things that the same people may notice: they are written together. */
interface Round {
  those: readonly Person[];
  said: readonly Probe[];
}

/** Those that most may notice come first: so most people have all they may notice before all they may not. */
function roundsOf(written: readonly Probe[]): Round[] {
  const rounds = new Map<string, Round>();
  for (const probe of written) {
    const those = mayNotice(probe.name);
    rounds.set(those.join(), { those, said: [...(rounds.get(those.join())?.said ?? []), probe] });
  }
  return [...rounds.values()].sort((one, other) => other.those.length - one.those.length);
}

let county: TestCounty;
let ids: Ids;
let probes: Probe[];
/** The answers of every question to everybody; in the end those after everything was written. */
const all = new Map<string, string>();
/** Whose answer to which question changed after something was written that they must not even notice. */
const noticed = new Set<string>();

/** Asks every question, with each value of each of its filters. */
async function askEverything(asked: readonly Person[], q: string): Promise<Map<string, string>> {
  const into = new Map<string, string>();
  for (const person of asked) {
    const actor = county.actor(people[person]);
    for (const { path: entry, schema } of questions)
      for (const [nth, input] of inputsFor(schema, ids, q).entries())
        into.set(`${person}\n${entry}\n${nth}\n${q}`, await answerOf(actor, entry, input));
  }
  return into;
}
const holders = (word: string, of: Map<string, string>) => {
  const found = new Map<Person, Set<string>>();
  for (const [key, answer] of of) {
    const [person, entry] = key.split("\n") as [Person, string];
    if (!answer.includes(word) && !answer.includes(encodeURIComponent(word))) continue;
    found.set(person, (found.get(person) ?? new Set()).add(entry));
  }
  return found;
};

beforeAll(async () => {
  county = await testCounty(["LW", "DG"]);
  // Everybody asks for more sheets here than anybody may take out in an hour.
  await database().execute(sql`insert into rules (county_id, key, value, valid_from)
    values (${county.countyId}::uuid, 'export.perHour', 1000000, '2020-01-01')`);
  const dispute = await acceptedDispute(county);
  await consented(county, dispute);
  const { invitationId } = await joined(county, dispute, "judge");
  await invited(county, dispute, "lawyer");
  const declined = await invited(county, dispute, "cadre");
  await declineInvitation(
    county.as("cadre"),
    declineInvitationInput.parse({ invitationId: declined.invitationId, reason: "busy" }),
  );
  const judgeId = county.people.judge ?? "";
  const { sessionId } = await booked(county, dispute, { personIds: [judgeId] });
  await database().execute(sql`update sessions set started_at = now() where id = ${sessionId}::uuid`);
  // The session under way cannot be moved; this one can.
  const later = await booked(county, dispute, { startsAt: inDays(4), personIds: [judgeId] });
  const partyIds = (await partiesOf(county, dispute)).map((party) => party.id);
  const today = dayOf(new Date());
  ids = {
    ...dispute,
    sessionId,
    invitationId,
    groupId: await alertedGroup(county),
    partyId: partyIds[0] ?? "",
    personId: judgeId,
    roomId: Object.values(county.rooms)[0] ?? "",
    pointId: Object.values(county.points)[0] ?? "",
    officeId: county.stations.LW ?? "",
    forceCode: "courtStaff",
    bookingId: later.sessionId,
    chairId: county.people.officer ?? "",
    fromDay: addDays(today, 1),
    untilDay: addDays(today, 30),
    day: today,
    from: today,
    to: today,
    instant: new Date().toISOString(),
    later: new Date(Date.now() + 3_600_000).toISOString(),
  };
  probes = probesFor({
    countyId: county.countyId,
    ...dispute,
    sessionId,
    partyIds,
    mediatorId: county.people.mediator ?? "",
    judgeId,
    propertyId: county.people.property ?? "",
    officerId: county.people.officer ?? "",
    stationId: county.stations.LW ?? "",
  });
  // Some answers contain the time, which must be the same in both rounds.
  vi.useFakeTimers({ toFake: ["Date"], now: new Date() });
  await asOwner(probes.filter((probe) => !probe.isPrivate));
  await writeInRounds(roundsOf(probes.filter((probe) => probe.isPrivate)));
  vi.useRealTimers();
}, 600_000);
// Also when the questions did not come to an end: the files after this one run in the same process.
afterAll(() => vi.useRealTimers());

/**
 * Whoever may not notice a round must get the same answers as before. They are asked where a run of such rounds begins and
 * where it ends: rows are only ever added, so what changed within it is still changed at its end.
 */
async function writeInRounds(rounds: readonly Round[]): Promise<void> {
  const isHidden = (person: Person, nth: number) => rounds[nth]?.those.includes(person) === false;
  const askedAt = new Map<Person, number>();
  for (let nth = 0; nth <= rounds.length; nth += 1) {
    const due = everyone.filter((one) => nth === rounds.length || isHidden(one, nth - 1) !== isHidden(one, nth));
    for (const [key, answer] of await askEverything(due, "江畔")) {
      const [person, entry] = key.split("\n") as [Person, string];
      if (isHidden(person, nth - 1) && answer !== all.get(key)) {
        const said = rounds.slice(askedAt.get(person), nth).flatMap((round) => round.said);
        noticed.add(`${person}: ${entry}, of ${said.map(({ name }) => name).join(" or ")}`);
      }
      all.set(key, answer);
    }
    for (const person of due) askedAt.set(person, nth);
    await asOwner(rounds[nth]?.said ?? []);
  }
}

/** Writes without policies and triggers, also the ticks of waivers, so that only reading is under test. */
const asOwner = (which: readonly Probe[]) =>
  database().transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    for (const probe of which) await tx.execute(sql.raw(probe.statement));
  });

describe("what is said in a lane, through every question of the system", () => {
  it("asks every question there is, of everybody", () => {
    expect(questions.length).toBeGreaterThan(45);
    const refusals = [...all.values()].filter((answer) => answer.startsWith("refused: INTERNAL"));
    expect(refusals).toEqual([]);
    const answered = new Set([...all].filter(([, a]) => !a.startsWith("refused")).map(([key]) => key.split("\n")[1]));
    expect(questions.map((one) => one.path).filter((entry) => !answered.has(entry))).toEqual(ofRestrictedMatters);
  });

  it("reaches nobody who may not read it: 0 leaks", () => {
    const leaks = probes.flatMap((probe) =>
      [...holders(probe.word, all)]
        .filter(([person]) => !mayRead(probe.name).includes(person))
        .map(([person, paths]) => `${probe.name} → ${person} through ${[...paths].join(", ")}`),
    );
    expect(leaks).toEqual([]);
  });

  it("does not even change an answer, a count or an order for those who must not know of it", () => {
    expect([...noticed]).toEqual([]);
  });

  it("is found by nobody who searches for its words", async () => {
    const found: string[] = [];
    for (const probe of probes) {
      const here = new Map<string, string>();
      for (const person of everyone) {
        const actor = county.actor(people[person]);
        for (const { path: entry, schema } of questions) {
          for (const input of inputsFor(schema, ids, probe.word).slice(0, 1)) {
            if (!JSON.stringify(input ?? null).includes(probe.word)) continue;
            here.set(`${person}\n${entry}`, await answerOf(actor, entry, input));
          }
        }
      }
      for (const [key, answer] of here) {
        // The word they typed may be repeated to them; a dispute's title in the answer means that the word found it.
        const [person] = key.split("\n") as [Person];
        if (answer.includes("装修承重墙纠纷") && !mayFindBy(probe.name).includes(person))
          found.push(`${probe.name}: ${key.replace("\n", " ")}`);
      }
    }
    expect(found).toEqual([]);
  }, 300_000);

  it("stands in no byte of a paper that is printed for the sides, also not beside its words", async () => {
    const papers = await printedPapers(county.as("mediator"), ids);
    const said = probes.filter((probe) => probe.isPrivate);
    const found = papers.flatMap(({ kind, files }) =>
      said.flatMap(({ name, word }) => (files.some((text) => text.includes(word)) ? `${name} → ${kind}` : [])),
    );
    expect(papers.filter(({ title, files }) => !files.every((text) => text.includes(title)))).toEqual([]);
    expect(found).toEqual([]);
    expect(papers.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(["cover", "contents", "intake", "notice", "evidence", "closing", "situation", "back"]),
    );
  }, 120_000);

  it("is read where it should be: no probe of the table is lost", () => {
    const unread = probes
      .filter((probe) => mayRead(probe.name).length > 0)
      .filter((probe) => holders(probe.word, all).size === 0)
      .map((probe) => probe.name);
    expect(unread).toEqual([]);
  });

  it("is written as a matrix of lane, person and question", async () => {
    const lines = probes.flatMap((probe) => {
      const found = holders(probe.word, all);
      return [
        `${probe.name}`,
        ...everyone.map((person) => `  ${person.padEnd(32)}${[...(found.get(person) ?? ["–"])].sort().join(" ")}`),
        "",
      ];
    });
    const head = [
      "Who reads what is said in a lane, and through which question. Made by server/testing/lanes from real answers;",
      "a private lane's words are in no list: they are opened one by one, and each opening is logged.",
      "",
    ];
    await expect([...head, ...lines].join("\n")).toMatchFileSnapshot(
      path.resolve(import.meta.dirname, "../../../docs/lane-matrix.txt"),
    );
  });
});

describe("what is said in a lane, asked of the database itself", () => {
  it("is shown by row-level security to the same people, independent of the questions", async () => {
    const tables = [
      "notes",
      "desk_cards",
      "files",
      "opinions",
      "fact_statements",
      "number_polls",
      "party_times",
      "ties",
      "harm_reports",
      "video_links",
      "session_records",
      "session_tellings",
      "tie_waivers",
      "lead_requests",
      "elections",
      "party_exits",
      "interpreters",
    ];
    const leaks: string[] = [];
    for (const person of everyone) {
      const texts = await asActor(county.as(people[person]), async (tx) => {
        const read: string[] = [];
        for (const name of tables)
          read.push(JSON.stringify(await tx.execute(sql`select to_jsonb(t) as row from ${sql.identifier(name)} t`)));
        return read.join("\n");
      });
      for (const probe of probes) {
        const allowed = rowsOf(probe.name);
        if ((texts.includes(probe.word) || texts.includes(encodeURIComponent(probe.word))) && !allowed.includes(person))
          leaks.push(`${probe.name} → ${person}`);
      }
    }
    expect(leaks).toEqual([]);
  });
});
