import { useTranslations } from "next-intl";

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
const places = [0, 1, 2, 3, 4, 5, 6, 7, 8];

/** Eight helpers around one lead. In rows it is decoration: the text beside it says the same. */
export function Glyph({ seats, size = 27, mine, label }: GlyphProps) {
  const extra = seats.length - 8;
  const t = useTranslations("ui.seat");
  const drawing = (
    <svg
      viewBox="-1 -1 29.2 29.2"
      width={size}
      height={size}
      style={{ display: "block", flex: "none" }}
      role={label ? "img" : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
    >
      {places.map((place) => {
        const [x, y] = [columns[place % 3] ?? 0, columns[Math.floor(place / 3)] ?? 0];
        if (place === 4) return <rect key={place} x="9" y="9" width="9.2" height="9.2" rx="1.4" fill="var(--ink)" />;
        const index = place < 4 ? place : place - 1;
        return (
          <Place
            key={place}
            x={x}
            y={y}
            state={seats[index] ?? "none"}
            isMine={index === mine}
            edge={mine !== undefined}
          />
        );
      })}
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

function Place({
  x,
  y,
  state,
  isMine,
  edge,
}: {
  x: number;
  y: number;
  state: GlyphState;
  isMine: boolean;
  edge: boolean;
}) {
  if (isMine) return <rect x={x - 0.8} y={y - 0.8} width="9.6" height="9.6" rx="1.4" fill="var(--act)" />;
  if (state === "accepted") return <rect x={x} y={y} width="8" height="8" rx="1.4" fill="var(--act)" />;
  if (state === "waiting") {
    return (
      <rect
        x={x + 0.8}
        y={y + 0.8}
        width="6.4"
        height="6.4"
        rx="1"
        fill="var(--act-soft)"
        stroke="var(--act)"
        strokeWidth="1.6"
      />
    );
  }
  const [cx, cy] = [x + 4, y + 4];
  if (state === "silent") {
    return <path d={`M${cx} ${cy - 4.4}L${cx + 4.4} ${cy}L${cx} ${cy + 4.4}L${cx - 4.4} ${cy}Z`} fill="var(--amber)" />;
  }
  if (state === "gone") {
    return (
      <path
        d={`M${cx - 2.6} ${cy - 2.6}L${cx + 2.6} ${cy + 2.6}M${cx + 2.6} ${cy - 2.6}L${cx - 2.6} ${cy + 2.6}`}
        stroke="var(--ink-3)"
        strokeWidth="1.6"
      />
    );
  }
  const stroke = edge ? "var(--edge)" : "var(--line-2)";
  return (
    <rect
      x={x + 0.6}
      y={y + 0.6}
      width="6.8"
      height="6.8"
      rx="1"
      fill="none"
      stroke={stroke}
      strokeWidth={edge ? 1 : 1.2}
    />
  );
}
