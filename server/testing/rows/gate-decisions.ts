import type { Relation } from "@/db/vocabulary";
import { openDispute, requireRole } from "../../access/gate";
import { type Action, policy } from "../../access/policy";
import type { Scope } from "../../access/scopes";
import { Problem } from "../../kernel/problem";
import { asActor } from "../../kernel/transaction";
import { whileFlipped } from "./flipped-policy";
import { recordedAllows, recordedTable } from "./recorded-access";
import { relationsTo, strongest, type Viewer } from "./row-visibility";
import type { RowScene } from "./scene";

/** One act on one matter, as one person would try it. */
interface Try {
  action: Action;
  viewer: Viewer;
  matter: { disputeId: string; proceedingId: string };
  held: readonly Relation[];
}

const recorded = recordedTable("procedure", "action");
const actions = (Object.keys(policy) as Action[]).sort();

/** Acts for which the role alone suffices for somebody ask about no dispute. */
const asksRoleAlone = (action: Action) =>
  Object.values<readonly Scope[]>(policy[action]).some((scopes) => scopes.includes("any"));

/**
 * Every `step`-th of all acts by all people on all matters of the scene; always the same ones. Whoever has no relation to a
 * matter is shown no row of it, whatever the policy says: they try only what asks for the role alone.
 */
export function triesOf(scene: RowScene, viewers: readonly Viewer[], step: number): Try[] {
  const all = scene.matters.flatMap(({ disputeId = "", proceedingId = "" }) =>
    viewers.flatMap((viewer) => {
      const held = relationsTo(viewer, { proceedingId });
      return actions.map((action) => ({ action, viewer, matter: { disputeId, proceedingId }, held }));
    }),
  );
  return all
    .filter(({ action, held }) => asksRoleAlone(action) || held.length > 0)
    .filter((_, place) => place % step === 0);
}

const nameOf = ({ action, viewer, held }: Try) => `${action}: ${viewer.username} as ${held.join("+") || "nobody"}`;
const isRecorded = ({ action, viewer, held }: Try) => recordedAllows(recorded, action, viewer.actor.role, held);

/** Whether the gate lets them, asked as in production: their login, their rows, one transaction. */
async function isLet({ action, viewer: { actor }, matter }: Try): Promise<boolean> {
  try {
    if (asksRoleAlone(action)) requireRole(actor, action);
    else await asActor({ actor, now: new Date() }, (tx) => openDispute(tx, actor, action, matter));
    return true;
  } catch (error) {
    if (error instanceof Problem && (error.code === "forbidden" || error.code === "notFound")) return false;
    throw error;
  }
}

/** The tries that the gate decides otherwise than docs/access-matrix.txt says. */
export async function decidedOtherwise(tries: readonly Try[]): Promise<string[]> {
  const found: string[] = [];
  for (const one of tries) if ((await isLet(one)) !== isRecorded(one)) found.push(nameOf(one));
  return found;
}

/** The cell by which a try is decided, or would be if it were flipped; null where several relations each allow it. */
function decidingScope({ action, viewer, held }: Try): Scope | null {
  if (asksRoleAlone(action)) return "any";
  const allowing = held.filter((relation) => recordedAllows(recorded, action, viewer.actor.role, [relation]));
  return allowing.length > 1 ? null : (allowing[0] ?? strongest(held) ?? null);
}

/** With the cell of each try flipped, one after the other: those the gate still decides as recorded. */
export async function unnoticedFlips(
  tries: readonly Try[],
): Promise<{ unnoticed: string[]; granted: number; taken: number }> {
  const found = { unnoticed: [] as string[], granted: 0, taken: 0 };
  for (const one of tries) {
    const scope = decidingScope(one);
    if (!scope) continue;
    const wasLet = isRecorded(one);
    found[wasLet ? "taken" : "granted"] += 1;
    const isNow = await whileFlipped(one.action, one.viewer.actor.role, scope, () => isLet(one));
    if (isNow === wasLet) found.unnoticed.push(`${nameOf(one)}, ${scope} flipped`);
  }
  return found;
}
