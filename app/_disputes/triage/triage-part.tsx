import type { ComponentProps } from "react";
import { ClientWords } from "@/app/_i18n/client-words";
import { TriageForm } from "./triage-form";

/** The triage with words of its own, which no page carries on which it is not drawn. */
export function TriagePart(props: ComponentProps<typeof TriageForm>) {
  return (
    <ClientWords of="_disputes/triage/triage-part">
      <TriageForm {...props} />
    </ClientWords>
  );
}
