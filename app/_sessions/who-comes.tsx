"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SideStamp } from "@/app/_lanes/side-stamp";
import { CheckField } from "@/app/_ui/fields/check-field";
import { FormSection } from "@/app/_ui/layout/form-section";
import type { Overview } from "./session";
import styles from "./sessions.module.css";

export interface Chosen {
  partyIds: readonly string[];
  personIds: readonly string[];
}

interface WhoComesProps {
  overview: Pick<Overview, "parties" | "staff" | "invited">;
  value: Chosen;
  onChange: (change: Partial<Chosen>) => void;
  /** Of a session held already: it may have been held without the lead. */
  mayLeadMiss?: boolean;
}

const toggled = (ids: readonly string[], id: string) =>
  ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id];

/** Ticks: parties by side, helpers who accepted, staff; the lead always takes part in what is to come. */
export function WhoComes({ overview, value, onChange, mayLeadMiss }: WhoComesProps) {
  const t = useTranslations("sessions.book");
  const accepted = overview.invited.filter((one) => one.status === "accepted");
  const person = (id: string, label: ReactNode, isLead = false) => (
    <CheckField
      key={id}
      label={label}
      checked={isLead || value.personIds.includes(id)}
      disabled={isLead}
      onChange={() => onChange({ personIds: toggled(value.personIds, id) })}
    />
  );
  return (
    <>
      <FormSection title={t("parties")}>
        <div className={styles.ticks}>
          {overview.parties.map((party) => (
            <CheckField
              key={party.id}
              label={
                <span className={styles.name}>
                  <SideStamp index={party.side - 1} small /> {party.name}
                </span>
              }
              checked={value.partyIds.includes(party.id)}
              onChange={() => onChange({ partyIds: toggled(value.partyIds, party.id) })}
            />
          ))}
        </div>
      </FormSection>
      <FormSection title={t("helpers")}>
        {accepted.length > 0 ? (
          <div className={styles.ticks}>
            {accepted.map((one) => person(one.personId, <NameAndPost name={one.name} post={one.post} />))}
          </div>
        ) : (
          <p className={styles.quiet}>{t("noHelpers")}</p>
        )}
      </FormSection>
      <FormSection title={t("staff")}>
        <div className={styles.ticks}>
          {overview.staff.map((one) =>
            person(
              one.id,
              <NameAndPost name={one.name} post={one.isLead && !mayLeadMiss ? t("lead") : one.post} />,
              one.isLead && !mayLeadMiss,
            ),
          )}
        </div>
      </FormSection>
    </>
  );
}

function NameAndPost({ name, post }: { name: string; post: string }) {
  return (
    <>
      {name} <span className={styles.quiet}>{post}</span>
    </>
  );
}
