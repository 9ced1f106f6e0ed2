import { check, index, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { agreements } from "./agreements";
import { countyId, moment, ref } from "./columns";
import { encryptedText, isEncrypted } from "./encrypted";
import { parties } from "./parties";
import { inDispute } from "./references";

/**
 * What was sent to be signed, word for word: parties, committee, mediator, facts and clauses as they stood then. The paper is
 * read from here ever after; what changes later stands beside it (人民调解法 29).
 */
export const agreementPapers = pgTable(
  "agreement_papers",
  {
    countyId: countyId(),
    agreementId: ref("agreement_id").notNull(),
    disputeId: ref("dispute_id").notNull(),
    /** JSON text, built by app.paper_content; its SHA-256 names the paper. */
    content: text("content").notNull(),
    frozenAt: moment("frozen_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.agreementId] }),
    inDispute("agreement_papers_of_agreement", t, t.agreementId, agreements),
    index("agreement_papers_by_dispute").on(t.countyId, t.disputeId),
  ],
);

/**
 * ID number and address of a party as they were when its paper was sent to be signed, copied by the trigger that keeps the
 * paper. They are encrypted for the party's own row (`encryptedColumns`), because no key is in the database.
 */
export const paperParticulars = pgTable(
  "paper_particulars",
  {
    countyId: countyId(),
    id: uuid("id").notNull(),
    disputeId: ref("dispute_id").notNull(),
    agreementId: ref("agreement_id").notNull(),
    partyId: ref("party_id").notNull(),
    idNumber: encryptedText("id_number"),
    address: encryptedText("address"),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    inDispute("paper_particulars_of_agreement", t, t.agreementId, agreements),
    inDispute("paper_particulars_of_party", t, t.partyId, parties),
    uniqueIndex("paper_particulars_once").on(t.countyId, t.agreementId, t.partyId),
    check("paper_particulars_id_number_encrypted", isEncrypted(t.idNumber)),
    check("paper_particulars_address_encrypted", isEncrypted(t.address)),
    index("paper_particulars_by_dispute").on(t.countyId, t.disputeId),
  ],
);
