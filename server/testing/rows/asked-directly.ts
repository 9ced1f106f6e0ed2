import { sql } from "drizzle-orm";
import { database } from "@/db/client";
import { asActor, postgresError } from "../../kernel/transaction";
import type { Heard } from "./questions";
import type { Viewer } from "./row-visibility";
import type { RowScene } from "./scene";

/** Arguments that name a thing of a matter, and the table whose ids they take. */
const tableOf: Readonly<Record<string, string>> = {
  p_dispute: "disputes",
  p_absorbed: "disputes",
  p_survivor: "disputes",
  p_one: "disputes",
  p_other: "disputes",
  p_proceeding: "proceedings",
  p_party: "parties",
  p_of: "parties",
  p_obligee: "parties",
  p_link: "party_links",
  p_agreement: "agreements",
  p_obligation: "obligations",
  p_session: "sessions",
  p_merge: "dispute_merges",
  p_recusal: "recusals",
};
/** Arguments that are whole rows of a matter; anybody can write such a row down. */
const rowTypes: readonly string[] = ["guardian_summonses", "session_records", "agreements", "party_links", "parties"];

/** A function that passes row-level security by and that the people's login may call. */
interface Definer extends Record<string, unknown> {
  name: string;
  names: string[];
  types: string[];
  isWriting: boolean;
  /** Gives rows or text, not a yes, a number or a day. */
  isTelling: boolean;
}

const callable = () =>
  database().execute<Definer>(sql`
    select p.proname::text as name, coalesce(p.proargnames[1:p.pronargs], '{}')::text[] as names, p.provolatile = 'v' as "isWriting",
      p.prorettype in ('record'::regtype, 'text'::regtype, 'json'::regtype, 'jsonb'::regtype) or exists (select from pg_type t where t.oid = p.prorettype and t.typtype = 'c') as "isTelling",
      coalesce((select array_agg(format_type(a.type, null) order by a.place)
        from unnest(p.proargtypes::oid[]) with ordinality a (type, place)), '{}')::text[] as types
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname = 'app' and p.prosecdef and p.prorettype <> 'trigger'::regtype
      and has_function_privilege('zhongtiao_app', p.oid, 'execute') order by 1`);

/** Those of them that write something, by name. */
export const writingForPeople = async (): Promise<string[]> =>
  (await callable()).filter(({ isWriting }) => isWriting).map(({ name }) => name);

/** Something that fits the type, for arguments that name nothing of a matter. */
function plain(name: string, type: string, scene: RowScene): string {
  const { people, stations } = scene.county;
  if (type === "uuid[]") return `array['${people.judge}']::uuid[]`;
  if (type === "uuid")
    return `'${name === "p_station" ? stations.LW : name === "p_decider" ? people.head : people.judge}'::uuid`;
  if (type === "text") return name === "p_purpose" ? "'hear'" : "''";
  if (type === "window_kind") return "'approved'::window_kind";
  if (type === "track") return "'peoples'::track";
  if (type === "integer" || type === "smallint") return `10::${type}`;
  if (type === "boolean") return "true";
  if (type === "tstzrange") return "tstzrange(now(), now() + interval '9 days')";
  if (type.startsWith("timestamp")) return `now() ${/from|since/.test(name) ? "-" : "+"} interval '9 days'`;
  return `null::${type}`;
}

/** The function's arguments: things of this matter, or things that do not exist. Null where the matter has none of them. */
async function argumentsOf({ names, types }: Definer, disputeId: string | null, scene: RowScene) {
  const said: string[] = [];
  for (const [nth, name] of names.entries()) {
    const type = types[nth] ?? "";
    const table = tableOf[name] ?? (rowTypes.includes(type) ? type : null);
    const of = table ? await anyOf(table, disputeId) : null;
    if (table && !of) return null;
    if (name === "p_county") said.push(`'${scene.county.countyId}'::uuid`);
    else if (!table) said.push(plain(name, type, scene));
    else if (rowTypes.includes(type)) said.push(`jsonb_populate_record(null::${type}, '${JSON.stringify(of)}'::jsonb)`);
    else said.push(`'${of?.id}'::uuid`);
  }
  return said.join(", ");
}

