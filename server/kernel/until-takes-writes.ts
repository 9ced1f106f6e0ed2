import postgres from "postgres";

const pauseMs = 500;

/**
 * Waits until the server at `url` takes writes, however long that is: while another server becomes the primary, there is none
 * for some seconds. A program that ended instead would be started again until its supervisor gives it up.
 */
export async function untilTakesWrites(url: string): Promise<void> {
  for (;;) {
    const client = postgres(url, { max: 1, connect_timeout: 3, onnotice: () => undefined });
    try {
      const [row] = await client<{ isReadOnly: boolean }[]>`
        select pg_is_in_recovery() or current_setting('transaction_read_only') = 'on' as "isReadOnly"`;
      if (row && !row.isReadOnly) return;
    } catch {
      // Not reached, or not yet.
    } finally {
      await client.end({ timeout: 1 });
    }
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}
