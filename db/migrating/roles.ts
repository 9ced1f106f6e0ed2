import postgres from "postgres";
import { actorSecret } from "../client";

/** Addresses of one database as the logins of the product; none of them owns anything. docs/adr/0002 says what each may do. */
export interface Logins {
  /** People's acts and reads. */
  people: string;
  /** Jobs, signing in, links, and acts in which the system takes a part. */
  system: string;
  /** The job queue; only the worker has it. */
  queue: string;
}

/** What a login may do is what its group may do. Groups cannot sign in and are shared by all databases of a server. */
const groups = { people: "zhongtiao_app", system: "zhongtiao_system", queue: "zhongtiao_queue" } as const;

/** The logins that the environment names, as bin/operation/database/logins.mjs writes them; null where it names none. */
export function namedLogins(env: Readonly<Record<string, string | undefined>> = process.env): Logins | null {
  const { DATABASE_PEOPLE_URL: people, DATABASE_SYSTEM_URL: system, DATABASE_QUEUE_URL: queue } = env;
  return people && system && queue ? { people, system, queue } : null;
}

/**
 * Makes the groups that policies and grants name. The system may what people may, and more. Whoever migrates is a member
 * of none, so that no policy for the product applies to them; they only hand them on.
 */
export async function ensureGroups(sql: postgres.Sql): Promise<void> {
  for (const group of Object.values(groups)) {
    const [there] = await sql`select where to_regrole(${group}) is not null`;
    if (!there) await atOnce(() => sql.unsafe(`create role ${group} nologin`));
  }
  const [nested] = await sql`select where pg_has_role(${groups.system}, ${groups.people}, 'usage')`;
  if (!nested) await atOnce(() => handOn(sql, groups.people, groups.system));
}

/** Takes from the migrating role the membership that migrations of older programs gave it. */
export async function leaveGroups(sql: postgres.Sql): Promise<void> {
  const [member] = await sql`
    select from pg_auth_members m where m.roleid = ${groups.people}::regrole and m.member = current_user::regrole
      and (m.grantor = m.member or current_setting('server_version_num')::int < 160000)`;
  if (member) await atOnce(() => sql.unsafe(`revoke ${groups.people} from current_user`));
}

/** Makes the product's logins, or gives them the passwords of their addresses where these are no longer right. */
export async function ensureLogins(sql: postgres.Sql, logins: Logins): Promise<void> {
  for (const [kind, group] of Object.entries(groups) as [keyof Logins, string][]) {
    const { username, password } = new URL(logins[kind]);
    const name = decodeURIComponent(username);
    const secret = `password '${decodeURIComponent(password).replaceAll("'", "''")}'`;
    const quoted = `"${name.replaceAll('"', '""')}"`;
    const [role] = await sql<{ isMember: boolean }[]>`
      select pg_has_role(oid, ${group}, 'usage') as "isMember" from pg_roles where rolname = ${name}`;
    if (!role) await atOnce(() => sql.unsafe(`create role ${quoted} login inherit ${secret}`));
    if (!role?.isMember) await atOnce(() => handOn(sql, group, quoted));
    if (role) await keepPassword(sql, quoted, secret, logins[kind]);
    if (kind !== "queue") await keepTimeouts(sql, name, quoted);
  }
  await keepActorKey(sql, actorSecret(logins.people));
  await closeToOthers(sql, Object.values(logins));
}

async function keepActorKey(sql: postgres.Sql, secret: string): Promise<void> {
  await sql`insert into drizzle.actor_key (secret) values (${secret})
    on conflict (one) do update set secret = excluded.secret where drizzle.actor_key.secret <> excluded.secret`;
}

/** For single statements behind a pooler: a transaction, and a connection of our own, say what they need (db/client.ts). */
const timeouts = {
  statement_timeout: "20s",
  lock_timeout: "8s",
  idle_in_transaction_session_timeout: "15s",
} as const;

async function keepTimeouts(sql: postgres.Sql, name: string, quoted: string): Promise<void> {
  const [role] = await sql<
    { settings: string[] | null }[]
  >`select rolconfig as settings from pg_roles where rolname = ${name}`;
  for (const [setting, value] of Object.entries(timeouts))
    if (!role?.settings?.includes(`${setting}=${value}`))
      await atOnce(() => sql.unsafe(`alter role ${quoted} set ${setting} = '${value}'`));
}

async function keepPassword(sql: postgres.Sql, quoted: string, secret: string, url: string): Promise<void> {
  const trial = postgres(url, { max: 1, onnotice: () => undefined, connect_timeout: 10 });
  try {
    await trial`select`;
  } catch (error) {
    if ((error as { code?: string }).code !== "28P01") throw error;
    await atOnce(() => sql.unsafe(`alter role ${quoted} login ${secret}`));
  } finally {
    await trial.end({ timeout: 1 });
  }
}

/**
 * Other databases of the server have logins with the same rights in theirs: none of them may enter this one. The database
 * `postgres` stays open, because everybody on a server is used to enter by it.
 */
async function closeToOthers(sql: postgres.Sql, urls: readonly string[]): Promise<void> {
  const names = urls.map((url) => decodeURIComponent(new URL(url).username));
  const [own] = await sql<{ name: string; isOpen: boolean; isBarred: boolean }[]>`
    select quote_ident(datname) as name, exists (
        select from aclexplode(coalesce(datacl, acldefault('d', datdba))) where grantee = 0) as "isOpen",
      not (select bool_and(has_database_privilege(role, oid, 'connect')) from unnest(${names}::text[]) role) as "isBarred"
    from pg_database where datname = current_database() and pg_has_role(datdba, 'usage') and datname <> 'postgres'`;
  if (!own) return;
  const quoted = names.map((name) => `"${name.replaceAll('"', '""')}"`).join(", ");
  if (own.isOpen) await sql.unsafe(`revoke all on database ${own.name} from public`);
  if (own.isOpen || own.isBarred) await sql.unsafe(`grant connect on database ${own.name} to ${quoted}`);
}

async function handOn(sql: postgres.Sql, group: string, to: string): Promise<void> {
  try {
    await sql.unsafe(`grant ${group} to ${to}`);
  } catch (error) {
    if ((error as { code?: string }).code !== "42501") throw error;
    const all = Object.values(groups).join(", ");
    throw new Error(
      `The role that migrates may not hand on ${group}, which another role made. Let a superuser say once: grant ${all} to <role that migrates> with admin option`,
      { cause: error },
    );
  }
}

/** Roles belong to the whole server: two programs that migrate two databases may meet here, and the later one tries again. */
async function atOnce(change: () => PromiseLike<unknown>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await change();
      return;
    } catch (error) {
      const { code, message } = error as { code?: string; message: string };
      if (code === "42710" || code === "23505") return;
      if (!/tuple concurrently/.test(message) || attempt === 5) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50 * attempt));
    }
  }
}
