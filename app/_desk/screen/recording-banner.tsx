"use client";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { isPrivate } from "@/app/_lanes/lane-key";
import { Button } from "@/app/_ui/actions/button";
import { Banner } from "@/app/_ui/feedback/banner";
import { formatSide } from "@/app/_ui/format/format-number";
import { useCover } from "../cover/use-cover";
import { useFiles } from "../files/use-files";
import styles from "./desk.module.css";

/** Shows everybody that the microphone is on; which private lane it records into is hidden with that lane. */
export function RecordingBanner() {
  const t = useTranslations("desk.files");
  const lanes = useTranslations("ui.lane");
  const locale = useLocale();
  const { recorder } = useFiles();
  const { cover } = useCover();
  const { recording, problem } = recorder;
  const [now, setNow] = useState(0);
  const isOn = recording !== null;
  useEffect(() => {
    if (!isOn) return;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, [isOn]);
  if (problem) return <Banner tone="amber">{t(`problem.${problem}`)}</Banner>;
  if (!recording) return null;
  const seconds = Math.max(0, Math.floor((now - recording.since) / 1_000));
  const where =
    recording.lane === "side"
      ? lanes("side", { side: formatSide((recording.side ?? 1) - 1, locale) })
      : lanes(recording.lane);
  return (
    <div className={styles.recording}>
      <span className={styles.dot} aria-hidden="true" />
      <b role="status">{isPrivate(recording.lane) && cover.isCovered ? t("on") : t("onIn", { lane: where })}</b>
      <span aria-hidden="true">
        {String(Math.floor(seconds / 60)).padStart(2, "0")}:{String(seconds % 60).padStart(2, "0")}
      </span>
      <span className={styles.push}>{t("asked")}</span>
      <Button small onClick={() => recorder.stop(false)}>
        {t("discard")}
      </Button>
      <Button small onClick={() => recorder.stop(true)}>
        {t("stop")}
      </Button>
    </div>
  );
}
