"use client";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Mark } from "@/app/_frame/mark";
import { PlainFrame } from "@/app/_frame/plain-frame";
import { askAgainMs, systemAnswers, untilBack } from "@/app/_frame/until-back";
import { Button, ButtonLink } from "@/app/_ui/actions/button";

const pause = () => new Promise<void>((resolve) => setTimeout(resolve, askAgainMs));
const reload = () => window.location.reload();

/**
 * The last error boundary: what happened, that nothing is lost, a code to read out. A part of a page that was asked for while
 * the database was away comes here with status 200; then it says so and loads the page again once the system answers.
 */
export default function ErrorPage({ error }: { error: Error & { digest?: string } }) {
  const t = useTranslations("frame.error");
  const ui = useTranslations("ui");
  const code = error.digest?.slice(0, 6).toUpperCase();
  const [isAway, setAway] = useState(false);
  useEffect(() => {
    let isGone = false;
    void untilBack({ answers: systemAnswers, onAway: () => setAway(true), pause }).then((wasAway) => {
      if (wasAway && !isGone) reload();
    });
    return () => {
      isGone = true;
    };
  }, []);
  return (
    <PlainFrame>
      <Mark size={48} />
      <h1>{isAway ? t("awayTitle") : t("title")}</h1>
      <p role="status">
        {isAway ? t("awayText") : t("text")} {code && !isAway ? <b>{ui("errorCode", { code })}</b> : null}
      </p>
      <Button variant="go" onClick={reload}>
        {t("retry")}
      </Button>
      <ButtonLink href="/">{t("home")}</ButtonLink>
    </PlainFrame>
  );
}
