/**
 * Makes the database `zhongtiao` and the role of that name that owns it, as an operator would on a server of their
 * own. The role is no superuser, because row-level security does not bind one.
 * @param {string} admin address of the superuser
 * @param {string} password the owner gets, in letters that need no quoting
 * @param {string} [name] another one than `zhongtiao`, for tests; in letters that need no quoting
 * @returns {Promise<string>} the owner's address of the database
 */
export async function ensureDatabase(admin, password, name = "zhongtiao") {
  const { default: postgres } = await import("postgres");
  const sql = postgres(admin, { max: 1, onnotice: () => undefined });
  try {
    const [role] = await sql`select 1 from pg_roles where rolname = ${name}`;
    if (!role) await sql.unsafe(`create role ${name}`);
    await sql.unsafe(`alter role ${name} login createrole password '${password}'`);
    // The role that verbs work as may be there already, made for another database of this server.
    const [worker] = await sql`select 1 from pg_roles where rolname = 'zhongtiao_app'`;
    if (!worker) await sql`create role zhongtiao_app nologin`;
    await sql.unsafe(`grant zhongtiao_app to ${name}`);
    const [database] = await sql`select 1 from pg_database where datname = ${name}`;
    if (!database) await sql.unsafe(`create database ${name} owner ${name}`);
  } finally {
    await sql.end();
  }
  const url = new URL(admin);
  url.username = name;
  url.password = password;
  url.pathname = `/${name}`;
  return url.href;
}
