"use client";
import { MantineProvider } from "@mantine/core";
import type { ReactNode } from "react";
import { Toasts } from "../feedback/toasts";
import { cssVariablesResolver, theme } from "./theme";

/** Mantine with the product's theme, and the container of toasts. */
export function Kit({ children }: { children: ReactNode }) {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} defaultColorScheme="auto">
      {children}
      <Toasts />
    </MantineProvider>
  );
}
