import type { Scene } from "../database-guards/scene";

/** Attempts to take a number or to make it void, to say where another office's numbers begin or how they are written, and to set its templates. */
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
  "a number is made void": (s) => [
    `insert into number_voids (county_id, id, scope, kind, number, subject_id, reason, voided_by, voided_at)
      select county_id, gen_random_uuid(), committee_id, 'intake', '（2026）柳人调受字第 001 号', '${s.convened.disputeId}', '登记重复', id, app.now() from people
      where id = '${s.county.people.committee}'`,
  ],
  "a template is given to all": (s) => [
    `insert into paper_templates (county_id, id, kind, name, valid_from, sha256, bytes, fields, added_by, added_at)
      select county_id, gen_random_uuid(), 'notice', '告知书.docx', '2027-01-01', repeat('a', 64), 10, '[]', id, app.now() from people
      where id = '${s.county.people.committee}'`,
  ],
  "clauses are set": (s) => [
    `insert into drafting_templates (county_id, id, committee_id, type, clauses, valid_from, set_by, set_at)
      select county_id, gen_random_uuid(), committee_id, 'lending', '[{}]', '2027-01-01', id, app.now() from people
      where id = '${s.county.people.committee}'`,
  ],
  "a number's pattern is set": (s) => [
    `insert into number_patterns (county_id, id, scope, kind, pattern, valid_from, set_by, set_at)
      select county_id, gen_random_uuid(), committee_id, 'agreement', '〔{yyyy}〕{word}调字第{n}号', '2027-01-01', id, app.now() from people
      where id = '${s.county.people.committee}'`,
  ],
};
