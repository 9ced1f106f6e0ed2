"use client";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import type { PointGroup } from "signature_pad";
import type { Strokes } from "@/server/strokes/inputs";
import styles from "./signature-pad.module.css";

interface SignaturePadProps {
  label: string;
  /** Called after each stroke with all strokes as points in the field's pixels. */
  onChange: (strokes: Strokes) => void;
}

/** Most points kept of one stroke; more make no visible difference. */
const densest = 120;

/** A field to sign in with a finger, pen or mouse. Turning the device keeps the signature. */
export function SignaturePad({ label, onChange }: SignaturePadProps) {
  const t = useTranslations("ui");
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
      const pad = new Pad(element, { minWidth: 0.8, maxWidth: 2.8 });
      // What is drawn stays in the pixels of the field as it was at the first stroke; a smaller field shows it smaller.
      let first = { width: 0, height: 0 };
      let shown = 1;
      const resize = () => {
        const { width, height } = element.getBoundingClientRect();
        const ratio = Math.max(1, window.devicePixelRatio);
        const drawn = pad.toData();
        if (drawn.length === 0) first = { width, height };
        const share = Math.min(1, width / first.width, height / first.height);
        pad.penColor = getComputedStyle(element).color;
        element.width = width * ratio;
        element.height = height * ratio;
        element.getContext("2d")?.scale(ratio, ratio);
        pad.fromData(drawn.map((stroke) => scaled({ ...stroke, penColor: pad.penColor }, share / shown)));
        shown = share;
      };
      const tell = () => {
        const strokes = pad
          .toData()
          .map(({ points }) => thinned(points).map(({ x, y }) => point(x / shown, y / shown)));
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
      <p aria-hidden="true">{t("writeHere")}</p>
    </div>
  );
}

const scaled = (stroke: PointGroup, by: number): PointGroup => ({
  ...stroke,
  points: stroke.points.map((one) => ({ ...one, x: one.x * by, y: one.y * by })),
});

const point = (x: number, y: number): [number, number] => [Math.round(x * 10) / 10, Math.round(y * 10) / 10];

function thinned<T>(points: readonly T[]): T[] {
  const step = Math.ceil(points.length / densest);
  return points.filter((_, index) => index % step === 0 || index === points.length - 1);
}
