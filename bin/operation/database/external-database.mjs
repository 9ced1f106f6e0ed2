import { codeOf, Fault } from "../console/fault.mjs";

const oldest = 15;

/**
 * Looks at the server that DATABASE_URL names.
 * @param {string} url
 * @returns {Promise<string>} its version
 */
export async function checkDatabase(url) {
  const { default: postgres } = await import("postgres");
  let sql;
  try {
    sql = postgres(url, { max: 1, connect_timeout: 10, onnotice: () => undefined });
    const [row] = await sql`
      select current_setting('server_version') as version, current_setting('server_version_num')::int as number`;
    if (row && row.number >= oldest * 10_000) return row.version;
    throw new Fault(
      `The server that DATABASE_URL names is PostgreSQL ${row?.version}; version ${oldest} or newer is needed.`,
    );
  } catch (error) {
    if (error instanceof Fault) throw error;
    // The message of a driver may repeat the address; the code says enough and holds no password.
    throw new Fault(
      `The server that DATABASE_URL names does not answer: ${codeOf(error) ?? "an error without a code"}.`,
    );
  } finally {
    await sql?.end({ timeout: 1 });
  }
}
