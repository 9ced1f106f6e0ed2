import type { PersonActor } from "../../kernel/actor";
import { forbidden } from "../../kernel/problem";

/** For which office somebody sets templates: a head for their committee, an administrator for the whole county (null). */
export function ownTemplates({ role, committeeId }: PersonActor): { committeeId: string | null } {
  if (role === "admin") return { committeeId: null };
  if (role === "committeeHead" && committeeId) return { committeeId };
  throw forbidden();
}
