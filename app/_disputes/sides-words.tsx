import { useTranslations } from "next-intl";
import { Sides } from "@/app/_ui/text/facts";
import type { SideInList } from "@/server/disputes/reads/list";
import { sideWords } from "./side-words";

/** 刘玉芬 / 覃小燕等 11 人; minors are counted, never named. */
export function SidesWords({ sides }: { sides: readonly SideInList[] }) {
  const t = useTranslations("disputes.sides");
  const words = sideWords(sides, t);
  return <Sides names={words} />;
}
