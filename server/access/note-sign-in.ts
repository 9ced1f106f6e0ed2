import { systemActor } from "../kernel/actor";
import { noteAudit } from "../kernel/audit";

/**
 * Leaves an entry of a sign-in, a failed one or a sign-out on the county's audit chain. Nobody is signed in at that moment,
 * so the system writes it and names the account's person. A name of no account: note-unknown-name.ts.
 */
export const noteSignIn = (
  action: "audit.signIn" | "audit.failSignIn" | "audit.signOut",
  { countyId, personId }: { countyId: string; personId: string },
  now: Date,
): Promise<void> => noteAudit({ actor: systemActor(countyId, "signIn"), now }, action, { person: personId });
