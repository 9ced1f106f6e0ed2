import { fenOfYuan, yuanOfFen } from "@/app/_ui/format/fen";
import { dueAfterMaxDays, equalShares, instalmentsMax } from "@/server/agreements/choices";
import { type ClauseDraft, dueAfterOf, isShared, sharesOf } from "./clause-draft";

/** In how many parts a sum is paid, and how many months lie between them. */
interface Instalments {
  count: number;
  months: number;
}
/** A month counted in days, where the first part is due so many days after signing. */
const daysOfMonth = 30;

/** What was typed, or null while it makes no instalments. */
export function instalmentsOf({ instalments }: Pick<ClauseDraft, "instalments">): Instalments | null {
  const whole = (text = "") => (/^\d{1,2}$/.test(text) ? Number(text) : 0);
  const [count, months] = [whole(instalments?.count), whole(instalments?.months)];
  return count >= 2 && count <= instalmentsMax.count && months >= 1 && months <= instalmentsMax.months
    ? { count, months }
    : null;
}

/** The same day so many months later, or the last of a shorter month. */
function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0));
  return `${last.toISOString().slice(0, 8)}${String(Math.min(date, last.getUTCDate())).padStart(2, "0")}`;
}

/** A sum in so many parts, of which the first owe a fen more where it does not divide. */
const partsOf = (fen: number, count: number): number[] =>
  Array.from({ length: count }, (_, i) => Math.floor(fen / count) + (i < fen % count ? 1 : 0));

const upTo = (list: readonly number[]): number[] =>
  list.map((_, i) => list.slice(0, i + 1).reduce((sum, one) => sum + one, 0));

/**
 * What each debtor owes of each part: every part adds up to its sum and every debtor's parts to their share, to the fen. Both are
 * rounded where they have got to, not one by one; and in BigInt, because sums multiply.
 */
export function sharesOfParts(parts: readonly number[], shares: readonly number[]): number[][] {
  const total = BigInt(parts.reduce((sum, one) => sum + one, 0));
  const [rows, columns] = [
    [0, ...upTo(parts)],
    [0, ...upTo(shares)],
  ];
  const owed = (row: number, column: number) => Number((BigInt(rows[row] ?? 0) * BigInt(columns[column] ?? 0)) / total);
  return parts.map((_, i) => shares.map((_, j) => owed(i + 1, j + 1) - owed(i, j + 1) - owed(i + 1, j) + owed(i, j)));
}

/**
 * The clause as one clause for each part, each an obligation of its own: sums right to the fen, whoever owes how much of each, and by
 * when. Null while the clause lacks what it takes, or a part would be nothing.
 */
export function inInstalments(clause: ClauseDraft): ClauseDraft[] | null {
  const plan = instalmentsOf(clause);
  const fen = fenOfYuan(clause.yuan);
  const shares = isShared(clause) && clause.liability !== "joint" && clause.liability ? sharesOf(clause) : [];
  const first = clause.dueAfter === undefined ? null : dueAfterOf(clause);
  if (clause.kind !== "pay" || !plan || !fen || !shares || (first === null && !clause.dueOn)) return null;
  if (first !== null && first + daysOfMonth * plan.months * (plan.count - 1) > dueAfterMaxDays) return null;
  const parts = partsOf(fen, plan.count);
  const owed = sharesOfParts(parts, shares);
  if (parts.some((part) => part === 0) || owed.flat().some((share) => share <= 0)) return null;
  const ids = clause.obligorPartyIds;
  const isEqual =
    clause.liability === "equalShares" && parts.every((part, i) => sameAs(owed[i], equalShares(part, ids)));
  const [what = "", ...rest] = clause.text
    .trim()
    .replace(/[。；]$/, "")
    .split("；");
  return parts.map((part, i) => ({
    ...clause,
    ...{ key: `${clause.key}.${i + 1}`, instalments: undefined, yuan: yuanOfFen(part), movedFrom: undefined },
    // Behind what is paid, and before what follows where it is not.
    text: [`${what}，第${i + 1}期，共${plan.count}期`, ...rest].join("；"),
    ...(first === null
      ? { dueOn: monthsAfter(clause.dueOn, i * plan.months) }
      : { dueAfter: String(first + daysOfMonth * plan.months * i) }),
    ...(shares.length > 0 && !isEqual
      ? {
          liability: "shares" as const,
          shares: Object.fromEntries(ids.map((id, j) => [id, yuanOfFen(owed[i]?.[j] ?? 0)])),
        }
      : {}),
  }));
}

const sameAs = (one: readonly number[] | undefined, other: readonly number[]): boolean =>
  one?.length === other.length && other.every((fen, i) => one[i] === fen);
