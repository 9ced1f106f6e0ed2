"use client";
import { useTranslations } from "next-intl";
import { SelectField } from "@/app/_ui/fields/select-field";
import { useFormat } from "@/app/_ui/format/use-format";
import type { Registration } from "@/server/merging/reads/merge-plan";

interface MatchPartiesProps {
  absorbed: Registration;
  survivor: Registration;
  /** Party of the absorbed one → party of the other; null where they come as one. */
  same: Readonly<Record<string, string | null>>;
  onChange: (same: Record<string, string | null>) => void;
}

/** One line for each party of the absorbed registration: who they are under the other, which somebody has to say. */
export function MatchParties({ absorbed, survivor, same, onChange }: MatchPartiesProps) {
  const t = useTranslations("disputes.merge");
  const f = useFormat();
  return (
    <>
      <p>{t("parties")}</p>
      {absorbed.parties.map(({ id, name, side }) => (
        <SelectField
          key={id}
          label={name}
          options={[
            { value: "", label: t("newTo", { side: f.side(side - 1) }) },
            ...survivor.parties.map((party) => ({ value: party.id, label: t("samePerson", { name: party.name }) })),
          ]}
          value={same[id] ?? ""}
          onChange={(event) => onChange({ ...same, [id]: event.currentTarget.value || null })}
        />
      ))}
    </>
  );
}
