import { sql } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { database } from "@/db/client";
import type { PartyKind, SignatureMeans, Track } from "@/db/vocabulary";
import { needsGuardian } from "../disputes/parts/needs-guardian";
import { type TestCounty, testCounty } from "../testing/county";
import { finding, policeCase } from "../testing/police";
import { findViolation } from "../violations/find-violation";
import { barToSpeaking, type Purpose, type Speaker, type SpokenFor } from "./choices";

interface Row extends Record<string, unknown> {
  party: SpokenFor;
  link: Speaker | null;
  purpose: Purpose;
  track: Track;
  means: SignatureMeans;
  /** The earlier day on which it was said. */
  on: string | null;
  may: boolean;
}

let county: TestCounty;
let rows: Row[];
beforeAll(async () => {
  county = await testCounty();
  const police = await policeCase(county);
  const { disputeId } = police;
  // One party of each shape on either standing, each with one person of each kind beside it.
  await database().execute(sql`
    insert into parties (county_id, id, dispute_id, side, position, kind, standing, name, is_minor, lacks_capacity, born_on, own_wages_reason)
    select ${county.countyId}::uuid, gen_random_uuid(), ${disputeId}::uuid, 3, 100 + row_number() over (), k.kind::party_kind, s.standing::party_standing, 'x',
      k.minor, k.lacks, case when k.wages <> '' then date '2009-01-01' end, k.wages
    from (values ('person', false, false, ''), ('person', true, false, ''), ('person', true, false, '在工地打工'), ('person', false, true, ''),
        ('organisation', false, false, ''), ('unidentified', false, false, ''), ('person', false, false, '')) k (kind, minor, lacks, wages),
      (values ('applicant'), ('respondent'), ('thirdParty')) s (standing)`);
  await database().execute(sql`
    insert into party_links (county_id, id, dispute_id, party_id, kind, name, may_sign, authorised_on)
    select p.county_id, gen_random_uuid(), p.dispute_id, p.id, l.kind::party_link_kind, 'y', l.may, case when l.kind = 'agent' and l.may then date '2026-02-01' end
    from parties p, (values ('representative', true), ('representative', false), ('agent', true), ('agent', false), ('guardian', true),
      ('guardian', false), ('helper', false)) l (kind, may) where p.dispute_id = ${disputeId}::uuid and p.position > 100`);
  // And a guardian, an agent and a representative who are a party of another side; the last with the party's own leave.
  await database().execute(sql`
    insert into party_links (county_id, id, dispute_id, party_id, kind, name, may_sign)
    select p.county_id, gen_random_uuid(), p.dispute_id, p.id, k.kind::party_link_kind, o.name, true
    from parties p cross join (values ('guardian'), ('agent'), ('representative')) k (kind) join parties o on o.dispute_id = p.dispute_id and o.id = ${police.parties[0] ?? ""}::uuid
    where p.dispute_id = ${disputeId}::uuid and p.position > 100`);
  await database().execute(sql`
    insert into consents (county_id, id, dispute_id, proceeding_id, party_id, subject, about_link_id, answer, recorded_by, recorded_at)
    select l.county_id, gen_random_uuid(), l.dispute_id, ${police.proceedingId}::uuid, l.party_id, 'bothSides', l.id, 'agreed', ${county.people.officer}::uuid, now()
    from party_links l join parties o on o.id = ${police.parties[0] ?? ""}::uuid and o.name = l.name
    where l.dispute_id = ${disputeId}::uuid and l.kind = 'representative' and app.may_speak(l.county_id, l.party_id, null, 'consent', 'peoples', null)`);
  // And one elected for each thing alone, as long as it lasts and afterwards.
  await database().execute(sql`
    with scopes as (select gen_random_uuid() as id, * from (values (true, false, false), (false, true, false), (false, false, true), (true, true, true))
        s (negotiate, sign, receive)),
      held as (insert into elections (county_id, id, dispute_id, side, elected_on, paper, may_negotiate, may_sign, may_receive, recorded_by, recorded_at)
        select ${county.countyId}::uuid, id, ${disputeId}::uuid, 3, '2026-01-01', '推选书', negotiate, sign, receive,
          ${county.people.officer}::uuid, now() from scopes returning 1),
      elected as (select id from parties where dispute_id = ${disputeId}::uuid and position > 100 and kind = 'person' and not is_minor
        and not lacks_capacity and standing = 'thirdParty' order by position desc limit 1)
    insert into party_links (county_id, id, dispute_id, party_id, kind, name, may_sign, may_negotiate, may_receive, election_id, elected_party_id)
    select p.county_id, gen_random_uuid(), p.dispute_id, p.id, 'representative', 'z', s.sign, s.negotiate, s.receive, s.id, e.id
    from parties p, scopes s, elected e, (select count(*) from held) h
    where p.dispute_id = ${disputeId}::uuid and p.position > 100 and p.kind <> 'unidentified' and p.id <> e.id
      and not app.needs_guardian(p.is_minor, p.born_on, p.own_wages_reason, p.lacks_capacity, app.day_of(app.now()))`);
  await database().execute(sql`
    update party_links set ended_at = now(), ended_on = '2026-02-01', ended_reason = '退出' where dispute_id = ${disputeId}::uuid
      and election_id is not null and may_sign and may_negotiate`);
  // One of them of each standing has left.
  await database().execute(sql`
    insert into party_exits (county_id, id, dispute_id, party_id, kind, happened_on, reason, recorded_by, recorded_at)
    select county_id, gen_random_uuid(), dispute_id, id, 'gone', app.day_of(now()) - 9, '查无此人', ${county.people.officer}::uuid, now()
    from (select distinct on (standing) * from parties where dispute_id = ${disputeId}::uuid and position > 100 and kind = 'person'
      and not is_minor and not lacks_capacity order by standing, position) p`);
  // Whoever called the police may be the suspect: the finding says who it is, not the standing.
  const suspects = await database().execute<{ id: string }>(
    sql`select id from parties where dispute_id = ${disputeId}::uuid and position > 100 and standing = 'applicant'`,
  );
  await findViolation(
    county.as("officer"),
    finding(police, {
      people: [
        { partyId: police.parties[0] ?? "", part: "injured" },
        ...suspects.map((one) => ({ partyId: one.id, part: "suspect" as const })),
      ],
    }),
  );
  // One statement for each purpose, as statements may take only so long.
  const said = (purpose: Purpose) =>
    database().execute<Row>(sql`
    select json_build_object('kind', p.kind, 'isSuspect', p.standing = 'applicant', 'needsGuardian',
        app.needs_guardian(p.is_minor, p.born_on, p.own_wages_reason, p.lacks_capacity, coalesce(d.day, app.day_of(app.now()))), 'isDeparted', p.departed_at is not null,
        'departedOn', (select e.happened_on from party_exits e where e.party_id = p.id)) as party,
      case when l.id is not null then json_build_object('kind', l.kind, 'maySign', l.may_sign, 'mayNegotiate', l.may_negotiate,
        'mayReceive', l.may_receive, 'hasEnded', l.ended_at is not null, 'endedOn', l.ended_on, 'electedOn', (select e.elected_on from elections e where e.id = l.election_id), 'authorisedOn', l.authorised_on, 'isOpposed',
          l.name = (select name from parties where id = ${police.parties[0] ?? ""}::uuid) and not exists (select from consents c where c.about_link_id = l.id)) end as link, ${purpose}::text as purpose, track, means,
      d.day::text as on, app.may_speak(p.county_id, p.id, l.id, ${purpose}, track::track, means, d.day) as may
    from parties p
      cross join lateral (select id, kind, name, may_sign, may_negotiate, may_receive, ended_at, ended_on, election_id, authorised_on from party_links l where l.county_id = p.county_id and l.party_id = p.id
        union all select null, null, null, null, null, null, null, null, null, null) l,
      unnest(array['peoples', 'publicSecurity']) track, unnest(array['sign', 'seal']) means,
      (select null::date as day union all select date '2025-12-31' union all select date '2026-02-01' + n from generate_series(0, 1) n union all select app.day_of(now()) - n from generate_series(8, 9) n) d
    where p.dispute_id = ${disputeId}::uuid and p.position > 100
      and (d.day is null or track = 'peoples' and means = 'sign' and (p.departed_at is not null or l.ended_at is not null))`);
  rows = [];
  for (const purpose of ["hear", "consent", "bind", "receive"] as const) rows.push(...(await said(purpose)));
});

