"use client";
import { IconPlayerStop, IconVolume } from "@tabler/icons-react";
import { useLocale, useTranslations } from "next-intl";
import { type RefObject, useEffect, useState } from "react";
import { Button } from "@/app/_ui/actions/button";

/** Reads a list of terms aloud, where the browser can; nothing where it cannot. */
export function ReadAloud({ of }: { of: RefObject<HTMLElement | null> }) {
  const t = useTranslations("guest.signing");
  const locale = useLocale();
  const [isReading, setReading] = useState(false);
  const canRead = typeof window !== "undefined" && "speechSynthesis" in window;
  useEffect(() => () => void (canRead && window.speechSynthesis.cancel()), [canRead]);
  if (!canRead) return null;

  function press() {
    window.speechSynthesis.cancel();
    if (isReading) return setReading(false);
    const said = new SpeechSynthesisUtterance(linesOf(of.current));
    said.lang = locale;
    said.onend = said.onerror = () => setReading(false);
    setReading(true);
    window.speechSynthesis.speak(said);
  }
  return (
    <Button icon={isReading ? <IconPlayerStop aria-hidden /> : <IconVolume aria-hidden />} onClick={press}>
      {t(isReading ? "stop" : "read")}
    </Button>
  );
}

/** The terms, line by line, so that a voice pauses between them. */
const linesOf = (list: HTMLElement | null): string =>
  Array.from(list?.querySelectorAll("dt, dd p") ?? [], (line) => line.textContent).join("\n");
