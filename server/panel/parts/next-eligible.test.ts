import { sql } from "drizzle-orm";
import fc from "fast-check";
import { v7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Tx } from "@/db/client";
import { phoneHashes } from "@/db/encryption/encrypt";
import { partyLinks } from "@/db/schema/parties";
import { linkRow } from "../../disputes/parts/add-parties";
import { asSuperuser, goOnAs } from "../../testing/as-login";
import { seedFor } from "../../testing/chance";
import { consented, partiesOf } from "../../testing/convening";
import { type TestCounty, testCounty } from "../../testing/county";
import { acceptedDispute } from "../../testing/disputes";
import { type Candidate, rankCandidates } from "../reads/candidates";
import { nextEligible } from "./next-eligible";

const now = new Date();
const hour = (from: number) => ({
  from: new Date(now.getTime() + from * 3_600_000),
  to: new Date(now.getTime() + (from + 2) * 3_600_000),
});
const during = hour(48);

/** One member of the force in a random state. */
const member = fc.record({
  isDisabled: fc.boolean(),
  isNear: fc.boolean(),
  tie: fc.constantFrom("none", "none", "none", "kin", "waivedKin", "otherKindWaived", "sameEmployer", "earlierCounsel"),
  asked: fc.constantFrom("none", "none", "none", "declined", "expired", "withdrawn", "sent"),
  said: fc.constantFrom("none", "none", "agreed", "refused"),
  busy: fc.constantFrom("free", "free", "onLeave", "imported", "seated", "lapsedHold", "seatedHere", "otherWeekday"),
  /** Whether they are the named deputy of the member before them. */
  isDeputy: fc.boolean(),
});
type Member = typeof member extends fc.Arbitrary<infer M> ? M : never;
const scene = fc.record({ people: fc.array(member, { minLength: 1, maxLength: 6 }), forceRefused: fc.boolean() });

const mayBeAsked = (one: Member, forceRefused: boolean) =>
  !one.isDisabled &&
  ["none", "waivedKin"].includes(one.tie) &&
  (forceRefused ? one.said === "agreed" : one.said !== "refused");
const isBusy = (one: Member) => ["onLeave", "imported", "seated", "otherWeekday"].includes(one.busy);

class Undo extends Error {}

const superuser = asSuperuser();
afterAll(() => superuser.close());

let county: TestCounty;
let dispute: { disputeId: string; proceedingId: string };
let parties: string[];
let sessionId: string;
beforeAll(async () => {
  county = await testCounty();
  dispute = await acceptedDispute(county);
  await consented(county, dispute);
  parties = (await partiesOf(county, dispute)).map((party) => party.id);
  sessionId = v7();
});

/** Writes the scene in a transaction, asks in it as a job of the system would, and rolls everything back. */
async function inScene<T>(
  { people, forceRefused }: { people: Member[]; forceRefused: boolean },
  ask: (tx: Tx, ids: string[]) => Promise<T>,
): Promise<T> {
  const { countyId } = county;
  const ids = people.map(() => v7());
  let answer: T | undefined;
  await superuser.db
    .transaction(async (tx) => {
      await makeForce(tx);
      for (const [i, one] of people.entries()) await makeMember(tx, ids, i, one);
      // Before anything bars them: only whoever may be asked is held, and what bars them may come later.
      await takeHours(tx, people, ids);
      await tx.execute(
        sql`update parties set employer = '同一家厂' where county_id = ${countyId} and id = ${parties[0]}`,
      );
      if (forceRefused) await tx.execute(consent(parties[0] ?? "", "inviteForce", 2, "refused", null));
      for (const [i, one] of people.entries()) {
        const id = ids[i] ?? "";
        if (one.said !== "none")
          for (const partyId of parties) await tx.execute(consent(partyId, "invitePerson", 3, one.said, id));
        await tieMember(tx, id, i, one);
        await fillWeek(tx, id, one);
      }
      await disable(
        tx,
        ids.filter((_, i) => people[i]?.isDisabled),
      );
      await goOnAs(tx, "system");
      await tx.execute(sql`select set_config('app.county', ${countyId}, true)`);
      answer = await ask(tx, ids);
      throw new Undo();
    })
    .catch((error: unknown) => {
      if (!(error instanceof Undo)) throw error;
    });
  return answer as T;
}

/** A party's answer about the force, or about one person of it, `at` milliseconds after now: the later one counts. */
const consent = (partyId: string, subject: string, at: number, answer: string, personId: string | null) => sql`
  insert into consents (county_id, id, dispute_id, proceeding_id, party_id, subject, force_code, person_id, answer, recorded_by, recorded_at)
  values (${county.countyId}, ${v7()}, ${dispute.disputeId}, ${dispute.proceedingId}, ${partyId}, ${subject}::consent_subject,
    ${personId ? null : "beekeepers"}, ${personId}, ${answer}::consent_answer, ${county.people.mediator ?? ""},
    ${new Date(now.getTime() + at).toISOString()}::timestamptz)`;

