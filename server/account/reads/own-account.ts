import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Locale, Role } from "@/db/vocabulary";
import { isRequired } from "../../access/second-factor";
import { singleSignOn } from "../../access/single-sign-on";
import { listLimits } from "../../kernel/choices";
import type { Context } from "../../kernel/context";
import { notFound } from "../../kernel/problem";
import { dayOf } from "../../kernel/shanghai";
import { asActor } from "../../kernel/transaction";
import type { RuleKey } from "../../rules/defaults";
import { ruleOn } from "../../rules/queries";

export interface Me {
  personId: string;
  name: string;
  username: string;
  role: Role;
  post: string;
  /** Contact point, station or committee, the nearest first; empty for county roles. */
  workplace: string;
  locale: Locale | null;
  mustChangePassword: boolean;
}

/** The actor's own name, role, workplaces and settings. */
export function me(ctx: Context): Promise<Me> {
  const { actor } = ctx;
  return asActor(ctx, async (tx) => {
    const [row] = await tx.execute<{ [K in keyof Me]: Me[K] }>(sql`
      select p.id as "personId", p.name, a.username, p.role, p.post, coalesce(pt.name, s.name, c.name, '') as workplace, a.locale,
        a.must_change_password as "mustChangePassword"
      from people p join accounts a on a.county_id = p.county_id and a.person_id = p.id
      left join stations s on s.county_id = p.county_id and s.id = p.station_id
      left join committees c on c.county_id = p.county_id and c.id = p.committee_id
      left join contact_points pt on pt.county_id = p.county_id and pt.id = p.point_id
      where p.county_id = ${actor.countyId}::uuid and p.id = ${actor.personId}::uuid`);
    if (!row) throw notFound();
    return row;
  });
}

/** A browser in which the actor is signed in. */
export interface OwnSignIn {
  /** Names it for ending it; not what its cookie holds. */
  id: string;
  /** Browser and system, e.g. "Edge · Windows"; empty when unknown. */
  device: string;
  /** Where it came from; empty when unknown. */
  origin: string;
  createdAt: string;
  seenAt: string;
  /** The one that asks. */
  isHere: boolean;
}

/** The browsers in which the actor is signed in, this one first, then the last used. */
export function ownSignIns(ctx: Context): Promise<OwnSignIn[]> {
  const { actor, now } = ctx;
  const at = sql`${now.toISOString()}::timestamptz`;
  const key: RuleKey = actor.role === "admin" ? "signIn.adminIdleMinutes" : "signIn.idleMinutes";
  return asActor(ctx, async (tx) => {
    const rows = await tx.execute<{ [K in keyof OwnSignIn]: OwnSignIn[K] }>(sql`
      select left(id_hash, 16) as id, device, origin, to_json(created_at) #>> '{}' as "createdAt", to_json(seen_at) #>> '{}' as "seenAt",
        id_hash = ${actor.signIn ?? ""} as "isHere"
      from sign_ins
      where county_id = ${actor.countyId}::uuid and person_id = ${actor.personId}::uuid and revoked_at is null and expires_at > ${at}
        and seen_at > ${at} - make_interval(mins => ${ruleOn(key, actor.countyId, dayOf(now))})
      order by id_hash = ${actor.signIn ?? ""} desc, seen_at desc, id_hash limit ${listLimits.signIns}`);
    return [...rows];
  });
}

/** The actor's second factor: whether it is asked for, whether the role needs it, and how many recovery codes are left. */
export interface OwnFactor {
  isOn: boolean;
  isRequired: boolean;
  codesLeft: number;
}

export function ownFactor(ctx: Context): Promise<OwnFactor> {
  const { actor } = ctx;
  const own = sql`county_id = ${actor.countyId}::uuid and person_id = ${actor.personId}::uuid`;
  return asActor(ctx, async (tx) => {
    const [row] = await tx.execute<{ on: boolean; left: number }>(sql`
      select exists (select from second_factors where ${own} and confirmed_at is not null) as "on",
        (select count(*)::int from recovery_codes where ${own} and used_at is null) as left`);
    return { isOn: row?.on ?? false, isRequired: await isFactorRequired(tx, ctx), codesLeft: row?.left ?? 0 };
  });
}

/** Whether the county asks the actor's role for a second factor. */
export async function isFactorRequired(tx: Tx, { actor, now }: Context): Promise<boolean> {
  const [row] = await tx.execute<{ required: boolean }>(sql`
    select ${isRequired(actor.countyId, now)} as required from people p
    where p.county_id = ${actor.countyId}::uuid and p.id = ${actor.personId}::uuid`);
  return row?.required ?? false;
}

/** The single sign-on provider of this installation, and whether it opens the actor's account; null without one. */
export interface OwnBinding {
  name: string;
  isBound: boolean;
}

export function ownBinding(ctx: Context): Promise<OwnBinding | null> {
  const { actor } = ctx;
  const provider = singleSignOn();
  if (!provider) return Promise.resolve(null);
  return asActor(ctx, async (tx) => {
    const bound = await tx.execute(sql`select 1 from bound_subjects
      where county_id = ${actor.countyId}::uuid and person_id = ${actor.personId}::uuid and issuer = ${provider.issuer}`);
    return { name: provider.name, isBound: bound.length > 0 };
  });
}
