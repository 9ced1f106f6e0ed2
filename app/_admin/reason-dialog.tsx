"use client";
import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { ReasonActDialog } from "@/app/_ui/dialogs/reason-act-dialog";
import { disablePlaceLimits } from "@/app/_ui/limits/places";

type Own = "label" | "maxLength" | "leave" | "tone" | "refusal";

/** Closing something asks why; the reason goes into the county's log. */
export function ReasonDialog(dialog: Omit<ComponentProps<typeof ReasonActDialog>, Own>) {
  const t = useTranslations("admin.reason");
  return (
    <ReasonActDialog
      {...dialog}
      label={t("label")}
      maxLength={disablePlaceLimits.reason}
      leave={t("cancel")}
      tone="stop"
      refusal="last"
    />
  );
}
