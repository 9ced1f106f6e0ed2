import { useTranslations } from "next-intl";
import type { Presence } from "@/server/slots/presence";
import styles from "./matrix.module.css";

/** Can, can reluctantly, cannot, unknown: a shape each, with a hidden text. `isRequired` emphasizes an absence. */
export function PresenceMark({ presence, isRequired }: { presence: Presence; isRequired: boolean }) {
  const t = useTranslations("convene.presence");
  const look = presence === "cannot" && isRequired ? "blocks" : presence;
  return (
    <span className={styles.mark} data-look={look}>
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        {presence === "can" ? (
          <>
            <circle cx="8" cy="8" r="7.5" fill="currentColor" />
            <path d="M4.6 8.2l2.4 2.3 4.4-4.8" fill="none" stroke="var(--on)" strokeWidth="1.6" />
          </>
        ) : null}
        {presence === "ifNeedBe" ? (
          <>
            <circle cx="8" cy="8" r="6.7" fill="none" stroke="currentColor" strokeWidth="1.6" />
            <path d="M8 1.3a6.7 6.7 0 0 1 0 13.4z" fill="currentColor" />
          </>
        ) : null}
        {presence === "cannot" ? (
          <path d="M3.5 3.5l9 9m0-9l-9 9" fill="none" stroke="currentColor" strokeWidth={isRequired ? 2.2 : 1.5} />
        ) : null}
        {presence === "unknown" ? (
          <>
            <circle
              cx="8"
              cy="8"
              r="6.7"
              fill="none"
              stroke="currentColor"
              strokeWidth="1.2"
              strokeDasharray="2.4 2.2"
            />
            <path
              d="M6.3 6.4a1.8 1.8 0 1 1 2.5 1.7c-.6.3-.8.6-.8 1.2M8 11.3v.6"
              fill="none"
              stroke="currentColor"
              strokeWidth="1.3"
            />
          </>
        ) : null}
      </svg>
      <span className="sr-only">{t(look)}</span>
    </span>
  );
}
