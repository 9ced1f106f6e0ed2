import { IconAlertCircle } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import type { ReactNode, Ref } from "react";
import styles from "./note.module.css";

interface ErrorNoteProps {
  /** What happened, that nothing was lost, what to do. */
  children: ReactNode;
  /** Six characters to read out on the phone. */
  code?: string;
  action?: ReactNode;
  /** For whoever moves the focus here. */
  ref?: Ref<HTMLDivElement>;
  /** Why a form cannot be sent, where no field says it: the caret goes here. */
  isFault?: boolean;
}

/** A refusal or a failure, shown in place. Announced once by screen readers. */
export function ErrorNote({ children, code, action, ref, isFault }: ErrorNoteProps) {
  const t = useTranslations("ui");
  return (
    <div
      role="alert"
      className={styles.error}
      ref={ref}
      tabIndex={ref || isFault ? -1 : undefined}
      data-fault={isFault || undefined}
    >
      <IconAlertCircle aria-hidden />
      <p>
        {children}
        {code ? <span className={styles.code}>{t("errorCode", { code })}</span> : null}
      </p>
      {action}
    </div>
  );
}
