"use client";
import { Menu } from "@mantine/core";
import type { JSX } from "react";
import { Link } from "../actions/link";
import styles from "./menu.module.css";
import type { MoreItem } from "./more-item";
import { OpenMenu } from "./open-menu";

/** The entries behind ⋯. */
export function MoreEntries({ button, items }: { button: JSX.Element; items: readonly MoreItem[] }) {
  return (
    <OpenMenu button={button}>
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
    </OpenMenu>
  );
}
