import { Document, Packer, Paragraph } from "docx";
import type { Sql } from "postgres";
import { v7 } from "uuid";
import { setClausesInput } from "../../agreements/inputs";
import { standardClauses } from "../../agreements/parts/standard-clauses";
import { sendToSign } from "../../agreements/send-to-sign";
import { setClauses } from "../../agreements/set-clauses";
import { appRouter } from "../../api/root";
import { giveAssignment } from "../../assignments/give-assignment";
import { giveAssignmentInput } from "../../assignments/inputs";
import { reportClue } from "../../calls/report-clue";
import { registerDispute } from "../../disputes/register-dispute";
import { triageDispute } from "../../disputes/triage-dispute";
import { describeFile } from "../../files/describe-file";
import { giveInstruction } from "../../instructions/give-instruction";
import { giveInstructionInput } from "../../instructions/inputs";
import { addDays, addMonths, dayOf } from "../../kernel/shanghai";
import { asActor } from "../../kernel/transaction";
import { setNumberPatternInput, setNumberStartInput, voidNumberInput } from "../../numbers/inputs";
import { setNumberPattern } from "../../numbers/set-number-pattern";
import { setNumberStart } from "../../numbers/set-number-start";
import { voidNumber } from "../../numbers/void-number";
import { addTemplate } from "../../papers/add-template";
import { addTemplateInput, withdrawTemplateInput } from "../../papers/inputs";
import { givePaperNumber } from "../../papers/parts/give-paper-number";
import { withdrawTemplate } from "../../papers/withdraw-template";
import { endRole } from "../../people/end-role";
import { giveRole } from "../../people/give-role";
import { giveRoleInput } from "../../people/inputs";
import { takeClueStep } from "../../points/take-clue-step";
import { endOfOfficeDay } from "../../rules/office-hours";
import { askToSign } from "../../signing/ask-to-sign";
import { askToSignInput } from "../../signing/inputs";
import { makeSlip } from "../../slips/make-slip";
import { handOverSubsidies } from "../../subsidies/hand-over-subsidies";
import { handOverSubsidiesInput } from "../../subsidies/inputs";
import { subsidiesOfMonth } from "../../subsidies/reads/subsidies-of-month";
import { callerFactory } from "../../trpc/init";
import { agreedDispute, drafted, payClause } from "../agreements";
import type { TestCounty } from "../county";
import { harmless, intake } from "../disputes";
import { defaultRules } from "../facts";
import { earlyColumns } from "./early-acts";

/** Tables of acts beside the way from registering to the seal, each with a column of words or numbers that somebody might alter. */
export const youngColumns = {
  ...earlyColumns,
  signing_requests: "refused_reason = '我没有说过不签'",
  registration_slips: "expires_at = expires_at + interval '1 year'",
  instructions: "wish = '这件事不急'",
  assignments: "what = '不用恢复供水'",
  file_origins: "place = '别的地方'",
  person_roles: "until_on = until_on + 3650",
  clue_steps: "note = '去过三次'",
  paper_templates: "withdrawn_reason = '另一个原因'",
  drafting_templates: "clauses = '[{}]'",
  number_starts: "last_used = last_used - 1",
  number_voids: "reason = '另一个原因'",
  subsidy_sheets: "recipient = '另一个人'",
  number_patterns: "pattern = '〔{yyyy}〕{word}另字第{n}号'",
} as const;

