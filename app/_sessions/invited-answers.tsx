import { useLocale, useTranslations } from "next-intl";
import { ButtonLink } from "@/app/_ui/actions/button";
import { Empty } from "@/app/_ui/feedback/empty";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import type { Overview } from "./session";
import styles from "./sessions.module.css";

/** The answers of the invited, one line each; inviting is done on the board of the overview. */
export function InvitedAnswers({
  disputeId,
  invited,
  mayInvite,
}: {
  disputeId: string;
  invited: Overview["invited"];
  mayInvite: boolean;
}) {
  const t = useTranslations("sessions.answers");
  const statuses = useTranslations("vocabulary.invitationStatuses");
  const locale = useLocale();
  const accepted = invited.filter((one) => one.status === "accepted").length;
  const board = mayInvite ? (
    <ButtonLink href={`/disputes/${disputeId}`} small>
      {t("toBoard")}
    </ButtonLink>
  ) : null;
  return (
    <Sheet labelledBy="answers">
      <SectionHead
        id="answers"
        title={t("title")}
        note={invited.length > 0 ? t("note", { accepted, asked: invited.length }) : undefined}
        end={invited.length > 0 ? board : undefined}
      />
      {invited.length === 0 ? (
        <Empty action={board}>{t("none")}</Empty>
      ) : (
        <ul className={styles.answers}>
          {invited.map((one) => (
            <li key={`${one.personId}-${one.forceCode}`}>
              <span>
                <b>{one.name}</b>{" "}
                <span className={styles.quiet}>{locale === "en" ? one.forceNameEn : one.forceNameZh}</span>
              </span>
              <span className={one.status === "expired" ? styles.silent : undefined}>{statuses(one.status)}</span>
            </li>
          ))}
        </ul>
      )}
    </Sheet>
  );
}
