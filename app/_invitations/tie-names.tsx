import { useTranslations } from "next-intl";
import { SideStamp } from "@/app/_lanes/side-stamp";
import styles from "./invitation.module.css";
import { frozenName } from "./party-name";

/** Parties and their representatives, for the question about ties. */
export function TieNames({ names }: { names: readonly string[] }) {
  const t = useTranslations("invitations.tie");
  return (
    <ul className={styles.names}>
      {names.map((text) => {
        const { sideIndex, name, link } = frozenName(text);
        return (
          <li key={text}>
            <div className={styles.name}>
              <SideStamp index={sideIndex} />
              <span>
                <b>{name}</b> {link ? <span className={styles.faint}>{t(`link.${link}`)}</span> : null}
              </span>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