it("the database and the verbs say the same of everybody who may speak for anybody", () => {
  // Eleven beside everybody, and four elected beside each who may elect; one of them is the elected person.
  const pairs = 21 * 11 + 11 * 4;
  expect(rows.filter(({ on }) => on === null).length).toBe(pairs * 4 * 2 * 2);
  expect(rows.filter((row) => row.party.isDeparted && row.may && !row.on)).toEqual([]);
  // Until their own last day somebody who left could speak, and so could whoever they had elected until it ended.
  const days = (row: Row) => [row.party.isDeparted ? row.party.departedOn : row.link?.endedOn, row.on] as const;
  for (const row of rows.filter(({ on, may }) => on && may))
    expect(row.on && row.on <= (days(row)[0] ?? "")).toBe(true);
  expect(rows.some(({ party, on, may }) => party.isDeparted && on && may)).toBe(true);
  expect(rows.some(({ party, link, on, may }) => !party.isDeparted && link?.hasEnded && on && may)).toBe(true);
  // Nobody elected spoke before they were.
  expect(rows.some(({ link, on }) => on && link?.electedOn && on < link.electedOn)).toBe(true);
  expect(rows.filter(({ link, on, may }) => may && on && link?.electedOn && on < link.electedOn)).toEqual([]);
  // Nor an agent before the day of their letter.
  const unauthorised = rows.filter(({ link, on }) => on && link?.authorisedOn && on < link.authorisedOn);
  expect(unauthorised.length).toBeGreaterThan(0);
  expect(unauthorised.filter(({ may }) => may)).toEqual([]);
  expect(rows.some((row) => row.party.isDeparted)).toBe(true);
  expect(rows.some((row) => row.link?.isOpposed && row.party.needsGuardian)).toBe(true);
  expect(rows.some((row) => row.link?.isOpposed && row.link.kind === "agent" && !row.party.needsGuardian)).toBe(true);
  expect(rows.filter((row) => row.link?.isOpposed && row.may)).toEqual([]);
  const differing = rows.filter(({ may, ...said }) => may !== (barToSpeaking(said) === null));
  expect(differing).toEqual([]);
});

