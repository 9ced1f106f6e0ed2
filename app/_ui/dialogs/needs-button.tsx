"use client";
import type { ReactNode } from "react";
import { ErrorNote } from "@/app/_ui/feedback/error-note";
import { Line } from "@/app/_ui/layout/columns";
import { Button, type ButtonVariant } from "../actions/button";
import { type Need, useMissing } from "./use-missing";

interface NeedsButtonProps {
  needs: readonly Need[];
  isBusy: boolean;
  onGo: () => void;
  /** The verb. */
  children: ReactNode;
  /** Other buttons beside it. */
  beside?: ReactNode;
  /** Filled, unless another one of the view is. */
  variant?: ButtonVariant;
  small?: boolean;
  /** Of a form whose lines Enter sends; the form itself only keeps the browser from doing it. */
  isSubmit?: boolean;
}

/** The button of an act whose fields stand in the page: as in a dialog, it says what is missing and goes to it. */
export function NeedsButton({
  needs,
  isBusy,
  onGo,
  children,
  beside,
  variant = "go",
  small,
  isSubmit,
}: NeedsButtonProps) {
  const { said, press } = useMissing(needs);
  return (
    <>
      {said === null ? null : <ErrorNote>{said}</ErrorNote>}
      <Line>
        <Button
          type={isSubmit ? "submit" : undefined}
          variant={variant}
          small={small}
          busy={isBusy}
          onClick={({ currentTarget }) => press(sheetAround(currentTarget), onGo)}
        >
          {children}
        </Button>
        {beside}
      </Line>
    </>
  );
}

/** The form, window or item that holds the button and a field, else the outermost section. */
function sheetAround(button: Element): Element | null {
  let found = button.closest("form, [role='dialog'], dialog, li:has(input, textarea, select)");
  if (found) return found;
  for (let section = button.closest("section"); section; section = section.parentElement?.closest("section") ?? null)
    found = section;
  return found;
}
