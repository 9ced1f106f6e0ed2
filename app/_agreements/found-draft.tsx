"use client";
import { useTranslations } from "next-intl";
import { Button } from "@/app/_ui/actions/button";
import { Banner } from "@/app/_ui/feedback/banner";
import type { Draft } from "./use-draft";

/** A draft that lies on this device from before, or is being typed in a second window; neither replaces the other unasked. */
export function FoundDraft({ kept }: Pick<Draft, "kept">) {
  const t = useTranslations("agreements.form");
  if (!kept.found) return null;
  return (
    <Banner
      tone="amber"
      action={
        <>
          <Button small onClick={kept.takeFound}>
            {t("takeFound")}
          </Button>
          <Button small onClick={kept.keepOwn}>
            {t("keepOwn")}
          </Button>
        </>
      }
    >
      {t("found", { count: kept.found.words.clauses.length })}
    </Banner>
  );
}
