"use client";
import type { ReactNode } from "react";
import { ErrorNote } from "@/app/_ui/feedback/error-note";
import { Line } from "@/app/_ui/layout/columns";
import { Button } from "../actions/button";
import { type Need, useMissing } from "./use-missing";

interface NeedsButtonProps {
  needs: readonly Need[];
  isBusy: boolean;
  onGo: () => void;
  /** The verb. */
  children: ReactNode;
  /** Other buttons beside it. */
  beside?: ReactNode;
}

/** The button of an act whose fields stand in the page: as in a dialog, it says what is missing and goes to it. */
export function NeedsButton({ needs, isBusy, onGo, children, beside }: NeedsButtonProps) {
  const { said, press } = useMissing(needs);
  return (
    <>
      {said === null ? null : <ErrorNote>{said}</ErrorNote>}
      <Line>
        <Button variant="go" busy={isBusy} onClick={({ currentTarget }) => press(sheetAround(currentTarget), onGo)}>
          {children}
        </Button>
        {beside}
      </Line>
    </>
  );
}

/** The outermost section that holds the button, which holds its fields too. */
function sheetAround(button: Element): Element | null {
  let found: Element | null = null;
  for (let section = button.closest("section"); section; section = section.parentElement?.closest("section") ?? null)
    found = section;
  return found;
}
