import type { AgreementParty, Particular } from "@/server/agreements/reads/agreement";
import type { PoliceSheetProps } from "./sheet-props";

type Beside = Pick<PoliceSheetProps, "contacts"> & { police: Pick<PoliceSheetProps["police"], "particulars"> };

/** What the sheet says of a party: as it was sent to sign, its ID number masked; empty where unknown. */
export function particularsOn(party: AgreementParty, { police, contacts }: Beside) {
  const own = police.particulars?.find((one) => one.partyId === party.id);
  const contact = contacts.find((one) => one.id === party.id)?.contact;
  return {
    sex: party.sex ?? null,
    /** A birthday, or else the year alone. */
    born: own?.bornOn ?? party.born ?? "",
    ethnicity: party.ethnicity ?? "",
    work: [party.occupation, own?.employer].filter(Boolean).join(" "),
    idNumber: contact?.idNumber ?? "",
    creditCode: party.creditCode ?? "",
    legalRepresentative: party.legalRepresentative ?? "",
    address: contact?.address ?? "",
  };
}

/** What of it has to be written by hand. An organisation has a code and a representative, a child may have no ID card. */
export function blanksOf(party: AgreementParty, police: Beside["police"], contacts: Beside["contacts"]): Particular[] {
  const said = particularsOn(party, { police, contacts });
  const blank = (one: Particular, value: string | null, isNeeded = true) => (isNeeded && !value ? [one] : []);
  if (party.kind === "organisation")
    return [
      ...blank("creditCode", said.creditCode),
      ...blank("legalRepresentative", said.legalRepresentative),
      ...blank("address", said.address),
    ];
  return [
    ...blank("sex", said.sex),
    ...blank("bornOn", said.born.length > 4 ? said.born : ""),
    ...blank("ethnicity", said.ethnicity),
    ...blank("occupation", said.work),
    ...blank("idNumber", said.idNumber, !party.isMinor),
    ...blank("address", said.address),
  ];
}
