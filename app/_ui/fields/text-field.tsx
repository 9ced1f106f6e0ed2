"use client";
import { type ComponentProps, type CSSProperties, useLayoutEffect, useRef } from "react";
import { useLater } from "../actions/use-later";
import plain from "./control.module.css";
import styles from "./field.module.css";
import { FieldFrame, useControl } from "./field-frame";
import type { FieldWords } from "./field-look";
import { TextInput, type TextInputProps } from "./text-input";

export type TextFieldProps = FieldWords & Omit<TextInputProps, keyof FieldWords | "isWrong" | "sign">;

/** One line of text. Spread `form.getInputProps("name")` into it. */
export function TextField(props: TextFieldProps) {
  return <TextInput {...props} />;
}

export interface TextAreaProps extends FieldWords, Omit<ComponentProps<"textarea">, "className" | "rows" | "style"> {
  minRows?: number;
  /** It grows no further; the rest is scrolled. */
  maxRows?: number;
}

const loadKeptText = () => import("./kept-text");

/** Several lines; grows with what is written. */
export function TextArea({ label, hint, error, minRows = 3, maxRows, ref: given, onInput, ...rest }: TextAreaProps) {
  const control = useControl({ id: rest.id, hint, error });
  const area = useRef<HTMLTextAreaElement>(null);
  // Nothing of it is to be seen before somebody has typed.
  const { part: kept } = useLater(loadKeptText, false);
  // After every drawing, since what stands in it may have been changed from elsewhere.
  useLayoutEffect(() => fitHeight(area.current));
  return (
    <FieldFrame id={control.id} label={label} hint={hint} error={error}>
      <textarea
        {...rest}
        {...control}
        ref={(node) => {
          area.current = node;
          if (typeof given === "function") return given(node);
          if (given) given.current = node;
        }}
        rows={minRows}
        className={`${styles.input} ${plain.own} ${plain.area}`}
        style={{ "--rows-min": minRows, "--rows-max": maxRows } as CSSProperties}
        data-bound={maxRows === undefined ? undefined : true}
        onInput={(event) => {
          fitHeight(event.currentTarget);
          onInput?.(event);
        }}
      />
      {kept && typeof label === "string" ? <kept.KeptText area={area} label={label} /> : null}
    </FieldFrame>
  );
}

/** As high as its text, for browsers that cannot do so by themselves (`field-sizing`); the style bounds it. */
function fitHeight(area: HTMLTextAreaElement | null): void {
  if (!area || CSS.supports("field-sizing", "content")) return;
  area.style.height = "auto";
  area.style.height = `${area.scrollHeight + area.offsetHeight - area.clientHeight}px`;
}
