/** The usual shifts; `own` takes the times typed. */
export const shiftPresets = ["day", "night", "all", "own"] as const;
export type ShiftPreset = (typeof shiftPresets)[number];

const times: Record<Exclude<ShiftPreset, "own">, readonly [from: string, until: string]> = {
  day: ["08:00", "22:00"],
  night: ["22:00", "08:00"],
  all: ["08:00", "08:00"],
};

/** The instants of a shift on each of these days; an end at or before the beginning is the next day's. Null while a time is missing. */
export function plannedShifts(
  days: readonly string[],
  preset: ShiftPreset,
  own: { from: string; until: string },
): { from: string; until: string }[] | null {
  const [from, until] = preset === "own" ? [own.from, own.until] : times[preset];
  if (!from || !until) return null;
  return [...days].sort().map((day) => {
    const start = new Date(`${day}T${from}:00+08:00`);
    const end = new Date(`${day}T${until}:00+08:00`);
    if (end <= start) end.setTime(end.getTime() + 86_400_000);
    return { from: start.toISOString(), until: end.toISOString() };
  });
}
