/** The longest time after the day of signing within which a clause may be due; as obligations_days_in_reach. */
export const dueAfterMaxDays = 3650;

/**
 * The equal share of each of these debtors of a sum, in fen and in their order: the first by id owe a fen more where it does
 * not divide (民法典 517), so that paper and ledger name the same ones however they were ticked.
 */
export function equalShares(amountFen: number, partyIds: readonly string[]): number[] {
  const least = Math.floor(amountFen / partyIds.length);
  const more = new Set([...partyIds].sort().slice(0, amountFen - least * partyIds.length));
  return partyIds.map((id) => least + (more.has(id) ? 1 : 0));
}