/** A force of its own, to which every party agrees. */
async function makeForce(tx: Tx) {
  await tx.execute(
    sql`insert into forces (county_id, code, name_zh, name_en, short_zh, short_en, sort) values (${county.countyId}, 'beekeepers', '养蜂人', 'Beekeepers', '养蜂', 'Bees', 90)`,
  );
  for (const partyId of parties) await tx.execute(consent(partyId, "inviteForce", 1, "agreed", null));
}

/** One person of the force, as deputy of the one before where they are, with the invitation they have had. */
async function makeMember(tx: Tx, ids: readonly string[], i: number, one: Member) {
  const { countyId } = county;
  const { disputeId, proceedingId } = dispute;
  const id = ids[i] ?? "";
  await tx.execute(sql`insert into people (county_id, id, name, role, phone, phone_hash, employer, area) values (${countyId}, ${id}, ${`蜂农${i}`}, 'expert', ${`1390009${1000 + i}`}, ${phoneHashes(countyId, `1390009${1000 + i}`).hash},
    ${one.tie === "sameEmployer" ? "同一家厂" : ""}, ${one.isNear ? "江畔花园" : "东岗村"})`);
  await tx.execute(
    sql`insert into person_forces (county_id, person_id, force_code) values (${countyId}, ${id}, 'beekeepers')`,
  );
  if (one.isDeputy && i > 0)
    await tx.execute(sql`update people set deputy_id = ${id} where county_id = ${countyId} and id = ${ids[i - 1]}`);
  if (one.asked === "none") return;
  const answered = one.asked === "declined" ? sql`now()` : sql`null`;
  const reason = one.asked === "declined" ? sql`'busy'::decline_reason` : sql`null`;
  await tx.execute(sql`insert into invitations (county_id, id, dispute_id, proceeding_id, person_id, force_code, neutral_summary, party_names, status, sent_by, sent_at, answer_by, answered_at, decline_reason)
    values (${countyId}, ${v7()}, ${disputeId}, ${proceedingId}, ${id}, 'beekeepers', '案情', '{}', ${one.asked}::invitation_status, ${county.people.mediator ?? ""}, now(), now() + interval '1 day', ${answered}, ${reason})`);
}

/** What ties a member to a party, and the waiver where the parties gave one. */
async function tieMember(tx: Tx, id: string, i: number, one: Member) {
  const { countyId } = county;
  const { disputeId, proceedingId } = dispute;
  const mediator = county.people.mediator ?? "";
  if (["kin", "waivedKin", "otherKindWaived"].includes(one.tie))
    await tx.execute(sql`insert into ties (county_id, id, dispute_id, party_id, person_id, kind, source, recorded_by, recorded_at)
      values (${countyId}, ${v7()}, ${disputeId}, ${parties[1]}, ${id}, 'kin', 'recorded', ${mediator}, now())`);
  const agent = { kind: "agent" as const, name: `蜂农${i}`, phone: `1390009${1000 + i}`, maySign: false, note: "" };
  if (one.tie === "earlierCounsel")
    await tx.insert(partyLinks).values(linkRow({ countyId, disputeId, partyId: parties[0] ?? "", id: v7() }, agent));
  if (one.tie !== "waivedKin" && one.tie !== "otherKindWaived") return;
  const waiver = v7();
  const kind = one.tie === "waivedKin" ? "kin" : "other";
  await tx.execute(sql`insert into tie_waivers (county_id, id, dispute_id, proceeding_id, person_id, kinds, reason, waived_by, waived_at)
    values (${countyId}, ${waiver}, ${disputeId}, ${proceedingId}, ${id}, array[${kind}::tie_kind], '都不介意', ${mediator}, now())`);
  for (const partyId of parties)
    await tx.execute(
      sql`insert into tie_waiver_parties (county_id, waiver_id, dispute_id, party_id) values (${countyId}, ${waiver}, ${disputeId}, ${partyId})`,
    );
}

const spanOf = ({ from, to }: typeof during) =>
  sql`tstzrange(${from.toISOString()}::timestamptz, ${to.toISOString()}::timestamptz)`;

/** Leave at this hour, or a usual week that has hours on another day only. */
async function fillWeek(tx: Tx, id: string, one: Member) {
  const { countyId } = county;
  if (one.busy === "onLeave")
    await tx.execute(
      sql`insert into absences (county_id, id, person_id, during, kind, recorded_at) values (${countyId}, ${v7()}, ${id}, ${spanOf(during)}, 'leave', now())`,
    );
  if (one.busy === "otherWeekday")
    await tx.execute(sql`insert into weekly_hours (county_id, person_id, weekday, from_time, until_time, mood)
      values (${countyId}, ${id}, extract(isodow from ${during.from.toISOString()}::timestamptz at time zone 'Asia/Shanghai') % 7 + 1, '08:00', '20:00', 'free')`);
}

