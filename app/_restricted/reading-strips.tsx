import { IconEye, IconLock } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { Banner } from "@/app/_ui/feedback/banner";
import { useFormat } from "@/app/_ui/format/use-format";
import type { DisputePage } from "@/server/disputes/reads/dispute-page";
import { AskToRead } from "./ask-to-read";
import { ReleaseButton } from "./release-button";

/** What the reader of a dispute has to know about its closing: their own window, why it is sealed, and what is not shown to them. */
export function ReadingStrips({ dispute, now }: { dispute: DisputePage; now: Date }) {
  const t = useTranslations("restricted");
  const ground = useTranslations("vocabulary.restrictionGrounds");
  const f = useFormat(now);
  const { id, allowed, restriction, areMinorsClosed, windowEndsAt } = dispute;
  return (
    <>
      {windowEndsAt ? (
        <Banner
          tone="act"
          icon={<IconEye aria-hidden />}
          action={allowed.includes("restriction.release") ? <ReleaseButton disputeId={id} /> : undefined}
        >
          {t("ownWindow", { at: f.dayTime(windowEndsAt) })}
        </Banner>
      ) : null}
      {restriction ? (
        <Banner icon={<IconLock aria-hidden />}>
          {t("sealedWhy", {
            ground: ground(restriction.ground),
            name: restriction.setBy,
            at: f.dayTime(restriction.at),
            reason: restriction.reason,
          })}
        </Banner>
      ) : null}
      {areMinorsClosed ? (
        <Banner icon={<IconLock aria-hidden />} action={<AskToRead disputeId={id} small />}>
          {t("minors")}
        </Banner>
      ) : null}
    </>
  );
}
