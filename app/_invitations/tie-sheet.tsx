"use client";
import { IconHourglass, IconUsersGroup } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import type { RefObject } from "react";
import { Button } from "@/app/_ui/actions/button";
import { Banner } from "@/app/_ui/feedback/banner";
import { CheckField } from "@/app/_ui/fields/check-field";
import { Sheet } from "@/app/_ui/layout/sheet";
import type { OwnInvitation } from "@/server/invitations/reads/own";
import styles from "./invitation.module.css";
import { TieNames } from "./tie-names";

interface TieSheetProps {
  invitation: OwnInvitation;
  hasNoTie: boolean;
  onTick: (hasNoTie: boolean) => void;
  /** They pressed the button without ticking. */
  isMissed: boolean;
  tick: RefObject<HTMLInputElement | null>;
  onDisclose: () => void;
}

/** The question about ties: names, the sentence to tick, and the button for people who have a tie. */
export function TieSheet({ invitation, hasNoTie, onTick, isMissed, tick, onDisclose }: TieSheetProps) {
  const t = useTranslations("invitations.tie");
  const { partyNames, disclosure, from } = invitation;
  return (
    <Sheet flush>
      <div className={styles.tie}>
        <div className={styles.tieHead}>
          <h2>{t("title", { count: partyNames.length })}</h2>
          {disclosure === "none" ? (
            <Button variant="text" small className={styles.tell} onClick={onDisclose}>
              {t("tell")}
            </Button>
          ) : null}
        </div>
        <TieNames names={partyNames} />
      </div>
      {disclosure === "none" ? (
        <div className={styles.declare}>
          <CheckField
            ref={tick}
            label={<b>{t("declare")}</b>}
            checked={hasNoTie}
            onChange={(event) => onTick(event.currentTarget.checked)}
            error={isMissed && !hasNoTie ? t("need") : undefined}
          />
        </div>
      ) : disclosure === "asked" ? (
        <Banner tone="amber" icon={<IconHourglass aria-hidden />}>
          {t("asked", { name: from.name })}
        </Banner>
      ) : (
        <Banner tone="act" icon={<IconUsersGroup aria-hidden />}>
          {t("waived")}
        </Banner>
      )}
    </Sheet>
  );
}
