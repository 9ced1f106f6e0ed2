import postgres from "postgres";

export interface Account {
  username: string;
  phone: string;
  name: string;
}

/** The user name and the stored phone of a person, for journeys: no page shows them. */
export async function accountOf(personId: string): Promise<Account> {
  const url = process.env.TIME_DATABASE_URL ?? process.env.DATABASE_URL;
  if (!url) throw new Error("TIME_DATABASE_URL is not set: a journey reads accounts on the server's own database");
  const client = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    const [found] = await client.begin(async (sql) => {
      await sql`set local row_security = off`;
      return sql<Account[]>`
        select a.username, p.phone, p.name from accounts a join people p on p.county_id = a.county_id and p.id = a.person_id
        where p.id = ${personId}`;
    });
    if (!found) throw new Error(`nobody signs in as ${personId}`);
    return found;
  } finally {
    await client.end({ timeout: 5 });
  }
}
