import type { Covered } from "./covered";

/** What parties say of entries of a ledger, and how that ended. */
export const coveredContests: Readonly<Record<string, Covered>> = {
  ledger_contests: {
    key: "id",
    version: 2,
    isFinal: true,
    columns:
      "dispute_id,obligation_id,party_id,kind,entry_id,said_by_party_id,said_by_link_id,means,amount_fen,said_on,reason,recorded_by,recorded_at",
    earlier: {
      1: "dispute_id,obligation_id,party_id,kind,entry_id,said_by_party_id,amount_fen,said_on,reason,recorded_by,recorded_at",
    },
  },
  ledger_contest_ends: {
    key: "contest_id",
    version: 2,
    isFinal: true,
    columns: "dispute_id,kind,entry_id,said_by_party_id,said_by_link_id,means,ended_on,reason,recorded_by,recorded_at",
    earlier: { 1: "dispute_id,kind,entry_id,ended_on,reason,recorded_by,recorded_at" },
  },
};
