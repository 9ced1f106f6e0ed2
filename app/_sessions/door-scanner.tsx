"use client";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/app/_ui/actions/button";
import { ErrorNote } from "@/app/_ui/feedback/error-note";
import { doorCodeIn } from "./door-code";
import styles from "./own-sessions.module.css";

/** The browsers' API for reading codes; not yet in TypeScript's own types. */
interface CodeReader {
  detect(source: HTMLVideoElement): Promise<{ rawValue: string }[]>;
}
type WithReader = typeof window & { BarcodeDetector?: new (options: { formats: string[] }) => CodeReader };

const lookEvery = 250;

/** The camera with a frame; reports the check-in code once it sees one. Without browser support it says what else to do. */
export function DoorScanner({ onCode, onStop }: { onCode: (code: string) => void; onStop: () => void }) {
  const t = useTranslations("sessions.own.checkIn");
  const video = useRef<HTMLVideoElement>(null);
  const [isBlind, setBlind] = useState(false);
  useEffect(() => {
    const Reader = (window as WithReader).BarcodeDetector;
    let stream: MediaStream | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    async function look(reader: CodeReader) {
      const seen = video.current && video.current.readyState > 1 ? await reader.detect(video.current) : [];
      const code = seen.map((one) => doorCodeIn(one.rawValue)).find((one) => one !== null);
      if (isOver) return;
      if (code) onCode(code);
      else timer = setTimeout(() => void look(reader).catch(() => setBlind(true)), lookEvery);
    }
    async function start() {
      if (!Reader || !navigator.mediaDevices) return setBlind(true);
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
      if (isOver || !video.current) return stream.getTracks().forEach((track) => void track.stop());
      video.current.srcObject = stream;
      await video.current.play();
      await look(new Reader({ formats: ["qr_code"] }));
    }
    start().catch(() => setBlind(true));
    return () => {
      isOver = true;
      clearTimeout(timer);
      stream?.getTracks().forEach((track) => void track.stop());
    };
  }, [onCode]);
  if (isBlind) return <ErrorNote>{t("noCamera")}</ErrorNote>;
  return (
    <div className={styles.scanner}>
      <video ref={video} muted playsInline aria-label={t("scanning")} />
      <p>{t("scanning")}</p>
      <Button wide onClick={onStop}>
        {t("stop")}
      </Button>
    </div>
  );
}
