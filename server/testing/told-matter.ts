import { sql } from "drizzle-orm";
import { v7 } from "uuid";
import { database } from "@/db/client";
import { askQuestion } from "../consultations/ask-question";
import { linkConsultation } from "../consultations/link-consultation";
import { attachCall } from "../disputes/attach-call";
import { setSummary } from "../disputes/set-summary";
import { addFile } from "../files/add-file";
import { addFileInput } from "../files/inputs";
import { writeNoteInput } from "../notes/inputs";
import { writeNote } from "../notes/write-note";
import { callAt } from "./calls";
import { joined } from "./convening";
import type { TestCounty } from "./county";
import { runningSession } from "./desk";
import { pdf } from "./uploads/hostile-files";

export interface ToldMatter {
  disputeId: string;
  sessionId: string;
  fileId: string;
}

/** A matter with its session under way, with this word in every thing that is told of it. */
export async function toldMatter(county: TestCounty, canary: string, calledAt: Date): Promise<ToldMatter> {
  const underWay = await runningSession(county);
  const { disputeId, sessionId } = underWay;
  await database().execute(sql`with named as (update parties set name = ${`${canary}丙`} where dispute_id = ${disputeId}::uuid and side = 1)
    update disputes set title = ${`${canary}甲`}, place = ${`${canary}乙`} where id = ${disputeId}::uuid`);
  await joined(county, underWay, "judge");
  await setSummary(county.as("mediator"), { disputeId, summaryVersion: 1, neutralSummary: `${canary}丁` });
  await writeNote(county.as("mediator"), writeNoteInput.parse({ disputeId, lane: "open", text: `${canary}戊` }));
  const file = addFileInput.parse({
    disputeId,
    sessionId,
    fileId: v7(),
    lane: "open",
    side: null,
    name: `${canary}己.pdf`,
  });
  const { fileId } = await addFile(county.as("mediator", { now: underWay.now }), file, pdf());
  const call = await callAt(county, calledAt.toISOString(), { summary: `${canary}庚` });
  await attachCall(county.as("mediator"), { disputeId, callId: call.callId });
  const question = { question: `${canary}辛，借条丢了怎么办？`, pointId: null };
  const { consultationId } = await askQuestion(county.as("grid"), question);
  await linkConsultation(county.as("mediator"), { disputeId, consultationId });
  return { disputeId, sessionId, fileId };
}
