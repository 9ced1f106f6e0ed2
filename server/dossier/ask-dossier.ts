import type { Tx } from "@/db/client";
import { papers } from "@/db/schema/papers";
import { deskAct } from "../desk/parts/desk-act";
import type { ActContext } from "../kernel/context";
import { newId } from "../kernel/ids";
import { enqueue } from "../kernel/jobs";
import { invalid } from "../kernel/problem";
import { type FileFacts, fileFacts } from "../papers/facts/files";
import { matterFacts, type PapersAt } from "../papers/facts/matter";
import { noteOfFile } from "../papers/forms/bound-files";
import { composeKept } from "../papers/parts/compose-kept";
import { type BoundFile, type BoundPaper, type BoundPart, keepDossier } from "../papers/parts/dossier-source";
import { type PaperLine, titledAbout, withinDossier } from "../papers/parts/paper-list";
import { papersOf } from "../papers/parts/papers-of";
import { sealedFile } from "../papers/parts/sealed-file";
import type { DossierQuery } from "./inputs";

/**
 * Asks for the whole dossier of the latest proceeding as one PDF, which the worker binds: every paper that can be made and
 * every file that the table may know of, as whoever asks may read them; nothing of a private lane. What must be there and is
 * missing is told with it. Refuses with paperWithoutSubject where nothing was taken up.
 */
export function askDossier(ctx: ActContext, input: DossierQuery): Promise<{ paperIds: string[] }> {
  return deskAct(ctx, "paper.ask", input, async ({ tx, countyId, dispute, proceeding, actor, now }) => {
    if (!proceeding) throw invalid("paperWithoutSubject", { paper: "cover" });
    const at = { countyId, disputeId: dispute.id, proceedingId: proceeding.id };
    const { papers: lines } = await papersOf(tx, countyId, dispute.id, proceeding, now);
    const parts = await partsOf(tx, at, withinDossier(lines), now);
    const [cover] = await papersOfLine(tx, at, { kind: "cover", subjects: [] }, now);
    const matter = await matterFacts(tx, at);
    if (!cover || !matter) throw invalid("paperWithoutSubject", { paper: "cover" });
    const paperId = newId(now);
    const sourceSha256 = await keepDossier(countyId, { cover, proceeding: matter.proceeding, parts });
    const missing = lines.filter(({ need, state }) => need === "must" && state === "missing");
    await tx.insert(papers).values({
      ...{ countyId, id: paperId, disputeId: dispute.id, proceedingId: proceeding.id, kind: "dossier" },
      ...{ title: cover.title, lacks: missing.map(({ kind }) => ({ code: `paper.${kind}` })) },
      ...{ sourceSha256, askedBy: actor.personId, askedAt: now },
    });
    await enqueue(tx, [{ task: "makePaper", payload: { countyId, paperId }, jobKey: `paper:${paperId}` }]);
    return { result: { paperIds: [paperId] }, event: { papers: [paperId] } };
  });
}

/** Each line's papers, with what lies behind them: the signed ones as they were filed, and all other files behind their list. */
async function partsOf(tx: Tx, at: PapersAt, lines: readonly PaperLine[], now: Date): Promise<BoundPart[]> {
  const files = await fileFacts(tx, at);
  const listed = new Set(lines.flatMap(({ filed }) => filed.map(({ id }) => id)));
  const rest = files.filter(({ id }) => !listed.has(id)).map(boundFile);
  const parts: BoundPart[] = [];
  for (const line of lines) {
    if (line.canPrint) parts.push(...(await papersOfLine(tx, at, line, now)));
    parts.push(...files.filter(({ id }) => line.filed.some((one) => one.id === id)).map(boundFile));
    if (line.kind === "evidence") parts.push(...rest.splice(0));
  }
  return [...parts, ...rest];
}

/** A line's papers: one for each that it is about, by its day or name. */
async function papersOfLine(
  tx: Tx,
  at: PapersAt,
  { kind, subjects }: Pick<PaperLine, "kind" | "subjects">,
  now: Date,
): Promise<BoundPaper[]> {
  const made: BoundPaper[] = [];
  for (const subject of subjects.length > 0 ? subjects : [null]) {
    const of = { kind, disputeId: at.disputeId, proceedingId: at.proceedingId, subjectId: subject?.id ?? null };
    const composed = await composeKept(tx, at.countyId, of, now);
    if (!composed) continue;
    const { sheet, paper } = composed;
    const sealed = kind === "agreement" ? await sealedFile(tx, at, subject?.id ?? null) : null;
    made.push({
      is: "paper",
      title: titledAbout(sheet.title, subject),
      note: sheet.number ?? "",
      sheet,
      names: paper.names,
      sealed,
    });
  }
  return made;
}

const boundFile = ({ name, kind, mime, bytes, sha256, addedOn, addedBy, isSigned }: FileFacts): BoundFile => ({
  ...{ is: "file", title: name, note: noteOfFile({ fileKind: kind, isSigned }) },
  ...{ kind, mime, bytes, sha256, addedOn, addedBy },
});
