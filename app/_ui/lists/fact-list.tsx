import type { ReactNode } from "react";
import { Unbroken } from "../text/unbroken";
import styles from "./fact-list.module.css";

export interface Fact {
  label: ReactNode;
  value: ReactNode;
  /** When labels repeat. */
  key?: string;
}

/** Labelled facts under each other; empty ones are left out by the caller. `wide` for long labels (English). */
export function FactList({ facts, wide }: { facts: readonly Fact[]; wide?: boolean }) {
  return (
    <dl className={`${styles.list} ${wide ? styles.wide : ""}`}>
      {facts.map((fact, index) => (
        <div key={fact.key ?? (typeof fact.label === "string" ? fact.label : index)}>
          <dt>{fact.label}</dt>
          <dd>
            <Unbroken>{fact.value}</Unbroken>
          </dd>
        </div>
      ))}
    </dl>
  );
}
