import { useTranslations } from "next-intl";
import { NewerValues } from "@/app/_ui/feedback/newer-values";
import type { Draft } from "./use-draft";

/** The draft that somebody else saved while this one was being written. */
export function NewerDraft({ draft }: { draft: Draft }) {
  const t = useTranslations("agreements.form");
  const forms = useTranslations("vocabulary.agreementForms");
  return (
    <NewerValues
      seen={draft.seen}
      words={(one) => [
        { label: t("form"), value: forms(one.form) },
        { label: t("facts"), value: one.facts },
        ...one.clauses.map(({ text }, index) => ({ label: t("nth", { n: index + 1 }), value: text })),
      ]}
      onTake={draft.take}
    />
  );
}
