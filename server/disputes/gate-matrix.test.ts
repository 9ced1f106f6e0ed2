import { sql } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { database } from "@/db/client";
import type { GateQuestion, Track, YesNoUnclear } from "@/db/vocabulary";
import { type TestCounty, testCounty } from "../testing/county";
import { intake } from "../testing/disputes";
import { barOf, offersFor, type TrackOffer } from "./parts/triage-gate";
import { registerDispute } from "./register-dispute";

type Answer = YesNoUnclear | undefined;
type Stands = Partial<Record<GateQuestion, YesNoUnclear>>;
type Way = "open" | "reason" | "clear" | "barred";

/**
 * The law of each track by hand: which answer keeps a matter out of it, for good or unless a reason is recorded. 反家庭暴力法 15
 * (the police's route comes first, a rule of this county), 若干规定 22 (a court has judged or keeps it; another authority has
 * accepted it), 程序规定 178 (only what is a violation is for the police's track, and it comes before people's mediation), and an injury does not end on the spot.
 */
const law = {
  peoples: [
    ["familyViolence", "yes", "for good"],
    ["judgedByCourt", "yes", "for good"],
    ["inCourt", "yes", "for good"],
    ["acceptedElsewhere", "yes", "unless a reason is given"],
    ["isViolation", "yes", "unless a reason is given"],
  ],
  publicSecurity: [
    ["familyViolence", "yes", "for good"],
    ["isViolation", "no", "for good"],
  ],
  onScene: [
    ["familyViolence", "yes", "for good"],
    ["injury", "yes", "for good"],
  ],
  coordination: [],
  transfer: [],
} as const satisfies Record<Track, readonly (readonly [GateQuestion, "yes" | "no", string])[]>;
const tracks = Object.keys(law) as Track[];

/** What the law makes of the answers; a court that entrusted the matter does not keep it. */
function wayOf(track: Track, stands: Stands, isEntrusted: boolean): Way {
  const asked = law[track].filter(([question]) => !(isEntrusted && question === "inCourt"));
  const barring = asked.filter(([question, when]) => stands[question] === when);
  if (barring.some(([, , how]) => how === "for good")) return "barred";
  if (asked.some(([question]) => (stands[question] ?? "unclear") === "unclear")) return "clear";
  return barring.length > 0 ? "reason" : "open";
}
const wayFound = ({ bar, question, canLift }: TrackOffer): Way => {
  if (!bar) return "open";
  return question ? "clear" : canLift ? "reason" : "barred";
};

/** Those that may keep a matter out of a track; whether there is damage or a minor does not. */
const deciding = [
  "familyViolence",
  "judgedByCourt",
  "inCourt",
  "acceptedElsewhere",
  "isViolation",
  "injury",
] as const satisfies readonly GateQuestion[];

/** Every way to answer these questions. */
function* combinations(of: readonly GateQuestion[], answers: readonly Answer[]): Generator<Stands> {
  const [first, ...rest] = of;
  if (!first) return yield {};
  for (const answer of answers)
    for (const other of combinations(rest, answers)) yield answer ? { [first]: answer, ...other } : other;
}
const said = (stands: Stands) => deciding.map((question) => stands[question] ?? "–").join(" ");

it("every answer to every question opens, bars or asks for clearness on every track as the law says, entrusted or not", () => {
  const wrong: string[] = [];
  let asked = 0;
  for (const stands of combinations(deciding, ["yes", "no", "unclear"]))
    for (const other of ["yes", "no", "unclear"] as const)
      for (const isEntrusted of [false, true])
        for (const offer of offersFor({ ...stands, hasMinor: other, propertyDamage: other }, isEntrusted)) {
          asked += 1;
          const [is, ought] = [wayFound(offer), wayOf(offer.track, stands, isEntrusted)];
          if (is !== ought) wrong.push(`${offer.track} ${said(stands)}: ${is}, not ${ought}`);
        }
  expect(asked).toBe(3 ** 6 * 3 * 2 * 5);
  expect(wrong).toEqual([]);
});

