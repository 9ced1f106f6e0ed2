"use client";
import { useRouter } from "next/navigation";
import { type Option, SelectField } from "@/app/_ui/fields/select-field";

interface OfSelectProps {
  label: string;
  options: readonly Option[];
  value: string;
  /** The address of this view without the room or person; `of` is added. */
  query: string;
}

/** Whose week or month is shown: a room or a person. Goes there when chosen. */
export function OfSelect({ label, options, value, query }: OfSelectProps) {
  const router = useRouter();
  return (
    <SelectField
      label={<span className="sr-only">{label}</span>}
      options={options}
      value={value}
      onChange={(event) => router.push(`?${query}&of=${event.currentTarget.value}`)}
    />
  );
}
