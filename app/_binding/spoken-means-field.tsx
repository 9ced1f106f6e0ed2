"use client";
import { useTranslations } from "next-intl";
import { SegmentField } from "@/app/_ui/fields/segment-field";
import { type SpokenMeans, spokenMeans } from "@/db/vocabulary";

interface SpokenMeansFieldProps {
  label: string;
  value: SpokenMeans;
  onChange: (means: SpokenMeans) => void;
}

/** How something was said by mouth: face to face, or by telephone. */
export function SpokenMeansField(props: SpokenMeansFieldProps) {
  const words = useTranslations("vocabulary.spokenMeans");
  return <SegmentField {...props} segments={spokenMeans.map((value) => ({ value, label: words(value) }))} />;
}
