"use client";
import { useEffect, useState } from "react";
import { useFirstUse } from "../actions/use-first-use";
import { useWhenIdle } from "../actions/use-when-idle";
import type { PickFieldProps } from "./pick-field-props";
import { TextInput } from "./text-input";

/**
 * A long list with a text filter: people, rooms, places. `onChange` gets the value or null. The field shows what is
 * chosen; the list is fetched once the page has come to rest.
 */
export function PickField(props: PickFieldProps) {
  const { part, use } = useFirstUse(loadList);
  useWhenIdle(use);
  const [isInside, setInside] = useState(false);
  const [hasList, setList] = useState(false);
  // Whoever went on meanwhile is not called back.
  const mayChange = part !== null && isInside;
  useEffect(() => {
    if (mayChange) setList(true);
  }, [mayChange]);
  if (part && hasList) return <part.PickList {...props} />;
  const { label, hint, error, options, value, placeholder, disabled } = props;
  return (
    <TextInput
      {...{ label, hint, error }}
      role="combobox"
      aria-haspopup="listbox"
      aria-expanded={false}
      aria-busy={isInside}
      autoComplete="off"
      placeholder={placeholder}
      disabled={disabled}
      value={options.find((option) => option.value === value)?.label ?? ""}
      onChange={use}
      onFocus={() => {
        setInside(true);
        use();
      }}
      onBlur={() => setInside(false)}
    />
  );
}

const loadList = () => import("./pick-list");
