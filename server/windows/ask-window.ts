import type { PersonActor } from "../kernel/actor";
import type { ActContext } from "../kernel/context";
import type { ReasonedInput } from "./inputs";
import { requestWindow } from "./parts/request-window";

/**
 * Asks, with a reason, to read what of a dispute is closed to the actor: a restricted matter, or who its minors are. The
 * heads are told; one of another duty decides. Refuses with nothingClosed, alreadyAsked.
 */
export const askWindow = (ctx: ActContext<PersonActor>, input: ReasonedInput): Promise<{ windowId: string }> =>
  requestWindow(ctx, { kind: "approved", action: "window.ask" }, input);
