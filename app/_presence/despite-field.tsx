"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ShownProblem } from "@/app/_trpc/use-act";
import { showToast } from "@/app/_ui/feedback/toasts";
import { TextField } from "@/app/_ui/fields/text-field";
import { moveSessionLimits } from "@/app/_ui/limits/sessions";
import type { Uncertain } from "@/server/slots/require-free";

/** Refusals that a reason overrules: somebody cannot come as far as is known. */
const overrulable: ReadonlySet<string> = new Set(["personAway", "personTooFar", "someoneAway"]);

/** Why somebody comes all the same: asked after a refusal for which a reason would do, and kept while it is being tried. */
export function DespiteField({
  problem,
  value,
  onChange,
}: {
  problem: ShownProblem | null;
  value: string;
  onChange: (value: string) => void;
}) {
  const t = useTranslations("sessions.despite");
  if (value === "" && !(problem && overrulable.has(problem.code))) return null;
  return (
    <TextField
      label={t("label")}
      hint={t("hint")}
      value={value}
      maxLength={moveSessionLimits.despite}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

/** The text of that field, and a toast that says of whom it is not certain that they can come. */
export function useDespite() {
  const t = useTranslations("sessions.despite");
  const [despite, setDespite] = useState("");
  function sayUncertain({ uncertain }: { uncertain: readonly Uncertain[] }) {
    const named = (state: Uncertain["state"]) => uncertain.filter((one) => one.state === state).map(({ name }) => name);
    const [reluctant, unknown] = [named("ifNeedBe"), named("unknown")];
    const said = [
      reluctant.length > 0 ? t("ifNeedBe", { names: reluctant.join(t("comma")) }) : "",
      unknown.length > 0 ? t("unknown", { names: unknown.join(t("comma")) }) : "",
    ].filter(Boolean);
    const [first, second] = said;
    if (first) showToast({ message: second ? t("both", { first, second }) : first });
  }
  return { despite, setDespite, sayUncertain };
}