async function disable(tx: Tx, ids: readonly string[]) {
  for (const id of ids)
    await tx.execute(sql`update people set disabled_at = now() where county_id = ${county.countyId} and id = ${id}`);
}

/** Slots of people: at this hour for another matter, held and lapsed, or for the very session they are asked to. */
async function takeHours(tx: Tx, people: Member[], ids: string[]) {
  const { countyId } = county;
  const span = spanOf(during);
  for (const [i, one] of people.entries()) {
    const id = ids[i] ?? "";
    if (!["seated", "lapsedHold", "seatedHere", "imported"].includes(one.busy)) continue;
    if (one.busy === "imported") {
      const calendar = v7();
      await tx.execute(
        sql`insert into imported_calendars (county_id, id, person_id, address, added_at) values (${countyId}, ${calendar}, ${id}, ${`https://calendar.example/${i}.ics`}, now())`,
      );
      await tx.execute(
        sql`insert into imported_busy (county_id, id, calendar_id, person_id, during) values (${countyId}, ${v7()}, ${calendar}, ${id}, ${span})`,
      );
      continue;
    }
    const session = one.busy === "seatedHere" ? sessionId : v7();
    const held = one.busy === "lapsedHold" ? sql`now() - interval '1 minute'` : sql`null`;
    await tx.execute(sql`insert into sessions (county_id, id, dispute_id, proceeding_id, ordinal, kind, room_id, starts_at, ends_at, booked_by)
      values (${countyId}, ${session}, ${dispute.disputeId}, ${dispute.proceedingId}, ${i + 1}, 'joint', ${Object.values(county.rooms)[0]}, ${during.from.toISOString()}, ${during.to.toISOString()}, ${county.people.mediator})
      on conflict do nothing`);
    await tx.execute(
      sql`insert into slots (county_id, id, resource, resource_id, session_id, during, held_until) values (${countyId}, ${v7()}, 'person', ${id}, ${session}, ${span}, ${held})`,
    );
  }
}

const of = () => ({ countyId: county.countyId, ...dispute });

describe("the next eligible person", () => {
  it("is never tied, busy, out of office, asked before or without consent, and is found whenever one exists", async () => {
    await fc.assert(
      fc.asyncProperty(scene, async (made) => {
        const { next, first, ids } = await inScene(made, async (tx, ids) => ({
          ids,
          next: await nextEligible(tx, of(), { forceCode: "beekeepers", now, during, sessionId }),
          first: (
            await tx.execute<Candidate & Record<string, unknown>>(
              rankCandidates(of(), { now, forceCode: "beekeepers", limit: 1, during, sessionId }),
            )
          )[0],
        }));
        const fit = made.people.map(
          (one) => mayBeAsked(one, made.forceRefused) && one.asked === "none" && !isBusy(one),
        );
        const isDeputy = (i: number) =>
          i > 0 &&
          made.people[i]?.isDeputy === true &&
          ["declined", "expired"].includes(made.people[i - 1]?.asked ?? "");
        expect(next === null).toBe(!fit.includes(true));
        if (next) {
          const at = ids.indexOf(next.personId);
          expect(fit[at]).toBe(true);
          if (fit.some((is, i) => is && isDeputy(i))) expect(isDeputy(at)).toBe(true);
        }
        const open = made.people.map(
          (one) => mayBeAsked(one, made.forceRefused) && ["none", "withdrawn"].includes(one.asked),
        );
        if (open.includes(true)) {
          const at = ids.indexOf(first?.personId ?? "");
          expect(open[at]).toBe(true);
          expect(first?.isEligible).toBe(true);
          if (open.some((is, i) => is && !isBusy(made.people[i] as Member)))
            expect(isBusy(made.people[at] as Member)).toBe(false);
        } else expect(first?.isEligible ?? false).toBe(false);
      }),
      { numRuns: 60, seed: seedFor("next eligible") },
    );
  }, 120_000);

  it("is the named deputy of the one who stayed silent, even if another person is nearer; and nobody when no one is left", async () => {
    const plain: Member = {
      isDisabled: false,
      isNear: true,
      tie: "none",
      asked: "none",
      said: "none",
      busy: "free",
      isDeputy: false,
    };
    const next = (people: Member[]) =>
      inScene({ people, forceRefused: false }, async (tx, ids) => {
        const found = await nextEligible(tx, of(), { forceCode: "beekeepers", now, during, sessionId });
        return found && ids.indexOf(found.personId);
      });
    const silent: Member = { ...plain, asked: "expired" };
    const deputy: Member = { ...plain, isNear: false, isDeputy: true };
    expect(await next([silent, deputy, plain])).toBe(1);
    expect(await next([silent, { ...deputy, busy: "seated" }, plain])).toBe(2);
    expect(await next([silent, { ...deputy, tie: "kin" }, { ...plain, isNear: false }, plain])).toBe(3);
    expect(await next([silent, { ...deputy, said: "refused" }])).toBeNull();
  });
});
