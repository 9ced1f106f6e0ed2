"use client";
import { useTranslations } from "next-intl";
import { SelectField } from "@/app/_ui/fields/select-field";
import { Stack } from "@/app/_ui/layout/columns";
import type { SignatureMeans } from "@/db/vocabulary";
import type { ViolationParty } from "@/server/violations/reads/violation";

/** What one party did with the paper: nothing yet, or signed in person or through a person linked to them. */
export type Signed = Readonly<Record<string, string>>;

interface SignersFieldProps {
  parties: readonly ViolationParty[];
  value: Signed;
  onChange: (value: Signed) => void;
}

const inPerson = "self";

/** Who signed for each party; nobody has before it is chosen. */
export function SignersField({ parties, value, onChange }: SignersFieldProps) {
  const t = useTranslations("violations.signers");
  const kinds = useTranslations("vocabulary.partyLinkKinds");
  return (
    <Stack>
      {parties.map((party) => (
        <SelectField
          key={party.id}
          label={t("of", { name: party.name })}
          placeholder={t("notYet")}
          options={[
            { value: inPerson, label: t("self") },
            ...party.links
              .filter((link) => link.maySign)
              .map((link) => ({ value: link.id, label: t("by", { name: link.name, kind: kinds(link.kind) }) })),
          ]}
          value={value[party.id] ?? ""}
          onChange={(event) => onChange({ ...value, [party.id]: event.currentTarget.value })}
        />
      ))}
    </Stack>
  );
}

/** The same as the server takes it: those who signed. */
export const signersOf = (signed: Signed): { partyId: string; byLinkId: string | null; means: SignatureMeans }[] =>
  Object.entries(signed)
    .filter(([, by]) => by !== "")
    .map(([partyId, by]) => ({ partyId, byLinkId: by === inPerson ? null : by, means: "sign" }));
