import type { PersonActor } from "../kernel/actor";
import type { ActContext } from "../kernel/context";
import type { ReasonedInput } from "./inputs";
import { requestWindow } from "./parts/request-window";

/**
 * Asks for a window at once, where waiting for a head would do harm: it opens when a second person of the matter's office
 * confirms it with their own sign-in. The heads and the lead are told. Refuses with nothingClosed, alreadyAsked.
 */
export const askEmergency = (ctx: ActContext<PersonActor>, input: ReasonedInput): Promise<{ windowId: string }> =>
  requestWindow(ctx, { kind: "emergency", action: "window.askEmergency" }, input);
