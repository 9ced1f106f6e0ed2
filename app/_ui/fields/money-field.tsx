"use client";
import { useUncontrolled } from "@mantine/hooks";
import { rmbInWords } from "../format/rmb-in-words";
import type { FieldWords } from "./field-look";
import { TextInput, type TextInputProps } from "./text-input";

type MoneyFieldProps = FieldWords &
  Omit<TextInputProps, keyof FieldWords | "isWrong" | "sign" | "value" | "defaultValue" | "onChange"> & {
    /** Yuan as decimal text: "5400", "12.5". */
    value?: string;
    defaultValue?: string;
    onChange?: (yuan: string) => void;
    /** Shows 大写 below once it is a valid amount, for fields that go into a document. */
    showWords?: boolean;
  };

/** An amount in yuan; the form gets plain decimal text, so no cent is lost on the way. */
export function MoneyField({ label, hint, error, value, defaultValue, onChange, showWords, ...rest }: MoneyFieldProps) {
  const [text, setText] = useUncontrolled({ value, defaultValue, finalValue: "", onChange });
  const words = showWords && isAmount(text) ? rmbInWords(text) : null;
  return (
    <TextInput
      autoComplete="off"
      {...rest}
      label={label}
      hint={words ?? hint}
      error={error}
      inputMode="decimal"
      sign="¥"
      value={text}
      onChange={(event) => setText(plainDecimal(event.currentTarget.value))}
    />
  );
}

/** Takes pasted "￥6,800.50 元" as 6800.50; never more than two decimals. */
function plainDecimal(typed: string): string {
  const [whole = "", ...rest] = typed.replace(/[^\d.]/g, "").split(".");
  return rest.length ? `${whole}.${rest.join("").slice(0, 2)}` : whole;
}

function isAmount(text: string): boolean {
  return /^\d{1,12}(\.\d{1,2})?$/.test(text);
}
