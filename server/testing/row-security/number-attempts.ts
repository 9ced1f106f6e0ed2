import type { Scene } from "../database-guards/scene";

/** Attempts to take a number, and to say where another office's numbers begin or how they are written. */
export const numberAttempts: Record<string, (s: Scene) => string[]> = {
  "a paper's number is claimed": (s) => [
    `insert into paper_numbers (county_id, kind, subject_id, number, given_at)
      values ('${s.county.countyId}', 'intake', '${s.convened.disputeId}', '（2026）柳人调受字第 001 号', now())`,
  ],
  "a number's start is set": (s) => [
    `insert into number_starts (county_id, id, scope, kind, year, last_used, proof, set_by, set_at)
      select county_id, gen_random_uuid(), committee_id, 'agreement', 2026, 37, '登记簿', id, app.now() from people
      where id = '${s.county.people.committee}'`,
  ],
  "a number's pattern is set": (s) => [
    `insert into number_patterns (county_id, id, scope, kind, pattern, valid_from, set_by, set_at)
      select county_id, gen_random_uuid(), committee_id, 'agreement', '〔{yyyy}〕{word}调字第{n}号', '2027-01-01', id, app.now() from people
      where id = '${s.county.people.committee}'`,
  ],
};
