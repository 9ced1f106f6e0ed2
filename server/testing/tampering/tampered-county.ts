import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { v7 } from "uuid";
import { recordRefusal } from "../../consents/record-refusal";
import { archiveProceeding } from "../../disputes/archive-proceeding";
import { addFile } from "../../files/add-file";
import { addFileInput } from "../../files/inputs";
import { noteAudit } from "../../kernel/audit";
import { writeNoteInput } from "../../notes/inputs";
import { openNote } from "../../notes/open-note";
import { writeNote } from "../../notes/write-note";
import { keepSealed } from "../../sealed-papers/keep-sealed";
import { readSealedPaper } from "../../sealed-papers/queries";
import { agreedDispute, payClause, sealedAgreement } from "../agreements";
import { consented, partiesOf } from "../convening";
import { type TestCounty, testCounty } from "../county";
import { runningSession } from "../desk";
import { acceptedDispute } from "../disputes";
import { pdf } from "../uploads/hostile-files";
import { playEarlyActs } from "./early-acts";
import { playYoungActs } from "./young-acts";

/** A county with one of each thing whose alteration has to be found. The file store is a folder of its own. */
export interface TamperedCounty {
  county: TestCounty;
  /** With an agreement in force, a caucus note that was opened, a record and a file. */
  agreedId: string;
  /** Ended by a refusal and archived. */
  refusedId: string;
  /** Just accepted. */
  plainId: string;
  /** Of a session that is under way, with a file in the mediator's lane. */
  deskId: string;
  fileId: string;
  fileBytes: Buffer;
  /** The agreement's file as it was sealed. */
  sealedBytes: Buffer;
  filesFolder: string;
}

/** Plays the acts; `DATABASE_URL` names the database. */
export async function tamperedCounty(): Promise<TamperedCounty> {
  const filesFolder = await mkdtemp(path.join(tmpdir(), "zhongtiao-tampering-"));
  process.env.ZHONGTIAO_FILES = filesFolder;
  const county = await testCounty();
  const mediator = () => county.as("mediator");

  const agreed = await agreedDispute(county);
  const { agreementId } = await sealedAgreement(county, agreed, [payClause(agreed, 500_000)]);
  process.env.ZHONGTIAO_CERTIFICATES = path.join(filesFolder, "certificates");
  await keepSealed({ countyId: county.countyId, agreementId }, new Date());
  const { bytes: sealedBytes } = await readSealedPaper(mediator(), agreementId);
  const note = writeNoteInput.parse({ disputeId: agreed.disputeId, lane: "mediator", text: "私下说的话" });
  const { noteId } = await writeNote(mediator(), note);
  await openNote(mediator(), { disputeId: agreed.disputeId, noteId });
  await writeNote(mediator(), { ...note, lane: "open" });

  const refused = await acceptedDispute(county);
  await consented(county, refused);
  const [, second] = await partiesOf(county, refused);
  await recordRefusal(mediator(), {
    disputeId: refused.disputeId,
    partyId: second?.id ?? "",
    reason: "明确表示不愿意调解。",
    routesTold: ["court"],
  });
  await archiveProceeding(mediator(), { disputeId: refused.disputeId, retention: "long" });

  const desk = await runningSession(county);
  const fileId = v7();
  const fileBytes = pdf("% 一份材料");
  const upload = { disputeId: desk.disputeId, sessionId: desk.sessionId, fileId, lane: "mediator", name: "材料.pdf" };
  await addFile(county.as("mediator", { now: desk.now }), addFileInput.parse(upload), fileBytes);

  await playYoungActs(county, { disputeId: desk.disputeId, fileId, now: new Date(desk.now.getTime() + 60_000) });
  await playEarlyActs(county);

  const { disputeId: plainId } = await acceptedDispute(county);
  for (const term of ["张建国", "刘玉芬"]) await noteAudit(mediator(), "audit.search", { terms: [term.slice(0, 1)] });
  return {
    county,
    agreedId: agreed.disputeId,
    refusedId: refused.disputeId,
    plainId,
    deskId: desk.disputeId,
    fileId,
    fileBytes,
    sealedBytes,
    filesFolder,
  };
}
