import { Fault } from "../console/fault.mjs";

/** The calendar year of the counties, whatever the machine's zone. */
export const thisYear = () =>
  Number(new Intl.DateTimeFormat("en", { timeZone: "Asia/Shanghai", year: "numeric" }).format());

/**
 * What leaves a county for the province: sums by month and the names of places; nothing of a dispute or a person. A table
 * with `columns` sends only these. By the columns of `key` PostgreSQL finds the row that a change belongs to.
 * @type {readonly { table: string, columns?: readonly string[], key: readonly string[] }[]}
 */
export const provinceTables = [
  { table: "counties", columns: ["id", "name"], key: ["id"] },
  { table: "stations", columns: ["county_id", "id", "name"], key: ["county_id", "id"] },
  { table: "figure_months", key: ["county_id", "scope", "at_month", "moment_month"] },
  { table: "figure_days", key: ["county_id", "station_id", "at_month", "moment_month", "kind", "days"] },
];
const publication = "zhongtiao_figures";
export const provinceLogin = "zhongtiao_province";
/** What is shown of each month, in the order of the table. */
const shown = ["received", "accepted", "closed", "agreed", "performed"];

/** @param {string} address @template T @param {(sql: import("postgres").Sql) => Promise<T>} work */
async function on(address, work) {
  const { default: postgres } = await import("postgres");
  const sql = postgres(address, { max: 1, connect_timeout: 10, onnotice: () => undefined });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 2 });
  }
}

/**
 * In a county: offers the figures to the province. The login may read these columns and the log, and nothing else; row
 * security would hide every row from it, so that it passes it by, behind grants of exactly these tables.
 * @param {string} county address of its database as a superuser
 * @param {string} password that the province gets
 */
export async function offerFigures(county, password) {
  await on(county, async (sql) => {
    const [there] = await sql`select to_regclass('figure_months') is not null as "isThere"`;
    if (!there?.isThere) throw new Fault("This database keeps no figures by month: bring it up to date first.");
    const [role] = await sql`select 1 from pg_roles where rolname = ${provinceLogin}`;
    if (!role) await sql.unsafe(`create role ${provinceLogin}`);
    await sql.unsafe(
      `alter role ${provinceLogin} login replication bypassrls password '${password.replaceAll("'", "''")}'`,
    );
    const [own] = await sql`select quote_ident(current_database()) as name`;
    await sql.unsafe(`grant connect on database ${own?.name} to ${provinceLogin}`);
    for (const { table, columns } of provinceTables)
      await sql.unsafe(`grant select ${columns ? `(${columns.join(", ")})` : ""} on ${table} to ${provinceLogin}`);
    const tables = provinceTables.map(({ table, columns }) => (columns ? `${table} (${columns.join(", ")})` : table));
    await sql.unsafe(`drop publication if exists ${publication}`);
    await sql.unsafe(`create publication ${publication} for table ${tables.join(", ")}`);
  });
}

/**
 * At the centre: follows a county, or follows it again where its log position was lost, as after its standby became the
 * primary. Its rows are taken away and copied anew then; those of other counties stay.
 * @param {string} centre address of the centre's database as a superuser
 * @param {{ name: string, county: string, password: string }} source `name` in small letters; `county` without a login
 */
export async function followCounty(centre, { name, county, password }) {
  const address = Object.assign(new URL(county), { username: provinceLogin, password });
  const columns = await on(address.href, tableColumns);
  await on(centre, async (sql) => {
    for (const { table, key } of provinceTables)
      await sql.unsafe(
        `create table if not exists ${table} (${columns.get(table)?.join(", ")}, primary key (${key.join(", ")}))`,
      );
  });
  await unfollow(centre, name, address.href);
  const parts = {
    host: address.hostname,
    port: address.port,
    dbname: address.pathname.slice(1),
    user: provinceLogin,
    password,
  };
  const words = Object.entries(parts)
    .map(([word, value]) => `${word}=${value}`)
    .join(" ");
  await on(centre, (sql) =>
    sql.unsafe(
      `create subscription county_${name} connection '${words.replaceAll("'", "''")}' publication ${publication}`,
    ),
  );
}

/** Ends a subscription and takes its county's rows away. @param {string} centre @param {string} name @param {string} county */
async function unfollow(centre, name, county) {
  await on(centre, async (sql) => {
    const [there] = await sql`select 1 from pg_subscription where subname = ${`county_${name}`}`;
    if (!there) return;
    await sql.unsafe(`alter subscription county_${name} disable`);
    await sql.unsafe(`alter subscription county_${name} set (slot_name = none)`);
    await sql.unsafe(`drop subscription county_${name}`);
  });
  const ids = await on(county, async (sql) => {
    await sql`select pg_drop_replication_slot(slot_name) from pg_replication_slots
      where slot_name = ${`county_${name}`} and not active`;
    return sql`select id from counties`;
  });
  await on(centre, async (sql) => {
    for (const { id } of ids)
      for (const { table } of provinceTables)
        await sql.unsafe(`delete from ${table} where ${table === "counties" ? "id" : "county_id"} = '${id}'`);
  });
}

/** Columns and types as the county has them; words of its lists become text. @param {import("postgres").Sql} sql */
async function tableColumns(sql) {
  /** @type {Map<string, string[]>} */
  const found = new Map();
  for (const { table, columns } of provinceTables) {
    const rows = await sql`
      select quote_ident(attname) as name, case when t.typtype = 'e' then 'text' else format_type(a.atttypid, a.atttypmod) end as type
      from pg_attribute a join pg_type t on t.oid = a.atttypid
      where attrelid = ${table}::regclass and attnum > 0 and not attisdropped order by attnum`;
    const sent = rows.filter((row) => !columns || columns.includes(row.name));
    found.set(
      table,
      sent.map((row) => `${row.name} ${row.type}`),
    );
  }
  return found;
}

/**
 * The province's figures of a year, one row for each county and one for all.
 * @param {string} centre @param {number} year
 * @returns {Promise<{ county: string, figures: Record<string, number> }[]>}
 */
export async function provinceFigures(centre, year) {
  const sums = shown.map((name) => `coalesce(sum(m.${name}), 0)::int as ${name}`).join(", ");
  // A month is kept for each station and once more for each type of dispute: stations are the ones whose scope is an id.
  const rows = await on(centre, (sql) =>
    sql.unsafe(
      `select coalesce(c.name, '全省 all') as county, ${sums} from counties c
       left join stations s on s.county_id = c.id
       left join figure_months m on m.county_id = c.id and m.scope = s.id::text
         and m.at_month >= make_date($1, 1, 1) and m.at_month < make_date($1 + 1, 1, 1)
       group by grouping sets ((c.id, c.name), ()) order by grouping(c.id), c.name`,
      [year],
    ),
  );
  return rows.map(({ county, ...figures }) => ({ county, figures }));
}

/** @param {Awaited<ReturnType<typeof provinceFigures>>} rows */
export function provinceTable(rows) {
  const head = ["".padEnd(20), ...shown.map((name) => name.padStart(11))].join("");
  const lines = rows.map(({ county, figures }) =>
    [county.padEnd(20), ...shown.map((name) => String(figures[name]).padStart(11))].join(""),
  );
  return [head, ...lines].join("\n");
}
