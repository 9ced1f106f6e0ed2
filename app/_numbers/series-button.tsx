"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Button } from "@/app/_ui/actions/button";
import type { SeriesLine } from "@/server/numbers/queries";
import { useSeriesName } from "./series-name";

interface SeriesButtonProps {
  line: SeriesLine;
  act: "start" | "pattern" | "void";
  variant?: "text";
  /** The dialog of the act. */
  dialog: (onClose: () => void) => ReactNode;
}

/** Opens the dialog of an act on a series of numbers. */
export function SeriesButton({ line, act, variant, dialog }: SeriesButtonProps) {
  const t = useTranslations("numbers");
  const nameOf = useSeriesName();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        small
        variant={variant}
        aria-label={t(`${act}.of`, { series: nameOf(line.key) })}
        onClick={() => setOpen(true)}
      >
        {t(`${act}.open`)}
      </Button>
      {isOpen ? dialog(() => setOpen(false)) : null}
    </>
  );
}
