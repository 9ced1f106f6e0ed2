"use client";
import { IconPlus } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { Button } from "@/app/_ui/actions/button";
import { FieldError } from "@/app/_ui/fields/field-look";
import { FormSection } from "@/app/_ui/layout/form-section";
import type { CallChoice } from "@/server/disputes/reads/choices";
import { type Draft, type Missing, type PartyDraft, sidesOf, withoutParty, withParty } from "./draft";
import { PartyRow } from "./party-row";
import styles from "./register.module.css";
import { seenAs } from "./seen";
import type { Similar } from "./use-similar";

const sidesMax = 12;

interface WhoSectionProps {
  draft: Draft;
  /** Calls it was opened from, whose callers may be parties. */
  calls?: readonly CallChoice[];
  /** Nothing stands before it: the page opens with the cursor in its first field. */
  isFirstOnPage?: boolean;
  /** What is like it among earlier matters, whose parties are offered. */
  similar?: Similar;
  onChange: (draft: Draft) => void;
  missing: readonly Missing[];
}

/** Parties on any number of sides; agents, minors and standing are in each row's menu. */
export function WhoSection({ draft, calls = [], isFirstOnPage, similar, onChange, missing }: WhoSectionProps) {
  const t = useTranslations("register.who");
  const sides = sidesOf(draft);
  const last = sides.at(-1) ?? 1;
  const put = (party: PartyDraft) =>
    onChange({ ...draft, parties: draft.parties.map((one) => (one.key === party.key ? party : one)) });
  return (
    <FormSection title={t("title")} hint={t("hint")}>
      {draft.parties.map((party, index) => (
        <PartyRow
          key={party.key}
          party={party}
          isFirst={index === 0}
          isFocused={index === 0 && isFirstOnPage}
          caller={calls.find((call) => call.id === party.callerOf)?.caller ?? null}
          seen={similar ? seenAs(similar.found, party) : null}
          isNameMissing={missing.includes("names") && !party.name.trim()}
          canRemove={draft.parties.length > 2}
          onChange={put}
          onRemove={() => onChange(withoutParty(draft, party.key))}
          onAddBeside={() => onChange(withParty(draft, party.side))}
        />
      ))}
      {missing.includes("sides") ? (
        <p className={styles.error}>
          <FieldError>{t("sidesMissing")}</FieldError>
        </p>
      ) : null}
      <div className={styles.buttons}>
        <Button small icon={<IconPlus aria-hidden />} onClick={() => onChange(withParty(draft, last))}>
          {t("addPerson")}
        </Button>
        {last < sidesMax ? (
          <Button small icon={<IconPlus aria-hidden />} onClick={() => onChange(withParty(draft, last + 1))}>
            {t("addSide")}
          </Button>
        ) : null}
        <span className={styles.quiet}>{t("menuHint")}</span>
      </div>
    </FormSection>
  );
}
