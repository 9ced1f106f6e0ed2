import { sql } from "drizzle-orm";
import { check, index, jsonb, pgTable, primaryKey, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { agreements } from "./agreements";
import { countyId, moment, ref } from "./columns";
import { interpreters } from "./interpreters";
import { parties, partyLinks } from "./parties";
import { people } from "./people";
import { inCounty, inDispute } from "./references";
import { signatureMeansEnum, signerKindEnum } from "./words";

/**
 * Somebody was asked to sign on a phone of their own, by a link (`invitationLinks`): a party or who stands beside it, somebody
 * who was there, or the lead. Who refuses says why, which all of them are told.
 */
export const signingRequests = pgTable(
  "signing_requests",
  {
    countyId: countyId(),
    id: uuid("id").notNull(),
    disputeId: ref("dispute_id").notNull(),
    agreementId: ref("agreement_id").notNull(),
    signerKind: signerKindEnum("signer_kind").notNull(),
    partyId: ref("party_id"),
    /** Agent, guardian or representative who was asked to sign for the party. */
    byLinkId: ref("by_link_id"),
    personId: ref("person_id"),
    /** Who interprets, reads aloud or witnesses, as the paper names them. */
    interpreterId: ref("interpreter_id"),
    askedBy: ref("asked_by").notNull(),
    askedAt: moment("asked_at").notNull(),
    refusedAt: moment("refused_at"),
    refusedReason: text("refused_reason").notNull().default(""),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    unique("signing_requests_within_dispute").on(t.countyId, t.disputeId, t.id),
    inDispute("signing_requests_of_agreement", t, t.agreementId, agreements),
    inDispute("signing_requests_of_party", t, t.partyId, parties),
    inCounty("signing_requests_by_link", t, t.byLinkId, partyLinks),
    inCounty("signing_requests_of_person", t, t.personId, people),
    inCounty("signing_requests_of_interpreter", t, t.interpreterId, interpreters),
    inCounty("signing_requests_asked_by", t, t.askedBy, people),
    check(
      "signing_requests_signer_named",
      sql`(${t.signerKind} = 'party') = (${t.partyId} is not null) and num_nonnulls(${t.partyId}, ${t.personId}, ${t.interpreterId}) = 1
        and (${t.interpreterId} is null or ${t.signerKind} = 'witness') and (${t.byLinkId} is null or ${t.signerKind} = 'party')`,
    ),
    check("signing_requests_no_has_reason", sql`(${t.refusedAt} is null) = (btrim(${t.refusedReason}) = '')`),
    index("signing_requests_by_agreement").on(t.countyId, t.agreementId),
  ],
);

/** A signature, seal or fingerprint put on the agreement; each signer once, never changed. */
export const signatures = pgTable(
  "signatures",
  {
    countyId: countyId(),
    id: uuid("id").notNull(),
    disputeId: ref("dispute_id").notNull(),
    agreementId: ref("agreement_id").notNull(),
    signerKind: signerKindEnum("signer_kind").notNull(),
    partyId: ref("party_id"),
    personId: ref("person_id"),
    /** Agent or guardian who signed for the party. */
    signedByLinkId: ref("signed_by_link_id"),
    means: signatureMeansEnum("means").notNull(),
    signedAt: moment("signed_at").notNull(),
    /** What a mediator or witness was called then, kept by a trigger; a party's signer stands in the paper or beside it. */
    signerName: text("signer_name").notNull().default(""),
    /** Who wrote it down; of what was signed by a link, who asked for it. */
    recordedBy: ref("recorded_by").notNull(),
    /** What was drawn on a screen, as strokes of points [x, y]; null where it stands on paper. */
    strokes: jsonb("strokes"),
    /** Signed by its link, on a phone of their own. */
    requestId: ref("request_id"),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    inDispute("signatures_of_agreement", t, t.agreementId, agreements),
    inDispute("signatures_of_party", t, t.partyId, parties),
    inCounty("signatures_of_person", t, t.personId, people),
    inCounty("signatures_signed_by", t, t.signedByLinkId, partyLinks),
    check(
      "signatures_signer_named",
      sql`(${t.signerKind} = 'party') = (${t.partyId} is not null) and (${t.signerKind} = 'party') = (${t.personId} is null)`,
    ),
    inDispute("signatures_as_requested", t, t.requestId, signingRequests),
    check("signatures_drawn_by_hand", sql`${t.strokes} is null or ${t.means} = 'sign'`),
    check("signatures_by_link_drawn", sql`${t.requestId} is null or ${t.strokes} is not null`),
    uniqueIndex("signatures_party_once").on(t.countyId, t.agreementId, t.partyId),
    uniqueIndex("signatures_person_once").on(t.countyId, t.agreementId, t.personId),
    index("signatures_by_dispute").on(t.countyId, t.disputeId),
  ],
);
