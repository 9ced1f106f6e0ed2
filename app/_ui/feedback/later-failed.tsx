"use client";
import { useTranslations } from "next-intl";
import { Button } from "../actions/button";
import { ErrorNote } from "./error-note";

/** Shown when a part of `useLater` could not be loaded: only reloading the page makes the browser fetch it again. */
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
