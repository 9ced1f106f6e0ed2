import Link from "next/link";
import { useTranslations } from "next-intl";
import { Facts } from "@/app/_ui/facts";
import type { OwnInvitation } from "@/server/invitations/read-own";
import { useForceWords } from "./force-words";
import styles from "./invitation.module.css";
import { AnswerBy } from "./invitation-head";

/** One invitation in the list; the whole card opens it. */
export function InvitationCard({ invitation, now }: { invitation: OwnInvitation; now: Date }) {
  const t = useTranslations("invitations");
  const words = useForceWords();
  const { id, from, force, neutralSummary } = invitation;
  return (
    <li>
      <Link href={`/invitations/${id}`} className={styles.card} data-waiting={invitation.isWaiting || undefined}>
        <b>{t("askedBy", { name: from.name })}</b>
        <span className={styles.faint}>
          <Facts items={[words.name(force), from.unit]} />
        </span>
        <span className={styles.cut}>{neutralSummary}</span>
        <AnswerBy invitation={invitation} now={now} />
      </Link>
    </li>
  );
}
