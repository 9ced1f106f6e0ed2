"use client";
import { IconPrinter } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { Button } from "@/app/_ui/actions/button";

/** The browser's own printing, which also makes the PDF. */
export function PrintButton() {
  const t = useTranslations("record.paper");
  return (
    <Button variant="go" icon={<IconPrinter aria-hidden />} onClick={() => window.print()}>
      {t("print")}
    </Button>
  );
}