it("what is not clear, or was never asked, opens nothing that a yes or a no would bar, with or without a reason", () => {
  const opened: string[] = [];
  for (const stands of combinations(deciding, ["yes", "no", "unclear", undefined]))
    for (const track of tracks)
      for (const overrideReason of ["", "双方都要求调解"]) {
        if (barOf(track, stands, { overrideReason })) continue;
        for (const question of deciding.filter((one) => (stands[one] ?? "unclear") === "unclear"))
          for (const answer of ["yes", "no"] as const)
            if (barOf(track, { ...stands, [question]: answer }, { overrideReason }))
              opened.push(`${track} ${question} ${said(stands)}`);
      }
  expect(opened).toEqual([]);
});

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});

it("the database keeps the same tracks closed for these answers, alone and by two", async () => {
  const { disputeId } = await registerDispute(county.as("mediator"), intake());
  // Each question alone and each two of them together, beside what stands in nobody's way.
  const all = [...combinations(deciding, ["yes", "no", "unclear"])].filter(
    (stands) => Object.values(stands).filter((answer) => answer !== "no").length <= 2,
  );
  const done = new Error("taken back");
  let rows: { said: string; track: Track; reason: string; barred: boolean; shut: string | null }[] = [];
  await database()
    .transaction(async (tx) => {
      await tx.execute(sql`alter table gate_answers disable trigger user`);
      await tx.execute(
        sql`delete from gate_answers where dispute_id = ${disputeId}::uuid and question not in ('threat', 'livelihood')`,
      );
      await tx.execute(sql`
        create function pg_temp.asked(p_county uuid, p_dispute uuid, p_by uuid, p_all jsonb)
          returns table (said int, track track, reason text, barred boolean, shut gate_question) language plpgsql as $$
        declare v_n int := 0; v_one jsonb;
        begin
          for v_one in select jsonb_array_elements(p_all) loop
            delete from gate_answers where dispute_id = p_dispute and question not in ('threat', 'livelihood');
            insert into gate_answers (county_id, id, dispute_id, question, ordinal, answer, given_as, given_by, given_at)
              select p_county, gen_random_uuid(), p_dispute, a.key::gate_question, 1, a.value::yes_no_unclear, 'registration', p_by, now()
              from jsonb_each_text(v_one) a;
            return query select v_n, t, r, app.gate_bars(p_county, p_dispute, t, r), app.gate_shut(p_county, p_dispute, t)
              from unnest(enum_range(null::track)) t, unnest(array['', '双方都要求调解']) r;
            v_n := v_n + 1;
          end loop;
        end $$`);
      const answered = await tx.execute<{
        said: number;
        track: Track;
        reason: string;
        barred: boolean;
        shut: string | null;
      }>(sql`
        select * from pg_temp.asked(${county.countyId}::uuid, ${disputeId}::uuid, ${county.people.mediator ?? ""}::uuid, ${JSON.stringify(all)}::text::jsonb)`);
      rows = answered.map((row) => ({ ...row, said: said(all[row.said] ?? {}) }));
      throw done;
    })
    .catch((error) => {
      if (error !== done) throw error;
    });
  expect(rows).toHaveLength(73 * 5 * 2);
  const byWords = new Map(all.map((stands) => [said(stands), stands]));
  const wrong = rows.filter(
    ({ said, track, reason, barred }) =>
      barred !== (barOf(track, byWords.get(said) ?? {}, { overrideReason: reason }) !== null),
  );
  expect(wrong).toEqual([]);
  // What is answered while the matter runs closes the same tracks; whether it is a violation the police then find themselves.
  const running = rows.filter(({ track, reason }) => reason === "" && track !== "publicSecurity");
  expect(running.filter(({ barred, shut }) => barred !== (shut !== null))).toEqual([]);
  const police = rows.filter(({ track }) => track === "publicSecurity");
  expect(police.filter(({ said, shut }) => (byWords.get(said)?.familyViolence === "no") !== (shut === null))).toEqual(
    [],
  );
});
