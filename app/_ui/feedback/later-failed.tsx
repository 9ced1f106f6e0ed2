"use client";
import { useTranslations } from "next-intl";
import { Button } from "../actions/button";
import { ErrorNote } from "./error-note";

/** A part of `useLater` did not come: the browser fetches it anew with the page alone. */
export function LaterFailed() {
  const problems = useTranslations("problems");
  const t = useTranslations("frame.error");
  return (
    <ErrorNote
      action={
        <Button small onClick={() => window.location.reload()}>
          {t("retry")}
        </Button>
      }
    >
      {problems("unreachable")}
    </ErrorNote>
  );
}
