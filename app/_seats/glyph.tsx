import { useTranslations } from "next-intl";
import type { SVGProps } from "react";
import { square } from "@/app/_ui/text/shapes";

/** How one seat is shown in the small drawing. */
export type GlyphState = "accepted" | "waiting" | "silent" | "gone" | "none";

interface GlyphProps {
  /** The eight helpers in the county's order; the lead in the centre is separate. */
  seats: readonly GlyphState[];
  size?: number;
  /** The seat this card is about (0–7): drawn larger, the others outlined. */
  mine?: number;
  /** Only where no text beside it says the same. */
  label?: string;
}

const columns = [0, 9.6, 19.2];
/** Upper left corners of the eight helpers; the centre is the lead's. */
const corners = columns.flatMap((y) => columns.map((x) => ({ x, y }))).filter(({ x, y }) => x !== 9.6 || y !== 9.6);

/** The outline of a helper's place. A list says it some hundred times, so that corners are round by the stroke alone. */
const outlines: Record<GlyphState | "mine" | "edge", (x: number, y: number) => string> = {
  mine: (x, y) => square(x + 0.5, y + 0.5, 7),
  accepted: (x, y) => square(x + 1.2, y + 1.2, 5.6),
  waiting: (x, y) => square(x + 0.8, y + 0.8, 6.4),
  silent: (x, y) => `M${x + 4} ${y - 0.4}l4.4 4.4-4.4 4.4-4.4-4.4z`,
  gone: (x, y) => `M${x + 1.4} ${y + 1.4}l5.2 5.2m0-5.2l-5.2 5.2`,
  none: (x, y) => square(x + 0.6, y + 0.6, 6.8),
  edge: (x, y) => square(x + 0.6, y + 0.6, 6.8),
};
const looks: Record<keyof typeof outlines, SVGProps<SVGPathElement>> = {
  mine: { fill: "var(--act)", stroke: "var(--act)", strokeWidth: 2.6 },
  accepted: { fill: "var(--act)", stroke: "var(--act)", strokeWidth: 2.4 },
  waiting: { fill: "var(--act-soft)", stroke: "var(--act)", strokeWidth: 1.6 },
  silent: { fill: "var(--amber)" },
  gone: { stroke: "var(--ink-3)", strokeWidth: 1.6 },
  none: { fill: "none", stroke: "var(--line-2)", strokeWidth: 1.2 },
  edge: { fill: "none", stroke: "var(--edge)", strokeWidth: 1 },
};

/** One path for all places that look the same. */
function Places({ seats, mine }: Pick<GlyphProps, "seats" | "mine">) {
  const drawn = new Map<keyof typeof looks, string>();
  for (const [index, { x, y }] of corners.entries()) {
    const state = seats[index] ?? "none";
    const look = index === mine ? "mine" : state === "none" && mine !== undefined ? "edge" : state;
    drawn.set(look, (drawn.get(look) ?? "") + outlines[look](x, y));
  }
  return [...drawn].map(([look, d]) => <path key={look} d={d} {...looks[look]} />);
}

/** Eight helpers around one lead. In rows it is decoration: the text beside it says the same. */
export function Glyph({ seats, size = 27, mine, label }: GlyphProps) {
  const extra = seats.length - 8;
  const t = useTranslations("ui.seat");
  const drawing = (
    <svg
      viewBox="-1 -1 29.2 29.2"
      width={size}
      height={size}
      strokeLinejoin="round"
      style={{ display: "block", flex: "none" }}
      role={label ? "img" : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
    >
      <Places seats={seats} mine={mine} />
      <rect x="9" y="9" width="9.2" height="9.2" rx="1.4" fill="var(--ink)" />
    </svg>
  );
  if (extra <= 0) return drawing;
  return (
    <span style={{ display: "inline-flex", alignItems: "center", gap: 1 }}>
      {drawing}
      <span style={{ fontSize: "0.6875rem", color: "var(--ink-3)" }} title={t("extra", { count: extra })}>
        +{extra}
      </span>
    </span>
  );
}
