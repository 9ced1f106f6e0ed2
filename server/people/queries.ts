import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Role } from "@/db/vocabulary";
import type { Context } from "../kernel/context";
import { byName } from "../kernel/name-order";
import { notFound } from "../kernel/problem";
import { asActor } from "../kernel/transaction";
import type { DirectoryFilter, PeopleFilter, PersonIdInput } from "./inputs";

const pageSize = 50;
const directorySize = 120;

export interface ForceName {
  code: string;
  nameZh: string;
  nameEn: string;
}
export interface AdminPersonRow {
  id: string;
  name: string;
  role: Role;
  post: string;
  workplace: string;
  forces: ForceName[];
  username: string | null;
  accountState: "none" | "open" | "mustChange" | "disabled";
  disabledAt: string | null;
}

/** Part of a `like` pattern: what was typed, taken literally. */
const containing = (typed: string) => `%${typed.replace(/[\\%_]/g, "\\$&")}%`;

/** Whether the name or employer of person `p` holds what was typed, however either is written. */
const isNamed = (typed: string) =>
  sql`strpos(app.name_form(p.name), app.name_form(${typed})) > 0 or strpos(app.name_form(p.employer), app.name_form(${typed})) > 0`;

const forcesOfPerson = sql`coalesce((
  select jsonb_agg(jsonb_build_object('code', f.code, 'nameZh', f.name_zh, 'nameEn', f.name_en) order by f.sort)
  from person_forces pf join forces f on f.county_id = pf.county_id and f.code = pf.force_code
  where pf.county_id = p.county_id and pf.person_id = p.id), '[]')`;

/** A page of the county's people by name; `left` counts those after it, `next` is the last one shown. */
export function adminPeople(
  ctx: Context,
  filter: PeopleFilter,
): Promise<{ rows: AdminPersonRow[]; left: number; next: string | null }> {
  const { actor } = ctx;
  const like = containing(filter.q);
  return asActor(ctx, async (tx) => {
    const found = await tx.execute<{ [K in keyof AdminPersonRow]: AdminPersonRow[K] } & { remaining: number }>(sql`
      select p.id, p.name, p.role, p.post, coalesce(pt.name, s.name, c.name, p.employer) as workplace, ${forcesOfPerson} as forces, a.username,
        case when a.person_id is null then 'none' when a.disabled_at is not null then 'disabled'
          when a.must_change_password then 'mustChange' else 'open' end as "accountState",
        to_json(p.disabled_at) #>> '{}' as "disabledAt", count(*) over ()::int as remaining
      from people p
      left join accounts a on a.county_id = p.county_id and a.person_id = p.id
      left join stations s on s.county_id = p.county_id and s.id = p.station_id
      left join committees c on c.county_id = p.county_id and c.id = p.committee_id
      left join contact_points pt on pt.county_id = p.county_id and pt.id = p.point_id
      where p.county_id = ${actor.countyId}::uuid
        and (p.disabled_at is null) = ${filter.state === "inOffice"}
        and (${filter.role}::role is null or p.role = ${filter.role}::role)
        and (${filter.stationId}::uuid is null or p.station_id = ${filter.stationId}::uuid)
        and (${filter.q} = '' or ${isNamed(filter.q)} or p.post ilike ${like} or a.username ilike ${like})
        and (${filter.after}::uuid is null or (${byName(sql`p.name`)}, p.id) > (
          select ${byName(sql`name`)}, id from people where county_id = ${actor.countyId}::uuid and id = ${filter.after}::uuid))
      order by ${byName(sql`p.name`)}, p.id limit ${pageSize}`);
    const rows = found.map(({ remaining: _remaining, ...row }) => row);
    const left = (found[0]?.remaining ?? 0) - rows.length;
    return { rows, left, next: left > 0 ? (rows.at(-1)?.id ?? null) : null };
  });
}

export interface HeldRole {
  id: string;
  role: Role;
  /** Station or contact point, where it has one. */
  place: string;
  fromOn: string;
  untilOn: string | null;
  givenBy: string;
}

export interface AdminPerson {
  id: string;
  version: number;
  name: string;
  role: Role;
  phone: string;
  post: string;
  postEn: string;
  employer: string;
  area: string;
  stationId: string | null;
  committeeId: string | null;
  pointId: string | null;
  deputyId: string | null;
  forceCodes: string[];
  disabledAt: string | null;
  /** Given beside the main one and not ended, the newest first; also one whose last day is over. */
  roles: HeldRole[];
  /** How many open proceedings they lead; which ones is not shown. */
  leadsOpen: number;
  account: {
    username: string;
    disabledAt: string | null;
    mustChangePassword: boolean;
    lastSeenAt: string | null;
    signIns: number;
    /** Whether signing in asks for a second factor. */
    hasFactor: boolean;
  } | null;
}

