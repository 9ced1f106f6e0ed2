import { bare } from "../../agreements/choices";
import type { AgreementClause } from "../../agreements/reads/agreement";
import { dayInWords } from "./days";
import { proofWords } from "./labels";
import { figure, sumOfMoney } from "./money";
import { listed, type Named } from "./parties";

/** With its full stop, before another sentence; nothing where nothing was said. */
export const ended = (text: string): string => (bare(text) ? `${bare(text)}。` : "");

type Due = Pick<AgreementClause, "dueOn" | "dueAfterDays">;

/** By when, as it was signed: a day, or so many days from the day of signing, which the paper keeps saying afterwards. */
export function dueInWords({ dueOn, dueAfterDays }: Due): string {
  if (dueAfterDays === 0) return "本协议生效当日";
  if (dueAfterDays !== null) return `自本协议生效次日起${dueAfterDays}日内`;
  return dueOn ? `${dayInWords(dueOn)}前` : "";
}

/** The same within a sentence. */
const byWhen = (due: Due): string => (due.dueAfterDays ? dueInWords(due) : `于${dueInWords(due)}`);

/** A clause as a sentence: who owes whom what or how much, by when, how several owe it, and what shows that it was kept, and what follows where it is not. */
export function clauseInWords(clause: AgreementClause, parties: readonly Named[]): string {
  const [obligors, obligees] = [listed(clause.obligorPartyIds, parties), listed(clause.obligeePartyIds, parties)];
  const proof = `以${proofWords[clause.proof]}为凭${clause.verifierName ? `，由${clause.verifierName}验收` : ""}。`;
  const said = howInWords(clause);
  const breach = clause.consequence && `违约责任：${bare(clause.consequence)}。`;
  const forWhom = obligees && clause.kind !== "pay" ? `上述事项系对${obligees}履行。` : "";
  if (clause.kind === "pay") {
    const sum = sumOfMoney(clause.amountFen ?? 0);
    return `${obligors}应${byWhen(clause)}向${obligees}支付${sum}（${bare(clause.text)}）。${said}${sharesInWords(clause, parties)}${proof}${breach}`;
  }
  if (clause.kind === "act")
    return `${obligors}应${byWhen(clause)}履行下列事项：${bare(clause.text)}。${said}${forWhom}${proof}${breach}`;
  return `${obligors}不得有下列行为：${bare(clause.text)}。${said}${forWhom}${byWhen(clause).replace(/前$/, "")}核查，${proof}${breach}`;
}

/** On which condition, in which way and where, where the parties said so. */
function howInWords({ condition, way, place }: Pick<AgreementClause, "condition" | "way" | "place">): string {
  const said = [
    condition && `履行条件：${bare(condition)}`,
    way && `履行方式：${bare(way)}`,
    place && `履行地点：${bare(place)}`,
  ];
  return ended(said.filter(Boolean).join("；"));
}

/** How several obligors of a payment owe it (民法典 517、518). */
function sharesInWords({ liability, obligorPartyIds, sharesFen }: AgreementClause, parties: readonly Named[]): string {
  if (obligorPartyIds.length < 2 || !liability) return "";
  if (liability === "joint") return "以上付款人承担连带责任。";
  const shares = obligorPartyIds.map((id, i) => `${listed([id], parties)}${figure(sharesFen[i] ?? 0)}`).join("、");
  return `以上付款人按份承担${liability === "equalShares" ? "，份额相同" : ""}：${shares}。`;
}
