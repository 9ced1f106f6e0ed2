"use client";
import { Menu } from "@mantine/core";
import { cloneElement, type JSX, type ReactNode, useEffect, useRef, useState } from "react";
import { Kit } from "../theme/kit";
import styles from "./menu.module.css";

interface OpenMenuProps {
  button: JSX.Element;
  width?: number;
  children: ReactNode;
}

/** The menu of a LateMenu with its entries. It is first drawn when its button was pressed, so it opens by itself. */
export function OpenMenu({ button, width, children }: OpenMenuProps) {
  const [isOpen, setOpen] = useState(false);
  const target = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // The button is a new one: it needs the focus first, so that it comes back there when the menu closes.
    target.current?.focus();
    setOpen(true);
  }, []);
  return (
    <Kit>
      <Menu
        opened={isOpen}
        onChange={setOpen}
        position="bottom-end"
        shadow="md"
        width={width}
        transitionProps={{ duration: 0 }}
        withinPortal={false}
        floatingStrategy="fixed"
        withInitialFocusPlaceholder={false}
        middlewares={{ size: { padding: 8, apply: keepInSight } }}
      >
        <Menu.Target>{cloneElement(button, { ref: target })}</Menu.Target>
        <Menu.Dropdown className={styles.menu}>{children}</Menu.Dropdown>
      </Menu>
    </Kit>
  );
}

/** On a phone a long menu is no longer than the room it has, and scrolls. */
function keepInSight({ availableHeight, elements }: { availableHeight: number; elements: { floating: HTMLElement } }) {
  elements.floating.style.maxHeight = `${availableHeight}px`;
}
