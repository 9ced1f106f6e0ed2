import postgres from "postgres";
import { ensureDatabase } from "../postgres/ensure-database.mjs";

/** Empty databases, each with an owner of its own who is no superuser, on the server that `admin` names, until `remove`. */
export function emptyDatabases(admin: string, base: string) {
  const names: string[] = [];
  return {
    make(): Promise<string> {
      const name = `${base}_${names.length}`;
      names.push(name);
      return ensureDatabase(admin, "only-for-this-test-run", name);
    },
    async remove(): Promise<void> {
      const sql = postgres(admin, { max: 1, onnotice: () => undefined });
      for (const name of names) {
        await sql.unsafe(`drop database if exists ${name} with (force)`);
        await sql.unsafe(`drop role if exists ${name}`);
      }
      await sql.end();
    },
  };
}
