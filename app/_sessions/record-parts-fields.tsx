"use client";
import { useTranslations } from "next-intl";
import { SideStamp } from "@/app/_lanes/side-stamp";
import { ErrorNote } from "@/app/_ui/feedback/error-note";
import { CheckField } from "@/app/_ui/fields/check-field";
import { TextArea } from "@/app/_ui/fields/text-field";
import { Stack } from "@/app/_ui/layout/columns";
import { recordSessionLimits } from "@/app/_ui/limits/sessions";
import { otherRoutes, type SessionResult } from "@/db/vocabulary";
import { statementMax } from "@/server/sessions/choices";
import { lackingIn, type PartyHere, type RecordParts } from "./record-parts";
import styles from "./sessions.module.css";

interface RecordPartsFieldsProps {
  parties: readonly PartyHere[];
  result: SessionResult | null;
  value: RecordParts;
  onChange: (parts: RecordParts) => void;
  /** Whether what is missing is said. */
  isTried: boolean;
}

/** What each party stated, the facts, what came of it or why it failed, and which other ways were told. */
export function RecordPartsFields({ parties, result, value, onChange, isTried }: RecordPartsFieldsProps) {
  const t = useTranslations("sessions.parts");
  const routes = useTranslations("vocabulary.otherRoutes");
  const { statements, facts, outcome, routesTold } = value;
  const lacks = lackingIn(value, isTried ? result : null, parties);
  return (
    <Stack>
      {parties.map((party) => (
        <TextArea
          key={party.id}
          label={
            <span className={styles.name}>
              <SideStamp index={party.side - 1} small /> {t("statement", { name: party.name })}
            </span>
          }
          minRows={2}
          maxLength={statementMax}
          value={statements[party.id] ?? ""}
          error={lacks.statements.includes(party.name) ? t("statementNeeded") : undefined}
          onChange={(event) =>
            onChange({ ...value, statements: { ...statements, [party.id]: event.currentTarget.value } })
          }
        />
      ))}
      <TextArea
        label={t("facts")}
        minRows={2}
        maxLength={recordSessionLimits.facts}
        value={facts}
        onChange={(event) => onChange({ ...value, facts: event.currentTarget.value })}
      />
      <TextArea
        label={t(`outcome.${result ?? "none"}`)}
        minRows={2}
        maxLength={recordSessionLimits.outcome}
        value={outcome}
        error={lacks.outcome ? t("outcomeNeeded") : undefined}
        onChange={(event) => onChange({ ...value, outcome: event.currentTarget.value })}
      />
      {result === "failed" || routesTold.length > 0 ? (
        <fieldset className={styles.ticks}>
          <legend>{t("routes")}</legend>
          {otherRoutes.map((route) => (
            <CheckField
              key={route}
              label={routes(route)}
              checked={routesTold.includes(route)}
              onChange={(event) =>
                onChange({
                  ...value,
                  routesTold: event.currentTarget.checked
                    ? [...routesTold, route]
                    : routesTold.filter((one) => one !== route),
                })
              }
            />
          ))}
          {lacks.routes ? <ErrorNote isFault>{t("routesNeeded")}</ErrorNote> : null}
        </fieldset>
      ) : null}
    </Stack>
  );
}
