import { Fault } from "../console/fault.mjs";

const needed = ["fsync", "full_page_writes", "synchronous_commit"];

/**
 * Fails when the server may lose what it has confirmed, or may not survive a power cut. Tests start their disposable
 * server without this check.
 * @param {string} url of the database, as its owner: settings of the role and of the database count too
 */
export async function demandSafeSettings(url) {
  const { default: postgres } = await import("postgres");
  const sql = postgres(url, { max: 1, connect_timeout: 10, onnotice: () => undefined });
  try {
    const rows = await sql`select name, current_setting(name) as value from unnest(${needed}::text[]) as name`;
    const off = rows.filter(({ value }) => value === "off").map(({ name }) => name);
    if (off.length > 0)
      throw new Fault(
        `Not started: the database runs with ${off.join(", ")} off and may lose what it has confirmed. Switch ${off.length > 1 ? "them" : "it"} on.`,
      );
  } finally {
    await sql.end({ timeout: 1 });
  }
}