async function anyOf(table: string, disputeId: string | null): Promise<Record<string, unknown> | null> {
  const id = crypto.randomUUID();
  if (disputeId === null) return { id, dispute_id: id, party_id: id, session_id: id, proceeding_id: id };
  if (table === "disputes") return { id: disputeId };
  const [row] = await database().execute<{ row: Record<string, unknown> }>(
    sql`select to_jsonb(t) as row from ${sql.identifier(table)} t where t.dispute_id = ${disputeId}::uuid limit 1`,
  );
  return row?.row ?? null;
}

const isOfMatter = ({ names, types }: Definer) =>
  names.some((name) => name in tableOf) || types.some((type) => rowTypes.includes(type));

const answerTo = (scene: RowScene, username: string, call: string) =>
  asActor(scene.county.as(username), async (tx) => {
    const [row] = await tx.execute<{ all: string }>(
      sql.raw(`select coalesce(jsonb_agg(to_jsonb(x)), '[]')::text as all from app.${call} x`),
    );
    return row?.all ?? "";
  }).catch((error: unknown) => postgresError(error)?.code ?? "thrown");

/** What each of them is told who calls every function that gives rows or text, about every matter: all in one statement. */
export async function toldDirectly(scene: RowScene, viewers: readonly Viewer[]): Promise<Heard[]> {
  const calls: string[] = [];
  const matters = new Set(scene.matters.map(({ disputeId = "" }) => disputeId));
  for (const one of (await callable()).filter(({ isWriting, isTelling }) => !isWriting && isTelling))
    for (const disputeId of isOfMatter(one) ? matters : [""]) {
      const said = await argumentsOf(one, disputeId, scene);
      if (said !== null) calls.push(`${one.name}(${said})`);
    }
  // With the rights of whoever asks; what is refused is an answer too.
  await database().execute(sql`
    create function public.told(p_call text) returns text language plpgsql as $$
    declare v text;
    begin
      execute format('select coalesce(jsonb_agg(to_jsonb(x)), ''[]'')::text from app.%s x', p_call) into v;
      return v;
    exception when others then return sqlstate;
    end $$`);
  const heard: Heard[] = [];
  for (const { username } of viewers) {
    const asked = sql.join(
      calls.map((call) => sql`${call}`),
      sql`, `,
    );
    const told = await asActor(scene.county.as(username), (tx) =>
      tx.execute<{ call: string; answer: string }>(
        sql`select c as call, public.told(c) as answer from unnest(array[${asked}]::text[]) c`,
      ),
    );
    for (const { call, answer } of told) heard.push({ username, path: `app.${call.replace(/\(.*$/s, "")}`, answer });
  }
  await database().execute(sql`drop function public.told(text)`);
  return heard;
}

/**
 * Functions that tell somebody without a right to a matter, who sends SQL of their own, more of its things than of things
 * that do not exist; and how many were asked.
 */
export async function tellingStrangers(
  scene: RowScene,
  stranger: string,
): Promise<{ telling: string[]; asked: number }> {
  const answer = (call: string) => answerTo(scene, stranger, call);
  const telling = new Set<string>();
  const asked = (await callable()).filter((one) => !one.isWriting && isOfMatter(one));
  for (const one of asked) {
    const absent = await argumentsOf(one, null, scene);
    const ofNothing = await answer(`${one.name}(${absent})`);
    for (const { disputeId = "" } of scene.matters.slice(0, 2)) {
      const real = await argumentsOf(one, disputeId, scene);
      if (real !== null && (await answer(`${one.name}(${real})`)) !== ofNothing) telling.add(one.name);
    }
  }
  return { telling: [...telling], asked: asked.length };
}
