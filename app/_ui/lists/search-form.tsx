import type { ReactNode } from "react";
import { Button } from "../actions/button";
import styles from "./search-form.module.css";

interface SearchFormProps {
  /** The page that shows what was found. */
  action: string;
  /** What is looked for; the name of the region. */
  label: string;
  verb: string;
  /** What else the address says and goes on saying; empty values are left out. */
  kept?: Readonly<Record<string, string>>;
  /** The fields, each by the name it has in the address. */
  children: ReactNode;
}

/** Looks for something on a list by its address, so that it works without script and can be sent to others. */
export function SearchForm({ action, label, verb, kept = {}, children }: SearchFormProps) {
  return (
    <form method="get" action={action} role="search" aria-label={label} className={styles.fields}>
      {children}
      {Object.entries(kept).map(([name, value]) =>
        value ? <input key={name} type="hidden" name={name} value={value} /> : null,
      )}
      <Button type="submit">{verb}</Button>
    </form>
  );
}
