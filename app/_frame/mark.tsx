import { dot } from "@/app/_ui/text/shapes";

const places = [4, 13.6, 23.2];
const dots = places.flatMap((y) => places.map((x) => (x === 13.6 && y === 13.6 ? "" : dot(x, y, 3.4)))).join("");

/** The product's logo: eight around one. `label` when no word is beside it. */
export function Mark({ size = 28, label }: { size?: number; label?: string }) {
  return (
    <svg
      viewBox="-1 -1 29.2 29.2"
      width={size}
      height={size}
      role={label ? "img" : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
      style={{ flex: "none", display: "block" }}
    >
      <path d={dots} fill="var(--ink)" />
      <rect x="8.8" y="8.8" width="9.6" height="9.6" rx="1.4" fill="var(--act)" />
    </svg>
  );
}
