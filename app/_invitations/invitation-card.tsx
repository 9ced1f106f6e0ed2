import { useTranslations } from "next-intl";
import { Link } from "@/app/_ui/actions/link";
import { Facts } from "@/app/_ui/text/facts";
import type { OwnInvitation } from "@/server/invitations/reads/own";
import { useForceWords } from "./force-words";
import styles from "./invitation.module.css";
import { AnswerBy } from "./invitation-head";

/** One invitation in the list; the whole card opens it. */
export function InvitationCard({ invitation, now }: { invitation: OwnInvitation; now: Date }) {
  const t = useTranslations("invitations");
  const words = useForceWords();
  const { id, from, force, neutralSummary, isOpen, isWaiting, number } = invitation;
  return (
    <li>
      <Link href={`/invitations/${id}`} className={styles.card} data-waiting={isWaiting || undefined}>
        <b>{isWaiting ? t("askedBy", { name: from.name }) : isOpen ? neutralSummary : t("closed", { number })}</b>
        <span className={styles.faint}>
          <Facts items={[words.name(force), isWaiting ? null : from.name, from.unit]} />
        </span>
        {isWaiting ? <span className={styles.cut}>{neutralSummary}</span> : null}
        <AnswerBy invitation={invitation} now={now} />
      </Link>
    </li>
  );
}
