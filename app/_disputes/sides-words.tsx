import { useTranslations } from "next-intl";
import { Sides } from "@/app/_ui/text/facts";
import type { SideInList } from "@/server/disputes/reads/list";

/** 刘玉芬 / 覃小燕等 11 人; minors are counted, never named. */
export function SidesWords({ sides }: { sides: readonly SideInList[] }) {
  const t = useTranslations("disputes.sides");
  const words = sides.map(({ names, count }) => {
    const [first] = names;
    if (!first) return t("minors", { count });
    return count > 1 ? t("several", { name: first, count }) : first;
  });
  return <Sides names={words} />;
}
