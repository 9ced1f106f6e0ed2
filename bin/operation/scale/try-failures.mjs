import { setTimeout as wait } from "node:timers/promises";
import { bringUp } from "./bring-up.mjs";
import { startLoad } from "./load.mjs";
import { postmasterOf } from "./start-database.mjs";

/** In seconds: how long everything may be away, and how long the load runs before and after each failure. */
const most = 30;
const calm = 6;
/** What a person's browser may be told while something is away: 502 and 504 are nginx's own. */
const mayBeAnswered = new Set([0, 200, 502, 503, 504]);

/** @typedef {import("./bring-up.mjs").Installation} Installation */
/** @typedef {{ name: string, fail: () => Promise<void> | void, mend?: () => Promise<void> | void }} Failure */

/**
 * Brings everything up, and under a bounded load lets one part after the other fail as it does when it is killed. Prints what
 * was away for how long, and fails when an acknowledged act is missing or was carried out twice, when a search did not show
 * the searcher's own act, when an answer was another error than "come again", or when something was away too long.
 * @returns {Promise<number>} exit code
 */
export async function tryFailures() {
  const all = await bringUp();
  const load = await startLoad(all.base);
  await wait(calm * 1_000);
  /** @type {string[]} */
  const faults = [];
  const onReplica = await readersOf(all, standbyPort(all));
  process.stdout.write(`connections of people's reads on the standby: ${onReplica}\n`);
  if (onReplica === 0) faults.push("nothing was read from the replica");
  process.stdout.write(`${"what fails".padEnd(52)} longest wait for an act, of overviews, acts, retries\n`);
  for (const failure of failuresOf(all)) {
    const line = await one(failure, load);
    process.stdout.write(`${failure.name.padEnd(52)} ${line.words}\n`);
    if (line.away > most) faults.push(`${failure.name}: nothing was acknowledged for ${line.away.toFixed(1)} s`);
  }
  await load.stop();
  faults.push(...(await lostOrDoubled(all, load)));
  for (const title of load.notFound) faults.push(`a search did not show the searcher's own ${title}`);
  for (const [answer, count] of [...load.answers].sort()) {
    process.stdout.write(`${answer.padEnd(30)} ${count}\n`);
    if (!mayBeAnswered.has(Number(answer.split(" ")[1]))) faults.push(`answered ${count} times: ${answer}`);
  }
  process.stdout.write(faults.length ? `\n✗ ${faults.join("\n✗ ")}\n` : "\nNothing acknowledged was lost.\n");
  return faults.length ? 1 : 0;
}

/** @param {Installation} all @returns {Failure[]} */
function failuresOf({ database, pooler, webs, admin }) {
  const byRole = async () => {
    const roles = await Promise.all(
      database.nodes.map(async (node) => ({ node, isStandby: await isStandby(node.port, admin) })),
    );
    return {
      primary: roles.find((each) => each.isStandby === false)?.node,
      standby: roles.find((each) => each.isStandby)?.node,
    };
  };
  /** @param {Installation["database"]["nodes"][number] | undefined} node */
  const killNode = (node) => {
    if (!node) throw new Error("there is no such server");
    process.kill(postmasterOf(node.dir), "SIGKILL");
    node.program.kill("SIGKILL");
    dead = node;
  };
  /** @type {Installation["database"]["nodes"][number] | undefined} */
  let dead;
  const revive = async () => {
    dead?.program.revive();
    await untilBoth(async () => {
      const { primary, standby } = await byRole();
      // Also acknowledged by both again: before that, losing the primary would be a second failure at once.
      const text = "select count(*)::int as n from pg_stat_replication where sync_state in ('sync', 'quorum')";
      const rows = primary && standby ? await onAddress(atPort(admin, primary.port), text) : [];
      return Number(rows[0]?.n ?? 0) > 0;
    });
  };
  return [
    { name: "nothing", fail: () => undefined },
    {
      name: "the standby carries out nothing for a while",
      fail: async () => onNode((await byRole()).standby?.port, admin, "select pg_wal_replay_pause()"),
      mend: async () => onNode((await byRole()).standby?.port, admin, "select pg_wal_replay_resume()"),
    },
    { name: "one web process is killed", fail: () => killGroup(webs[0]?.web()) },
    { name: "one worker is killed", fail: () => killGroup(webs[1]?.worker()) },
    { name: "the pooler is killed", fail: () => pooler.kill("SIGKILL") },
    {
      name: "the standby's machine is gone, and comes back",
      fail: async () => killNode((await byRole()).standby),
      mend: revive,
    },
    {
      name: "the primary's machine is gone, and comes back",
      fail: async () => killNode((await byRole()).primary),
      mend: revive,
    },
  ];
}