/** Everything an administrator may know about one person. */
export function adminPerson(ctx: Context, { personId }: PersonIdInput): Promise<AdminPerson> {
  const { actor, now } = ctx;
  return asActor(ctx, async (tx) => {
    const [row] = await tx.execute<{ person: AdminPerson }>(sql`
      select jsonb_build_object('id', p.id, 'version', p.version, 'name', p.name, 'role', p.role, 'phone', p.phone, 'post', p.post, 'postEn', p.post_en, 'employer', p.employer,
        'area', p.area, 'stationId', p.station_id, 'committeeId', p.committee_id, 'pointId', p.point_id, 'deputyId', p.deputy_id,
        'disabledAt', p.disabled_at, 'leadsOpen', app.open_proceedings_led(p.id),
        'forceCodes', coalesce((select jsonb_agg(force_code) from person_forces where county_id = p.county_id and person_id = p.id), '[]'),
        'roles', coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'role', r.role, 'fromOn', r.from_on, 'untilOn', r.until_on,
            'place', coalesce(pt.name, s.name, ''), 'givenBy', g.name) order by r.given_at desc, r.id)
          from person_roles r left join people g on g.county_id = r.county_id and g.id = r.given_by
            left join stations s on s.county_id = r.county_id and s.id = r.station_id
            left join contact_points pt on pt.county_id = r.county_id and pt.id = r.point_id
          where r.county_id = p.county_id and r.person_id = p.id and r.ended_at is null), '[]'),
        'account', (select jsonb_build_object('username', a.username, 'disabledAt', a.disabled_at, 'mustChangePassword', a.must_change_password,
          'lastSeenAt', (select max(seen_at) from sign_ins i where i.county_id = a.county_id and i.person_id = a.person_id),
          'hasFactor', exists (select from second_factors f
            where f.county_id = a.county_id and f.person_id = a.person_id and f.confirmed_at is not null),
          'signIns', (select count(*) from sign_ins i where i.county_id = a.county_id and i.person_id = a.person_id
            and i.revoked_at is null and i.expires_at > ${now.toISOString()}::timestamptz))
          from accounts a where a.county_id = p.county_id and a.person_id = p.id)) as person
      from people p where p.county_id = ${actor.countyId}::uuid and p.id = ${personId}::uuid`);
    if (!row) throw notFound();
    return row.person;
  });
}

export interface DirectoryRow {
  id: string;
  name: string;
  role: Role;
  post: string;
  employer: string;
  area: string;
  phone: string;
  workplace: string;
  deputy: string | null;
  forces: ForceName[];
}

/** Everyone in office but administrators: experts first, then those of one's own office; `total` shows whether it was cut. */
export function directory(
  ctx: Context,
  filter: DirectoryFilter,
): Promise<{ rows: DirectoryRow[]; total: number; forces: ForceName[] }> {
  const { actor } = ctx;
  const like = containing(filter.q);
  return asActor(ctx, async (tx) => {
    const [page] = await tx.execute<{ rows: DirectoryRow[]; total: number; forces: ForceName[] }>(sql`
      with found as (
        select p.id, p.name, p.role, p.post, p.employer, p.area, p.phone, coalesce(pt.name, s.name, c.name, '') as workplace,
          p.role = 'expert' as is_expert, coalesce(p.station_id = ${actor.stationId}::uuid or p.committee_id = ${actor.committeeId}::uuid, false) as is_near,
          d.name as deputy, ${forcesOfPerson} as forces
        from people p
        left join people d on d.county_id = p.county_id and d.id = p.deputy_id and d.disabled_at is null
        left join stations s on s.county_id = p.county_id and s.id = p.station_id
        left join committees c on c.county_id = p.county_id and c.id = p.committee_id
        left join contact_points pt on pt.county_id = p.county_id and pt.id = p.point_id
        where p.county_id = ${actor.countyId}::uuid and p.disabled_at is null and p.role <> 'admin'
          and (${filter.force}::text is null or p.id in (select m.id from person_forces pf
            join people m on m.county_id = pf.county_id and m.id = pf.person_id
            where pf.county_id = ${actor.countyId}::uuid and pf.force_code = ${filter.force} and app.is_expert(m)))
          and (${filter.q} = '' or ${isNamed(filter.q)} or p.post ilike ${like} or p.area ilike ${like}
            or strpos(app.name_form(coalesce(pt.name, s.name, c.name, '')), app.name_form(${filter.q})) > 0))
      select coalesce((select jsonb_agg(to_jsonb(shown) - 'is_expert' - 'is_near' order by is_expert desc, is_near desc, ${byName(sql`shown.name`)}, shown.id)
          from (select * from found order by is_expert desc, is_near desc, ${byName(sql`name`)}, id limit ${directorySize}) shown), '[]') as rows,
        (select count(*)::int from found) as total,
        (select coalesce(jsonb_agg(jsonb_build_object('code', code, 'nameZh', name_zh, 'nameEn', name_en) order by sort), '[]')
          from forces where county_id = ${actor.countyId}::uuid and disabled_at is null) as forces`);
    return page ?? { rows: [], total: 0, forces: [] };
  });
}

/** How many open proceedings the person leads. A `security definer` function counts them: the administrator reads none. */
export async function openProceedingsLed(tx: Tx, personId: string): Promise<number> {
  const [row] = await tx.execute<{ count: number }>(sql`select app.open_proceedings_led(${personId}::uuid) as count`);
  return row?.count ?? 0;
}

/**
 * At how many coming sessions and town halls they are expected, and the first time; the administrator reads none of
 * them.
 */
export async function expectedAt(
  tx: Tx,
  personId: string,
  now: Date,
): Promise<{ count: number; first: string | null }> {
  const [row] = await tx.execute<{ count: number; first: string | null }>(
    sql`select * from app.expected_at(${personId}::uuid, ${now.toISOString()}::timestamptz)`,
  );
  return row ?? { count: 0, first: null };
}

export async function forcesOf(tx: Tx, countyId: string, personId: string): Promise<string[]> {
  const rows = await tx.execute<{ code: string }>(sql`
    select force_code as code from person_forces where county_id = ${countyId}::uuid and person_id = ${personId}::uuid`);
  return rows.map((row) => row.code);
}

/** Experts in office, to choose a deputy from. */
export function expertChoices(ctx: Context): Promise<{ id: string; name: string; post: string }[]> {
  const { actor } = ctx;
  return asActor(ctx, async (tx) => {
    const rows = await tx.execute<{ id: string; name: string; post: string }>(sql`
      select id, name, post from people where county_id = ${actor.countyId}::uuid and role = 'expert' and disabled_at is null order by ${byName(sql`name`)}, id limit 2000`);
    return [...rows];
  });
}
