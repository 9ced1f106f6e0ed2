import { useTranslations } from "next-intl";
import { Glyph } from "@/app/_seats/glyph";
import { Sheet } from "@/app/_ui/layout/sheet";
import type { OwnInvitation } from "@/server/invitations/reads/own";
import { useForceWords } from "./force-words";
import styles from "./invitation.module.css";

const lastPlace = 7;

/** Which seat, what is expected there, and the two neutral sentences. */
export function SeatSheet({ invitation }: { invitation: OwnInvitation }) {
  const t = useTranslations("invitations");
  const words = useForceWords();
  const { force, roleAsked, neutralSummary } = invitation;
  const mine = force.seat <= lastPlace ? force.seat : undefined;
  return (
    <Sheet>
      <div className={styles.seat}>
        <Glyph size={56} mine={mine} seats={[]} />
        <div>
          <h2>{t("seat", { force: words.name(force) })}</h2>
          <p className={styles.faint}>{roleAsked || words.task(force)}</p>
        </div>
      </div>
      {neutralSummary ? <p className={styles.summary}>{neutralSummary}</p> : null}
    </Sheet>
  );
}
