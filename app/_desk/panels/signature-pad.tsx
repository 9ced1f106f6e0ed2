"use client";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import type { Strokes } from "@/server/strokes/inputs";
import styles from "./full-screen.module.css";

interface SignaturePadProps {
  label: string;
  /** Called after each stroke with all strokes as points in the field's pixels. */
  onChange: (strokes: Strokes) => void;
}

/** Most points kept of one stroke; more make no visible difference. */
const densest = 120;

/** A field to sign in with a finger, pen or mouse. Rotating the device keeps the signature. */
export function SignaturePad({ label, onChange }: SignaturePadProps) {
  const t = useTranslations("desk.signFacts");
  const canvas = useRef<HTMLCanvasElement>(null);
  const changed = useRef(onChange);
  changed.current = onChange;

  useEffect(() => {
    let stop = () => {};
    let isGone = false;
    // Loaded only when somebody signs.
    void import("signature_pad").then(({ default: Pad }) => {
      const element = canvas.current;
      if (isGone || !element) return;
      const ink = getComputedStyle(element).color;
      const pad = new Pad(element, { penColor: ink, minWidth: 0.8, maxWidth: 2.8 });
      const resize = () => {
        const { width, height } = element.getBoundingClientRect();
        const ratio = Math.max(1, window.devicePixelRatio);
        const drawn = pad.toData();
        element.width = width * ratio;
        element.height = height * ratio;
        element.getContext("2d")?.scale(ratio, ratio);
        pad.fromData(drawn);
      };
      const tell = () => {
        const strokes = pad.toData().map(({ points }) => thinned(points).map(({ x, y }) => point(x, y)));
        changed.current(strokes.filter((stroke) => stroke.length > 0));
      };
      resize();
      pad.addEventListener("endStroke", tell);
      window.addEventListener("resize", resize);
      stop = () => {
        window.removeEventListener("resize", resize);
        pad.off();
      };
    });
    return () => {
      isGone = true;
      stop();
    };
  }, []);

  return (
    <div className={styles.pad}>
      <canvas ref={canvas} role="img" aria-label={label} />
      <p aria-hidden="true">{t("here")}</p>
    </div>
  );
}

const point = (x: number, y: number): [number, number] => [Math.round(x * 10) / 10, Math.round(y * 10) / 10];

function thinned<T>(points: readonly T[]): T[] {
  const step = Math.ceil(points.length / densest);
  return points.filter((_, index) => index % step === 0 || index === points.length - 1);
}
