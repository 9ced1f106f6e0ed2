"use client";
import { MantineProvider } from "@mantine/core";
import type { ReactNode } from "react";
import { theme } from "./theme";

/**
 * Mantine with the product's theme, around each part that is made of it: menus, windows, lists, calendars, toasts. They
 * are fetched at their first use and Mantine with them; pages go without. Its variables stand in `kit-variables.css`.
 */
export function Kit({ children }: { children: ReactNode }) {
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto" withCssVariables={false} withGlobalClasses={false}>
      {children}
    </MantineProvider>
  );
}
