"use client";
import { useTranslations } from "next-intl";
import { Mark } from "@/app/_frame/mark";
import { PlainFrame } from "@/app/_frame/plain-frame";
import { Button, ButtonLink } from "@/app/_ui/actions/button";

/** The last error boundary: what happened, that nothing is lost, a code to read out. */
export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const t = useTranslations("frame.error");
  const ui = useTranslations("ui");
  const code = error.digest?.slice(0, 6).toUpperCase();
  return (
    <PlainFrame>
      <Mark size={48} />
      <h1>{t("title")}</h1>
      <p>
        {t("text")} {code ? <b>{ui("errorCode", { code })}</b> : null}
      </p>
      <Button variant="go" onClick={reset}>
        {t("retry")}
      </Button>
      <ButtonLink href="/">{t("home")}</ButtonLink>
    </PlainFrame>
  );
}
