import type { InterpreterKind } from "@/db/vocabulary";
import { isOfCommittee } from "../../disputes/choices";
import { dayOf } from "../../kernel/shanghai";
import type { MatterFacts, PartyFacts } from "../facts/matter";
import type { SessionFacts } from "../facts/session";
import type { Block, Composed, Lack, Signature } from "../model";
import { field, fields, heading, orNone, paragraph } from "../words/blocks";
import { dayInWords, momentInWords, spanInWords } from "../words/days";
import { noticeWords, resultWords, routeWords, typeWords } from "../words/labels";
import { namesOf, sideWords } from "../words/parties";
import { namesIn, personBlock } from "../words/person";
import { interpreterLines, signerLine } from "../words/signers";

interface RecordForm {
  matter: MatterFacts;
  session: SessionFacts;
}

/** Who was there of the session, told apart as the form wants it: those invited, those who mediate, and who kept the record. */
export function presentAt({ matter, session }: RecordForm) {
  const { leadId, lead, assistantId, assistant } = matter.proceeding ?? {};
  const others = session.people.filter(({ personId }) => personId !== leadId && personId !== assistantId);
  const isMediator = ({ role, isInvited }: SessionFacts["people"][number]) => !isInvited && isOfCommittee(role);
  const colleagues = others.filter(isMediator);
  return {
    /** Invited participants alone (人民调解法 20): neither parties nor whoever mediates or writes. */
    invited: others.filter((one) => !isMediator(one)),
    mediators: [lead ?? "", ...colleagues.map(({ name }) => name)].filter(Boolean),
    recorder: assistant ?? session.record?.writtenBy ?? lead ?? "",
    parties: session.parties.flatMap(({ partyId, linkId }) => {
      const party = matter.parties.find(({ id }) => id === partyId);
      return party ? [{ party, by: party.links.find(({ id }) => id === linkId) ?? null }] : [];
    }),
  };
}

/** The record of one joint session (人民调解法 27): who was there, what they were told, what each side said, what came of it. */
export function recordPaper({ matter, session }: RecordForm): Composed {
  const { record } = session;
  const day = dayOf(new Date(session.startsAt));
  const { invited, mediators, recorder, parties } = presentAt({ matter, session });
  const people = parties.map(({ party }) => personBlock({ role: sideWords(party.side), party, day }));
  const helpers = session.interpreters.filter((one) => !isWitness(one));
  const blocks: Block[] = [
    fields(
      [field("时间", spanInWords(session.startsAt, session.endsAt))],
      [field("地点", orNone(session.place))],
      [field("事由", `${matter.title}（${typeWords[matter.type]}）`)],
      [field("参加人", namesOf(invited))],
      [field("其他在场人", orNone(session.othersPresent))],
      [field("调解员", mediators.join("、")), field("记录人", recorder)],
      [
        field("翻译或代读", orNone(helpers.map(({ name, partyName }) => `${name}（为${partyName}）`).join("、"))),
        field(
          "见证人",
          orNone(
            session.interpreters
              .filter(isWitness)
              .map(({ name }) => name)
              .join("、"),
          ),
        ),
      ],
    ),
    heading("一、到场当事人"),
    ...people.map((one) => one.block),
    heading("二、告知事项"),
    ...toldWords(
      matter,
      parties.map(({ party }) => party),
      mediators,
      day,
    ).map((text) => paragraph(text)),
    heading("三、当事人陈述"),
    ...(record?.statements.length
      ? record.statements.flatMap(({ name, text }) => said(`${name}：${text}`))
      : [paragraph("／", { indent: 0 })]),
    heading("四、调解查明的事实"),
    ...said(record?.facts || "／"),
    heading("五、调解经过"),
    ...said(record?.text || "／"),
    heading("六、调解结果"),
    ...resultOf(session).flatMap(said),
    { kind: "signatures", rows: signatureRows({ matter, session }) },
    { kind: "seal", organisation: matter.committee, day: dayInWords(day), sealed: false },
  ];
  return {
    paper: {
      kind: "record",
      organisation: matter.committee,
      title: "人民调解记录",
      number: null,
      blocks,
      names: namesIn(
        parties.map(({ party }) => party),
        ...[...mediators, recorder, ...invited.map(({ name }) => name)],
      ),
      copies: { count: 1, forWhom: [`${matter.committee}（入卷）`] },
      sides: "double",
    },
    lacks: [...recordLacks(matter, session), ...people.flatMap((one) => one.lacks)],
  };
}

/** Each line of a text as a paragraph of its own. */
const said = (text: string): Block[] =>
  text
    .split("\n")
    .filter(Boolean)
    .map((line) => paragraph(line));

/** What the parties had been told, of which day and by which means, as it was entered; nothing is claimed that was not. */
export function toldWords(
  matter: MatterFacts,
  present: readonly PartyFacts[],
  mediators: readonly string[],
  day: string,
): string[] {
  const told = present.flatMap((party) => {
    const notice = matter.notices.find(({ partyId, on }) => partyId === party.id && on <= day);
    return notice ? [`${party.name}（${dayInWords(notice.on)}，${noticeWords[notice.means]}）`] : [];
  });
  const who = `主持调解的人民调解员为${mediators.join("、")}，由${matter.committee}指派或者由当事人选择、接受。`;
  return [
    who,
    told.length > 0
      ? `已向下列当事人告知人民调解的性质、原则和效力，以及当事人在调解中的权利和义务：${told.join("；")}。`
      : "／",
  ];
}

/** What came of it; of a session that failed also why, and which other ways the parties were told of (人民调解法 26). */
export function resultOf({ result, record }: Pick<SessionFacts, "result" | "record">): string[] {
  const words = result ? resultWords[result] : "／";
  const routes = (record?.routesTold ?? []).map((route) => routeWords[route]).join("、");
  return [
    words,
    ...(record?.outcome ? [record.outcome] : []),
    ...(routes ? [`已告知当事人可以依法通过下列途径解决纠纷：${routes}。`] : []),
  ];
}

function recordLacks(matter: MatterFacts, session: SessionFacts): Lack[] {
  const of = momentInWords(session.startsAt);
  const day = dayOf(new Date(session.startsAt));
  const { record, result } = session;
  const untold = session.parties.flatMap(({ partyId }) => {
    const party = matter.parties.find(({ id }) => id === partyId);
    const isTold = matter.notices.some((notice) => notice.partyId === partyId && notice.on <= day);
    return party && !isTold ? [{ code: "notice", of: party.name }] : [];
  });
  return [
    ...(record ? [] : [{ code: "sessionRecord", of }]),
    ...(session.parties.length > 0 ? [] : [{ code: "attendance", of }]),
    ...(record && result === "failed" && record.routesTold.length === 0 ? [{ code: "routesTold", of }] : []),
    ...untold,
  ];
}

const isWitness = ({ kind }: { kind: InterpreterKind }) => kind === "witness";

/** Parties with whoever spoke for them, the invited, interpreters, mediators, and who kept the record. */
export function signatureRows({ matter, session }: RecordForm): Signature[] {
  const { invited, mediators, recorder, parties } = presentAt({ matter, session });
  return [
    ...parties.map(({ party, by }) =>
      signerLine({ role: sideWords(party.side), name: party.name, by: by?.name ?? null }),
    ),
    ...invited.map(({ name }) => signerLine({ role: "参加人", name, fingerprint: false })),
    ...interpreterLines(session.interpreters),
    ...mediators.map((name) => signerLine({ role: "人民调解员", name, fingerprint: false })),
    signerLine({ role: "记录人", name: recorder, fingerprint: false }),
  ];
}
