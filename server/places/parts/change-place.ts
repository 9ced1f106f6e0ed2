import { type AdminBody, adminAct } from "../../access/admin-act";
import type { ActContext } from "../../kernel/context";

/** One act of an administrator on the places of their county; `did` names it in the county's chain of events. */
export const changePlace = <I, T>(ctx: ActContext, did: string, input: I, body: AdminBody<T>): Promise<T> =>
  adminAct(ctx, "place.change", did, input, body);
