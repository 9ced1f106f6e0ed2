"use client";
import { IconDots } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "../actions/button";
import { LateMenu } from "./late-menu";
import type { MoreItem } from "./more-item";

interface MoreMenuProps {
  items: readonly MoreItem[];
  /** The accessible name; the tooltip too. */
  label?: string;
  /** A button with a word instead of ⋯. */
  word?: ReactNode;
  icon?: ReactNode;
  className?: string;
}

/** ⋯ for rarely needed acts; never the only way to the next step. */
export function MoreMenu({ items, label, word, icon, className }: MoreMenuProps) {
  const t = useTranslations("ui");
  const button = word ? (
    <Button icon={icon} className={className}>
      {word}
    </Button>
  ) : (
    <Button
      small
      className={className}
      aria-label={label ?? t("more")}
      title={label ?? t("more")}
      icon={<IconDots aria-hidden />}
    />
  );
  return (
    <LateMenu button={button} load={loadEntries}>
      {({ MoreEntries }) => <MoreEntries button={button} items={items} />}
    </LateMenu>
  );
}

const loadEntries = () => import("./more-entries");
