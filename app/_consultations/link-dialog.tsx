"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/app/_ui/actions/button";
import { useLater } from "@/app/_ui/actions/use-later";
import { LaterFailed } from "@/app/_ui/feedback/later-failed";

const loadChoice = () => import("./link-choice").then(({ LinkChoice }) => LinkChoice);

/** Puts a question and its answer beside a dispute one works on; it cannot be moved afterwards. */
export function LinkDialog({ consultationId }: { consultationId: string }) {
  const t = useTranslations("consultations.link");
  const [isOpen, setOpen] = useState(false);
  const { part: LinkChoice, hasFailed } = useLater(loadChoice, isOpen);
  return (
    <>
      <Button small onClick={() => setOpen(true)}>
        {t("open")}
      </Button>
      {hasFailed ? <LaterFailed /> : null}
      {isOpen && LinkChoice ? <LinkChoice consultationId={consultationId} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
