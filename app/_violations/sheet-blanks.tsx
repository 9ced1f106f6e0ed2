"use client";
import { useTranslations } from "next-intl";
import { blanksOf } from "./sheet-particulars";
import type { PoliceSheetProps } from "./sheet-props";

/** Which particulars the sheet leaves to be written by hand, party by party; not printed. */
export function SheetBlanks({ page, police, contacts }: Omit<PoliceSheetProps, "agreement">) {
  const t = useTranslations("violations.sheet");
  const names = useTranslations("agreements.particulars");
  const lacking = page.parties
    .map((party) => ({ name: party.name, blanks: blanksOf(party, police, contacts) }))
    .filter(({ blanks }) => blanks.length > 0)
    .map(({ name, blanks }) => t("lacksOf", { name, what: blanks.map((one) => names(one)).join(t("and")) }));
  return lacking.length > 0 ? <p>{t("lacks", { parties: lacking.join(t("semicolon")) })}</p> : null;
}
