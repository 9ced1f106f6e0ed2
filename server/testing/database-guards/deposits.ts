import { change, fresh, type Guards, type Scene } from "./scene";

const hash = "a".repeat(64);
interface List {
  id: string;
  at?: string;
  on?: string;
  committee?: string;
  ordinal?: number;
}
const list = (s: Scene, { id, at = "app.now()", on = "2026-03-02", committee, ordinal = 1 }: List) =>
  `insert into deposits (county_id, id, committee_id, year, ordinal, deposited_on, recipient, location, source_sha256, deposited_by, deposited_at)
   values ('${s.county.countyId}', '${id}', '${committee ?? s.county.committees.LW}', ${on.slice(0, 4)}, ${ordinal}, '${on}', '县档案馆', '二号库房',
     '${hash}', '${s.county.people.committee}', ${at})`;
const dossier = (s: Scene, depositId: string, position = 1) =>
  `insert into deposited_dossiers (county_id, id, dispute_id, proceeding_id, deposit_id, position)
   values ('${s.county.countyId}', '${fresh()}', '${s.inForce.disputeId}', '${s.inForce.proceedingId}', '${depositId}', ${position})`;
const archived = (s: Scene) => [
  "alter table proceedings disable trigger user",
  change(
    "proceedings",
    s.inForce.proceedingId,
    "status = 'archived', outcome = 'agreedWritten', accepted_at = '2026-01-02T12:00:00+08:00', ended_at = '2026-02-01T12:00:00+08:00', archived_at = '2026-03-02T12:00:00+08:00', dossier_number = '（2026）柳人调卷第 900 号', retention = 'long', next_step = null, next_due_at = null, next_owner_id = null",
  ),
];
/** An archived dossier on a list of its committee. */
const given = (s: Scene, over: Partial<List> = {}) => {
  const id = fresh();
  return { id, rows: [...archived(s), list(s, { id, ...over }), dossier(s, id)] };
};

/** Archived dossiers and the lists with which they go to an archive. */
export const depositGuards: Guards = {
  deposits_number_once: (s) => [list(s, { id: fresh() }), list(s, { id: fresh() })],
  deposits_shape: (s) => [list(s, { id: fresh(), ordinal: 0 })],
  deposits_happened: (s) => [list(s, { id: fresh(), on: "2999-01-01" })],
  deposits_append_only: (s) => {
    const id = fresh();
    return [list(s, { id }), change("deposits", id, "location = '别处'")];
  },
  deposited_dossiers_once: (s) => {
    const { id, rows } = given(s);
    return [...rows, dossier(s, id, 2)];
  },
  deposited_dossiers_shape: (s) => {
    const id = fresh();
    return [...archived(s), list(s, { id }), dossier(s, id, 0)];
  },
  deposited_dossiers_archived: (s) => given(s, { on: "2026-03-01" }).rows,
  deposited_dossiers_append_only: (s) => [...given(s).rows, "delete from deposited_dossiers"],
};
