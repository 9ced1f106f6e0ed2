"use client";
import { type Context, createContext, use } from "react";

/**
 * Creates a context for one concern of the desk and the hook that reads it. Each concern has its own, so that a
 * component is redrawn only by what it reads.
 */
export function concern<T>(name: string): [Context<T | null>, () => T] {
  const context = createContext<T | null>(null);
  return [
    context,
    () => {
      const value = use(context);
      if (value === null) throw new Error(`${name}: a part of the desk stands outside of it`);
      return value;
    },
  ];
}