/** @param {Failure} failure @param {Awaited<ReturnType<typeof startLoad>>} load */
async function one({ fail, mend }, load) {
  const from = { acts: load.acknowledged.length, overviews: load.overviews(), at: performance.now() };
  await fail();
  // Until acts come again, at most twice as long as allowed, and then some time more.
  const longest = async () => {
    const end = performance.now() + 2 * most * 1_000;
    for (let since = performance.now(); performance.now() < end; await wait(100)) {
      const last = load.acknowledged.at(-1)?.at ?? 0;
      if (last < performance.now() - 1_500) since = performance.now();
      if (performance.now() - since > calm * 1_000) return;
    }
  };
  await longest();
  await mend?.();
  await wait(calm * 1_000);
  const acts = load.acknowledged.slice(from.acts);
  const times = [from.at, ...acts.map(({ at }) => at), performance.now()];
  const away = Math.max(...times.slice(1).map((at, i) => at - (times[i] ?? at))) / 1_000;
  const retries = acts.filter(({ tries }) => tries > 1).length;
  const words = `${away.toFixed(1).padStart(5)} s, ${load.overviews() - from.overviews} overviews, ${acts.length} acts, ${retries} retried`;
  return { away, words };
}

/** What the database holds of what was acknowledged. @param {Installation} all @param {Awaited<ReturnType<typeof startLoad>>} load */
async function lostOrDoubled({ admin }, { acknowledged }) {
  const rows = await onAddress(
    inDatabase(admin),
    "select title, count(*)::int as n from disputes where title like '试运行%' group by title",
  );
  const held = new Map(rows.map(({ title, n }) => [title, n]));
  process.stdout.write(`${acknowledged.length} acts acknowledged, ${held.size} disputes in the database\n`);
  const lost = acknowledged
    .filter(({ title }) => !held.has(title))
    .map(({ title }) => `acknowledged and lost: ${title}`);
  const doubled = [...held].filter(([, n]) => n > 1).map(([title, n]) => `carried out ${n} times: ${title}`);
  return [...lost, ...doubled];
}

/** @param {string} address */
const inDatabase = (address) => Object.assign(new URL(address), { pathname: "/zhongtiao" }).href;
/** @param {string} address @param {number | undefined} port */
const atPort = (address, port) => Object.assign(new URL(address), { port: String(port) }).href;

/** @param {string} address @param {string} text @returns {Promise<Record<string, any>[]>} */
async function onAddress(address, text) {
  const { default: postgres } = await import("postgres");
  const sql = postgres(address, { max: 1, connect_timeout: 3, onnotice: () => undefined });
  try {
    return [...(await sql.unsafe(text))];
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** @param {number | undefined} port @param {string} admin @param {string} text */
const onNode = async (port, admin, text) => void (await onAddress(atPort(admin, port), text));

/** Null where it does not answer. @param {number} port @param {string} admin @returns {Promise<boolean | null>} */
const isStandby = (port, admin) =>
  onAddress(atPort(admin, port), "select pg_is_in_recovery() as yes").then(
    ([row]) => Boolean(row?.yes),
    () => null,
  );

/** @param {Installation} all */
const standbyPort = ({ database }) => database.nodes[1]?.port;

/** @param {Installation} all @param {number | undefined} port */
async function readersOf({ admin }, port) {
  const text = "select count(*)::int as n from pg_stat_activity where usename like '%login_people'";
  return Number((await onAddress(atPort(admin, port), text))[0]?.n);
}

/** @param {number | undefined} pid */
function killGroup(pid) {
  if (pid) process.kill(-pid, "SIGKILL");
}

/** Waits until one server leads and the other acknowledges what it commits. @param {() => Promise<boolean>} isSo */
async function untilBoth(isSo) {
  for (const end = Date.now() + 120_000; Date.now() < end; await wait(500)) if (await isSo()) return;
  throw new Error("the server that was killed did not come back as a standby");
}
