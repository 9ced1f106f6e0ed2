import { IconArrowMerge } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/app/_ui/actions/button";
import { Banner } from "@/app/_ui/feedback/banner";
import { useFormat } from "@/app/_ui/format/use-format";
import type { DisputePage } from "@/server/disputes/reads/dispute-page";

/** A registration that goes on under another one says so, and leads there whoever may read it. */
export function MergedStrip({ dispute, now }: { dispute: DisputePage; now: Date }) {
  const t = useTranslations("disputes.merge");
  const f = useFormat(now);
  const { merged } = dispute;
  if (!merged) return null;
  const { at, into } = merged;
  return (
    <Banner
      tone="amber"
      icon={<IconArrowMerge aria-hidden />}
      action={
        into ? (
          <ButtonLink small href={`/disputes/${into.id}`}>
            {t("open", { number: into.number })}
          </ButtonLink>
        ) : null
      }
    >
      {into ? t("strip", { day: f.day(at), number: into.number }) : t("mergedHidden", { day: f.day(at) })}
    </Banner>
  );
}
