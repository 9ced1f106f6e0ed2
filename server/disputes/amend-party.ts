import { and, eq } from "drizzle-orm";
import type * as z from "zod";
import { parties } from "@/db/schema/parties";
import {
  decryptedAddress,
  decryptedIdNumber,
  decryptedPhone,
  encryptedAddress,
  encryptedIdNumber,
  encryptedPhone,
} from "../access/encrypted-contacts";
import type { ActContext } from "../kernel/context";
import { updateInVersion } from "../kernel/in-version";
import { invalid, notFound } from "../kernel/problem";
import { sayWhy } from "../kernel/say-why";
import { dayOf } from "../kernel/shanghai";
import type { Rules } from "../rules/defaults";
import type { amendPartyInput } from "./inputs";
import { retitledAfter } from "./parts/amend-title";
import { checkAge } from "./parts/check-age";
import { checkNames } from "./parts/check-names";
import { perform } from "./perform";

/**
 * Corrects who a party is: an unknown person is identified, a phone number changes, a minor was taken for an adult or has a
 * job of their own. Fields left out stay; a trigger keeps what was there before. Refuses an age that does not fit (`checkAge`).
 * The event names the changed fields, never their contents.
 */
export function amendParty(
  ctx: ActContext,
  input: z.output<typeof amendPartyInput>,
): Promise<{ partyId: string; version: number }> {
  const { partyId, partyVersion, kind, name, phone, idNumber, address, employer } = input;
  return perform(ctx, "party.amend", input, async ({ tx, countyId, dispute, now, rules }) => {
    if (input.since && input.since > dayOf(now)) throw invalid("dayInFuture");
    await sayWhy(tx, input.reason ?? "", input.since);
    const ofDispute = and(eq(parties.countyId, countyId), eq(parties.disputeId, dispute.id), eq(parties.id, partyId));
    const [before] = await tx.select().from(parties).where(ofDispute);
    if (!before) throw notFound();
    const row = { countyId, id: partyId };
    const had = {
      ...before,
      phone: decryptedPhone("parties", row, before.phone),
      idNumber: decryptedIdNumber(row, before.idNumber),
      address: decryptedAddress(row, before.address),
    };
    const aged = agedBy(had, input, dayOf(now), rules);
    const amended = () =>
      updateInVersion(tx, parties, {
        where: ofDispute,
        version: partyVersion,
        set: {
          kind,
          name,
          employer: employer ?? before.employer,
          ...aged,
          ...particularsOf({ ...before, bornOn: aged.bornOn }, input),
          ...(phone === undefined ? {} : encryptedPhone("parties", row, phone)),
          ...(idNumber === undefined ? {} : encryptedIdNumber(row, idNumber)),
          ...(address === undefined ? {} : { address: encryptedAddress(row, address) }),
        },
      });
    const isRenamed = name !== before.name || aged.isMinor !== before.isMinor;
    const version = isRenamed ? await retitledAfter(tx, { countyId, disputeId: dispute.id }, amended) : await amended();
    if (isRenamed) await checkNames(tx, { countyId, disputeId: dispute.id });
    const changed = amendable.filter((field) => input[field] !== undefined && input[field] !== had[field]);
    return {
      result: { partyId, version },
      payload: { party: partyId, changed, identified: before.kind === "unidentified" && kind !== "unidentified" },
    };
  });
}

const amendable = [
  "kind",
  "name",
  "phone",
  "idNumber",
  "address",
  "employer",
  "isMinor",
  "lacksCapacity",
  "bornOn",
  "ownWagesReason",
  "sex",
  "bornYear",
  "ethnicity",
  "occupation",
  "creditCode",
  "legalRepresentative",
] as const;

/** What papers name beside the party as corrected: a person has no credit code, an organisation no sex; a birthday says its year. */
function particularsOf(
  had: Pick<typeof parties.$inferSelect, Particular | "bornOn">,
  input: z.output<typeof amendPartyInput>,
) {
  const isOrganisation = input.kind === "organisation";
  const { sex = had.sex, bornYear = had.bornYear, ethnicity = had.ethnicity, occupation = had.occupation } = input;
  const { creditCode = had.creditCode, legalRepresentative = had.legalRepresentative } = input;
  return isOrganisation
    ? { sex: null, bornYear: null, ethnicity: "", occupation: "", creditCode, legalRepresentative }
    : { sex, bornYear: had.bornOn ? null : bornYear, ethnicity, occupation, creditCode: "", legalRepresentative: "" };
}
type Particular = "sex" | "bornYear" | "ethnicity" | "occupation" | "creditCode" | "legalRepresentative";

type Had = Omit<typeof parties.$inferSelect, "phone" | "idNumber" | "address"> & { idNumber: string };

/** Who acts for the party as corrected; asks for the age only where something that decides it changes. */
function agedBy(had: Had, input: z.output<typeof amendPartyInput>, today: string, rules: Rules) {
  const isPerson = input.kind === "person";
  const next = {
    isMinor: isPerson && (input.isMinor ?? had.isMinor),
    lacksCapacity: isPerson && (input.lacksCapacity ?? had.lacksCapacity),
    bornOn: input.bornOn === undefined ? had.bornOn : input.bornOn,
    ownWagesReason: isPerson ? (input.ownWagesReason ?? had.ownWagesReason) : "",
  };
  // Somebody of age, or under guardianship for another reason, no longer acts as a worker of 16.
  if (!next.isMinor || next.lacksCapacity) next.ownWagesReason = input.ownWagesReason ?? "";
  const isSame =
    (["isMinor", "lacksCapacity", "bornOn", "ownWagesReason"] as const).every((field) => next[field] === had[field]) &&
    (input.idNumber === undefined || input.idNumber === had.idNumber);
  if (isSame) return next;
  return { ...next, bornOn: checkAge({ ...next, idNumber: input.idNumber ?? had.idNumber }, today, rules) };
}
