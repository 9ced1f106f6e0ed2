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
    // Another database of this server may have made the groups already. The owner hands them on to the product's logins
    // and is no member: no policy for the product applies to them (docs/adr/0002).
    for (const group of ["zhongtiao_app", "zhongtiao_system", "zhongtiao_queue"]) {
      const [there] = await sql`select 1 from pg_roles where rolname = ${group}`;
      if (!there) await sql.unsafe(`create role ${group} nologin`);
      // Before PostgreSQL 16, CREATEROLE was enough to hand any group on, and an admin was always a member.
      const [version] = await sql`select current_setting('server_version_num')::int >= 160000 as "isNew"`;
      if (version?.isNew) await sql.unsafe(`grant ${group} to ${name} with admin true, inherit false, set false`);
      else await sql.unsafe(`revoke ${group} from ${name}`);
    }
    await sql`grant zhongtiao_app to zhongtiao_system`;
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
