"use client";
import { Menu } from "@mantine/core";
import { IconDots } from "@tabler/icons-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "./button";
import styles from "./menu.module.css";

export interface MoreItem {
  label: string;
  href?: string;
  onPress?: () => void;
  /** stop: red text, after a separator. */
  tone?: "stop";
}

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
  return (
    <Menu
      position="bottom-end"
      shadow="md"
      transitionProps={{ duration: 0 }}
      withinPortal={false}
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>
        {word ? (
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
        )}
      </Menu.Target>
      <Menu.Dropdown className={styles.menu}>
        {items.map((item) =>
          item.href ? (
            <Menu.Item key={item.label} className={styles.item} component={Link} href={item.href}>
              {item.label}
            </Menu.Item>
          ) : (
            <Menu.Item key={item.label} className={styles.item} data-tone={item.tone} onClick={item.onPress}>
              {item.label}
            </Menu.Item>
          ),
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
