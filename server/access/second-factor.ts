import { randomBytes } from "node:crypto";
import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Role } from "@/db/vocabulary";
import { systemActor } from "../kernel/actor";
import { sha256 } from "../kernel/sha256";
import { dayOf } from "../kernel/shanghai";
import { asActor } from "../kernel/transaction";
import type { RuleKey } from "../rules/defaults";
import { ruleOn } from "../rules/queries";
import { newCode, plainCode } from "./link-secret";
import { base32, enrolAddress, stepOfCode } from "./one-time-code";
import { decryptForRow, encryptForRow } from "./row-secret";

const recoveryCodes = 10;
/** Per role: 1 where everybody needs a second factor. */
const ruleOfRole = {
  mediator: "secondFactor.mediator",
  committeeHead: "secondFactor.committeeHead",
  expert: "secondFactor.expert",
  gridMember: "secondFactor.gridMember",
  officer: "secondFactor.officer",
  stationHead: "secondFactor.stationHead",
  county: "secondFactor.county",
  admin: "secondFactor.admin",
} as const satisfies Record<Role, RuleKey>;

export interface Owner {
  countyId: string;
  personId: string;
}
const rowOf = ({ countyId, personId }: Owner) => `second_factors:${countyId}:${personId}`;
const own = ({ countyId, personId }: Owner) => sql`county_id = ${countyId}::uuid and person_id = ${personId}::uuid`;
const hashOf = (code: string) => sha256(plainCode(code));

/** The rule that asks this role for a second factor. */
export const factorRuleOf = (role: Role): RuleKey => ruleOfRole[role];

/** The rules that ask a role for a second factor; app.signed_in makes the same names from the roles. */
export const factorRules: readonly RuleKey[] = Object.values(ruleOfRole);

/** Whether the county's rules ask the role `p.role` of a larger statement for a second factor. */
export const isRequired = (countyId: string | SQL, now: Date): SQL =>
  sql`(case p.role::text ${sql.join(
    Object.entries(ruleOfRole).map(([role, key]) => sql`when ${role}::text then ${ruleOn(key, countyId, dayOf(now))}`),
    sql` `,
  )} end > 0)`;

/** Whether this account asks for a second factor at each sign-in. */
export async function hasFactor(tx: Tx, owner: Owner): Promise<boolean> {
  const rows = await tx.execute(sql`select 1 from second_factors where ${own(owner)} and confirmed_at is not null`);
  return rows.length > 0;
}

/** The secret behind the codes, which the database gives to the system alone; null where there is none, or it cannot be opened. */
async function secretOf(owner: Owner, now: Date, { isConfirmed }: { isConfirmed: boolean }): Promise<Buffer | null> {
  const [row] = await asActor({ actor: systemActor(owner.countyId, "signIn"), now }, (tx) =>
    tx.execute<{ secret: string | null }>(
      sql`select app.factor_secret_of(${owner.countyId}::uuid, ${owner.personId}::uuid, ${isConfirmed}) as secret`,
    ),
  );
  return row?.secret ? decryptForRow(row.secret, rowOf(owner)) : null;
}

/** Whether the typed text is a code of now or an unused recovery code. Each counts once. */
export async function fitsFactor(owner: Owner, typed: string, now: Date): Promise<boolean> {
  const secret = await secretOf(owner, now, { isConfirmed: true });
  const step = secret ? stepOfCode(secret, typed, now) : null;
  const at = sql`${now.toISOString()}::timestamptz`;
  const used = await asActor({ actor: systemActor(owner.countyId, "signIn"), now }, (tx) =>
    tx.execute(
      step === null
        ? sql`update recovery_codes set used_at = ${at} where ${own(owner)} and code_hash = ${hashOf(typed)} and used_at is null returning 1`
        : sql`update second_factors set last_step = ${step} where ${own(owner)} and last_step < ${step} returning 1`,
    ),
  );
  return used.length > 0;
}

/** Begins: a new secret that counts only when a code of it has been typed. Shown once, stored encrypted. */
export async function beginFactor(tx: Tx, owner: Owner, username: string, now: Date) {
  const secret = randomBytes(20);
  const encrypted = encryptForRow(secret, rowOf(owner));
  const at = sql`${now.toISOString()}::timestamptz`;
  // No login reads the column, which `excluded.secret` would.
  await tx.execute(sql`
    insert into second_factors as f (county_id, person_id, secret, created_at, last_step)
    values (${owner.countyId}::uuid, ${owner.personId}::uuid, ${encrypted}, ${at}, 0)
    on conflict (county_id, person_id) do update set secret = ${encrypted}, created_at = ${at}, last_step = 0
    where f.confirmed_at is null`);
  return { secret: base32(secret), address: enrolAddress(secret, username, "Zhongtiao") };
}

/** Confirms with a code of the new secret; gives fresh recovery codes, or null when the code is wrong or none waits. */
export async function confirmFactor(tx: Tx, owner: Owner, typed: string, now: Date): Promise<string[] | null> {
  // Locked, so that it is not begun anew between this reading and the writing.
  await tx.execute(sql`select 1 from second_factors where ${own(owner)} and confirmed_at is null for update`);
  const secret = await secretOf(owner, now, { isConfirmed: false });
  const step = secret ? stepOfCode(secret, typed, now) : null;
  if (step === null) return null;
  await tx.execute(sql`update second_factors set confirmed_at = ${now.toISOString()}::timestamptz, last_step = ${step}
    where ${own(owner)} and confirmed_at is null`);
  await tx.execute(sql`delete from recovery_codes where ${own(owner)}`);
  const codes = Array.from({ length: recoveryCodes }, newCode);
  for (const code of codes)
    await tx.execute(sql`insert into recovery_codes (county_id, person_id, code_hash)
      values (${owner.countyId}::uuid, ${owner.personId}::uuid, ${hashOf(code)})`);
  return codes;
}

/** Removes the factor and its recovery codes; gives whether there was one. */
export async function dropFactor(tx: Tx, owner: Owner): Promise<boolean> {
  await tx.execute(sql`delete from recovery_codes where ${own(owner)}`);
  const dropped = await tx.execute(
    sql`delete from second_factors where ${own(owner)} returning confirmed_at is not null as was`,
  );
  return dropped.some((row) => row.was === true);
}
