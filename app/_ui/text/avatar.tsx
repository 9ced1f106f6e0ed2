import styles from "./avatar.module.css";
import { familyName } from "./family-name";

/** A person's family name in a circle. Decoration: the name always stands beside it. */
export function Avatar({ name, isLarge }: { name: string; isLarge?: boolean }) {
  const family = familyName(name);
  return (
    <span
      aria-hidden="true"
      className={`${styles.avatar} ${isLarge ? styles.large : ""}`}
      data-long={[...family].length > 1}
    >
      {family}
    </span>
  );
}
