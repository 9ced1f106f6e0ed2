import { secretFile } from "../secret-file.mjs";

/**
 * Makes the database `zhongtiao` and the role that owns it, as an operator would on a server of his
 * own. The role is no superuser, because row-level security does not bind one.
 * @param {string} admin address of the superuser
 * @returns {Promise<string>} the owner's address of the database
 */
export async function ensureDatabase(admin) {
  const { default: postgres } = await import("postgres");
  const password = secretFile("database-password");
  const sql = postgres(admin, { max: 1, onnotice: () => undefined });
  try {
    const [role] = await sql`select 1 from pg_roles where rolname = 'zhongtiao'`;
    if (!role) await sql`create role zhongtiao`;
    await sql.unsafe(`alter role zhongtiao login createrole password '${password}'`);
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
