import type { HelpKind } from "@/db/vocabulary";

/** What a party may need, and who may be named for one: everything but a witness. */
export const helpKinds = ["spoken", "sign", "reader"] as const satisfies readonly HelpKind[];
