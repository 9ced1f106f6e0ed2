const dots = [4, 13.6, 23.2];

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
      {dots.flatMap((cy) =>
        dots.map((cx) =>
          cx === 13.6 && cy === 13.6 ? (
            <rect key="lead" x="8.8" y="8.8" width="9.6" height="9.6" rx="1.4" fill="var(--act)" />
          ) : (
            <circle key={`${cx} ${cy}`} cx={cx} cy={cy} r="3.4" fill="var(--ink)" />
          ),
        ),
      )}
    </svg>
  );
}