/** Plays an act on each of them; `file` was put in to the session under way. */
export async function playYoungActs(
  county: TestCounty,
  file: { disputeId: string; fileId: string; now: Date },
): Promise<void> {
  const today = dayOf(new Date());
  const by = endOfOfficeDay(addDays(today, 1), { rules: defaultRules, overrides: new Map() }).toISOString();

  const agreed = await agreedDispute(county);
  const { disputeId } = agreed;
  await drafted(county, agreed, [payClause(agreed, 100)]);
  await sendToSign(county.as("mediator"), { disputeId });
  const signer = { kind: "party", partyId: agreed.parties[0] };
  const { token } = await askToSign(county.as("mediator"), askToSignInput.parse({ disputeId, signer }));
  const guest = callerFactory(appRouter)(() => ({ signedIn: null, now: new Date(), requestId: "TEST", address: null }));
  const { visit } = await guest.links.open({ token: token ?? "", phoneEnd: "2719" });
  await guest.links.refuse({ visit, key: v7(), input: { reason: "数额和说好的不一样" } });
  await makeSlip(county.as("mediator"), { disputeId });
  // The first one is revoked by the second.
  await makeSlip(county.as("mediator"), { disputeId });
  const urge = { disputeId, kind: "urge", wish: "本周约双方见面", answerBy: by };
  await giveInstruction(county.as("head"), giveInstructionInput.parse(urge));

  const { disputeId: shared } = await registerDispute(county.as("mediator"), intake({ title: "断水断电" }));
  await triageDispute(county.as("mediator"), {
    ...{ disputeId: shared, answers: { ...harmless, judgedByCourt: "yes" }, track: "coordination" },
    ...{ notAcceptedReason: null, overrideReason: "", leadPersonId: null, leadUnit: "" },
  });
  const task = { disputeId: shared, organisation: "供水公司", what: "今天恢复供水", dueAt: by };
  await giveAssignment(county.as("mediator"), giveAssignmentInput.parse(task));

  const { disputeId: described, fileId, now } = file;
  const origin = { provider: "张大力", isOriginal: true, place: "锦绣里 6 幢", madeOn: null };
  await describeFile(county.as("mediator", { now }), { disputeId: described, fileId, ...origin });
  await playForCounty(county, today);
  await playVoid(county, agreed.proceedingId);
}

/** A number is given for a paper and made void. */
async function playVoid(county: TestCounty, subjectId: string): Promise<void> {
  const { countyId, committeeId, stationId } = county.as("mediator").actor;
  const of = { countyId, committeeId: committeeId ?? "", stationId: stationId ?? "", track: "peoples" as const };
  const system = county.system();
  const number = await asActor(system, (tx) =>
    givePaperNumber(tx, { countyId, kind: "intake", subjectId }, of, system.now),
  );
  const input = voidNumberInput.parse({ series: "intake", number, reason: "登记重复" });
  await voidNumber(county.as("committee"), input);
}

async function playForCounty(county: TestCounty, today: string): Promise<void> {
  const role = { personId: county.people.mediator2, role: "expert", forceCodes: ["lawyer"], reason: "也在律所执业" };
  const { roleId } = await giveRole(county.as("admin"), giveRoleInput.parse({ ...role, untilOn: addDays(today, 30) }));
  await endRole(county.as("admin"), { roleId, reason: "不在律所了" });

  const pointId = county.points["江畔社区调解室"] ?? "";
  const tip = { place: "锦绣里 6 幢", text: "两家为停车吵了三天", pointId };
  const { clueId } = await reportClue(county.as("grid"), tip);
  const keeper = county.as("cadre");
  const atPoint = { ...keeper, actor: { ...keeper.actor, pointId } };
  await takeClueStep(atPoint, { clueId, kind: "visit", note: "上门看过，两家答应先不动手" });

  const lines = ["告知书", "{#回执签名}", "{签名栏}", "{/回执签名}", "{副本说明}"];
  const children = lines.map((line) => new Paragraph(line));
  const bytes = await Packer.toBuffer(new Document({ sections: [{ children }] }));
  const template = { kind: "notice", name: "本所告知书.docx", validFrom: today };
  const { templateId } = await addTemplate(county.as("committee"), addTemplateInput.parse(template), bytes);
  const reason = "印章换了新的";
  await withdrawTemplate(county.as("committee"), withdrawTemplateInput.parse({ templateId, reason }));

  const clauses = { type: "neighbour", clauses: standardClauses("neighbour"), validFrom: today };
  await setClauses(county.as("committee"), setClausesInput.parse(clauses));
  const series = { series: "agreement", year: Number(today.slice(0, 4)), lastUsed: 40, proof: "登记簿第 3 页" };
  await setNumberStart(county.as("committee"), setNumberStartInput.parse(series));
  const month = addMonths(`${today.slice(0, 7)}-01`, -1).slice(0, 7);
  const { seen } = await subsidiesOfMonth(county.as("committee"), { month });
  const sheet = { month, handedOn: today, recipient: "县司法局", seen };
  await handOverSubsidies(county.as("committee"), handOverSubsidiesInput.parse(sheet));
  const pattern = { series: "agreement", pattern: "〔{yyyy}〕{word}调字第{n}号", validFrom: today };
  await setNumberPattern(county.as("committee"), setNumberPatternInput.parse(pattern));
}

/** Alters every row of one of these tables. */
export const changeYoung = (tx: Sql, table: keyof typeof youngColumns) =>
  tx.unsafe(`update ${table} set ${youngColumns[table]}`);
