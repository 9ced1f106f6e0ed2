import type { SQL } from "drizzle-orm";
import type { ActContext } from "../kernel/context";
import { asActor, postgresError } from "../kernel/transaction";

class PutBack extends Error {}

/** What a statement of somebody's own comes to: "taken", and put back, or the code with which the database refuses it. */
export const takenBySql = (ctx: ActContext, statement: SQL): Promise<string | undefined> =>
  asActor(ctx, async (tx) => {
    await tx.execute(statement);
    throw new PutBack();
  }).catch((error: unknown) => (error instanceof PutBack ? "taken" : postgresError(error)?.code));
