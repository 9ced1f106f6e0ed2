/**
 * Makes the database `zhongtiao` and the role that owns it, as an operator would on a server of their
 * own. The role is no superuser, because row-level security does not bind one.
 * @param {string} admin address of the superuser
 * @param {string} password the owner gets, in letters that need no quoting
 * @returns {Promise<string>} the owner's address of the database
 */
export async function ensureDatabase(admin, password) {
  const { default: postgres } = await import("postgres");
  const sql = postgres(admin, { max: 1, onnotice: () => undefined });
  try {
    const [role] = await sql`select 1 from pg_roles where rolname = 'zhongtiao'`;
    if (!role) await sql`create role zhongtiao`;
    await sql.unsafe(`alter role zhongtiao login createrole password '${password}'`);
    // The role that verbs work as may be there already, made for another database of this server.
    const [worker] = await sql`select 1 from pg_roles where rolname = 'zhongtiao_app'`;
    if (!worker) await sql`create role zhongtiao_app nologin`;
    await sql`grant zhongtiao_app to zhongtiao`;
    const [database] = await sql`select 1 from pg_database where datname = 'zhongtiao'`;
    if (!database) await sql`create database zhongtiao owner zhongtiao`;
  } finally {
    await sql.end();
  }
  const url = new URL(admin);
  url.username = "zhongtiao";
  url.password = password;
  url.pathname = "/zhongtiao";
  return url.href;
}
