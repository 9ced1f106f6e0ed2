import { useTranslations } from "next-intl";
import { useState } from "react";
import { focusField } from "./focus-field";

/** A field's label, or "" where no field can mend it and the form says why by itself; and whether it is there. */
export type Need = readonly [label: string, isThere: boolean];

/** Needs in the order of the fields, each named by the word that labels it. */
export const needsOf = <K extends string>(word: (key: K) => string, fields: Readonly<Record<K, boolean>>): Need[] =>
  (Object.keys(fields) as K[]).map((key) => [word(key), fields[key]]);

/**
 * What has to be filled in before an act, in the order of the fields. The button stays alive: pressed too early it says what
 * is missing (`said`, a sentence) and puts the caret there.
 */
export function useMissing(needs: readonly Need[]): {
  said: string | null;
  press: (fields: Element | null, go: () => void) => void;
} {
  const t = useTranslations("ui.act");
  const [isAsked, setAsked] = useState(false);
  const missing = needs.find(([, isThere]) => !isThere)?.[0];
  return {
    said: !isAsked || missing === undefined ? null : missing ? t("missing", { label: missing }) : t("notYet"),
    press: (fields, go) => {
      setAsked(missing !== undefined);
      if (missing === undefined) go();
      else if (missing) focusField(fields, missing);
    },
  };
}
