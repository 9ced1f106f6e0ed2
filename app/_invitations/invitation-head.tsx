import { IconPhone } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/app/_ui/actions/button";
import { phoneHref } from "@/app/_ui/format/phone-href";
import { useFormat } from "@/app/_ui/format/use-format";
import { Clock } from "@/app/_ui/text/clock";
import { Facts } from "@/app/_ui/text/facts";
import type { OwnInvitation } from "@/server/invitations/reads/own";
import styles from "./invitation.module.css";

/** Who asks, the deadline for the answer, and their phone number. */
export function InvitationHead({ invitation, now }: { invitation: OwnInvitation; now: Date }) {
  const t = useTranslations("invitations");
  const f = useFormat(now);
  const { from, isOpen, number, sentAt } = invitation;
  return (
    <div className={styles.head}>
      <div className={styles.asks}>
        <h1>{isOpen ? t("askedBy", { name: from.name }) : t("closed", { number })}</h1>
        <p className={styles.faint}>
          {isOpen ? <Facts items={[from.post, from.unit]} /> : <time dateTime={sentAt}>{f.dateTime(sentAt)}</time>}
        </p>
        <AnswerBy invitation={invitation} now={now} />
      </div>
      {from.phone ? (
        <ButtonLink href={phoneHref(from.phone)} icon={<IconPhone aria-hidden />}>
          {t("call")}
          <span className="sr-only">{t("callWhom", { name: from.name })}</span>
        </ButtonLink>
      ) : null}
    </div>
  );
}

/** The remaining time while the invitation is open, else the answer. */
export function AnswerBy({ invitation, now }: { invitation: OwnInvitation; now: Date }) {
  const t = useTranslations("invitations");
  const f = useFormat(now);
  const { isWaiting, status, sentAt, answerBy, answeredAt, deputy, isDeputised } = invitation;
  // Naming a deputy is not a plain refusal.
  if (!isWaiting && deputy) return <p className={styles.state}>{t("named", { name: deputy })}</p>;
  if (!isWaiting)
    return (
      <p className={styles.state}>
        {t(`state.${isDeputised ? "deputised" : status}`, { at: answeredAt ? f.dayTime(answeredAt) : "" })}
      </p>
    );
  const soonMs = 6 * 3_600_000;
  const soon = Date.parse(answerBy) - now.getTime() < soonMs;
  return (
    <Clock
      startAt={sentAt}
      endAt={answerBy}
      now={now}
      words={t("answerBy", { at: f.nearDay(answerBy) })}
      title={f.dateTime(answerBy)}
      soon={soon}
    />
  );
}
