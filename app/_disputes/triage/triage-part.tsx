import { getTranslations } from "next-intl/server";
import type { ComponentProps } from "react";
import { ClientWords } from "@/app/_i18n/client-words";
import styles from "./triage.module.css";
import { TriageForm } from "./triage-form";

/** The triage with words of its own, which no page carries on which it is not drawn. */
export async function TriagePart(props: ComponentProps<typeof TriageForm>) {
  const t = await getTranslations("triage");
  const form = <TriageForm {...props} />;
  return (
    <ClientWords of="_disputes/triage/triage-part">
      {props.isAgain ? (
        // What has ended is finished for most people: another way is offered, not asked for.
        <details className={styles.again}>
          <summary>{t("again")}</summary>
          {form}
        </details>
      ) : (
        form
      )}
    </ClientWords>
  );
}
