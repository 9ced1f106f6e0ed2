import { dayOf } from "../../kernel/shanghai";
import type { AgreementFacts } from "../facts/agreement";
import type { FileFacts } from "../facts/files";
import type { MatterFacts } from "../facts/matter";
import type { PaymentFacts } from "../facts/payments";
import type { SessionFacts } from "../facts/session";
import type { SettlementFacts } from "../facts/settlements";
import type { VisitFacts } from "../facts/visits";
import type { ContentsLine } from "../forms/dossier";
import { dayInWords } from "../words/days";

interface InDossier {
  matter: MatterFacts;
  agreement: AgreementFacts | null;
  sessions: readonly SessionFacts[];
  payments: readonly PaymentFacts[];
  visits: readonly VisitFacts[];
  files: readonly FileFacts[];
  settlements: readonly SettlementFacts[];
}

/** What lies in the dossier, one line for each paper, in its order; sessions, receipts and visits by their days. */
export function contentsLines(held: InDossier): ContentsLine[] {
  const isPolice = held.matter.proceeding?.track === "publicSecurity";
  return (isPolice ? ofPolice(held) : ofPeoples(held)).map(({ title, note }) => ({
    title,
    from: null,
    to: null,
    note,
  }));
}

type Line = Pick<ContentsLine, "title" | "note">;
const line = (isThere: boolean, title: string, note = ""): Line[] => (isThere ? [{ title, note }] : []);
const dated = (title: string, days: readonly string[]): Line[] =>
  days.map((day) => ({ title: `${title}（${dayInWords(day)}）`, note: "" }));
const recordDays = (sessions: readonly SessionFacts[]): string[] =>
  sessions.flatMap(({ record, startsAt }) => (record ? [dayOf(new Date(startsAt))] : []));
const paidDays = (payments: readonly PaymentFacts[]): string[] =>
  payments.flatMap(({ amountFen, on }) => (amountFen === null ? [] : [on]));

function ofPeoples({ matter, agreement, sessions, payments, visits, files }: InDossier): Line[] {
  const { parties, notices, ending } = matter;
  const agents = parties.flatMap(({ links }) =>
    links.filter(({ kind, endedOn }) => kind === "agent" && endedOn === null),
  );
  const inForce = agreement?.agreement.effectiveAt ? agreement.agreement : null;
  return [
    ...line(true, "人民调解受理登记表"),
    ...line(notices.length > 0, "人民调解权利义务告知书及回执"),
    ...agents.map(({ name }) => ({ title: `授权委托书（${name}）`, note: "" })),
    ...line(files.length > 0, "证据材料清单及证据"),
    ...dated("人民调解记录", recordDays(sessions)),
    ...line(inForce?.form === "written", "人民调解协议书", inForce?.number ?? ""),
    ...line(inForce?.form === "oral", "人民调解口头协议登记表"),
    ...dated("收条", paidDays(payments)),
    ...dated(
      "人民调解回访记录",
      visits.map(({ on }) => on),
    ),
    // Whoever reached an agreement is told nothing of an end without one.
    ...line(ending !== null && inForce === null, "终止调解告知书"),
    ...line(ending !== null, "人民调解结案报告"),
  ];
}

function ofPolice({ matter, agreement, sessions, payments, files, settlements }: InDossier): Line[] {
  const inForce = agreement?.agreement.effectiveAt ? agreement : null;
  const number = inForce?.agreement.number ?? "";
  return [
    ...line(inForce !== null && !inForce.police?.onSpot, "治安调解协议书", number),
    ...line(Boolean(inForce?.police?.onSpot), "现场治安调解协议书", number),
    ...dated("收条", paidDays(payments)),
    ...dated(
      "不予处罚申请书及审批表",
      settlements.map(({ appliedOn }) => appliedOn),
    ),
    ...line(matter.notices.length > 0, "治安调解权利义务告知书及回执"),
    ...dated("治安调解笔录", recordDays(sessions)),
    ...line(files.length > 0, "证据材料清单及证据"),
  ];
}

/** What a paper about the dossier itself has to explain: notices, records and visits that are not there. */
export function missingLines({
  matter,
  sessions,
  visits,
}: Pick<InDossier, "matter" | "sessions" | "visits">): string[] {
  const untold = matter.parties.filter(
    ({ id, isDeparted }) => !isDeparted && !matter.notices.some(({ partyId }) => partyId === id),
  );
  const unrecorded = sessions.filter(({ record }) => !record);
  const isAgreed = matter.ending?.outcome === "agreedWritten" || matter.ending?.outcome === "agreedOral";
  return [
    ...untold.map(({ name }) => `权利义务告知书回执（${name}）`),
    ...unrecorded.map(({ startsAt }) => `调解记录（${dayInWords(dayOf(new Date(startsAt)))}）`),
    ...(isAgreed && visits.length === 0 ? ["回访记录"] : []),
  ];
}
