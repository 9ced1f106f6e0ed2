import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Unbroken } from "@/app/_ui/text/unbroken";
import styles from "./next-step-bar.module.css";

interface NextStepBarProps {
  /** The sentence: verb first. */
  children: ReactNode;
  /** Who and until when: "沈静，今天 12:00 前". */
  owner?: ReactNode;
  /** Other people have to act: the label is 等答复 instead of 下一步. */
  isWaiting?: boolean;
  /** At most one alternative, then the one filled button with kbd="↵". */
  actions?: ReactNode;
}

/** The most prominent part of the page of an open proceeding. */
export function NextStepBar({ children, owner, isWaiting, actions }: NextStepBarProps) {
  const t = useTranslations("ui.nextStep");
  return (
    <section className={styles.bar} aria-label={t("label")}>
      <span className={styles.label}>{isWaiting ? t("waiting") : t("label")}</span>
      <p className={styles.words}>
        <span className={styles.sentence}>
          <Unbroken>{children}</Unbroken>
        </span>
        {owner ? (
          <span className={styles.owner}>
            <Unbroken>{owner}</Unbroken>
          </span>
        ) : null}
      </p>
      {actions ? <div className={styles.actions}>{actions}</div> : null}
    </section>
  );
}
