import type { Relation, Role } from "@/db/vocabulary";
import { policy } from "../../access/policy";
import { answerOf, inputsFor, questions } from "../lanes/questions";
import { relationsTo, strongest, type Viewer } from "./row-visibility";
import type { RowScene } from "./scene";

type Scope = Relation | "any";

/** Whether an answer shows anything: a list that is not empty, or a number or text where it has no list. */
function holdsSomething(answer: unknown): boolean {
  let lists = 0;
  let isFilled = false;
  let isTold = false;
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) {
      lists += 1;
      if (value.length > 0) isFilled = true;
      value.forEach(walk);
    } else if (value && typeof value === "object") Object.values(value).forEach(walk);
    else if (value) isTold = true;
  };
  walk(answer);
  return lists > 0 ? isFilled : isTold;
}

/** What somebody was answered, as text. */
export interface Heard {
  username: string;
  path: string;
  answer: string;
}

export interface Asked {
  heard: Heard[];
  /** Cells of the policy, "question: role as scope", for which everybody was refused. */
  refused: string[];
  /** Cells for which nobody was shown anything. */
  empty: string[];
}

/**
 * Asks every question as everybody its action allows, about every dispute to which they have that relation, until one
 * answer shows something.
 */
export async function askAll(scene: RowScene, viewers: readonly Viewer[]): Promise<Asked> {
  const asked: Asked = { heard: [], refused: [], empty: [] };

  async function ask({ path, schema }: (typeof questions)[number], role: Role, scope: Scope): Promise<void> {
    let came: "nobody" | "refused" | "empty" = "nobody";
    for (const viewer of viewers.filter(({ actor }) => actor.role === role)) {
      // A question without a dispute needs to be asked only once.
      const inputs = new Map<string, unknown>();
      for (const ids of scene.matters) {
        const { disputeId, proceedingId } = ids;
        const standings = [relationsTo(viewer, { proceedingId }), relationsTo(viewer, { disputeId })].map(strongest);
        // Whoever stands closer to another proceeding of the dispute is answered by that.
        if (scope !== "any" && standings.some((one) => one !== scope)) continue;
        const [input] = inputsFor(schema, ids, "江畔");
        inputs.set(JSON.stringify(input ?? null), input);
      }
      for (const input of inputs.values()) {
        const answer = await answerOf(viewer.actor, path, input);
        asked.heard.push({ username: viewer.username, path, answer });
        if (answer.startsWith("refused")) {
          if (came === "nobody") came = "refused";
        } else if (holdsSomething(JSON.parse(answer))) return;
        else came = "empty";
      }
    }
    if (came !== "nobody") asked[came].push(`${path}: ${role} as ${scope}`);
  }

  for (const question of questions) {
    const cells = Object.entries(policy[question.action]) as [Role, readonly Scope[]][];
    // One after the other: each connection that is asked plans the question for itself.
    for (const [role, scopes] of cells) for (const scope of scopes) await ask(question, role, scope);
  }
  return asked;
}
