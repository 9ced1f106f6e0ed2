import { IconBell } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { Link } from "@/app/_ui/actions/link";
import styles from "./bell-link.module.css";

/** The bell with the number of unread notifications; leads to their list. */
export function BellLink({ href, unread }: { href: string; unread: number }) {
  const t = useTranslations("frame");
  // What is heard is what is seen: whoever speaks to their device says the words on the screen.
  const shown = unread > 99 ? "99+" : String(unread);
  return (
    <Link
      href={href}
      className={styles.bell}
      aria-label={unread ? t("bell", { count: shown }) : t("bellNone")}
      title={t("bellNone")}
    >
      <IconBell aria-hidden />
      {unread ? <em aria-hidden="true">{shown}</em> : null}
    </Link>
  );
}