const person = (over: Partial<SpokenFor> = {}): SpokenFor => ({
  kind: "person" as PartyKind,
  isSuspect: false,
  needsGuardian: false,
  isDeparted: false,
  ...over,
});
const bar = (party: SpokenFor, link: Row["link"], over: Partial<Row> = {}) =>
  barToSpeaking({ purpose: "bind", track: "peoples", ...over, party, link });

it("a guardian acts for a minor without wages of their own, and for an adult who cannot judge what they do", () => {
  const adult = { isMinor: false, bornOn: null, lacksCapacity: false, ownWagesReason: "" };
  const day = "2026-11-20";
  expect(needsGuardian(adult, day)).toBe(false);
  expect(needsGuardian({ ...adult, lacksCapacity: true }, day)).toBe(true);
  expect(needsGuardian({ ...adult, isMinor: true }, day)).toBe(true);
  expect(needsGuardian({ ...adult, isMinor: true, ownWagesReason: "在餐馆打工" }, day)).toBe(false);
});

it("names why somebody may not, act by act", () => {
  const guardian = { kind: "guardian" as const, maySign: true };
  const agent = { kind: "agent" as const, maySign: true };
  expect(bar(person(), null)).toBeNull();
  expect(bar(person({ kind: "unidentified" }), null, { purpose: "hear" })).toBe("partyUnidentified");
  for (const purpose of ["hear", "consent", "bind"] as const)
    for (const link of [null, agent, guardian])
      expect(bar(person({ isDeparted: true }), link, { purpose })).toBe("departedSpeaksNot");
  const ward = person({ needsGuardian: true });
  expect(bar(ward, null)).toBe("guardianNeeded");
  expect(bar(ward, agent)).toBe("guardianNeeded");
  expect(bar(ward, guardian)).toBeNull();
  expect(bar(ward, { ...guardian, maySign: false })).toBe("linkMayNotSign");
  expect(bar(ward, { ...guardian, maySign: false }, { purpose: "hear" })).toBeNull();
  expect(bar(person(), guardian)).toBe("noGuardianHere");
  expect(bar(person({ kind: "organisation" }), null)).toBe("representativeNeeded");
  expect(bar(person({ kind: "organisation" }), null, { means: "seal" })).toBeNull();
});

it("lets a suspect of the police send nobody, by whatever name (程序规定 181)", () => {
  const suspect = person({ isSuspect: true });
  const police = { track: "publicSecurity" as const };
  for (const kind of ["agent", "representative"] as const)
    for (const purpose of ["hear", "bind"] as const)
      expect(bar(suspect, { kind, maySign: true }, { ...police, purpose }), kind).toBe("suspectInPerson");
  expect(bar(suspect, { kind: "agent", maySign: true })).toBeNull();
  expect(bar(person(), { kind: "agent", maySign: true }, police)).toBeNull();
  expect(bar({ ...suspect, kind: "organisation" }, { kind: "representative", maySign: true }, police)).toBeNull();
  expect(bar({ ...suspect, needsGuardian: true }, { kind: "guardian", maySign: true }, police)).toBeNull();
});

it("lets an elected representative speak for what they were elected for, as long as the party does not withdraw", () => {
  const elected = (over: Partial<Speaker>) => ({
    kind: "representative" as const,
    maySign: false,
    mayNegotiate: false,
    mayReceive: false,
    ...over,
  });
  const to = (purpose: Purpose, over: Partial<Speaker>) => bar(person(), elected(over), { purpose });
  expect(to("hear", { mayNegotiate: true })).toBeNull();
  expect(to("consent", { maySign: true })).toBe("notElectedFor");
  expect(to("bind", { maySign: true })).toBeNull();
  expect(to("bind", { mayNegotiate: true, mayReceive: true })).toBe("linkMayNotSign");
  expect(to("receive", { mayReceive: true })).toBeNull();
  expect(to("receive", { maySign: true })).toBe("linkMayNotSign");
  expect(to("bind", { maySign: true, hasEnded: true })).toBe("representationOver");
  const suspect = person({ isSuspect: true });
  const all = elected({ mayNegotiate: true, maySign: true, mayReceive: true });
  expect(bar(suspect, all, { track: "publicSecurity" })).toBe("suspectInPerson");
});
