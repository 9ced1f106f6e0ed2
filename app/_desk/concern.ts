"use client";
import { type Context, createContext, use } from "react";

/**
 * A context for one concern of the desk and the hook that reads it. Each concern has its own, so that a part of the
 * screen is redrawn by what it reads and by nothing else.
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
