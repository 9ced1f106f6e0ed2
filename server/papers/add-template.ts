import { paperTemplates } from "@/db/schema/templates";
import { requireRole } from "../access/gate";
import { fileStore } from "../files/parts/file-store";
import { judgeInBounds } from "../files/parts/judge-in-bounds";
import { act } from "../kernel/act";
import type { ActContext } from "../kernel/context";
import { newId } from "../kernel/ids";
import { invalid } from "../kernel/problem";
import { checkValidFrom } from "../rules/check-valid-from";
import { templateBytes } from "./choices";
import type { AddTemplateInput } from "./inputs";
import { ownTemplates } from "./parts/own-templates";
import { checkTemplate } from "./templates/check-template";

/**
 * Takes an office's own Word template of a paper, from a day on; papers that were asked for before keep theirs. The file is
 * judged as every Word file is, then its fields: refused by name are one that the paper does not have, a loop or brace without its
 * end, and a template whose papers would not say that they are copies. Also refused with ruleInPast and ruleTooFar.
 */
export async function addTemplate(
  ctx: ActContext,
  input: AddTemplateInput,
  bytes: Buffer,
): Promise<{ templateId: string }> {
  const { actor, now } = ctx;
  const { countyId, personId } = actor;
  requireRole(actor, "paperTemplate.add");
  const { committeeId } = ownTemplates(actor);
  const { kind, name, validFrom } = input;
  if (bytes.length === 0) throw invalid("fileMissing");
  if (bytes.length > templateBytes) throw invalid("templateTooLarge");
  checkValidFrom(validFrom, now);
  const fault = await judgeInBounds(name, bytes);
  if (fault) throw invalid(fault);
  const fields = checkTemplate(kind, bytes);
  const sha256 = await fileStore().put(countyId, bytes);
  return act(
    ctx,
    "paperTemplate.add",
    { ...input, sha256 },
    (who) => requireRole(who, "paperTemplate.add"),
    async (tx) => {
      const templateId = newId(now);
      const row = { countyId, id: templateId, committeeId, kind, name, validFrom, sha256, fields };
      await tx.insert(paperTemplates).values({ ...row, bytes: bytes.length, addedBy: personId, addedAt: now });
      return { result: { templateId }, payload: { templateId, kind, validFrom, sha256, committeeId } };
    },
  );
}
