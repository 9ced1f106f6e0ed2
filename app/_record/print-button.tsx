"use client";
import { IconPrinter } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { Button } from "@/app/_ui/actions/button";

/** Opens the browser's print dialog, which also makes PDFs. */
export function PrintButton() {
  const t = useTranslations("record.paper");
  return (
    <Button variant="go" icon={<IconPrinter aria-hidden />} onClick={() => window.print()}>
      {t("print")}
    </Button>
  );
}
